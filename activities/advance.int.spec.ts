import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { application, command, freshStore, HUB_LEAD, lifeOf, rules, type TestStore } from "../test/support/store.ts";
import type { Place } from "../libs/calendar/differences.ts";
import { calendarFor } from "../libs/calendar/terms.ts";
import type { AdvanceAnswer, Outcome } from "../libs/contract/journey.ts";
import type { Command } from "../libs/journey/commands.ts";
import { seal } from "../libs/journey/wire.ts";
import { getPeople, putPerson, putText } from "../libs/people/people.ts";
import { findCommand } from "../libs/store/command-log.ts";
import { append, load } from "../libs/store/events/event-store.ts";
import { findJourney } from "../libs/views/journeys/read-journeys.ts";
import { claimingAdvance } from "../test/support/claiming.ts";
import { ANSWER_BYTES } from "../libs/book/answer.ts";

const JUNE = "2020-06-02T08:00:00Z";

describe("advance", () => {
  let store: TestStore;
  let advance: ReturnType<typeof claimingAdvance>;
  let schools = 100100;
  beforeAll(async () => {
    store = await freshStore({ poolSize: 10 });
    advance = claimingAdvance({ dataSource: store.app, rules });
  }, 60_000);
  afterAll(() => store.close());

  const types = async (journey: string): Promise<string[]> =>
    (await load(store.app, `journey/${journey}`)).map(({ type }) => type);
  const after: Partial<Record<Command["type"], string>> = {
    SubmitApplication: "applied",
    OfferPlace: "offered",
    AcceptOffer: "accepted",
    PlaceInWorkGroup: "participating",
    WaitlistApplication: "waitlisted",
    RequestInformation: "information-requested",
  };
  const accepted = (sent: Command, version: number): Outcome => ({
    command: sent.id,
    accepted: true,
    version,
    status: after[sent.type] ?? "no status is known of it",
  });

  async function applied(): Promise<string> {
    const urn = String(schools++);
    const journey = `${urn}-primary`;
    await advance({ journey, now: JUNE, commands: [command("SubmitApplication", JUNE, application(urn))] });
    return journey;
  }

  it("takes a school from its application to its place, in three rounds", async () => {
    const journey = "100001-primary";
    const submit = command("SubmitApplication", JUNE, application("100001"));
    expect(await advance({ journey, now: JUNE, commands: [submit] })).toMatchObject({
      outcomes: [accepted(submit, 1)],
      version: 1,
      due: "2020-10-02T08:00:00Z",
      chapter: "application",
      effects: [
        {
          id: "100001-primary:1",
          seq: 1,
          kind: "send-notice",
          activity: "send-notice",
          summary: "application submitted",
        },
      ],
      attributes: {
        MathsHub: "great-north",
        URN: "100001",
        JourneyStatus: "applied",
        AcademicYear: "2020/21",
        Stage: "readiness",
      },
    });
    // A week before its last day an offer reminds.
    const offer = command("OfferPlace", "2020-06-20T08:00:00Z", { workGroup: "north-1", respondBy: "2020-07-10" });
    expect(await advance({ journey, now: offer.at, commands: [offer] })).toMatchObject({
      outcomes: [accepted(offer, 2)],
      due: "2020-07-03T08:00:00Z",
    });
    const at = "2020-07-01T08:00:00Z";
    const accept = command("AcceptOffer", at, {});
    const place = command("PlaceInWorkGroup", at, {});
    const answer = await advance({ journey, now: at, commands: [accept, place] });
    expect(answer.outcomes).toEqual([accepted(accept, 3), accepted(place, 4)]);
    expect(await types(journey)).toEqual(["ApplicationSubmitted", "PlaceOffered", "OfferAccepted", "SchoolPlaced"]);
    expect(await findJourney(store.app, journey)).toMatchObject({
      status: "participating",
      version: 4,
      workGroup: "north-1",
      nextAt: answer.due,
    });
    expect(await findCommand(store.app, place.id)).toMatchObject({
      subject: journey,
      name: "PlaceInWorkGroup",
      principal: HUB_LEAD.who,
      receivedAt: at,
      outcome: accepted(place, 4),
    });
  });

  it("answers a second delivery as it answered the first, and appends nothing", async () => {
    const journey = await applied();
    const request = {
      journey,
      now: JUNE,
      commands: [
        command("OfferPlace", JUNE, { respondBy: "2020-07-10" }),
        command("AcceptOffer", JUNE, {}),
        command("AcceptOffer", JUNE, {}),
      ],
    };
    const first = await advance(request);
    expect(first.outcomes.map((outcome) => "accepted" in outcome && outcome.accepted)).toEqual([true, true, false]);
    expect(await advance(request)).toEqual(first);
    expect(await advance({ ...request, now: "2020-06-02T08:05:00Z" })).toMatchObject({
      outcomes: first.outcomes,
      version: first.version,
    });
    expect(await types(journey)).toEqual(["ApplicationSubmitted", "PlaceOffered", "OfferAccepted"]);
  });

  it("answers a rejection again, even where the command would be accepted now", async () => {
    const journey = await applied();
    const early = command("AcceptOffer", JUNE, {});
    const rejected = (await advance({ journey, now: JUNE, commands: [early] })).outcomes;
    expect(rejected).toMatchObject([{ accepted: false, rejection: { code: "not-in-this-state" } }]);
    await advance({ journey, now: JUNE, commands: [command("OfferPlace", JUNE, {})] });
    expect((await advance({ journey, now: JUNE, commands: [early] })).outcomes).toEqual(rejected);
  });

  it("takes one command once, however many workers bring it", async () => {
    const journey = await applied();
    const offer = command("OfferPlace", JUNE, { respondBy: "2020-07-10" });
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => advance({ journey, now: JUNE, commands: [offer, offer] })),
    );
    for (const answer of answers) expect(answer.outcomes).toEqual([accepted(offer, 2), accepted(offer, 2)]);
    expect(await types(journey)).toEqual(["ApplicationSubmitted", "PlaceOffered"]);
  });

  it("does not take a command id of another journey for its own", async () => {
    const [one, other] = [await applied(), await applied()];
    const offer = command("OfferPlace", JUNE, {});
    await advance({ journey: one, now: JUNE, commands: [offer] });
    expect((await advance({ journey: other, now: JUNE, commands: [offer] })).outcomes).toMatchObject([
      { accepted: false, rejection: { code: "key-reused" } },
    ]);
    expect(await types(other)).toEqual(["ApplicationSubmitted"]);
  });

  it("turns a command down that was meant for another version", async () => {
    const journey = await applied();
    const commands = [
      command("OfferPlace", JUNE, {}, { expected: 1 }),
      command("AcceptOffer", JUNE, {}, { expected: 1 }),
    ];
    expect((await advance({ journey, now: JUNE, commands })).outcomes).toMatchObject([
      { accepted: true, version: 2 },
      { accepted: false, rejection: { code: "version-conflict" } },
    ]);
  });

  it("never lets time go back, and reads milliseconds as the second they are in", async () => {
    const journey = await applied();
    await advance({
      journey,
      now: JUNE,
      commands: [command("OfferPlace", "2020-06-20T08:00:00.900Z", { respondBy: "2020-06-30" })],
    });
    await advance({
      journey,
      now: JUNE,
      commands: [command("ReviewConcern", JUNE, {}), command("AcceptOffer", "2020-06-03T08:00:00.123Z", {})],
    });
    expect((await load(store.app, `journey/${journey}`)).map(({ at }) => at)).toEqual([
      JUNE,
      "2020-06-20T08:00:00Z",
      "2020-06-20T08:00:00Z",
    ]);
    const other = await applied();
    await advance({ journey: other, now: JUNE, commands: [command("OfferPlace", JUNE, { respondBy: "2020-06-30" })] });
    await advance({ journey: other, now: "2020-07-01T08:00:00.001Z", commands: [] });
    expect(await types(other)).toEqual(["ApplicationSubmitted", "PlaceOffered", "OfferLapsed", "LettersDue"]);
  });

  it("takes what time brought before a command first, though the service was away", async () => {
    const journey = await applied();
    await advance({ journey, now: JUNE, commands: [command("OfferPlace", JUNE, { respondBy: "2020-06-30" })] });
    const late = command("DeclineOffer", "2020-07-05T08:00:00Z", {});
    expect((await advance({ journey, now: "2020-07-05T08:00:01Z", commands: [late] })).outcomes).toMatchObject([
      { accepted: false, rejection: { code: "not-in-this-state" } },
    ]);
    expect(await types(journey)).toEqual(["ApplicationSubmitted", "PlaceOffered", "OfferLapsed"]);
  });

  it("judges by the calendar of the school’s own place", async () => {
    const closedDays = ["2020-09-14"];
    const at: Place[] = [];
    const elsewhere = claimingAdvance({
      dataSource: store.app,
      rules: {
        ...rules,
        calendarOf: (place) => {
          at.push(place);
          return calendarFor({ closedDays });
        },
      },
    });
    const commands = [
      command("SubmitApplication", JUNE, application("100500", { la: "301" })),
      command("OfferPlace", JUNE, {}),
      command("AcceptOffer", JUNE, {}),
      command("PlaceInWorkGroup", JUNE, {}),
    ];
    for (const one of commands) await elsewhere({ journey: "100500-primary", now: JUNE, commands: [one] });
    for (const now of ["2020-08-31T23:00:00Z", "2020-09-14T08:00:00Z", "2020-09-15T08:00:00Z"])
      await elsewhere({ journey: "100500-primary", now, commands: [] });
    const reminder = (await load(store.app, "journey/100500-primary")).find(({ type }) => type === "ReminderDue");
    expect(reminder?.at).toBe("2020-09-15T08:00:00Z");
    expect(new Set(at.map((place) => JSON.stringify(place)))).toEqual(
      new Set(['{"hub":"great-north","urn":"100500","la":"301"}']),
    );
  });

  it("says nothing of a journey that never began but what became of the command", async () => {
    const submit = command("SubmitApplication", "2021-06-02T08:00:00Z", application("100900"));
    const answer = await advance({ journey: "100900-primary", now: submit.at, commands: [submit] });
    expect(answer).toMatchObject({
      version: 0,
      due: null,
      effects: [],
      outcomes: [{ accepted: false, rejection: { code: "window-closed" } }],
    });
    expect(await findJourney(store.app, "100900-primary")).toBeNull();
    expect(await findCommand(store.app, submit.id)).toMatchObject({ outcome: { accepted: false } });
  });

  it("answers in two kilobytes at every turn of a life, and gives every effect once the others are done", async () => {
    const journey = "100700-primary";
    const life = lifeOf("silent", "100700");
    await store.app.transaction((manager) =>
      append(
        manager,
        `journey/${journey}`,
        0,
        life.filter(({ event }) => event.type !== "EffectPerformed"),
      ),
    );
    const seen: number[] = [];
    let answer: AdvanceAnswer = await advance({ journey, now: "2021-08-30T08:00:00Z", commands: [] });
    while (answer.effects.length > 0) {
      expect(Buffer.byteLength(JSON.stringify(answer))).toBeLessThanOrEqual(ANSWER_BYTES);
      expect(answer.effects.length).toBeLessThanOrEqual(10);
      const effect = answer.effects[0]?.seq ?? 0;
      seen.push(effect);
      answer = await advance({
        journey,
        now: "2021-08-30T08:00:00Z",
        commands: [command("RecordEffect", "2021-08-30T08:00:00Z", { effect, outcome: "performed" })],
      });
    }
    expect(seen.length).toBeGreaterThan(20);
    expect(new Set(seen).size).toBe(seen.length);
  }, 30_000);

  it("keeps names, addresses and free text out of everything but the people store", async () => {
    const sealed = seal(
      "SubmitApplication",
      {
        criteria: ["poor-progress-or-attainment"],
        reasons: "Zebedee Quill asks for it.",
        understandsExpectations: true,
        contact: { firstName: "Zebedee", lastName: "Quill", email: "canary@school.example.org" },
      },
      (kind, field) => `${kind}-${field}-100800`,
    );
    if ("rejection" in sealed || sealed.contact === null) throw new Error("the application does not fit");
    await putPerson(store.app, sealed.contact);
    for (const { id, text } of sealed.texts) await putText(store.app, { id, owner: sealed.contact.id, body: text });
    const submit = command("SubmitApplication", JUNE, { ...application("100800"), ...sealed.data });
    const answer = await advance({ journey: "100800-primary", now: JUNE, commands: [submit] });
    expect(answer.outcomes).toEqual([accepted(submit, 1)]);
    const tables = await store.owner.query<{ name: string }[]>(
      `select table_name as name from information_schema.tables where table_schema = 'public' and table_type =
        'BASE TABLE'`,
    );
    const kept: unknown[] = [answer];
    for (const { name } of tables) kept.push(await store.owner.query(`select row.*::text as row from ${name} as row`));
    for (const canary of ["Zebedee", "Quill", "canary@", "asks for it"])
      expect(JSON.stringify(kept)).not.toContain(canary);
    expect(await getPeople(store.app, [sealed.contact.id])).toMatchObject([{ email: "canary@school.example.org" }]);
  });
});

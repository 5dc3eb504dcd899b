// A hub writes to many: through the real API, PostgreSQL, Temporal and a mail server.

import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { makeFinishLetters } from "../../activities/finish-letters.ts";
import { freePort } from "../../apps/cli/setup/ports.ts";
import type { NewEvent } from "../../libs/store/events/event-store.ts";
import { makeMailer } from "../../libs/mail/mail.ts";
import { putContact, putPerson } from "../../libs/people/people.ts";
import { putSchools } from "../../libs/store/schools/schools.ts";
import { WorkGroupRow } from "../../libs/views/work-groups/work-groups.ts";
import { WorkGroupSessionRow } from "../../libs/views/work-groups/work-group-sessions.ts";
import { putJourney } from "../support/journeys.ts";
import { startMailServer, type Arrived, type MailServer } from "../support/mail-server.ts";
import { HUB_LEAD as LEAD } from "../support/store.ts";
import { eventually } from "../workflows/service.ts";
import { recordOutput, startApi, type Reply, type Send } from "./api-under-test.ts";
import { startWhole, type WholeService } from "./whole-service.ts";

const UNTIL = "2021-01-18T12:00:00Z";
const NOW = "2021-01-18T13:00:00Z";
const LETTERS = "/api/v1/hubs/great-north/letters";
const TEXT = "Please bring your plans on Wednesday.\n\nYou need:\n- the plans of this half-term\n- <b>two</b> books";
const output = recordOutput();
let mail: MailServer;
let whole: WholeService;

const happened = (event: NewEvent["event"]): NewEvent => ({ event, actor: LEAD, commandId: null });
const OPTED_OUT = happened({ type: "RemindersOptedOut", at: UNTIL, until: "2021-03-31" });
const PAUSED = happened({ type: "JourneyPaused", at: UNTIL, until: null, reasonCode: "agreed" });
const themed = (theme: string, of = "2020/21") => happened({ type: "ThemeChosen", at: UNTIL, theme, academicYear: of });
const WITHDRAWN = happened({ type: "SchoolWithdrawn", at: UNTIL });

/**
 * Schools 1 to 3 of wg-1 share their teachers, and the first two their head (in one of them with capitals); the third
 * wants no reminders, the fourth has paused, the fifth has left. The sixth is of wg-2 and owes nothing; the seventh is
 * another hub's. The seventh to the ninth have chosen a theme, the last for another year.
 */
beforeAll(async () => {
  mail = await startMailServer();
  whole = await startWhole(NOW, makeMailer({ smtpUrl: mail.smtpUrl, from: "School Journeys <no-reply@example.org>" }));
  const { store } = whole;
  const put = (urn: string, workGroup: string, more: NewEvent[] = [], hub = "great-north") => {
    const behaviour = workGroup === "wg-1" ? "silent" : "exemplary";
    return putJourney(store, { urn, hub, workGroup, until: UNTIL, more, behaviour });
  };
  await put("100001", "wg-1");
  await put("100002", "wg-1");
  await put("100003", "wg-1", [OPTED_OUT]);
  await put("100004", "wg-1", [PAUSED]);
  await put("100005", "wg-1", [WITHDRAWN]);
  await put("100006", "wg-2");
  await put("100007", "wg-9", [themed("relaunching")], "far-south");
  await put("100008", "wg-3", [themed("relaunching")]);
  await put("100009", "wg-3", [themed("relaunching", "2019/20")]);
  await putSchools(
    store.app,
    [1, 2, 3, 4, 5, 6, 7, 8, 9].map((no) => ({
      urn: `10000${no}`,
      name: `School No ${no}`,
      phase: "primary" as const,
      funding: "state" as const,
      open: true,
      address: null,
      postcode: null,
      source: "import" as const,
    })),
  );
  const person = async (id: string, email: string, role?: string, urns: string[] = []): Promise<void> => {
    await putPerson(store.app, { id, firstName: "Ada", lastName: "Example", email });
    if (role) for (const urn of urns) await putContact(store.app, { journey: `${urn}-primary`, role, person: id });
  };
  await person("teacher-1", "ada@example.org");
  await person("head-1", "head@example.org", "headteacher", ["100001"]);
  await person("head-2", "Head@Example.org", "headteacher", ["100002"]);
  await person("head-3", "head3@example.org", "headteacher", ["100003"]);
  await person("head-4", "head4@example.org", "headteacher", ["100004"]);
  await person("head-5", "head5@example.org", "headteacher", ["100005"]);
  await person("head-6", "head6@example.org", "headteacher", ["100006"]);
  await person("head-7", "head7@example.org", "headteacher", ["100007"]);
  for (const no of [8, 9]) await person(`head-${no}`, `head${no}@example.org`, "headteacher", [`10000${no}`]);
  await group("wg-1");
  await group("wg-2");
}, 120_000);

afterAll(async () => {
  await whole?.stop();
  await mail?.stop();
  output.end();
}, 60_000);

async function group(id: string): Promise<void> {
  const { app } = whole.store;
  await app.getRepository(WorkGroupRow).insert({
    ...{ id, hub: "great-north", prospectus: "2020-21/primary-readiness", academicYear: "2020/21", status: "formed" },
    ...{ lead: `lead-of-${id}`, leadRole: "lead", delivery: "in-person", least: null, most: null, reserved: 0 },
    ...{ taken: 0, waiting: 0, version: 1, summary: "", formedAt: UNTIL, updatedAt: UNTIL },
  });
  const session = { workGroup: id, code: "session-3", on: "2021-02-03", length: "half-day", where: "online" };
  await app.getRepository(WorkGroupSessionRow).insert({ ...session, status: "scheduled" });
}

const letter = (more: object = {}) => ({
  workGroup: "wg-1",
  to: ["headteacher"],
  subject: "Your plans",
  text: TEXT,
  ...more,
});
const post = (body: object, send: Send = {}): Promise<Reply> => whole.api.post(LETTERS, body, send);
const arrived = (subject: string): Arrived[] => mail.arrived.filter(({ email }) => email.subject === subject);
const addresses = (subject: string): string[] =>
  arrived(subject)
    .flatMap(({ to }) => to)
    .sort();
const counts = () =>
  whole.store.owner.query(
    "select (select count(*) from commands) as commands, (select count(*) from events) as events, " +
      "(select count(*) from people.texts) as texts, (select count(*) from hub_letters) as letters",
  );
const written = async (urn: string) =>
  (await whole.service.events(`${urn}-primary`)).filter(({ type }) => type === "LetterWritten");

type Person = { role: string; name: string | null; also: { urn: string }[]; became: string | null };
type School = { urn: string; outcome: string; people: Person[]; elsewhere: { urn: string }[] };
const schoolsIn = ({ body }: Reply) => body["schools"] as School[];

describe("looked at before it goes", () => {
  it("a letter says who would get it, who not, and how it would look; nothing is kept, nothing goes", async () => {
    const before = await counts();
    const reply = await whole.api.post(`${LETTERS}?preview=true`, letter({ subject: "Only looked at" }), {
      key: "look",
    });
    expect([reply.status, reply.body["detail"]]).toEqual([200, undefined]);
    expect(reply.body).toMatchObject({ preview: true, people: 1, schoolCount: 2 });
    expect(schoolsIn(reply)).toMatchObject([
      { urn: "100001", people: [{ role: "headteacher", name: "Ada Example", also: [{ urn: "100002" }] }] },
      { urn: "100002", people: [], elsewhere: [{ urn: "100001" }] },
    ]);
    expect(reply.body["passedOver"]).toMatchObject([{ urn: "100003", role: "headteacher", why: "opted-out" }]);
    const shown = reply.body["letter"] as { text: string; html: string };
    expect(shown.text).toContain("Dear Ada Example,");
    expect(shown.text).toContain("School No 1 (URN 100001) and School No 2 (URN 100002)");
    expect(shown.html).toContain("&lt;b&gt;two&lt;/b&gt; books");
    expect(await counts()).toEqual(before);
    expect(arrived("Only looked at")).toEqual([]);
  });

  it("is refused as it would be when it is sent", async () => {
    for (const [body, code] of [
      [letter({ to: [] }), "invalid"],
      [letter({ to: ["everybody"] }), "invalid"],
      [letter({ subject: " " }), "invalid"],
      [letter({ subject: "two\nlines" }), "invalid"],
      [letter({ text: "x".repeat(10_001) }), "invalid"],
      [letter({ workGroup: undefined }), "invalid"],
      [letter({ workGroup: undefined, owing: true, session: "session-3" }), "invalid"],
      [letter({ theme: "relaunching" }), "invalid"],
      [letter({ session: "session-99" }), "unknown-session"],
      [letter({ workGroup: "nobodys" }), "not-found"],
    ] as const) {
      const look = await whole.api.post(`${LETTERS}?preview=true`, body);
      const sent = await post(body);
      expect([look.status, look.body["code"]]).toEqual([sent.status, code]);
      expect(sent.body["code"]).toBe(code);
    }
  });

  it("is sent to those who were looked at, or not at all", async () => {
    const changed = await post(letter({ plan: "somebody-else" }));
    expect([changed.status, changed.body["code"]]).toEqual([412, "version-conflict"]);
  });
});

describe("sent off", () => {
  it("goes once to each person, of two schools and asked twice too, and is in the record of each school", async () => {
    const body = letter({ to: ["headteacher", "teachers"], subject: "Once each" });
    const { plan } = (await whole.api.post(`${LETTERS}?preview=true`, body)).body;
    const sent = await post({ ...body, plan }, { key: "once" });
    expect([sent.status, sent.body["detail"], sent.body["finished"]]).toEqual([201, undefined, true]);
    const again = await post({ ...body, plan }, { key: "once" });
    expect([again.status, again.body["id"]]).toEqual([201, sent.body["id"]]);
    await eventually(async () => expect(addresses("Once each")).toEqual(["ada@example.org", "head@example.org"]));
    const seen = await eventually(async () => {
      const one = await whole.api.get(`${LETTERS}/${String(sent.body["id"])}`);
      expect(schoolsIn(one).flatMap(({ people }) => people.map(({ became }) => became))).toEqual(["sent", "sent"]);
      return one;
    });
    expect(seen.body).toMatchObject({ subject: "Once each", text: TEXT, people: 2, schoolCount: 2 });
    expect(addresses("Once each")).toHaveLength(2);
    const [first] = await written("100001");
    const [second] = await written("100002");
    expect(first).toMatchObject({ letter: sent.body["id"], addressees: expect.any(Array) });
    expect(second).toMatchObject({ letter: sent.body["id"], addressees: [] });
    expect(await written("100003")).toEqual([]);
    for (const { email } of arrived("Once each"))
      expect(email.text).toContain("School No 1 (URN 100001) and School No 2 (URN 100002)");
  }, 60_000);

  it("another letter under the same key is refused, and the same letter under another key is another", async () => {
    const reused = await post(letter({ subject: "Something else" }), { key: "once" });
    expect([reused.status, reused.body["code"]]).toEqual([422, "key-reused"]);
    const other = await post(letter({ subject: "Once each" }), { key: "another" });
    expect(other.status).toBe(201);
    // It does not take the place of the first: both went.
    await eventually(async () => expect(addresses("Once each")).toHaveLength(3));
  }, 60_000);

  it("news of a session reaches who wants no reminders and a school that has paused, never one that left", async () => {
    const sent = await post(letter({ subject: "It moves", session: "session-3" }));
    expect(schoolsIn(sent).map(({ urn }) => urn)).toEqual(["100001", "100002", "100003", "100004"]);
    const all = ["head3@example.org", "head4@example.org", "head@example.org"];
    await eventually(async () => expect(addresses("It moves")).toEqual(all));
    expect(arrived("It moves")[0]?.email.text).toContain("It is news of a session");
  }, 60_000);

  it("to schools that owe something, it goes to no other; and to no other hub's", async () => {
    const sent = await post({ ...letter({ subject: "You owe" }), workGroup: null, owing: true });
    expect(schoolsIn(sent).map(({ urn }) => urn)).toEqual(["100001", "100002"]);
    const none = await post({ ...letter({ subject: "You owe" }), workGroup: "wg-2", owing: true });
    expect([none.status, none.body["code"]]).toEqual([422, "invalid"]);
  }, 60_000);

  it("to schools that have chosen a theme for this year, it goes to no other; all that is named must fit", async () => {
    const about = { ...letter({ subject: "Your theme" }), workGroup: null, theme: "relaunching" };
    expect(schoolsIn(await post(about)).map(({ urn }) => urn)).toEqual(["100008"]);
    await eventually(async () => expect(addresses("Your theme")).toEqual(["head8@example.org"]));
    for (const more of [{ owing: true }, { theme: "no-such" }])
      expect((await post({ ...about, ...more })).body["code"]).toBe("invalid");
  }, 60_000);

  it("words taken out of a school's record are in it no more, and the letter is read without them", async () => {
    const sent = await post(letter({ subject: "About Ada", text: "Ada Example is away.", workGroup: "wg-2" }));
    const id = String(sent.body["id"]);
    await eventually(async () => expect(arrived("About Ada")).toHaveLength(1));
    const path = "/api/v1/journeys/100006-primary/redactions";
    const taken = await whole.api.post(path, { words: "Ada Example", reason: "She asked for it" });
    expect([taken.status, taken.body["detail"]]).toEqual([201, undefined]);
    expect((await whole.api.get(`${LETTERS}/${id}`)).body["text"]).toBe("[redacted] is away.");
  }, 60_000);

  it("its words are sealed, and no event, command or log line has them", async () => {
    await post(letter({ subject: "Canary-4711", text: "Canary-4712" }));
    const [counted] = await whole.store.owner.query<{ found: number }[]>(
      `select (select count(*) from events where data::text ~ 'Canary-471')::int
         + (select count(*) from commands where command::text ~ 'Canary-471')::int
         + (select count(*) from hub_letters where schools::text ~ 'Canary-471|@')::int
         + (select count(*) from people.texts where encode(sealed, 'escape') ~ 'Canary-471')::int as found`,
    );
    expect(counted).toEqual({ found: 0 });
    expect(output.text()).not.toMatch(/Canary-471/u);
  }, 60_000);
});

describe("a letter whose sender did not get to the end", () => {
  it("is brought on by the service, to each once, and no second time by the same request", async () => {
    const away = await startApi({
      databaseUrl: whole.store.appUrl,
      temporalAddress: `127.0.0.1:${await freePort()}`,
      startsAt: NOW,
      commandTimeoutMs: 500,
    });
    const body = letter({ subject: "On the way" });
    const sent = await away.post(LETTERS, body, { key: "broken-off" });
    expect([sent.status, sent.body["finished"]]).toEqual([201, false]);
    expect(schoolsIn(sent).map(({ outcome }) => outcome)).toEqual(["waiting", "waiting"]);
    await away.stop();
    const finish = makeFinishLetters({ dataSource: whole.store.app, client: whole.environment.client });
    expect(await finish()).toBe(0); // whoever sent it may still be at it
    await whole.store.owner.query("update hub_letters set kept_at = kept_at - interval '2 minutes'");
    expect(await finish()).toBe(2);
    expect(await finish()).toBe(0);
    const again = await post(body, { key: "broken-off" });
    expect([again.body["id"], again.body["finished"]]).toEqual([sent.body["id"], true]);
    await eventually(async () => expect(addresses("On the way")).toEqual(["head@example.org"]));
  }, 60_000);
});

describe("who may write", () => {
  it("is the hub's staff, and a Work Group lead to their own group alone", async () => {
    const as = (role: Send["as"]) => ({ as: role }) as Send;
    const leads = as({ role: "work-group-lead", who: "lead-of-wg-2", hub: "great-north", workGroups: [] });
    const other = await post(letter(), leads);
    expect([other.status, other.body["code"]]).toEqual([404, "not-found"]);
    const own = await post({ ...letter({ subject: "From your lead" }), workGroup: "wg-2" }, leads);
    expect([own.status, schoolsIn(own).map(({ urn }) => urn)]).toEqual([201, ["100006"]]);
    const far = as({ role: "hub-lead", who: "p-9", hub: "far-south" });
    expect((await post(letter(), far)).status).toBe(404);
    expect((await whole.api.post("/api/v1/hubs/far-south/letters", letter(), far)).status).toBe(404);
    expect((await post(letter(), as({ role: "finance-officer", who: "p-3", hub: "great-north" }))).status).toBe(403);
    const list = (await whole.api.get(LETTERS, leads)).body["items"] as { subject: string }[];
    expect(list.map(({ subject }) => subject)).toEqual(["From your lead"]);
    const all = (await whole.api.get(LETTERS)).body["items"] as { id: string; subject: string }[];
    expect(all.length).toBeGreaterThan(5);
    const others = all.find(({ subject }) => subject === "Once each")?.id;
    expect((await whole.api.get(`${LETTERS}/${others}`, leads)).status).toBe(404);
    expect((await whole.api.get(`/api/v1/hubs/far-south/letters/${others}`, far)).status).toBe(404);
  }, 60_000);
});

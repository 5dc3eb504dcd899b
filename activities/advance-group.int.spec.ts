import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import {
  DEVELOPMENT,
  developing,
  groupCommand,
  MAY,
  SEVEN,
  stepsToPlace,
  told,
  type JourneyStep,
} from "../test/support/groups.ts";
import { command, freshStore, rules, type TestStore } from "../test/support/store.ts";
import { ApplicationFailure } from "@temporalio/common";
import type { AdvanceAnswer } from "../libs/contract/journey.ts";
import { SERVICE, type CommandName } from "../libs/journey/commands.ts";
import { load } from "../libs/store/events/event-store.ts";
import { recordedOfGroup } from "../libs/store/events/known-events.ts";
import { findJourney } from "../libs/views/journeys/read-journeys.ts";
import { findWorkGroup } from "../libs/views/work-groups/read-work-groups.ts";
import type { Command } from "../libs/work-group/commands.ts";
import { fold } from "../libs/work-group/evolve.ts";
import { claimingAdvance, type Whole } from "../test/support/claiming.ts";

describe("a Work Group", () => {
  let store: TestStore;
  let advance: ReturnType<typeof claimingAdvance>;
  const woken: string[] = [];
  const wake = (names: readonly string[]): Promise<string[]> => {
    woken.push(...names);
    return Promise.resolve([]);
  };
  beforeAll(async () => {
    store = await freshStore({ poolSize: 12 });
    advance = claimingAdvance({ dataSource: store.app, rules, wake });
  }, 60_000);
  afterAll(() => store.close());

  let urns = 300100;
  const ask = (journey: string, at: string, { type, data, by }: JourneyStep): Promise<AdvanceAnswer> =>
    asked({ journey, now: at, commands: [command(type, at, data as never, by ? { by } : {})] });
  // As its workflow does: a hundred at once may wait longer for a connection or a lock than one turn is given; the same
  // request again is one effect.
  const asked = (request: Whole): Promise<AdvanceAnswer> =>
    advance(request).catch((error: unknown) => {
      if (error instanceof ApplicationFailure && error.type === "database-unavailable") return asked(request);
      throw error;
    });
  const askGroup = (group: string, sent: Command): Promise<AdvanceAnswer> =>
    advance({ group, now: sent.at, commands: [sent] });
  const stateOf = async (group: string) => {
    const state = fold(recordedOfGroup(await load(store.app, `work-group/${group}`)));
    if (state.status === "none") throw new Error(`${group} is not formed`);
    return state;
  };

  async function form(group: string): Promise<void> {
    expect(told((await askGroup(group, groupCommand("FormWorkGroup", MAY, SEVEN))).outcomes[0])).toBe("ok");
  }
  async function applied(count: number): Promise<string[]> {
    const journeys: string[] = [];
    for (let index = 0; index < count; index++) {
      const urn = String(urns++);
      expect(
        told((await ask(`${urn}-primary`, MAY, { type: "SubmitApplication", data: developing(urn) })).outcomes[0]),
      ).toBe("ok");
      journeys.push(`${urn}-primary`);
    }
    return journeys;
  }
  async function placed(group: string, count: number): Promise<string[]> {
    const journeys = await applied(count);
    for (const journey of journeys) {
      for (const step of stepsToPlace(journey.slice(0, 6), group))
        expect(told((await ask(journey, "2024-06-03T09:00:00Z", step)).outcomes[0])).toBe("ok");
    }
    return journeys;
  }

  it("with seven places and a hundred offers at once makes seven, and keeps ninety-three in order", async () => {
    await form("hundred");
    const journeys = await applied(100);
    const answers = await Promise.all(
      journeys.map((journey) => ask(journey, MAY, { type: "OfferPlace", data: { workGroup: "hundred" } })),
    );
    expect(answers.map((answer) => told(answer.outcomes[0]))).toEqual(journeys.map(() => "ok"));
    expect(answers.filter(({ attributes }) => attributes.JourneyStatus === "offered")).toHaveLength(7);
    expect(answers.filter(({ attributes }) => attributes.JourneyStatus === "waitlisted")).toHaveLength(93);
    const group = await stateOf("hundred");
    expect([group.taken.length, group.waitlist.length]).toEqual([7, 93]);
    expect(new Set([...group.taken, ...group.waitlist].map(({ journey }) => journey)).size).toBe(100);
    const whole = await findWorkGroup(store.app, "hundred");
    expect(whole).toMatchObject({ reserved: 7, taken: 0, waiting: 93, most: 7, version: 101 });
    expect(whole?.schools.filter((one) => one.status === "waiting").map(({ position }) => position)).toEqual(
      Array.from({ length: 93 }, (_, index) => index + 1),
    );
    // Each transaction of the journey and of the group is one.
    const torn = await store.owner
      .query(`select 1 from events g join events j on j.stream = 'journey/' || (g.data->>'journey') and j.type in
        ('PlaceOffered', 'ApplicationWaitlisted')
      where g.stream = 'work-group/hundred' and g.tx <> j.tx`);
    expect(torn).toEqual([]);
  }, 60_000);

  it("gives a place that falls free to the first who waits, once: after a refusal, a lapse, a withdrawal", async () => {
    const before = await stateOf("hundred");
    const [refuses, withdraws] = before.taken.map(({ journey }) => journey);
    const turn = before.waitlist.map(({ journey }) => journey);
    woken.length = 0;
    await ask(refuses ?? "", "2024-05-08T09:00:00Z", { type: "DeclineOffer", data: {} });
    expect(woken).toEqual(["work-group/hundred"]);
    let group = await stateOf("hundred");
    expect(group.waitlist.map(({ journey }) => journey)).toEqual(turn.slice(1));
    expect(group.effects).toMatchObject([{ kind: "offer-place", journey: turn[0] }]);
    expect((await advance({ group: "hundred", now: MAY, commands: [] })).effects).toMatchObject([
      { activity: "offer-place", summary: turn[0] },
    ]);
    await ask(turn[0] ?? "", "2024-05-08T09:00:01Z", {
      type: "OfferPlace",
      data: { workGroup: "hundred" },
      by: SERVICE,
    });
    expect(await findJourney(store.app, turn[0] ?? "")).toMatchObject({ status: "offered" });

    await ask(withdraws ?? "", "2024-05-09T09:00:00Z", { type: "WithdrawApplication", data: {} });
    group = await stateOf("hundred");
    expect(group.waitlist.map(({ journey }) => journey)).toEqual(turn.slice(2));
    // One whose offer lapses: 28 days on.
    const lapses = before.taken[2]?.journey ?? "";
    await advance({ journey: lapses, now: "2024-06-05T09:00:00Z", commands: [] });
    group = await stateOf("hundred");
    expect(group.waitlist.map(({ journey }) => journey)).toEqual(turn.slice(3));
    expect(group.taken).toHaveLength(7);
  }, 30_000);

  it("passes over a school that can no longer be offered its place", async () => {
    const before = await stateOf("hundred");
    const [first, second] = before.effects.slice(-2).map(({ journey }) => journey);
    const next = before.waitlist[0]?.journey;
    // It withdraws while the offer is on its way to it.
    await ask(first ?? "", "2024-06-05T09:00:01Z", { type: "WithdrawApplication", data: {} });
    expect(
      told(
        (
          await ask(first ?? "", "2024-06-05T09:00:02Z", {
            type: "OfferPlace",
            data: { workGroup: "hundred" },
            by: SERVICE,
          })
        ).outcomes[0],
      ),
    ).toBe("not-in-this-state");
    // The hub has just asked this one for information.
    await ask(second ?? "", "2024-06-05T09:00:01Z", { type: "RequestInformation", data: {} });
    await ask(second ?? "", "2024-06-05T09:00:02Z", {
      type: "OfferPlace",
      data: { workGroup: "hundred" },
      by: SERVICE,
    });
    const after = await stateOf("hundred");
    expect(after.taken.map(({ journey }) => journey)).not.toContain(second);
    expect(after.taken.map(({ journey }) => journey)).toContain(next);
    // It keeps its turn, passed over until it has answered.
    expect(after.waitlist[0]).toMatchObject({ journey: second, held: true });
    expect([after.taken.length, after.waitlist.length]).toEqual([7, 89]);
  });

  it("counts the schools that were offered a place under its name before it was formed", async () => {
    const early = await placed("early", 3);
    const [offered] = await applied(1);
    await ask(offered ?? "", MAY, { type: "OfferPlace", data: { workGroup: "early" } });
    await form("early");
    const group = await stateOf("early");
    expect(group.taken.map(({ journey, status }) => [journey, status]).sort()).toEqual(
      [...early.map((journey) => [journey, "taken"]), [offered, "reserved"]].sort(),
    );
    for (const type of ["AcceptOffer", "PlaceInWorkGroup"] satisfies CommandName[])
      await ask(offered ?? "", MAY, { type, data: {} });
    expect((await stateOf("early")).taken).toHaveLength(4);
    expect(rules.catalogue.get(DEVELOPMENT)?.groupSize?.most.value).toBe(7);
  }, 30_000);
});

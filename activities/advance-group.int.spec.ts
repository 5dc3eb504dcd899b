import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { groupWorld, type GroupWorld } from "../test/support/group-world.ts";
import { MAY, told } from "../test/support/groups.ts";
import { DEVELOPMENT } from "../test/support/placed-group.ts";
import { rules } from "../test/support/store.ts";
import { SERVICE, type CommandName } from "../libs/journey/commands.ts";
import { findJourney } from "../libs/views/journeys/read-journeys.ts";
import { findWorkGroup } from "../libs/views/work-groups/read-work-groups.ts";

describe("a Work Group", () => {
  let world: GroupWorld;
  beforeAll(async () => {
    world = await groupWorld();
  }, 60_000);
  afterAll(() => world.store.close());

  it("with seven places and a hundred offers at once makes seven, and keeps ninety-three in order", async () => {
    await world.form("hundred");
    const journeys = await world.applied(100);
    const answers = await Promise.all(
      journeys.map((journey) => world.ask(journey, MAY, { type: "OfferPlace", data: { workGroup: "hundred" } })),
    );
    expect(answers.map((answer) => told(answer.outcomes[0]))).toEqual(journeys.map(() => "ok"));
    expect(answers.filter(({ attributes }) => attributes.JourneyStatus === "offered")).toHaveLength(7);
    expect(answers.filter(({ attributes }) => attributes.JourneyStatus === "waitlisted")).toHaveLength(93);
    const group = await world.stateOf("hundred");
    expect([group.taken.length, group.waitlist.length]).toEqual([7, 93]);
    expect(new Set([...group.taken, ...group.waitlist].map(({ journey }) => journey)).size).toBe(100);
    const whole = await findWorkGroup(world.store.app, "hundred");
    expect(whole).toMatchObject({ reserved: 7, taken: 0, waiting: 93, most: 7, version: 101 });
    expect(whole?.schools.filter((one) => one.status === "waiting").map(({ position }) => position)).toEqual(
      Array.from({ length: 93 }, (_, index) => index + 1),
    );
    // Each transaction of the journey and of the group is one.
    const torn = await world.store.owner
      .query(`select 1 from events g join events j on j.stream = 'journey/' || (g.data->>'journey') and j.type in
        ('PlaceOffered', 'ApplicationWaitlisted')
      where g.stream = 'work-group/hundred' and g.tx <> j.tx`);
    expect(torn).toEqual([]);
  }, 60_000);

  it("gives a place that falls free to the first who waits, once: after a refusal, a lapse, a withdrawal", async () => {
    const before = await world.stateOf("hundred");
    const [refuses, withdraws] = before.taken.map(({ journey }) => journey);
    const turn = before.waitlist.map(({ journey }) => journey);
    world.woken.length = 0;
    await world.ask(refuses ?? "", "2024-05-08T09:00:00Z", { type: "DeclineOffer", data: {} });
    expect(world.woken).toEqual(["work-group/hundred"]);
    // On the next school morning.
    await world.advance({ group: "hundred", now: "2024-05-09T08:00:00Z", commands: [] });
    let group = await world.stateOf("hundred");
    expect(group.waitlist.map(({ journey }) => journey)).toEqual(turn.slice(1));
    expect(group.effects).toMatchObject([{ kind: "offer-place", journey: turn[0] }]);
    expect((await world.advance({ group: "hundred", now: MAY, commands: [] })).effects).toMatchObject([
      { activity: "offer-place", summary: `URN ${turn[0]?.slice(0, 6)}` },
    ]);
    await world.ask(turn[0] ?? "", "2024-05-08T09:00:01Z", {
      type: "OfferPlace",
      data: { workGroup: "hundred" },
      by: SERVICE,
    });
    expect(await findJourney(world.store.app, turn[0] ?? "")).toMatchObject({ status: "offered" });

    await world.ask(withdraws ?? "", "2024-05-09T09:00:00Z", { type: "WithdrawApplication", data: {} });
    await world.advance({ group: "hundred", now: "2024-05-10T08:00:00Z", commands: [] });
    group = await world.stateOf("hundred");
    expect(group.waitlist.map(({ journey }) => journey)).toEqual(turn.slice(2));
    // One whose offer lapses: twenty school days on, and then the next.
    const lapses = before.taken[2]?.journey ?? "";
    await world.advance({ journey: lapses, now: "2024-06-14T08:00:00Z", commands: [] });
    group = await world.stateOf("hundred");
    expect(group.waitlist.map(({ journey }) => journey)).toEqual(turn.slice(3));
    expect(group.taken).toHaveLength(7);
  }, 30_000);

  it("passes over a school that can no longer be offered its place", async () => {
    const before = await world.stateOf("hundred");
    const [first, second] = before.effects.slice(-2).map(({ journey }) => journey);
    const next = before.waitlist[0]?.journey;
    // It withdraws while the offer is on its way to it.
    await world.ask(first ?? "", "2024-06-14T09:00:01Z", { type: "WithdrawApplication", data: {} });
    expect(
      told(
        (
          await world.ask(first ?? "", "2024-06-14T09:00:02Z", {
            type: "OfferPlace",
            data: { workGroup: "hundred" },
            by: SERVICE,
          })
        ).outcomes[0],
      ),
    ).toBe("not-in-this-state");
    // The hub has just asked this one for information.
    await world.ask(second ?? "", "2024-06-14T09:00:03Z", { type: "RequestInformation", data: {} });
    await world.ask(second ?? "", "2024-06-14T09:00:04Z", {
      type: "OfferPlace",
      data: { workGroup: "hundred" },
      by: SERVICE,
    });
    await world.advance({ group: "hundred", now: "2024-06-17T08:00:00Z", commands: [] });
    const after = await world.stateOf("hundred");
    expect(after.taken.map(({ journey }) => journey)).not.toContain(second);
    expect(after.taken.map(({ journey }) => journey)).toContain(next);
    // It keeps its turn, passed over until it has answered.
    expect(after.waitlist[0]).toMatchObject({ journey: second, held: true });
    expect([after.taken.length, after.waitlist.length]).toEqual([7, 89]);
  });

  it("counts the schools that were offered a place under its name before it was formed", async () => {
    const early = await world.placed("early", 3);
    const [offered] = await world.applied(1);
    await world.ask(offered ?? "", MAY, { type: "OfferPlace", data: { workGroup: "early" } });
    await world.form("early");
    const group = await world.stateOf("early");
    expect(group.taken.map(({ journey, status }) => [journey, status]).sort()).toEqual(
      [...early.map((journey) => [journey, "taken"]), [offered, "reserved"]].sort(),
    );
    for (const type of ["AcceptOffer", "PlaceInWorkGroup"] satisfies CommandName[])
      await world.ask(offered ?? "", MAY, { type, data: {} });
    expect((await world.stateOf("early")).taken).toHaveLength(4);
    expect(rules.catalogue.get(DEVELOPMENT)?.groupSize?.most.value).toBe(7);
  }, 30_000);
});

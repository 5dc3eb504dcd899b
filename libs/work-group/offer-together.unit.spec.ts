import { describe, expect, it } from "@jest/globals";
import { codeOf, HubWorld } from "../../test/support/hub-world.ts";
import { application, because, schoolFor } from "../../test/support/journey.ts";
import type { CommandData } from "./commands.ts";

const PROGRAMME = "2021-22/secondary-development";
/** “A two school Work Group”. */
const TWO: CommandData["FormWorkGroup"] = {
  hub: "great-north",
  prospectus: PROGRAMME,
  lead: "lead-1",
  leadRole: "secondary-mastery-specialist",
};
const [A, B, C, D, E] = [1, 2, 3, 4, 5].map((number) => `20000${number}-secondary`) as [
  string,
  string,
  string,
  string,
  string,
];
const JUNE = "2021-06-01T09:00";

/** Schools that have applied, one a day, and a pair. */
function applied(...journeys: string[]): HubWorld {
  const world = new HubWorld();
  journeys.forEach((journey, day) => {
    world.do(
      journey,
      `2021-05-0${day + 1}T09:00`,
      "SubmitApplication",
      application(PROGRAMME, { school: schoolFor(PROGRAMME, { urn: journey.slice(0, 6) }) }),
    );
  });
  return world.doGroup("pair", "2021-05-20T09:00", "FormWorkGroup", TWO);
}
const together = (world: HubWorld, ...schools: string[]) => world.tell("pair", JUNE, "OfferTogether", { schools });
const offer = (world: HubWorld, journey: string) =>
  world.do(journey, JUNE, "OfferPlace", { workGroup: "pair", respondBy: "2021-06-30" });
const holders = (world: HubWorld) => world.group("pair").taken.map(({ journey }) => journey);
const waiting = (world: HubWorld) => world.group("pair").waitlist.map(({ journey }) => journey);
const statuses = (world: HubWorld, ...journeys: string[]) => journeys.map((journey) => world.status(journey));

describe("Schools of a group application", () => {
  it("are offered their places together where there is one for each", () => {
    const world = applied(A, B);
    expect(together(world, B, A)).toEqual({ rejection: null, skipped: [] });
    expect([statuses(world, A, B), holders(world), waiting(world)]).toEqual([["offered", "offered"], [A, B], []]);
  });
  it("are none of them offered one by halves: they wait in the order in which they applied, and are told why", () => {
    const world = offer(applied(A, B, C), A);
    const { skipped } = together(world, C, B);
    expect([statuses(world, B, C), holders(world), waiting(world)]).toEqual([
      ["waitlisted", "waitlisted"],
      [A],
      [B, C],
    ]);
    expect(skipped.map(({ journey, why }) => [journey, why])).toEqual([
      [B, "group-full"],
      [C, "group-full"],
    ]);
    for (const journey of [B, C])
      expect(world.journey(journey).events.at(-1)).toMatchObject({
        type: "ApplicationWaitlisted",
        workGroup: "pair",
        reasonCode: "no-room-together",
      });
  });
  it("keep the turn that one of them had", () => {
    const world = [A, B, C, D].reduce(offer, applied(A, B, C, D, E));
    expect(waiting(world)).toEqual([C, D]);
    together(world, E, C);
    expect(waiting(world)).toEqual([C, D, E]);
  });
  it("have their turn when there are places for all; until then a single place goes to the first after them", () => {
    const world = [A, B].reduce(offer, applied(A, B, C, D, E));
    together(world, C, D);
    offer(world, E).do(A, JUNE, "DeclineOffer", {}).settle(JUNE);
    expect([holders(world), waiting(world)]).toEqual([
      [B, E],
      [C, D],
    ]);
    world.do(B, JUNE, "DeclineOffer", {}).settle(JUNE);
    expect([holders(world), waiting(world)]).toEqual([[E], [C, D]]);
    world.do(E, JUNE, "DeclineOffer", {}).settle(JUNE).settle(JUNE);
    expect([holders(world), waiting(world), statuses(world, C, D)]).toEqual([[C, D], [], ["offered", "offered"]]);
  });
  it("are fewer to place where one of them withdraws", () => {
    const world = [A, B].reduce(offer, applied(A, B, C, D));
    together(world, C, D);
    world.do(A, JUNE, "DeclineOffer", {}).morning(JUNE).do(D, JUNE, "WithdrawApplication", because).settle(JUNE);
    expect([holders(world), waiting(world)]).toEqual([[B, C], []]);
  });
  it("wait for the one that has to answer the hub first", () => {
    const world = [A, B].reduce(offer, applied(A, B, C, D, E));
    together(world, C, D);
    world
      .do(D, JUNE, "RequestInformation", because)
      .do(A, JUNE, "DeclineOffer", {})
      .morning(JUNE)
      .do(B, JUNE, "DeclineOffer", {})
      .settle(JUNE);
    expect([holders(world), waiting(world)]).toEqual([[], [C, D]]);
    world.do(D, JUNE, "ProvideInformation", {}).settle(JUNE).settle(JUNE);
    expect(statuses(world, C, D)).toEqual(["offered", "offered"]);
  });
});

describe("Nothing is offered, and nobody waits, where", () => {
  it.each<[string, (world: HubWorld) => HubWorld, string[], string]>([
    ["one of them has not applied", (world) => world, [A, "200009-secondary"], "invalid"],
    ["one of them has its offer already", (world) => offer(world, B), [A, B], "not-in-this-state"],
    [
      "one of them waits in another group",
      (world) => world.do(B, JUNE, "WaitlistApplication", { ...because, workGroup: "elsewhere" }),
      [A, B],
      "wrong-group",
    ],
    ["there are more of them than places", (world) => world, [A, B, C], "group-full"],
    ["there is but one", (world) => world, [A], "invalid"],
    ["one is named twice", (world) => world, [A, A], "invalid"],
  ])("%s", (_what, before, schools, code) => {
    const world = before(applied(A, B, C));
    const book = world.book("pair");
    expect(codeOf(together(world, ...schools))).toBe(code);
    expect([world.status(A), world.book("pair")]).toEqual(["applied", book]);
  });
  it("the group is not formed", () =>
    expect(codeOf(applied(A, B).tell("none", JUNE, "OfferTogether", { schools: [A, B] }))).toBe("not-found"));
});

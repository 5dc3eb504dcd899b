import { describe, expect, it } from "@jest/globals";
import { HubWorld } from "../../test/support/hub-world.ts";
import { application, schoolFor } from "../../test/support/journey.ts";
import type { CommandData } from "./commands.ts";

const PROGRAMME = "2021-22/secondary-development";

/** “A two school Work Group”. */
const TWO: CommandData["FormWorkGroup"] = {
  hub: "great-north",
  prospectus: PROGRAMME,
  lead: "lead-1",
  leadRole: "secondary-mastery-specialist",
};

const A = "200001-secondary",
  B = "200002-secondary",
  C = "200003-secondary",
  D = "200004-secondary",
  E = "200005-secondary";

/** Schools that have applied. */
function applied(...journeys: string[]): HubWorld {
  return journeys.reduce(
    (world, journey) =>
      world.do(
        journey,
        "2021-05-04T09:00",
        "SubmitApplication",
        application(PROGRAMME, { school: schoolFor(PROGRAMME, { urn: journey.slice(0, 6) }) }),
      ),
    new HubWorld(),
  );
}

const JUNE = "2021-06-01T09:00";

const offer = (world: HubWorld, journey: string, workGroup = "pair", when = JUNE) =>
  world.do(journey, when, "OfferPlace", { workGroup, respondBy: "2021-06-30" });

/** The pair is full: A and B are offered its places, C, D and E wait. */
function full(): HubWorld {
  const world = applied(A, B, C, D, E).doGroup("pair", "2021-05-03T09:00", "FormWorkGroup", TWO);
  return [A, B, C, D, E].reduce((so, journey) => offer(so, journey), world);
}

const holders = (world: HubWorld, group = "pair") => world.group(group).taken.map(({ journey }) => journey);

const waiting = (world: HubWorld, group = "pair") => world.group(group).waitlist.map(({ journey }) => journey);

describe("The hub’s own waitlist", () => {
  it("on a group is a turn like any other; where there is room it comes at once", () => {
    const world = full();
    world.do(
      "200009-secondary",
      JUNE,
      "SubmitApplication",
      application(PROGRAMME, { school: schoolFor(PROGRAMME, { urn: "200009" }) }),
    );
    world.do("200009-secondary", JUNE, "WaitlistApplication", { workGroup: "pair" });
    expect(waiting(world)).toEqual([C, D, E, "200009-secondary"]);
    const roomy = applied(A)
      .doGroup("pair", JUNE, "FormWorkGroup", TWO)
      .do(A, JUNE, "WaitlistApplication", { workGroup: "pair" })
      .settle(JUNE);
    expect([roomy.status(A), holders(roomy)]).toEqual(["offered", [A]]);
  });
  it("without a group takes nobody’s turn away", () => {
    const world = full().do(C, JUNE, "RequestInformation", {}).do(C, JUNE, "WaitlistApplication", {});
    expect(world.group("pair").waitlist[0]).toMatchObject({ journey: C, held: false });
    world
      .do(C, JUNE, "RequestInformation", {})
      .do(C, JUNE, "ProvideInformation", {})
      .do(C, JUNE, "WaitlistApplication", { workGroup: "elsewhere" });
    expect(waiting(world)).toEqual([D, E]);
  });
});

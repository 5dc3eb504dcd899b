import { describe, expect, it } from "@jest/globals";
import { A, applied, C, D, E, full, holders, JUNE, PROGRAMME, TWO, waiting } from "../../test/support/full-pair.ts";
import { application, schoolFor } from "../../test/support/journey.ts";

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

// A decision that was a mistake is taken back: what becomes of the place in the Work Group.

import { describe, expect, it } from "@jest/globals";
import { A, applied, B, C, D, E, full, holders, offer, TWO, waiting } from "../../test/support/full-pair.ts";
import type { HubWorld } from "../../test/support/hub-world.ts";
import { because } from "../../test/support/journey.ts";

describe("A decision that was a mistake", () => {
  const correct = (world: HubWorld, journey: string, type: string) => {
    const event = world.journey(journey).events.findLast((one) => one.type === type)?.seq ?? 0;
    return world.do(journey, "2021-06-03T09:00", "CorrectRecord", { event, ...because });
  };

  it("gives its place back while there is one", () => {
    const world = offer(applied(A).doGroup("pair", "2021-05-03T09:00", "FormWorkGroup", TWO), A);
    const gone = world.do(A, "2021-06-02T09:00", "WithdrawApplication", because);
    expect(holders(gone)).toEqual([]);
    expect(holders(correct(gone, A, "ApplicationWithdrawn"))).toEqual([A]);
  });

  it("the same day gives it back though others wait: nobody has been offered it", () => {
    const gone = full().do(A, "2021-06-02T09:00", "WithdrawApplication", because);
    expect(holders(correct(gone, A, "ApplicationWithdrawn"))).toEqual([B, A]);
  });

  it("else the school waits, behind those who came before it", () => {
    const gone = full().do(A, "2021-06-02T09:00", "WithdrawApplication", because).morning("2021-06-02");
    expect(holders(gone)).toEqual([B, C]);
    const back = correct(gone, A, "ApplicationWithdrawn");
    expect([holders(back), waiting(back)]).toEqual([
      [B, C],
      [D, E, A],
    ]);
    expect(back.status(A)).toBe("waitlisted");
  });

  it("of a turn on the waitlist gives a turn back", () => {
    const gone = full().do(C, "2021-06-02T09:00", "DeclineApplication", because);
    expect(waiting(gone)).toEqual([D, E]);
    expect(waiting(correct(gone, C, "ApplicationDeclined"))).toEqual([D, E, C]);
  });

  it("of a place that was taken reserves it again, and lets nobody else in", () => {
    const placed = full()
      .do(A, "2021-06-02T09:00", "AcceptOffer", {})
      .do(A, "2021-06-02T10:00", "PlaceInWorkGroup", {});
    const back = correct(placed, A, "SchoolPlaced");
    expect(back.group("pair").taken).toEqual(
      expect.arrayContaining([expect.objectContaining({ journey: A, status: "reserved" })]),
    );
    expect(waiting(back)).toEqual([C, D, E]);
  });
});

describe("A school that goes to another hub", () => {
  it("leaves its place to the next, and its turn", () => {
    const moved = full()
      .do(A, "2021-06-02T09:00", "MoveToHub", { hub: "far-south", ...because })
      .do(D, "2021-06-02T09:00", "MoveToHub", { hub: "far-south", ...because });
    expect(moved.status(A)).toBe("applied");
    expect(moved.book("pair")).toContainEqual({
      type: "PlaceFreed",
      at: "2021-06-02T08:00:00Z",
      journey: A,
      why: "moved",
      // After the half-term.
      offersFrom: "2021-06-07T08:00:00Z",
    });
    moved.morning("2021-06-02");
    expect([holders(moved), waiting(moved)]).toEqual([[B, C], [E]]);
  });
});

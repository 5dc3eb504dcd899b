import { describe, expect, it } from "@jest/globals";
import { currentVersion, kindOf, upcast, UPCASTS, type Upcasts } from "./upcast.ts";

const STEPS: Upcasts = {
  journey: {
    PlaceOffered: [
      (data) => ({ ...data, workGroup: data["group"], group: undefined }),
      (data) => ({ ...data, respondBy: data["respondBy"] ?? "2020-07-31" }),
    ],
    SessionScheduled: [(data) => ({ ...data, length: "half-day" })],
  },
};
const offered = (version: number) => ({ kind: "journey", type: "PlaceOffered", version });

describe("bringing events to today’s shape", () => {
  it("leaves an event whose shape has not changed as it is", () => {
    const data = { respondBy: "2020-07-01" };
    expect(upcast(offered(1), data)).toBe(data);
    expect(currentVersion("journey", "PlaceOffered")).toBe(1);
  });

  it("takes every step from the version it was written in", () => {
    expect(currentVersion("journey", "PlaceOffered", STEPS)).toBe(3);
    const today = { workGroup: "north-1", respondBy: "2020-07-31" };
    expect(upcast(offered(1), { group: "north-1" }, STEPS)).toEqual(today);
    expect(upcast(offered(2), { workGroup: "north-1" }, STEPS)).toEqual(today);
    expect(upcast(offered(3), { workGroup: "north-1" }, STEPS)).toEqual({ workGroup: "north-1" });
  });

  it("takes a step for the kind it was made for, and for no other that has an event of the same name", () => {
    const scheduled = { session: "session-1" };
    expect(upcast({ kind: "journey", type: "SessionScheduled", version: 1 }, scheduled, STEPS)).toEqual({
      session: "session-1",
      length: "half-day",
    });
    expect(upcast({ kind: "work-group", type: "SessionScheduled", version: 1 }, scheduled, STEPS)).toBe(scheduled);
    expect(currentVersion("journey", "SessionScheduled", STEPS)).toBe(2);
    expect(currentVersion("work-group", "SessionScheduled", STEPS)).toBe(1);
  });

  it("leaves what only a newer release knows as it is", () => {
    expect(upcast(offered(4), { seats: 2 }, STEPS)).toEqual({ seats: 2 });
    const twinned = { kind: "journey", type: "SchoolTwinned", version: 1 };
    expect(upcast(twinned, { with: "100002" }, STEPS)).toEqual({ with: "100002" });
    expect(upcast({ ...twinned, kind: "trust" }, { with: "100002" }, STEPS)).toEqual({ with: "100002" });
  });

  it("finds the kind in a stream’s name", () => {
    const kinds = [
      "journey/137482-primary",
      "work-group/north-1",
      "payment-run/pr-1",
      "turn/great-north/2027-28",
      "odd",
    ];
    expect(kinds.map(kindOf)).toEqual(["journey", "work-group", "payment-run", "turn", ""]);
  });
});

describe("an interest of before windows were noted", () => {
  const version = currentVersion("journey", "InterestExpressed");

  it("is one for which no window is known", () => {
    const old = { prospectus: "2020-21/primary-readiness", contactId: null };
    expect(version).toBe(2);
    expect(upcast({ kind: "journey", type: "InterestExpressed", version: 1 }, old)).toEqual({ ...old, coming: [] });
  });

  it("keeps the windows that it was written with, in either version", () => {
    const data = { prospectus: "2020-21/primary-readiness", coming: [{ opensOn: "2020-03-01" }] };
    expect(upcast({ kind: "journey", type: "InterestExpressed", version: 1 }, data)).toEqual(data);
    expect(upcast({ kind: "journey", type: "InterestExpressed", version: 2 }, data)).toBe(data);
    expect(Object.keys(UPCASTS["work-group"] ?? {})).toEqual([]);
  });
});

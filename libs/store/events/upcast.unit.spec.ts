import { describe, expect, it } from "@jest/globals";
import { currentVersion, upcast, UPCASTS, type Upcasts } from "./upcast.ts";

const STEPS: Upcasts = {
  PlaceOffered: [
    (data) => ({ ...data, workGroup: data["group"], group: undefined }),
    (data) => ({ ...data, respondBy: data["respondBy"] ?? "2020-07-31" }),
  ],
};

describe("bringing events to today’s shape", () => {
  it("leaves every event as it is while no shape has changed", () => {
    const data = { respondBy: "2020-07-01" };
    expect(UPCASTS).toEqual({});
    expect(upcast("PlaceOffered", 1, data)).toBe(data);
    expect(currentVersion("PlaceOffered")).toBe(1);
  });

  it("takes every step from the version it was written in", () => {
    expect(currentVersion("PlaceOffered", STEPS)).toBe(3);
    expect(upcast("PlaceOffered", 1, { group: "north-1" }, STEPS)).toEqual({
      workGroup: "north-1",
      respondBy: "2020-07-31",
    });
    expect(upcast("PlaceOffered", 2, { workGroup: "north-1" }, STEPS)).toEqual({
      workGroup: "north-1",
      respondBy: "2020-07-31",
    });
    expect(upcast("PlaceOffered", 3, { workGroup: "north-1" }, STEPS)).toEqual({ workGroup: "north-1" });
  });

  it("leaves what only a newer release knows as it is", () => {
    expect(upcast("PlaceOffered", 4, { seats: 2 }, STEPS)).toEqual({ seats: 2 });
    expect(upcast("SchoolTwinned", 1, { with: "100002" }, STEPS)).toEqual({ with: "100002" });
  });
});

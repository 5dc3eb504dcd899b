import { describe, expect, it } from "@jest/globals";
import { text } from "../../test/support/journey.ts";
import { placedGroups } from "../../test/support/placed-group.ts";

const JOURNEY = "100001-primary";
const reason = text(3);

/** One school of a group is in its year. */
const underWay = () => placedGroups({ north: [JOURNEY] }).until("2024-09-02");

describe("The headteachers’ meeting of a group", () => {
  it("is on the day the group was formed with, and goes where it is moved, beside the teachers’ sessions", () => {
    const world = underWay();
    const days = (journey: string) =>
      ["headteachers-session", "headteachers-meeting"].map(
        (code) => world.year(journey).commitments.find((one) => one.code === code)?.dueOn,
      );
    const on = world.group("north").sessions.find(({ code }) => code === "headteachers-session")?.on;
    expect(days(JOURNEY)).toEqual([on, on]);
    const session = { session: "headteachers-session", on: "2025-01-22", reason };
    world.doGroup("north", "2024-10-07T09:00", "MoveSession", session);
    expect(days(JOURNEY)).toEqual(["2025-01-22", "2025-01-22"]);
  });
});

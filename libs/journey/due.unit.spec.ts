import { describe, expect, it } from "@jest/globals";
import { because, begun, nothing, offered, placed } from "../../test/support/journey.ts";
import { due, nextUp, upcoming } from "./due.ts";

const paused = begun()
  .on("2020-10-10T09:00", "PauseJourney", { ...because, until: "2020-11-30" })
  .until("2020-10-11");
const withdrawn = begun().on("2020-10-10T09:00", "WithdrawSchool", because).until("2020-10-11");

describe("What time brings next", () => {
  it("to an offer: its reminder, then its end", () => {
    expect(upcoming(offered().state)).toEqual([
      { at: "2020-06-23T08:00:00Z", what: "offer-reminder" },
      { at: "2020-07-01T08:00:00Z", what: "offer-lapses" },
    ]);
  });
  it("to a place: its year", () =>
    expect(nextUp(placed().state)).toEqual({ at: "2020-08-31T23:00:00Z", what: "stage-starts" }));
  it("to a year: reminders, what may be missed, its end", () => {
    const all = upcoming(begun().state).map(
      (next) => `${next.at} ${next.what}${next.what === "commitment-missed" ? ` ${next.commitment.code}` : ""}`,
    );
    expect(all.slice(0, 3)).toEqual([
      "2020-09-14T08:00:00Z reminder",
      "2020-09-23T08:00:00Z meeting-near",
      "2020-09-30T23:00:00Z commitment-missed session-1",
    ]);
    expect(all.at(-1)).toBe("2021-08-31T22:59:59Z year-ends");
    expect(all.join()).not.toContain("meeting-1");
  });
  it("to a pause: its end, or the year’s", () => {
    expect(upcoming(paused.state)).toEqual([
      { at: "2020-12-01T00:00:00Z", what: "pause-ends" },
      { at: "2021-08-31T22:59:59Z", what: "year-interrupted" },
    ]);
    const open = begun().on("2020-10-10T09:00", "PauseJourney", because);
    expect(upcoming(open.until("2020-10-11").state)).toEqual([
      { at: "2021-08-31T22:59:59Z", what: "year-interrupted" },
      { at: "2021-11-01T00:00:00Z", what: "pause-asked" },
    ]);
    expect(due(open.until("2021-09-02").state)).toBe("2021-11-01T00:00:00Z");
    expect(due(open.until("2021-11-02").state)).toBeNull();
  });
  it("nothing to those who wait for people", () => {
    for (const past of [nothing, withdrawn, begun().until("2021-11-02")]) expect(due(past.state)).toBeNull();
  });
  it("at one instant: missed, escalated, reminded, and the end of the year last", () => {
    const year = begun().year;
    const at = "2020-12-15T09:00:00Z";
    const commitments = year.commitments.map((one) =>
      one.code === "gap-task-1" ? { ...one, next: { level: 1 as const, at }, status: "missed" as const } : one,
    );
    const reminders = year.reminders.map((one) => ({ ...one, at }));
    const state = { ...begun().state, year: { ...year, commitments, reminders, endsAt: at } };
    expect(
      upcoming(state as typeof paused.state)
        .filter((next) => next.at === at)
        .map((next) => next.what),
    ).toEqual(["escalation", "reminder", "reminder", "reminder", "year-ends"]);
  });
  it("is not taken from the last call: folded from the same events, it is the same", () =>
    expect(due(begun().state)).toBe(begun().events.length > 0 ? "2020-09-14T08:00:00Z" : null));
});

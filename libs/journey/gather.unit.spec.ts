import { describe, expect, it } from "@jest/globals";
import { because, begun, type Past } from "../../test/support/journey.ts";
import { ENGLAND } from "../calendar/terms.ts";
import type { EventOf } from "./events.ts";
import { due } from "./due.ts";
import { gathered } from "./gather.ts";

const letters = (past: Past, until = "2021-08-31") =>
  past.until(until).events.filter((event) => event.type === "LettersDue") as EventOf<"LettersDue">[];
/** `chaser to headteacher: CommitmentEscalated CommitmentEscalated`, a line a letter. */
const said = (past: Past, from: string, until: string): string[] => {
  const { events } = past.until(until);
  return letters(past, until)
    .filter(({ at }) => at.slice(0, 10) >= from)
    .flatMap((event) =>
      event.letters.map(
        ({ to, copies = [], cause, tells }) =>
          `${event.at} ${cause} to ${[...to, ...copies].join(", ")}: ` +
          tells.map((seq) => events.find((one) => one.seq === seq)?.type).join(" "),
      ),
    );
};
const held = begun().on("2020-09-30T17:00", "RecordAttendance", {
  session: "session-1",
  on: "2020-09-30",
  present: ["teacher-1"],
});

describe("What time brings on a morning", () => {
  it("is one letter to a person, the most urgent first", () => {
    // One teacher was away, and so was the headteacher: both are missed, at level 1 to different people.
    expect(said(held, "2020-10-05", "2020-10-21T12:00")).toEqual([
      "2020-10-07T08:00:00Z chaser to maths-lead, lead-teacher: CommitmentEscalated",
      "2020-10-07T08:00:00Z chaser to headteacher: CommitmentEscalated",
      // A fortnight later both are the headteacher's, in one.
      "2020-10-21T08:00:00Z chaser to headteacher: CommitmentEscalated CommitmentEscalated",
    ]);
  });
  it("tells what is due soon only within a letter that goes anyway; else it stands in the next", () => {
    // Due on 8 December: nothing else goes to the teachers on the 4th.
    expect(letters(held, "2020-12-04T12:00").at(-1)).toMatchObject({
      letters: [],
      held: [{ why: "no-letter", who: ["teacher-1", "teacher-2"] }],
    });
    // By the next letter it is missed, and is told as that alone.
    expect(said(held, "2020-12-10", "2020-12-15T12:00")).toEqual([
      "2020-12-15T09:00:00Z chaser to maths-lead, lead-teacher: CommitmentEscalated",
    ]);
    const moved = held.on("2020-12-07T10:00", "RescheduleCommitment", {
      commitment: "gap-task-1",
      dueOn: "2021-01-15",
      ...because,
    });
    expect(said(moved, "2020-12-07", "2020-12-07T12:00")).toContainEqual(
      "2020-12-07T10:10:00Z reminder to maths-lead, lead-teacher: ChaserDue CommitmentRescheduled",
    );
  });
  it("is no second letter of a day: what comes late to it waits until the next; news does not", () => {
    const { state } = held.until("2020-10-07T12:00");
    if (state.status === "none") throw new Error("nothing has begun");
    const whose = { to: ["maths-lead" as const], copies: [], about: [], who: null };
    const late = { seq: 1, at: "2020-10-07T12:00:00Z", ...whose, codes: [], hold: null };
    const told = (cause: "reminder" | "announcement" | "news") =>
      gathered(
        { ...state, unsaid: [{ ...late, cause, dueSoon: false, inYear: false }] },
        "2020-10-07T12:00:00Z",
        ENGLAND,
      );
    for (const cause of ["reminder", "announcement"] as const)
      expect(told(cause)).toMatchObject({
        letters: [],
        held: [{ why: "one-a-day", who: ["teacher-1"], until: "2020-10-08T08:00:00Z" }],
      });
    expect(told("news")).toMatchObject({ letters: [{ cause: "news", tells: [1] }] });
  });
  it("tells what was changed within ten minutes with the first of it, and nobody has a letter each", () => {
    const reschedule = (past: Past, when: string, commitment: string) =>
      past.on(when, "RescheduleCommitment", { commitment, dueOn: "2021-03-01", ...because });
    const first = reschedule(held, "2020-11-20T10:00", "gap-task-1");
    const changed = reschedule(first, "2020-11-20T10:09", "gap-task-2").on("2020-11-20T10:11", "WaiveCommitment", {
      commitment: "evaluation",
      ...because,
    });
    expect(said(changed, "2020-11-20", "2020-11-20T12:00")).toEqual([
      "2020-11-20T10:10:00Z news to maths-lead, lead-teacher: CommitmentRescheduled CommitmentRescheduled",
      "2020-11-20T10:21:00Z news to maths-lead, lead-teacher: CommitmentWaived",
    ]);
  });
  it("never comes on a day off: after an outage it is told on the next school day, all in one", () => {
    // The service was away from Friday 11 to Sunday 20 September 2020.
    const late = begun().decide("2020-09-20T11:00", "Tick", {});
    const past = begun().follow("events" in late ? late.events : []);
    expect(past.all("ReminderDue")).toMatchObject([{ at: "2020-09-20T10:00:00Z" }]);
    expect(due(past.state)).toBe("2020-09-21T08:00:00Z");
    expect(letters(past, "2020-09-21T12:00").at(-1)).toMatchObject({ at: "2020-09-21T08:00:00Z" });
  });
});

describe("A session is announced", () => {
  const announced = (past: Past, until: string) =>
    past
      .until(until)
      .events.flatMap((event) =>
        event.type === "MeetingAnnounced" ? [`${event.at.slice(0, 10)} ${event.meeting} on ${event.on}`] : [],
      );
  it("five school days before it, once; on its new day where it moved", () => {
    expect(announced(begun(), "2021-01-31")).toEqual([
      "2020-09-23 session-1 on 2020-09-30",
      "2021-01-13 session-2 on 2021-01-20",
      "2021-01-27 headteachers-session on 2021-02-03",
    ]);
    const moved = begun().on("2020-09-24T10:00", "MoveSession", { session: "session-1", on: "2020-10-07", ...because });
    expect(announced(moved, "2020-10-31")).toEqual([
      "2020-09-23 session-1 on 2020-09-30",
      "2020-09-30 session-1 on 2020-10-07",
    ]);
  });
  it("on the next school day where it is nearer than that, and not on its own day", () => {
    const near = begun().on("2020-09-10T10:00", "MoveSession", { session: "session-1", on: "2020-09-15", ...because });
    expect(announced(near, "2020-10-31")).toEqual(["2020-09-11 session-1 on 2020-09-15"]);
  });
  it("on no day that it does not have any more, nor where it was called off, held or where the school is away", () => {
    // Another day by the promise itself, where nobody has formed the group.
    const later = { commitment: "session-1", dueOn: "2020-10-07", ...because };
    expect(announced(begun().on("2020-09-10T10:00", "RescheduleCommitment", later), "2020-10-31")).toEqual([
      "2020-09-30 session-1 on 2020-10-07",
    ]);
    const off = begun().on("2020-09-10T10:00", "CancelSession", { session: "session-1", ...because });
    const away = begun().on("2020-09-10T10:00", "PauseJourney", because);
    for (const past of [off, away]) expect(announced(past, "2020-10-31")).toEqual([]);
  });
});

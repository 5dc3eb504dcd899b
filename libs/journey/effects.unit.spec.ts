import { describe, expect, it } from "@jest/globals";
import { because, begun, type Past } from "../../test/support/journey.ts";
import { JOURNEY } from "./kind.ts";

const asked = ({ state, events }: Past) =>
  state.status === "none" ? [] : state.effects.map(({ seq, kind }) => [events[seq - 1]?.type, kind]);

describe("Who is told that something waits for a decision", () => {
  it("the hub lead, when a year ends and nobody has said whether the school is Mastery Ready", () => {
    // By the hub's morning: of itself it sends nothing.
    const undecided = begun().until("2021-09-01");
    expect(asked(undecided)).not.toContainEqual(["TaskOpened", "send-notice"]);
    expect(undecided.events.filter((one) => one.type === "TaskOpened" && one.tellAt === null)).toMatchObject([
      { about: "readiness" },
    ]);
    const decided = begun()
      .on("2021-07-01T09:00", "ConfirmReadiness", { ready: false, ...because })
      .until("2021-09-01");
    expect(decided.events.filter((one) => one.type === "TaskOpened" && one.tellAt === null)).toEqual([]);
  });

  it("of a missed commitment by its escalation alone, not once more by its task", () => {
    const past = begun()
      .on("2020-10-14T18:00", "RecordAttendance", { session: "session-1", on: "2020-10-14", present: ["teacher-1"] })
      .until("2021-07-01");
    expect(past.all("TaskOpened")).not.toEqual([]);
    expect(asked(past)).toContainEqual(["LettersDue", "escalate-commitment"]);
    expect(asked(past)).not.toContainEqual(["TaskOpened", "send-notice"]);
  });
});

it("The line beside a letter in the Temporal UI says why it goes and to which roles", () => {
  const { state, events } = begun().until("2020-09-30");
  const letters = events.filter(({ type }) => type === "LettersDue");
  const lines = letters.map(({ seq }) => JOURNEY.summaryOf({ seq }, state, events));
  expect(lines).toEqual([
    "news to applicant, headteacher",
    "reminder to maths lead, lead teacher; reminder to headteacher",
    "announcement to maths lead, lead teacher, headteacher",
  ]);
});

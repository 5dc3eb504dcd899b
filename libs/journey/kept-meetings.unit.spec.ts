// A school that is invited and has not answered: its place is kept until 31 October, its meetings are announced to who
// applied and to the headteacher, and nothing is chased.

import { describe, expect, it } from "@jest/globals";
import { because, begun, done, PRIMARY_DEVELOPMENT, RULES, type Past } from "../../test/support/journey.ts";
import type { Instant, LocalDate } from "../calendar/instants.ts";
import { decide } from "./decide.ts";
import type { GroupAtHand } from "./rules.ts";

const invited = done(begun(PRIMARY_DEVELOPMENT), "2025-07-02T09:00").on("2025-07-03T09:00", "InviteToNextStage", {});
const announced = (past: Past) =>
  past.events.flatMap((event) => (event.type === "MeetingAnnounced" && "into" in event ? [[event.on, event.to]] : []));

describe("The meetings of a year to which a school is invited", () => {
  it("are announced from the end of August to 31 October, while it has not answered", () => {
    const waits = invited.until("2025-11-05");
    expect(waits.state.status).toBe("completed");
    expect(announced(waits)).toEqual([["2025-10-01", ["headteacher", "applicant"]]]);
    const chased = waits.all("CommitmentMissed", "ChaserDue", "ReminderDue").filter(({ at }) => at > "2025-09-01");
    expect(chased).toEqual([]);
  });
  it("not once it has said yes, or no", () => {
    const yes = invited.on("2025-09-10T09:00", "ConfirmNextStage", {});
    const no = invited.on("2025-09-10T09:00", "DeclineOffer", because);
    for (const past of [yes, no]) expect(announced(past.until("2025-11-05"))).toEqual([]);
  });
  it("nor where it may not go on: its last year was not completed", () => {
    const short = begun(PRIMARY_DEVELOPMENT)
      .on("2025-06-03T09:00", "InviteToNextStage", {})
      .on("2025-07-02T09:00", "ConfirmCompletion", { completed: false, ...because });
    expect(announced(short.until("2025-11-05"))).toEqual([]);
  });
  it("also where it is invited in September", () => {
    const late = done(begun(PRIMARY_DEVELOPMENT), "2025-07-02T09:00").on("2025-09-08T09:00", "InviteToNextStage", {});
    expect(announced(late.until("2025-11-05"))).toEqual([["2025-10-01", ["headteacher", "applicant"]]]);
  });
});

describe("Where their group is formed", () => {
  const group = (on: LocalDate, status: "scheduled" | "cancelled" = "scheduled"): GroupAtHand => ({
    id: "group-1",
    hub: "great-north",
    prospectus: "2025-26/primary-embedding",
    hasRoom: true,
    holdsPlace: true,
    sessions: [{ code: "session-1", on, status }],
  });
  /** What a moment brings, with the group as it is then. */
  const brings = (past: Past, at: Instant, now: GroupAtHand) => {
    const tick = { id: "tick", type: "Tick" as const, at, by: { who: "clock", role: "service" as const }, data: {} };
    const decision = decide(past.state, tick, RULES, { groupOf: () => now });
    return "events" in decision ? decision.events : [];
  };
  const ended = (now: GroupAtHand): Past => {
    const before = invited.until("2025-08-31T12:00");
    return before.follow(brings(before, "2025-08-31T22:59:59Z", now));
  };

  it("they are announced on its days, as it holds them then", () => {
    const waits = ended(group("2025-09-24"));
    expect(brings(waits, "2025-09-17T08:00:00Z", group("2025-09-24"))).toContainEqual(
      expect.objectContaining({ type: "MeetingAnnounced", on: "2025-09-24", to: ["headteacher", "applicant"] }),
    );
  });
  it("to nobody where it was called off; before its new day where it moved", () => {
    const waits = ended(group("2025-09-24"));
    const off = brings(waits, "2025-09-17T08:00:00Z", group("2025-09-24", "cancelled"));
    expect(off).toContainEqual(expect.objectContaining({ type: "MeetingAnnounced", to: [] }));
    const moved = brings(waits, "2025-09-17T08:00:00Z", group("2025-10-15"));
    expect(moved).toContainEqual(
      expect.objectContaining({ to: [], again: { code: "session-1", on: "2025-10-15", at: "2025-10-08T08:00:00Z" } }),
    );
    const then = brings(waits.follow(moved), "2025-10-08T08:00:00Z", group("2025-10-15"));
    expect(then).toContainEqual(
      expect.objectContaining({ type: "MeetingAnnounced", on: "2025-10-15", to: ["headteacher", "applicant"] }),
    );
  });
  it("not those of a group of another year: nobody knows when it will meet", () => {
    const other = { ...group("2025-09-24"), prospectus: PRIMARY_DEVELOPMENT };
    expect(ended(other).all("StageCompleted")).toMatchObject([{ waitsUntil: "2025-10-31" }]);
    expect(ended(other).all("StageCompleted")[0]).not.toHaveProperty("announces");
  });
});

it("a yes in October begins the year that day, with its own announcements", () => {
  const yes = invited.on("2025-10-09T09:00", "ConfirmNextStage", {});
  expect(yes.year).toMatchObject({
    academicYear: "2025/26",
    announces: [{ code: "session-2" }, { code: "session-3" }],
  });
});

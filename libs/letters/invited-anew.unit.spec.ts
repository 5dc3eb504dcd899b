// A school that stops, moves on or comes back, and a teacher who leaves or comes: what that brings to whose calendar.

import { describe, expect, test } from "@jest/globals";
import { because, begun, type Past } from "../../test/support/journey.ts";
import { besideNothing, told } from "../../test/support/news.ts";
import { addSeconds } from "../calendar/instants.ts";
import type { EventType } from "../journey/events.ts";
import type { Begun } from "../journey/state.ts";
import { noticeOf } from "./notice.ts";

const fit = { experienced: true, authority: true, role: "lead-teacher" } as const;

/** All letters of a past until then have gone. */
function sent(past: Past, until: string): Past {
  let now = past.until(until);
  for (const { seq } of (now.state as Begun).effects) {
    const done = { effect: seq, outcome: "performed", messageId: "<sent>" } as const;
    now = now.on(addSeconds((now.state as Begun).lastAt, 3), "RecordEffect", done);
  }
  return now;
}

/** What the letter about the last event of a type brings: which meeting, when, and for whom; `off` where it ends it. */
const brings = (past: Past, type: EventType): string[] =>
  (told(past, type)?.invites ?? [])
    .filter(({ only }) => only !== undefined)
    .map(({ meeting: { code, on }, cancelled, only = [] }) =>
      [code, on, ...(cancelled ? ["off"] : []), ...only.map(({ who }) => who)].join(" "),
    );
const versions = (past: Past, type: EventType): number[] => (told(past, type)?.invites ?? []).map((one) => one.version);

/** The first session is announced, and the second has news of its day; both have gone out. */
const moved = sent(
  begun().on("2020-09-10T09:00", "MoveSession", { session: "session-2", on: "2021-01-27", ...because }),
  "2020-09-10T10:00",
);
const announced = sent(moved, "2020-09-23T10:00");
const BOTH = ["teacher-1", "teacher-2"];

describe("A school that leaves", () => {
  test("has the meetings to come taken out of the calendars of those who were invited, and no others", () => {
    const left = announced.on("2020-09-24T09:00", "WithdrawSchool", because);
    expect(brings(left, "SchoolWithdrawn")).toEqual([
      expect.stringMatching(/^session-1 2020-09-30 off teacher-1 teacher-2/u),
      `session-2 2021-01-27 off ${BOTH.join(" ")}`,
    ]);
    for (const version of versions(left, "SchoolWithdrawn")) expect(version).toBe(left.seqOf("SchoolWithdrawn"));
  });
  test("after a meeting: that one stays where it was", () => {
    const left = announced.on("2020-10-01T09:00", "WithdrawSchool", because);
    expect(brings(left, "SchoolWithdrawn").map((one) => one.slice(0, 9))).toEqual(["session-2"]);
  });
  test("takes nothing out for whom the letter did not reach; who had it in their stead has it taken out", () => {
    const only = begun().on("2020-09-10T09:00", "MoveSession", { session: "session-2", on: "2021-01-27", ...because });
    const effect = only.until("2020-09-10T10:00").seqOf("LettersDue");
    const messageId = `<100001-primary.${effect}.p-teacher-1@x> <100001-primary.${effect}.applicant@x>`;
    const fell = { effect, outcome: "performed", messageId, code: "fell-back" } as const;
    const left = only.on("2020-09-10T10:00", "RecordEffect", fell).on("2020-09-11T09:00", "WithdrawSchool", because);
    const [invited, ...others] = told(left, "SchoolWithdrawn", { keyOf: (one) => `p-${one}` })?.invites ?? [];
    expect(others).toEqual([]);
    expect(invited?.only).toEqual([
      { who: "teacher-1", role: "maths-lead" },
      { who: "teacher-2", role: "lead-teacher", instead: true },
    ]);
  });
  test("whose letters have not gone has nothing to take out; nor what was called off before", () => {
    const unsent = begun().until("2020-09-23T10:00").on("2020-09-24T09:00", "WithdrawSchool", because);
    expect(brings(unsent, "SchoolWithdrawn")).toEqual([]);
    const off = announced.on("2020-09-24T09:00", "CancelSession", { session: "session-2", ...because });
    const gone = sent(off, "2020-09-24T10:00").on("2020-09-25T09:00", "WithdrawSchool", because);
    expect(brings(gone, "SchoolWithdrawn").map((one) => one.slice(0, 9))).toEqual(["session-1"]);
  });
});

test("A school that had not left after all has them back, and its teachers hear of it", () => {
  const left = sent(announced.on("2020-09-24T09:00", "WithdrawSchool", because), "2020-09-24T10:00");
  const event = left.seqOf("SchoolWithdrawn");
  const back = left.on("2020-09-25T09:00", "CorrectRecord", { event, ...because });
  expect(told(back, "RecordCorrected")?.to).toEqual(["applicant", "maths-lead", "lead-teacher", "headteacher"]);
  expect(brings(back, "RecordCorrected").map((one) => one.slice(0, 20))).toEqual([
    "session-1 2020-09-30",
    "session-2 2021-01-27",
  ]);
  expect(versions(back, "RecordCorrected")[0]).toBeGreaterThan(event);
  const later = back.until("2021-01-20T10:00");
  expect(told(later, "MeetingAnnounced")?.invites).toMatchObject([{ version: later.seqOf("RecordCorrected") }]);
});

describe("A school that pauses", () => {
  const paused = sent(announced.on("2020-09-24T09:00", "PauseJourney", because), "2020-09-24T10:00");
  test("has them taken out, and once", () => {
    expect(brings(paused, "JourneyPaused")).toHaveLength(2);
    const left = paused.on("2020-09-25T09:00", "WithdrawSchool", because);
    expect(brings(left, "SchoolWithdrawn")).toEqual([]);
  });
  test("and comes back is invited anew to what is still to come, by a higher number", () => {
    const back = paused.on("2020-10-05T09:00", "ReturnToProgramme", {});
    expect(brings(back, "SchoolReturned")).toEqual([`session-2 2021-01-27 ${BOTH.join(" ")}`]);
    expect(versions(back, "SchoolReturned")[0]).toBeGreaterThan(back.seqOf("JourneyPaused"));
  });
  test("has its announcements by that number, too", () => {
    const back = paused.on("2020-10-05T09:00", "ReturnToProgramme", {}).until("2021-01-20T10:00");
    expect(told(back, "MeetingAnnounced")?.invites).toMatchObject([
      { meeting: { code: "session-2" }, version: back.seqOf("SchoolReturned") },
    ]);
  });
});

describe("A teacher", () => {
  const replaced = announced.on("2020-09-24T09:00", "ReplaceParticipant", {
    ...{ participant: "teacher-2", by: "teacher-3", ...fit, ...because },
  });
  test("who is replaced hears of it, with the meetings taken out; who comes is invited to what was announced", () => {
    expect(brings(replaced, "ParticipantReplaced")).toEqual([
      "session-1 2020-09-30 off teacher-2",
      "session-2 2021-01-27 off teacher-2",
      "session-1 2020-09-30 teacher-3",
    ]);
    const [letters] = replaced.until("2020-09-24T09:10").all("LettersDue").slice(-1);
    expect(letters).toMatchObject({
      letters: [
        { to: ["lead-teacher"], cause: "news" },
        { to: [], left: ["teacher-2"], cause: "news" },
      ],
    });
  });
  test("who came after it was announced has it taken out, too, when the school leaves", () => {
    const gone = sent(replaced, "2020-09-24T10:00").on("2020-09-25T09:00", "WithdrawSchool", because);
    expect(brings(gone, "SchoolWithdrawn")[0]).toMatch(/^session-1 2020-09-30 off .*teacher-3/u);
  });
  test("who leaves and is named again has all back, above what took it out, and so has what is announced later", () => {
    const released = sent(
      announced.on("2020-09-24T09:00", "ReleaseParticipant", { participant: "teacher-2", ...because }),
      "2020-09-24T10:00",
    );
    const event = released.events.findLast(({ type }) => type === "ParticipantReleased")!;
    const state = released.state as Begun;
    const notice = noticeOf({ event, events: released.events, state, toLeft: true }, besideNothing);
    expect(notice).toMatchObject({ kind: "teacher-left", to: [], left: ["teacher-2"] });
    const back = released.on("2020-09-25T09:00", "NominateParticipant", { participant: "teacher-2", ...fit });
    expect(brings(back, "ParticipantNominated")).toEqual([
      "session-1 2020-09-30 teacher-2",
      "session-2 2021-01-27 teacher-2",
    ]);
    const later = back.until("2021-01-20T10:00");
    expect(told(later, "MeetingAnnounced")?.invites).toMatchObject([
      { version: later.seqOf("SessionMoved") },
      { version: later.seqOf("ParticipantNominated"), only: [{ who: "teacher-2" }] },
    ]);
  });
  test("who was named and left within ten minutes was never told, and is not", () => {
    const past = begun()
      .on("2020-09-10T09:00", "ReplaceParticipant", { participant: "teacher-2", by: "teacher-3", ...fit, ...because })
      .on("2020-09-10T09:05", "ReleaseParticipant", { participant: "teacher-3", ...because });
    const event = past.events.findLast(({ type }) => type === "ParticipantReleased")!;
    const asked = { event, events: past.events, state: past.state as Begun, toLeft: true as const };
    expect(noticeOf(asked, besideNothing)).toBeNull();
  });
});

describe("A school that goes to another hub", () => {
  test("has them taken out by the hub that had invited it, and is told with its teachers", () => {
    const there = announced.on("2020-09-24T09:00", "MoveToHub", { hub: "south", ...because });
    expect(told(there, "SchoolJoinedHub")?.to).toEqual(["applicant", "headteacher", "maths-lead", "lead-teacher"]);
    expect(brings(there, "SchoolJoinedHub")).toHaveLength(2);
    expect(told(there, "SchoolJoinedHub")?.invites?.map(({ hub }) => hub)).toEqual(["great-north", "great-north"]);
    const left = there.on("2020-09-25T09:00", "WithdrawSchool", because);
    expect(brings(left, "SchoolWithdrawn")).toEqual([]);
    const placed = there.on("2020-09-25T09:00", "PlaceInWorkGroup", { workGroup: "south-1", ...because });
    expect(brings(placed, "SchoolChangedGroup").map((one) => one.slice(0, 20))).toEqual([
      "session-1 2020-09-30",
      "session-2 2021-01-27",
    ]);
    expect(versions(placed, "SchoolChangedGroup")[0]).toBeGreaterThan(there.seqOf("SchoolJoinedHub"));
  });
});

describe("A school that goes to another group", () => {
  const at = "2020-09-24T08:00:00Z";
  const follows = { at, reasonCode: "session-dated" } as const;
  const changed = announced.follow([
    { type: "SchoolChangedGroup", at, from: null, workGroup: "other", reasonId: "text-1" },
    {
      type: "SessionMoved",
      at,
      session: "session-2",
      on: "2021-02-03",
      from: "2021-01-27",
      reasonCode: "of-the-group",
    },
    { type: "CommitmentRescheduled", commitment: "session-2", dueOn: "2021-02-03", ...follows },
    { type: "CommitmentWaived", commitment: "session-1", at, reasonCode: "held-before-coming" },
  ]);
  test("has its meetings moved to that group's days, and taken out where that group does not hold them", () => {
    expect(brings(changed, "SchoolChangedGroup")).toEqual([
      `session-2 2021-02-03 ${BOTH.join(" ")}`,
      expect.stringMatching(/^session-1 2020-09-30 off teacher-1 teacher-2/u),
    ]);
    expect(versions(changed, "SchoolChangedGroup")).toEqual([
      changed.seqOf("SessionMoved"),
      changed.seqOf("SchoolChangedGroup"),
    ]);
  });
});

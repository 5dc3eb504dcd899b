// One letter of several things: what was kept back says so, and nobody is promised, or told, what does not happen.

import { describe, expect, test } from "@jest/globals";
import { begun, type Past } from "../../test/support/journey.ts";
import { besideNothing, read } from "../../test/support/news.ts";
import type { EventOf, Recorded } from "../journey/events.ts";
import { noticesAsked } from "./gathered.ts";
import { noticeOf } from "./notice.ts";
import { asRead, envelope } from "./sample.ts";

/** One teacher and the headteacher were away from the first meeting: both are missed. */
const away = begun().on("2020-09-30T17:00", "RecordAttendance", {
  session: "session-1",
  on: "2020-09-30",
  present: ["teacher-1"],
});
const first = away.until("2020-10-07T12:00");
const second = away.until("2020-10-21T12:00");
const ofMeeting = ({ events }: Past): Recorded<EventOf<"CommitmentEscalated">>[] =>
  events.flatMap((one) => (one.type === "CommitmentEscalated" && one.commitment === "meeting-1" ? [one] : []));

describe("A letter of what was missed", () => {
  const textAt = (at: string): string => {
    const tells = ofMeeting(first).map(({ seq }) => seq);
    const event = {
      type: "LettersDue",
      at,
      seq: 999,
      letters: [{ to: ["maths-lead"], cause: "chaser", tells }],
    } as const;
    const { state, events } = first;
    if (state.status === "none") throw new Error("there is no journey");
    const then = { ...state, lastAt: at };
    const notices = noticesAsked({ event, events, state: then }, besideNothing);
    return notices.map((one) => asRead(one.write(envelope()))).join();
  };
  test("that was kept back says so plainly, and names no day that has gone", () => {
    const [today, late, afterNext] = ["2020-10-07", "2020-10-09", "2020-10-23"].map((on) => textAt(`${on}T08:00:00Z`));
    expect(today).not.toContain("kept back");
    expect(today).toContain("Please answer before Wednesday 21 October 2020.");
    expect(late).toContain("Some of this was to reach you before today. It was kept back until now.");
    expect(late).toContain("Please answer before Wednesday 21 October 2020.");
    expect(afterNext).toContain("It was kept back until now.");
    expect(afterNext).not.toContain("Please answer before");
  });

  test("names the headteacher as asked next only where that letter can go", () => {
    const asked = (letters: number, ...tells: string[]): string => {
      const { state, events } = first;
      if (state.status === "none") throw new Error("there is no journey");
      const who = state.school.headteacherContact ?? "headteacher";
      const written = [{ who, on: "2020-10-06", academicYear: "2020/21", letters }];
      const holds = tells.length > 0 ? [{ seq: 1, tells, until: null }] : [];
      const event = ofMeeting(first)[0];
      if (event === undefined) throw new Error("nothing was missed");
      const notice = noticeOf({ event, events, state: { ...state, written, holds } }, besideNothing);
      return notice === null ? "" : asRead(notice.write(envelope()));
    };
    expect(asked(0)).toContain("If we hear nothing, your headteacher is asked next, and after that the hub lead");
    for (const full of [asked(12), asked(11), asked(0, "2020/21/missed/meeting-1/2")]) {
      expect(full).toContain("If we hear nothing, the hub lead is asked to decide what happens.");
      expect(full).not.toContain("headteacher is asked");
    }
  });

  test("says that somebody was written to only where the letter went", () => {
    expect(ofMeeting(second)).toHaveLength(2);
    const wrote = "Wednesday 7 October 2020: we wrote to the maths lead and the lead teachers.";
    const lastOfMeeting = (events: Past["events"]): string => {
      const event = ofMeeting(second).at(-1);
      const { state } = second;
      const notice = event && state.status !== "none" ? noticeOf({ event, events, state }, besideNothing) : null;
      return notice === null ? "" : asRead(notice.write(envelope()));
    };
    expect(lastOfMeeting(second.events)).toContain(wrote);
    const held = second.events.map((one) =>
      one.type === "LettersDue" && one.at.startsWith("2020-10-07")
        ? {
            ...one,
            letters: [],
            held: one.letters.map(({ tells }) => ({ who: ["x"], tells, why: "twelve-a-year" as const })),
          }
        : one,
    );
    expect(lastOfMeeting(held)).not.toContain("we wrote to");
    expect(read(second, "CommitmentEscalated")).not.toBe("");
  });
});

// What a letter about a meeting brings to its reader's calendar.

import { describe, expect, it } from "@jest/globals";
import { because, begun, SECONDARY_DEVELOPMENT, type Past } from "../../test/support/journey.ts";
import { told } from "../../test/support/news.ts";
import type { EventType } from "../journey/events.ts";

const SEPT = "2020-09-10T09:00";
const invited = (past: Past, type: EventType) =>
  (told(past, type)?.invites ?? []).map(({ meeting, ...one }) => ({ ...one, ...meeting }));

describe("The invitation of a letter", () => {
  it("rises with each change, and stays where it was when the meeting is announced", () => {
    const moved = begun().on(SEPT, "MoveSession", {
      session: "session-1",
      on: "2020-10-07",
      startsAt: "13:30",
      ...because,
    });
    const announced = moved.until("2020-09-30T10:00");
    const off = announced.on("2020-10-01T09:00", "CancelSession", { session: "session-1", ...because });
    const seq = moved.seqOf("SessionMoved");
    const is = { academicYear: "2020/21", code: "session-1", on: "2020-10-07", startsAt: "13:30" };
    expect(invited(moved, "SessionMoved")).toMatchObject([{ ...is, version: seq, cancelled: false }]);
    expect(invited(announced, "MeetingAnnounced")).toMatchObject([{ ...is, version: seq, at: "2020-09-30T08:00:00Z" }]);
    expect(invited(off, "SessionCancelled")).toMatchObject([
      { ...is, version: off.seqOf("SessionCancelled"), cancelled: true },
    ]);
  });
  it("of a meeting that is as its year began goes by that", () => {
    const announced = begun().until("2020-09-23T10:00");
    expect(invited(announced, "MeetingAnnounced")).toMatchObject([
      { version: begun().seqOf("StageStarted"), on: "2020-09-30" },
    ]);
  });
  it("of support that takes several visits is one each; a visit is at the school", () => {
    const year = begun(SECONDARY_DEVELOPMENT);
    const first = year.on("2020-10-01T09:00", "BookSupportVisit", {
      on: "2020-11-12",
      commitment: "in-school-support",
    });
    const second = first.on("2020-10-02T09:00", "BookSupportVisit", {
      on: "2020-11-17",
      commitment: "in-school-support",
    });
    const codes = [first, second].flatMap((past) => invited(past, "SupportVisitBooked"));
    expect(codes).toMatchObject([
      { code: "in-school-support/2020-11-12", atSchool: true },
      { code: "in-school-support/2020-11-17", atSchool: true },
    ]);
  });
});

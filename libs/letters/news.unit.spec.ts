// What has just changed, as those read it who hear of it: sessions, visits, the Work Group, promises.

import { describe, expect, test } from "@jest/globals";
import { because, begun, placed, register, type Past } from "../../test/support/journey.ts";
import { EVENTS, type EventType, type Recorded } from "../journey/events.ts";
import { mayBeNews } from "../journey/news.ts";
import { noticeOf } from "./notice.ts";
import { isNews } from "./of-news.ts";
import { besideNothing, read, told } from "../../test/support/news.ts";

const SEPT = "2020-09-10T09:00";
const move = (past: Past, when: string, on: string, session = "session-2"): Past =>
  past.on(when, "MoveSession", { session, on, ...because });
const off = (past: Past, when = SEPT, session = "session-2"): Past =>
  past.on(when, "CancelSession", { session, ...because });
const moved = move(begun(), SEPT, "2021-01-27");

test("of every event somebody hears at once, or it is said why nobody does; what is told has words", () => {
  for (const type of Object.keys(EVENTS) as EventType[]) {
    const event = { type, at: "2020-09-10T09:00:00Z", seq: 1 } as Recorded;
    expect([type, isNews({ event, events: [], state: begun().state as never })]).toEqual([type, mayBeNews(type)]);
  }
});

describe("A session moves", () => {
  test("and its teachers hear of both days, the new one first", () => {
    expect(told(moved, "SessionMoved")).toMatchObject({
      kind: "session-moved",
      to: ["maths-lead", "lead-teacher"],
      about: ["session-2"],
      prospectus: "2020-21/primary-readiness",
    });
    expect(read(moved, "SessionMoved")).toContain(
      "Moved to Wednesday 27 January: Work Group meeting 2 | Dear Ada Lovelace, About: Example Primary School " +
        "(URN 100001), Mastery Readiness Work Group 2020/21 >> Work Group meeting 2 is now on Wednesday 27 January " +
        "2021. It was to be on Wednesday 20 January 2021.",
    );
  });
  test("twice: people hear of the last alone, and of the day that they know", () => {
    const twice = move(moved, "2020-09-10T09:05", "2021-02-03");
    const first = twice.events.find(({ type }) => type === "SessionMoved") as Recorded;
    expect(noticeOf({ event: first, events: twice.events, state: twice.state as never }, besideNothing)).toBeNull();
    expect(read(twice, "SessionMoved")).toContain("It was to be on Wednesday 20 January 2021.");
    expect(read(move(moved, "2020-09-14T09:00", "2021-02-03"), "SessionMoved")).toContain(
      "It was to be on Wednesday 27 January 2021.",
    );
  });
  test("and back before anybody was told: nobody hears of it", () => {
    expect(told(move(moved, "2020-09-10T09:05", "2021-01-20"), "SessionMoved")).toBeNull();
    expect(told(move(moved, "2020-09-14T09:05", "2021-01-20"), "SessionMoved")).not.toBeNull();
  });
  test("and what is due after the last one moves with it", () => {
    expect(read(move(begun(), SEPT, "2021-07-14", "session-3"), "SessionMoved")).toContain(
      "WHAT MOVES WITH IT - Report to your hub: now due by Friday 16 July 2021 - Evaluation of the year: now due by",
    );
  });
  test("the first one is the headteacher’s too", () => {
    const first = move(begun(), SEPT, "2020-10-14", "session-1");
    expect(told(first, "SessionMoved")?.to).toEqual(["maths-lead", "lead-teacher", "headteacher"]);
    expect(read(first, "SessionMoved")).toContain("Your headteacher is asked to come to this one too.");
  });
  test("after that the school pauses or leaves, and hears of that alone", () => {
    expect(told(moved.on("2020-09-10T09:05", "PauseJourney", because), "SessionMoved")).toBeNull();
    expect(told(moved.on("2020-09-10T09:05", "WithdrawSchool", because), "SessionMoved")).toBeNull();
  });
});

describe("A session is called off", () => {
  test("and people hear what comes next; what had moved before is not told", () => {
    const gone = off(moved, "2020-09-10T09:04");
    expect(told(gone, "SessionMoved")).toBeNull();
    const text = read(gone, "SessionCancelled");
    expect(text).toContain("Called off, Wednesday 20 January: Work Group meeting 2 |");
    expect(text).toContain("does not take place. Please take it out of your calendar.");
    expect(text).toContain("The next date is Work Group meeting 1, on Wednesday 30 September 2020.");
  });
  test("the first one: the headteacher is asked to the next", () => {
    const first = off(begun(), SEPT, "session-1");
    expect(told(first, "SessionCancelled")?.to).toContain("headteacher");
    expect(read(first, "SessionCancelled")).toContain(
      "Your headteacher is asked to come to Work Group meeting 2 instead, on Wednesday 20 January 2021.",
    );
  });
  test("and is on again", () => {
    const on = off(begun()).on("2020-09-12T09:00", "ScheduleSession", { session: "session-2", on: "2021-01-27" });
    expect(read(on, "SessionScheduled")).toContain("On again, Wednesday 27 January: Work Group meeting 2");
  });
  test("before anybody had heard of it: nobody is told", () => {
    const extra = begun().on(SEPT, "ScheduleSession", { session: "session-9", on: "2020-11-25" });
    expect(read(extra, "SessionScheduled")).toContain("This is an extra session: nobody has to come.");
    expect(told(off(extra, "2020-09-10T09:03", "session-9"), "SessionCancelled")).toBeNull();
    expect(read(off(extra, "2020-09-12T09:03", "session-9"), "SessionCancelled")).toContain(
      "An extra Work Group session on Wednesday 25 November 2020 does not take place.",
    );
  });
});

describe("A visit", () => {
  const booked = begun().on(SEPT, "BookSupportVisit", { on: "2020-11-18" });
  test("is booked: the teachers and the headteacher, who meets the lead at it", () => {
    expect(told(booked, "SupportVisitBooked")?.to).toEqual(["maths-lead", "lead-teacher", "headteacher"]);
    expect(read(booked, "SupportVisitBooked")).toContain(
      ">> The Work Group lead visits your school on Wednesday 18 November 2020. WHAT TO DO",
    );
  });
  test("gets another day, by which people know it", () => {
    const other = booked.on("2020-09-12T09:00", "BookSupportVisit", { on: "2020-11-25" });
    expect(read(other, "SupportVisitBooked")).toContain("It was to be on Wednesday 18 November 2020.");
    const atOnce = booked.on("2020-09-10T09:05", "BookSupportVisit", { on: "2020-11-25" });
    expect(read(atOnce, "SupportVisitBooked")).not.toContain("It was to be");
  });
});

describe("The Work Group", () => {
  test("meets online: until when nobody is chased, and its dates", () => {
    const online = begun().on(SEPT, "AdaptDelivery", { delivery: "online", until: "2020-12-11", ...because });
    const text = read(online, "DeliveryAdapted");
    expect(text).toContain("From now on your Work Group meets online.");
    expect(text).toContain("Until Friday 11 December 2020 nobody is chased for what is late.");
    expect(text).toContain("THE SESSIONS TO COME - Work Group meeting 1 When: Wednesday 30 September 2020");
    const back = online.on("2020-11-12T09:00", "AdaptDelivery", { delivery: "in-person", ...because });
    expect(read(back, "DeliveryAdapted")).toContain("Your Work Group meets in person again |");
  });
  test("has another lead, by name where the service knows one", () => {
    const led = begun().on(SEPT, "ChangeLead", { lead: "lead-2", ...because });
    expect(read(led, "LeadChanged")).toContain("Somebody else leads your Work Group from now on.");
    expect(read(led, "LeadChanged", { nameOf: () => "Grace Hopper" })).toContain(
      ">> Grace Hopper, Mastery Readiness Lead leads your Work Group now.",
    );
  });
  test("is another one: its dates stand in one letter, and none is told by itself", () => {
    const other = begun().on(SEPT, "PlaceInWorkGroup", { workGroup: "group-2", ...because });
    expect(told(other, "SchoolChangedGroup")?.to).toEqual(["maths-lead", "lead-teacher", "headteacher"]);
    expect(read(other, "SchoolChangedGroup")).toContain("WHAT IS STILL TO COME THIS YEAR - Work Group meeting 1");
  });
  test("has a place for the school: told to who applied, the headteacher and every teacher", () => {
    expect(told(placed(), "SchoolPlaced")?.to).toEqual(["applicant", "headteacher", "maths-lead", "lead-teacher"]);
    expect(read(placed(), "SchoolPlaced")).toContain(
      "The first date is Work Group meeting 1, on Wednesday 30 September 2020.",
    );
  });
});

describe("A meeting that was missed", () => {
  const away = (past: Past, session: string, on: string): Past =>
    past.on(`${on}T17:00`, "RecordAttendance", {
      ...register(session, on, ["teacher-1"]),
      absent: [{ participant: "teacher-2", reasonCode: "cover" }],
    });
  const first = away(begun(), "session-1", "2020-09-30");
  test("with a reason, for the first time that year: one letter, about catching up", () => {
    expect(read(first.until("2020-10-16"), "CommitmentEscalated")).toContain(
      "How to catch up on Work Group meeting 1 |",
    );
  });
  test("a second time: about catching up, and that the headteacher is written to next", () => {
    const text = read(away(first, "session-2", "2021-01-20").until("2021-02-02"), "CommitmentEscalated");
    expect(text).toContain("Missed on 20 January: Work Group meeting 2 |");
    expect(text).toContain("It is not the first meeting of this year that was missed");
    expect(text).toContain("your headteacher is asked next");
  });
});

describe("A promise", () => {
  test("has a new day by agreement: told with the one before; what follows a session is told with that", () => {
    const later = begun().on(SEPT, "RescheduleCommitment", {
      commitment: "action-plan",
      dueOn: "2021-03-03",
      ...because,
    });
    expect(read(later, "CommitmentRescheduled")).toContain(
      ">> Action plan for your school: the new date is Wednesday 3 March 2021. It was Wednesday 3 February 2021 " +
        "before.",
    );
    expect(told(moved, "CommitmentRescheduled")).toBeNull();
  });
  test("is let go: told once, as the school’s part in it", () => {
    const gone = begun().on(SEPT, "WaiveCommitment", { commitment: "session-2", ...because });
    const heard = gone.events
      .filter(({ type }) => type === "CommitmentWaived")
      .flatMap((event) => noticeOf({ event, events: gone.events, state: gone.state as never }, besideNothing) ?? []);
    expect(heard.map(({ about }) => about[0])).toEqual(["meeting-2"]);
    expect(told(off(begun()), "CommitmentWaived")).toBeNull();
  });
  test("of the headteacher’s is told to the headteacher", () => {
    const waived = begun().on(SEPT, "WaiveCommitment", { commitment: "headteacher-first-workshop", ...because });
    expect(told(waived, "CommitmentWaived")?.to).toEqual(["headteacher"]);
  });
});

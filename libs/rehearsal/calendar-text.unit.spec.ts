// The rehearsal that a person reads.

import { describe, expect, it } from "@jest/globals";
import { outcomeOf, rehearsalOf } from "../../test/support/rehearsing.ts";

const textWith = (changes: object, script = ""): string => outcomeOf(rehearsalOf({ ...changes }, script)).text;

describe("the calendar", () => {
  it("names each of those who have the same letter once, however many people they are", () => {
    const text = textWith(
      { prospectus: "2024-25/primary-development", start: "2024-05-01", until: "2025-02-28" },
      "- {at: 2024-11-04T09:00, command: PauseJourney, with: {reason: Flood}}\n" +
        "- {at: 2024-11-18T09:00, command: ReturnToProgramme}",
    );
    expect(text).toContain("Letter to the lead teachers: You take part");
    expect(text).not.toContain("the lead teachers and the lead teachers");
  });
  it("says month by month, in London, what happens and what is due, and then the totals", () => {
    const text = textWith({ until: "2020-10-31" }, "- {at: 2020-06-02T09:00, command: AcceptOffer}");
    expect(text).toBe(`Example Primary School (URN 100001, primary, state-funded)
Rehearsal of 2020-21/primary-readiness: an exemplary school, an attentive hub.
From 1 June 2020 to 31 October 2020. Times are London times.

June 2020
  Mon  1  09:00  The school applies for 2020-21/primary-readiness.
          09:00  Letter to the person who applied: We have your application: Mastery Readiness Work
                 Group 2020/21
  Tue  2  07:30  Letter to the hub coordinator: Tuesday 2 June 2020: 1 application
          09:00  Turned down: AcceptOffer (not-in-this-state): There is no offer to accept. The
                 journey is applied.
  Thu  4  10:00  The hub offers a place in work-group-1, open until 2 July 2020.
          10:00  Letter to the person who applied: A place for your school. Please reply by Thursday
                 2 July 2020
  Fri  5  10:00  The school accepts the place.
          10:10  Letter to the person who applied and the headteacher: Your school has accepted its
                 place: Mastery Readiness Work Group 2020/21
  Mon  8  07:30  Letter to the hub coordinator: Monday 8 June 2020: 1 school has answered
          10:00  teacher-1 is nominated as maths-lead.
          10:00  teacher-2 is nominated as lead-teacher.
          11:00  The school is placed in work-group-1 for readiness 2020/21.
          11:00  Letter to the person who applied, the headteacher, the maths lead and the lead
                 teachers: Your school has a place: Mastery Readiness Work Group 2020/21
          11:10  Letter to the Work Group lead: A school in your group: Example Primary School
  Tue  9  07:30  Letter to the hub coordinator: Tuesday 9 June 2020: 1 school has answered

September 2020
  Tue  1  00:00  *** readiness 2020/21 begins (2020-21/primary-readiness): 21 commitments. Met:
                 teachers.
  Mon 14  09:00  Autumn reminder to the maths lead and the lead teacher: nothing outstanding; coming
                 up meeting-1, headteacher-first-workshop, headteacher-meeting-autumn and
                 gap-task-1.
          09:00  Letter to the maths lead, the lead teachers and the headteacher: Your autumn term
                 update: nothing is outstanding
  Wed 16  due    school teachers (met)
  Wed 23  09:00  session-1 on 30 September 2020 is announced to the maths lead, the lead teacher and
                 the headteacher.
          09:00  Letter to the maths lead, the lead teachers and the headteacher: Wednesday 30
                 September: Work Group meeting 1
  Wed 30  due    school headteacher-first-workshop (met), meeting-1 (met); hub session-1 (met)
          07:30  Letter to the Work Group lead: Wednesday 30 September 2020: 1 session
          16:00  session-1 is held: teacher-1, teacher-2 and the headteacher from the school are
                 there. Met: session-1, meeting-1, headteacher-first-workshop.

Totals
  Status        participating
  Stage-years   readiness    2020/21  under-way    school 3 met, 11 open; hub 1 met, 6 open
  Reminders     1
  Escalations   none
  Letters       person who applied 4: 4 news
                hub coordinator 3: 3 news
                headteacher 4: 2 news, 1 announcement, 1 reminder
                maths lead 3: 1 news, 1 announcement, 1 reminder
                lead teachers 3: 1 news, 1 announcement, 1 reminder
                Work Group lead 2: 2 news
  Grants        none
  Still owed    school: headteacher-meeting-autumn by 11 November 2020, gap-task-1 by 8 December
                2020, meeting-2 by 20 January 2021, action-plan by 3 February 2021,
                headteachers-meeting by 3 February 2021, headteacher-meeting-spring by 3 March 2021,
                gap-task-2 by 22 March 2021, meeting-3 by 5 May 2021, evaluation by 15 June 2021,
                report by 15 June 2021 and headteacher-meeting-summer by 16 June 2021
                hub: support-visit-autumn by 11 November 2020, session-2 by 20 January 2021,
                headteachers-session by 3 February 2021, support-visit-spring by 3 March 2021,
                session-3 by 5 May 2021 and support-visit-summer by 16 June 2021
  Turned down   AcceptOffer (not-in-this-state): There is no offer to accept. The journey is
                applied.`);
  });

  it("stays within 100 columns, and says who is told what of a school that does nothing", () => {
    const text = textWith({
      behaviour: "silent",
      prospectus: "2021-22/primary-development",
      start: "2021-06-01",
      school: { urn: 100001, name: "A school with a name ".repeat(9), phase: "primary", funding: "state" },
    });
    expect(text.split("\n").filter((line) => line.length > 100)).toEqual([]);
    expect(text).toContain("  Wed  3  09:00  Still not done: meeting-1. It goes to the hub lead.");
    expect(text).toContain("  Escalations   33: level 1 11, level 2 11, level 3 11");
  });

  it("says of a journey that never began that there is none", () => {
    expect(textWith({ behaviour: "none" })).toContain("  Status        no journey began\n");
  });
});

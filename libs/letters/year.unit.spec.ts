import { describe, expect, test } from "@jest/globals";
import { asRead, envelope, promised, rows } from "./sample.ts";
import { grantReleased } from "./grant-released.ts";
import { nextStageInvited } from "./next-stage-invited.ts";
import { readinessUndecided } from "./readiness-undecided.ts";
import { together as both } from "./letter.ts";
import { nextStageReminder } from "./next-stage-reminder.ts";
import { yearBegun, yearEnded } from "./year-news.ts";
import { placed } from "./placed.ts";

describe("the year", () => {
  test("placed: the dates of the year, in order", () => {
    const together = (is: boolean | null) =>
      asRead(
        placed(envelope(), {
          stage: "readiness",
          academicYear: "2020/21",
          dates: [],
          group: [],
          participants: true,
          together: is,
        }),
      );
    expect(together(true)).toContain("You are placed together with the schools that you named");
    expect(together(false)).toContain(
      "You are not placed together with all the schools that you named in your application. To talk about it, reply",
    );
    expect(together(null)).not.toContain("together");
    const letter = placed(envelope(), {
      stage: "readiness",
      academicYear: "2020/21",
      participants: false,
      group: [],
      dates: [
        promised("action-plan", "2021-02-03"),
        promised("session", "2020-10-01", { code: "session-1", by: "hub" }),
        promised("meeting", "2020-10-01", { code: "meeting-1" }),
      ].map((one) => ({ ...one, held: null })),
    });
    expect(rows(letter)).toEqual([
      "Work Group meeting 1 | Thursday 1 October 2020",
      "Action plan for your school | by Wednesday 3 February 2021",
    ]);
    expect(asRead(letter)).toContain("Tell us which teachers will take part");
  });

  test("placed: who supports the school beside the lead, where the programme has somebody", () => {
    const facts = { stage: "development", academicYear: "2021/22", participants: true, dates: [], group: [] } as const;
    const support = "local leader of maths education (LLME)";
    expect(asRead(placed(envelope(), { ...facts, support }))).toContain(`supported by a ${support} as well`);
    expect(asRead(placed(envelope(), facts))).not.toContain("supported by");
    expect(asRead(placed(envelope(), { ...facts, support, supportedBy: "Grace Hopper" }))).toContain(
      `supported by Grace Hopper as well, a ${support}`,
    );
  });

  test("invited to the next stage: one deadline first, then how long a yes is taken", () => {
    const invited = (on: string, keptUntil: string | null) => {
      const facts = { stage: "sustaining", academicYear: "2023/24", about: null, expectations: [] } as const;
      return asRead(nextStageInvited(envelope(), { ...facts, same: false, on, keptUntil }));
    };
    expect(invited("2023-05-12", "2023-05-26")).toContain(
      ">> Please reply by Friday 26 May 2023: until then a place in a Work Group is kept for your school. " +
        "A yes is taken until Tuesday 31 October 2023, but after that day the place may go to another school.",
    );
    expect(invited("2023-07-20", null)).toContain(
      ">> Please reply before 1 September 2023, when the year begins. A yes is taken until Tuesday 31 October 2023; " +
        "your school then takes part from the day on which it says so.",
    );
    // Nobody is asked for an answer by a day that has gone.
    for (const text of [invited("2023-09-12", null), invited("2023-09-12", "2023-05-26")]) {
      expect(text).toContain(">> Please reply by Tuesday 31 October 2023.");
      expect(text).not.toContain("1 September");
    }
  });

  test("invited once more to the stage that it is in: it goes on with it, not to it", () => {
    const facts = { stage: "sustaining", academicYear: "2023/24", keptUntil: null, on: "2023-05-12" } as const;
    const again = nextStageInvited(envelope(), { ...facts, same: true, about: null, expectations: [] });
    expect(again.subject).toBe("Please tell us: does your school go on with Sustaining in 2023/24?");
    const reminded = nextStageReminder(envelope(), { ...facts, same: true, sessions: [] });
    expect(reminded.subject).toBe("No answer yet: does your school go on with Sustaining in 2023/24?");
    const first = nextStageInvited(envelope(), { ...facts, same: false, about: null, expectations: [] });
    expect(asRead(first)).toContain("to go on to the Sustaining stage in 2023/24.");
  });

  test("placed: to the headteacher what is theirs is said to be; nobody is asked for entries that come anyway", () => {
    const reader = { name: null, role: "headteacher", standsInFor: [] } as const;
    const facts = {
      ...({ stage: "development", academicYear: "2021/22", participants: true, group: [] } as const),
      ...{ dates: [{ ...promised("headteacher-meeting", "2021-11-10"), held: null }], themes: ["Problem solving."] },
    };
    const own = placed(envelope({ reader }), facts);
    expect(rows(own)).toEqual(["Your meeting with the Work Group lead | by Wednesday 10 November 2021"]);
    expect(asRead(own)).toContain("THE THEMES TO CHOOSE FROM - Problem solving.");
    expect(asRead(own)).toContain("Keep the dates free: five school days before each meeting we write again");
    expect(rows(placed(envelope(), facts))).toEqual([
      "Headteacher’s meeting with the Work Group lead | by Wednesday 10 November 2021",
    ]);
  });

  test("one that has begun is said to have once, beside the one that ended", () => {
    const ended = yearEnded(envelope(), {
      ...{ stage: "development", academicYear: "2020/21", how: "completed", waitsUntil: null, invited: false },
      ...{ then: { stage: "embedding", academicYear: "2021/22", begun: true }, toldOn: null },
      lacking: { owed: [], places: null },
    });
    const none = { asksTeachers: null, group: [], dates: [], themes: ["Problem solving."] };
    const begun = yearBegun(envelope(), { stage: "embedding", academicYear: "2021/22", ...none });
    const text = asRead(both(ended, begun));
    expect(text.match(/has begun/giu)).toHaveLength(1);
    expect(text).toContain("Example Primary School (URN 100001) takes part in it from now on.");
    expect(text).toContain("THE THEMES TO CHOOSE FROM - Problem solving.");
  });

  test("a year that ended as the hub had said says so, and not once more what was missing", () => {
    const facts = {
      stage: "readiness",
      academicYear: "2020/21",
      how: "not-ready",
      then: "ends",
      waitsUntil: null,
      invited: false,
      lacking: { owed: [promised("report", "2021-06-15")], places: null },
    } as const;
    expect(asRead(yearEnded(envelope(), { ...facts, toldOn: null }))).toContain("- Report to your hub, due by");
    const told = asRead(yearEnded(envelope(), { ...facts, toldOn: "2021-07-22" }));
    expect(told).toContain("We wrote to you about it on Thursday 22 July 2021.");
    expect(told).not.toContain("Report to your hub");
  });

  test("Mastery Ready or not, undecided at the year’s end: what was met, what not, and who decides how", () => {
    const hubLead = envelope({ reader: { name: null, role: "hub-lead", standsInFor: [] } });
    const letter = readinessUndecided(hubLead, {
      academicYear: "2020/21",
      commitments: [
        { ...promised("gap-task", "2020-12-04", { code: "gap-task-1" }), status: "waived" },
        { ...promised("report", "2021-07-08"), status: "missed" },
        { ...promised("action-plan", "2021-02-03"), status: "met" },
        { ...promised("visit", "2021-03-10", { by: "hub", code: "support-visit-spring" }), status: "open" },
      ],
    });
    expect(letter.subject).toBe("To decide: is the school Mastery Ready?");
    const text = asRead(letter);
    expect(text).toContain("The Mastery Readiness year 2020/21 of Example Primary School (URN 100001) has ended.");
    expect(text).toContain(
      "DONE - Action plan for the school, due Wednesday 3 February 2021 NOT DONE - Support visit in the " +
        "spring term, due " +
        "Wednesday 10 March 2021 (for the hub to arrange) - Report to the hub, due Thursday 8 July 2021 " +
        "NOT ASKED OF THE SCHOOL ANY MORE - Task 1 between sessions",
    );
    expect(text).toContain(
      "You are asked to decide for Great North Maths Hub. Record it in School Journeys, on the page of the school:",
    );
    expect(text).not.toContain("Your reply goes to");
  });

  test("grant released: how much, what for, what happens next", () => {
    const text = asRead(
      grantReleased(envelope(), {
        amountPence: 100_000,
        stage: "development",
        academicYear: "2021/22",
        purpose: "towards teacher release time",
        releasedOn: "2021-11-02",
      }),
    );
    expect(text).toContain(
      "The grant of £1,000 for Example Primary School (URN 100001), for the Development year 2021/22, was " +
        "released on Tuesday 2 November 2021.",
    );
    expect(text).toContain("with its next payment run");
  });
});

import { describe, expect, test } from "@jest/globals";
import { escalated } from "./escalated.ts";
import { asRead, envelope, promised, rows } from "./sample.ts";

describe("the ladder", () => {
  const commitment = promised("action-plan", "2021-02-03");
  test("level 1, to the lead teachers: what was due, what to do, what happens else", () => {
    const letter = escalated(envelope(), {
      commitment,
      level: 1,
      next: { on: "2021-02-24", who: "headteacher" },
      told: [],
    });
    expect(letter.subject).toBe("Overdue since 3 February: Action plan for your school");
    const text = asRead(letter);
    expect(text).toContain(
      "The action plan for your school was due by Wednesday 3 February 2021. We have no record of it yet.",
    );
    expect(text).toContain("If it has already been done, reply and tell us when.");
    expect(text).toContain(
      ">> Please answer before Wednesday 24 February 2021. If we hear nothing, your headteacher is asked next, and " +
        "after that the hub lead decides what happens.",
    );
  });

  test("of teachers who are lacking it says that they are asked for, not that they were due", () => {
    const teachers = promised("teachers", "2020-09-16");
    const text = asRead(escalated(envelope(), { commitment: teachers, level: 1, next: null, told: [] }));
    expect(text).toContain("We asked you to tell us by Wednesday 16 September 2020 who takes part this year.");
    expect(text).not.toContain("was due by");
  });

  test("levels that nobody but the applicant can get say for whom they are meant", () => {
    const read = (level: 1 | 2): string => asRead(escalated(envelope(), { commitment, level, next: null, told: [] }));
    expect(read(1)).toContain("This message is meant for the lead teachers.");
    expect(read(2)).toContain("This message is meant for the headteacher.");
  });

  test("level 2, to the headteacher: what happened so far and what comes next", () => {
    const text = asRead(
      escalated(envelope(), {
        commitment,
        level: 2,
        next: { on: "2021-03-10", who: "hub-lead" },
        told: [{ to: ["maths-lead", "lead-teacher"], on: "2021-02-10" }],
      }),
    );
    expect(text).toContain("Wednesday 10 February 2021: we wrote to the maths lead and the lead teachers.");
    expect(text).toContain(
      "Please answer before Wednesday 10 March 2021. If we hear nothing, the hub lead is asked to decide what happens.",
    );
  });

  const meeting = promised("meeting", "2020-09-30", { code: "meeting-1" });
  test("a first absence with a reason: one letter, about catching up, and nobody else is told", () => {
    const letter = escalated(envelope(), { commitment: meeting, level: 1, next: null, told: [], excused: true });
    expect(letter.subject).toBe("How to catch up on Work Group meeting 1");
    const text = asRead(letter);
    expect(text).toContain("was at Work Group meeting 1 on Wednesday 30 September 2020, and we have the reason.");
    expect(text).toContain("WHAT TO DO 1. Agree with the Work Group lead how whoever was not there catches up");
    expect(text).toContain("Nobody else is written to about this meeting.");
  });

  test("a second one: about catching up as well, and who is written to next", () => {
    const facts = {
      commitment: meeting,
      level: 1,
      next: { on: "2020-10-14", who: "headteacher" },
      told: [],
      missedBefore: true,
    } as const;
    const text = asRead(escalated(envelope(), facts));
    expect(text).toContain("It is not the first meeting of this year that was missed");
    expect(text).toContain("how whoever was not there catches up");
    const task = promised("gap-task", "2020-12-08", { code: "gap-task-1" });
    expect(asRead(escalated(envelope(), { ...facts, commitment: task }))).not.toContain("the first meeting");
    expect(text).toContain("Please answer before Wednesday 14 October 2020. If we hear nothing, your headteacher is");
  });

  test("a day that is over is not spoken of as one to come", () => {
    const workshop = promised("headteacher-first-workshop", "2020-09-30");
    const text = asRead(escalated(envelope(), { commitment: workshop, level: 1, next: null, told: [] }));
    expect(text).toContain("The first workshop was on Wednesday 30 September 2020. We have no record that the");
    expect(text).not.toContain("comes to the first workshop");
  });

  const headteacher = envelope({ reader: { name: null, role: "headteacher", standsInFor: [] } });
  const meets = promised("headteacher-meeting", "2020-11-11", { code: "headteacher-meeting-autumn" });
  test("a headteacher is spoken to, of what is their own as of what others did not do", () => {
    const own = escalated(headteacher, { commitment: meets, level: 2, next: null, told: [TOLD] });
    expect(own.subject).toBe("Still overdue since 11 November: Your meeting in the autumn term");
    const text = asRead(own);
    expect(text).toContain("Your meeting with the Work Group lead in the autumn term was due by");
    expect(text).toContain("Tell us the day on which you met the Work Group lead, or the day on which you can.");
    expect(text).toContain("Wednesday 18 November 2020: we wrote to you.");
    expect(text).not.toMatch(/the headteacher/u);
  });

  test("several things that are missing are one letter: a table, one deadline, what to do once", () => {
    const next = (on: string) => ({ on, who: "hub-lead" }) as const;
    const letter = escalated(
      headteacher,
      { commitment: meeting, level: 2, next: next("2021-03-10"), told: [{ to: ["lead-teacher"], on: "2021-02-10" }] },
      { commitment, level: 2, next: next("2021-03-12"), told: [{ to: ["lead-teacher"], on: "2021-02-10" }] },
      { commitment: meets, level: 2, next: next("2021-03-10"), told: [TOLD] },
    );
    expect(letter.subject).toBe("For the headteacher: missed on 30 September: Work Group meeting 1 (and 2 more)");
    const text = asRead(letter);
    expect(rows(letter)).toHaveLength(3);
    expect(text.match(/Please answer before/gu)).toHaveLength(1);
    expect(text).toContain("Please answer before Wednesday 10 March 2021.");
    expect(text.match(/If the reason is time or staffing/gu)).toHaveLength(1);
    expect(text.match(/WHAT TO DO/gu)).toHaveLength(1);
    expect(text).toContain("we wrote to the lead teachers about Work Group meeting 1 and Action plan for your school.");
  });

  test("where there are few days to answer, it says why, and what to do", () => {
    const next = { on: "2021-07-16", who: "headteacher", soon: true } as const;
    expect(asRead(escalated(envelope(), { commitment, level: 1, next, told: [] }))).toContain(
      "Time is short because the school year is nearly over. If you need longer, reply and say so.",
    );
  });

  test("level 3, to the hub lead: a decision, its choices and that each needs a reason", () => {
    const hubLead = envelope({ reader: { name: null, role: "hub-lead", standsInFor: [] } });
    const letter = escalated(hubLead, {
      commitment,
      level: 3,
      next: null,
      told: [
        { to: ["maths-lead"], on: "2021-02-10" },
        { to: ["headteacher"], on: "2021-02-24" },
      ],
    });
    expect(letter.subject).toBe("To decide: Action plan for the school, due 3 February 2021");
    const text = asRead(letter);
    expect(text).toContain("Wednesday 24 February 2021: we wrote to the headteacher.");
    expect(text).toContain(
      "Choose one and record it in School Journeys with your reason: - Extend: give the school a new date - Waive",
    );
    expect(text).not.toContain("Your reply goes to");
  });

  test("level 3 lists what can be chosen as things stand, and by when", () => {
    const hubLead = envelope({ reader: { name: null, role: "hub-lead", standsInFor: [] } });
    const text = asRead(
      escalated(hubLead, {
        commitment,
        level: 3,
        next: null,
        told: [],
        choices: ["visit", "concern"],
        decideBy: "2021-03-17",
      }),
    );
    expect(text).toContain(
      "with your reason: - Visit: someone from the hub goes to the school - Concern: agree steps with the " +
        "school and a day to review them",
    );
    expect(text).toContain("100001-primary >> Please decide by Wednesday 17 March 2021.".slice(15));
  });

  test("level 3 for the hub’s own promise", () => {
    const visit = promised("visit", "2020-11-18", { by: "hub", code: "support-visit-autumn" });
    expect(asRead(escalated(envelope(), { commitment: visit, level: 3, next: null, told: [] }))).toContain(
      "This is the hub’s own promise to the school.",
    );
  });
});

const TOLD = { to: ["headteacher"], on: "2020-11-18" } as const;

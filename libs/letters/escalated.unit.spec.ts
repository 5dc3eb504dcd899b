import { describe, expect, test } from "@jest/globals";
import { escalated } from "./escalated.ts";
import { asRead, envelope, promised } from "./sample.ts";

describe("the ladder", () => {
  const commitment = promised("action-plan", "2021-02-03");
  test("level 1, to the lead teachers: what was due, what to do, what happens else", () => {
    const letter = escalated(envelope(), { commitment, level: 1, nextOn: "2021-02-24", told: [] });
    expect(letter.subject).toBe("Overdue since Wednesday 3 February 2021: Action plan for your school");
    const text = asRead(letter);
    expect(text).toContain(
      "The action plan for your school was due by Wednesday 3 February 2021. We have no record of it yet.",
    );
    expect(text).toContain("If it has already been done, reply and tell us when.");
    expect(text).toContain("If we hear nothing, we will write to your headteacher on Wednesday 24 February 2021.");
  });

  test("levels that nobody but the applicant can get say for whom they are meant", () => {
    const read = (level: 1 | 2): string => asRead(escalated(envelope(), { commitment, level, nextOn: null, told: [] }));
    expect(read(1)).toContain("This message is meant for the lead teachers.");
    expect(read(2)).toContain("This message is meant for the headteacher.");
  });

  test("level 2, to the headteacher: what happened so far and what comes next", () => {
    const text = asRead(
      escalated(envelope(), {
        commitment,
        level: 2,
        nextOn: "2021-03-10",
        told: [{ to: ["maths-lead", "lead-teacher"], on: "2021-02-10" }],
      }),
    );
    expect(text).toContain("Wednesday 10 February 2021: we wrote to the maths lead and the lead teachers.");
    expect(text).toContain("the hub lead will be asked on Wednesday 10 March 2021 to decide what happens next.");
  });

  const meeting = promised("meeting", "2020-09-30", { code: "meeting-1" });
  test("a first absence with a reason: one letter, about catching up, and nobody else is told", () => {
    const letter = escalated(envelope(), { commitment: meeting, level: 1, nextOn: null, told: [], excused: true });
    expect(letter.subject).toBe("How to catch up on Work Group meeting 1");
    const text = asRead(letter);
    expect(text).toContain("was at Work Group meeting 1 on Wednesday 30 September 2020, and we have the reason.");
    expect(text).toContain("WHAT TO DO 1. Agree with the Work Group lead how whoever was not there catches up");
    expect(text).toContain("Nobody else is written to about this meeting.");
  });

  test("a second one: about catching up as well, and who is written to next", () => {
    const facts = { commitment: meeting, level: 1, nextOn: "2020-10-14", told: [], missedBefore: true } as const;
    const text = asRead(escalated(envelope(), facts));
    expect(text).toContain("It is not the first meeting of this year that was missed");
    expect(text).toContain("how whoever was not there catches up");
    expect(text).toContain("we will write to your headteacher on Wednesday 14 October 2020.");
  });

  test("a day that is over is not spoken of as one to come", () => {
    const workshop = promised("headteacher-first-workshop", "2020-09-30");
    const text = asRead(escalated(envelope(), { commitment: workshop, level: 1, nextOn: null, told: [] }));
    expect(text).toContain("The first workshop was on Wednesday 30 September 2020. We have no record that the");
    expect(text).not.toContain("comes to the first workshop");
  });

  test("level 3, to the hub lead: a decision, its choices and that each needs a reason", () => {
    const hubLead = envelope({ reader: { name: null, role: "hub-lead", standsInFor: [] } });
    const letter = escalated(hubLead, {
      commitment,
      level: 3,
      nextOn: null,
      told: [
        { to: ["maths-lead"], on: "2021-02-10" },
        { to: ["headteacher"], on: "2021-02-24" },
      ],
    });
    expect(letter.subject).toBe("To decide: Action plan for your school, due Wednesday 3 February 2021 (URN 100001)");
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
        nextOn: null,
        told: [],
        choices: ["visit", "concern"],
        decideBy: "2021-03-17",
      }),
    );
    expect(text).toContain(
      "with your reason: - Visit: someone from the hub goes to the school - Concern: agree steps with the " +
        "school and a day to review them >> Please decide by Wednesday 17 March 2021.",
    );
  });

  test("level 3 for the hub’s own promise", () => {
    const visit = promised("visit", "2020-11-18", { by: "hub", code: "support-visit-autumn" });
    expect(asRead(escalated(envelope(), { commitment: visit, level: 3, nextOn: null, told: [] }))).toContain(
      "This is the hub’s own promise to the school.",
    );
  });
});

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

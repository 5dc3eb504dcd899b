import { describe, expect, test } from "@jest/globals";
import { escalated } from "./escalation.ts";
import {
  applicationReceived,
  informationNeeded,
  notSelected,
  offerLapsed,
  placeOffered,
  redirected,
  waitlisted,
} from "./intake.ts";
import { dueSoon, termlyReminder, type ReminderFacts } from "./reminder.ts";
import { asRead, envelope, offered, promised, rows } from "./sample.ts";
import { grantReleased, nextStageInvited, placed, readinessUndecided } from "./year.ts";

describe("every letter", () => {
  const text = asRead(waitlisted(envelope()));
  test("says which school and programme it is about, whom to ask, and carries a reference", () => {
    expect(text).toContain(
      "Dear Ada Lovelace, About: Example Primary School (URN 100001), Mastery Readiness Work Group 2020/21",
    );
    expect(text).toContain(
      "Reply to this e-mail. Your reply goes to Great North Maths Hub: great-north@hubs.example.org.",
    );
    expect(text).toContain("Reference: 100001-primary/12");
  });

  test("knows the school by its URN until its name is known", () => {
    expect(asRead(waitlisted(envelope({ school: { urn: "100001", name: null } })))).toContain(
      "About: The school with URN 100001",
    );
  });

  test("a reader who stands in for a role is told so", () => {
    const reader = { name: "Ada Lovelace", role: "applicant", standsInFor: ["headteacher", "maths-lead"] } as const;
    expect(asRead(waitlisted(envelope({ reader })))).toContain(
      "This message is meant for the headteacher or the maths lead. We have no working e-mail address for them",
    );
  });

  test.each(["Win £500 at http://example.com", "visit www.example", "spam.example", "a".repeat(61)])(
    "a stranger cannot be greeted with: %s",
    (name) => {
      expect(waitlisted(envelope({ reader: { name, role: "applicant", standsInFor: [] } })).greeting).toBe("Hello,");
    },
  );
  test.each(["J. R. O’Neill", "Zoë Müller-Ødegård", "Mary St. John"])("names of people stay: %s", (name) => {
    expect(waitlisted(envelope({ reader: { name, role: "applicant", standsInFor: [] } })).greeting).toBe(
      `Dear ${name},`,
    );
  });
});

describe("between application and place", () => {
  test("application received", () => {
    const text = asRead(applicationReceived(envelope(), { receivedOn: "2020-06-02" }));
    expect(text).toContain(
      "Great North Maths Hub received the application of Example Primary School (URN 100001) for Mastery " +
        "Readiness Work Group 2020/21 on Tuesday 2 June 2020.",
    );
    expect(text).toContain("You do not need to do anything now.");
  });

  test("more information needed, in the hub’s own words", () => {
    const text = asRead(informationNeeded(envelope(), { question: "Which year groups?\nHow many classes?" }));
    expect(text).toContain("> Which year groups? > How many classes?");
    expect(text).toContain("Reply to this e-mail with the answer.");
  });

  test("a place offered: by when, how to answer, what is given and expected", () => {
    const letter = placeOffered(envelope(), { respondBy: "2020-07-03", prospectus: offered });
    expect(letter.subject).toBe("A place for your school. Please reply by Friday 3 July 2020");
    const text = asRead(letter);
    expect(text).toContain(
      "Please reply by the end of Friday 3 July 2020. After that day the offer ends and the place goes to " +
        "another school.",
    );
    expect(text).toContain("say that your school accepts the place, or that it does not");
    expect(text).toContain("WHAT YOUR SCHOOL GETS - Support for the headteacher in addressing leadership issues");
    expect(text).toContain(
      "WHAT IS EXPECTED OF YOUR SCHOOL - The lead teachers will participate in regular workshops and " +
        "complete gap tasks",
    );
    expect(text).not.toContain("£");
  });

  test("a place with a grant says how much and what for", () => {
    const grant = {
      amountPence: { value: 200_000, source: "assumption" as const },
      purpose: "to let the advocates work with the specialist",
    };
    expect(asRead(placeOffered(envelope(), { respondBy: "2020-07-03", prospectus: { ...offered, grant } }))).toContain(
      "A grant of £2,000: to let the advocates work with the specialist",
    );
    const page = { ...offered.texts, benefits: ["No charge for participation and a grant of £2000"] };
    expect(
      asRead(placeOffered(envelope(), { respondBy: "2020-07-03", prospectus: { texts: page, grant } })),
    ).not.toContain("A grant of £2,000");
  });

  test("waiting list, not selected, redirected, lapsed", () => {
    expect(asRead(waitlisted(envelope()))).toContain("If a place becomes free we will write to offer it to you.");
    expect(asRead(notSelected(envelope()))).toContain(
      "We are sorry: Great North Maths Hub cannot offer your school a place",
    );
    expect(asRead(redirected(envelope(), { instead: "Primary Development Work Group 2020/21" }))).toContain(
      "thinks that Primary Development Work Group 2020/21 would suit your school better. WHAT TO DO",
    );
    expect(asRead(offerLapsed(envelope(), { respondBy: "2020-07-03" }))).toContain(
      "asked for a reply by Friday 3 July 2020. We did not receive one, so the offer has ended",
    );
  });
});

describe("the termly reminder", () => {
  const facts: ReminderFacts = {
    term: "spring",
    academicYear: "2020/21",
    on: "2021-01-11",
    outcomes: ["Mastery Ready by the end of 2020/21."],
    outstanding: [
      promised("gap-task", "2020-12-04", { code: "gap-task-1" }),
      promised("headteacher-first-workshop", "2020-10-01"),
    ],
    received: [promised("meeting", "2020-10-01", { code: "meeting-1" })],
    comingUp: [
      promised("visit", "2021-03-10", { code: "support-visit-spring", by: "hub" }),
      promised("action-plan", "2021-02-03"),
    ],
    nextTerm: [promised("evaluation", "2021-05-12")],
    later: [promised("report", "2021-07-08")],
    copies: ["headteacher"],
  };

  test("says what is owed and since when, what to do about it, earliest first, and how much is overdue", () => {
    const letter = termlyReminder(envelope(), facts);
    expect(letter.subject).toBe("Your spring term reminder: 2 things still to do");
    expect(rows(letter)).toEqual([
      "Headteacher’s attendance at the first workshop | Thursday 1 October 2020",
      "Task 1 between sessions | Friday 4 December 2020",
      "Action plan for your school | Wednesday 3 February 2021",
      "Support visit in the spring term | Wednesday 10 March 2021",
      "Evaluation of the year | Wednesday 12 May 2021",
      "Report to your hub | Thursday 8 July 2021",
    ]);
    const text = asRead(letter);
    expect(text).toContain("Your school has 2 things still to do. All of them are overdue.");
    expect(text).toContain(
      "Task 1 between sessions Was due by: Friday 4 December 2020 Finish the task and tell the Work Group " +
        "lead it is done.",
    );
  });

  test("what has a new date is still to do, not overdue", () => {
    const text = asRead(
      termlyReminder(envelope(), { ...facts, outstanding: [...facts.outstanding, promised("report", "2021-02-01")] }),
    );
    expect(text).toContain("Your school has 3 things still to do. 2 of them are overdue.");
    expect(text).toContain("STILL TO DO - Report to your hub Due by: Monday 1 February 2021 Send us the report.");
  });

  test("says what came in, thank you, what comes next and what to do", () => {
    const text = asRead(termlyReminder(envelope(), facts));
    expect(text).toContain("RECEIVED, THANK YOU - Work Group meeting 1");
    expect(text).toContain(
      "WHAT COMES NEXT, THIS TERM - Action plan for your school By: Wednesday 3 February 2021 Agree the " +
        "plan with the Work Group lead",
    );
    expect(text).toContain("Support visit in the spring term By: Wednesday 10 March 2021 Your hub arranges this.");
    expect(text).toContain("NEXT TERM - Evaluation of the year By: Wednesday 12 May 2021");
    expect(text).toContain("LATER THIS YEAR - Report to your hub By: Thursday 8 July 2021");
    expect(text).toContain("If you cannot do something by its date, reply as soon as you can and ask for a new date.");
  });

  test("a school that owes nothing is told so, and what comes next", () => {
    const letter = termlyReminder(envelope(), { ...facts, outstanding: [] });
    expect(letter.subject).toBe("Your spring term update: nothing is outstanding");
    const text = asRead(letter);
    expect(text).toContain("Your school owes nothing at the moment. Thank you.");
    expect(text).toContain("WHAT COMES NEXT, THIS TERM - Action plan for your school");
    expect(text).not.toContain("OVERDUE");
  });

  test("says whom to ask and where to answer", () => {
    expect(asRead(termlyReminder(envelope(), facts))).toContain(
      "WHO TO ASK Reply to this e-mail. Your reply goes to Great North Maths Hub: great-north@hubs.example.org. " +
        "See and answer it yourself in School Journeys: https://journeys.example.org/journeys/100001-primary",
    );
    expect(asRead(termlyReminder(envelope({ page: null }), facts))).not.toContain("http");
  });

  test("tells the headteacher that this is a copy, and nobody else", () => {
    const headteacher = envelope({ reader: { name: null, role: "headteacher", standsInFor: [] } });
    expect(asRead(termlyReminder(headteacher, facts))).toContain(
      "This is a copy for the headteacher: the teachers who take part have the same letter",
    );
    for (const letter of [termlyReminder(envelope(), facts), termlyReminder(headteacher, { ...facts, copies: [] })])
      expect(asRead(letter)).not.toContain("This is a copy");
  });

  test("a chaser names what is due soon, by when and what to do", () => {
    const letter = dueSoon(envelope(), {
      commitments: [promised("report", "2021-07-08"), promised("evaluation", "2021-07-07")],
    });
    expect(letter.subject).toBe("Due by Wednesday 7 July 2021: Report to your hub and Evaluation of the year");
    expect(rows(letter)).toEqual([
      "Evaluation of the year | Wednesday 7 July 2021",
      "Report to your hub | Thursday 8 July 2021",
    ]);
    expect(asRead(letter)).toContain("If you are about to do it, you do not need to reply.");
  });

  test("at the end of a year nothing else is planned, and nothing is to do", () => {
    const text = asRead(
      termlyReminder(envelope(), { ...facts, outstanding: [], comingUp: [], nextTerm: [], later: [] }),
    );
    expect(text).toContain("Nothing else is planned for the rest of this year.");
    expect(text).not.toContain("WHAT TO DO");
  });
});

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

describe("the year", () => {
  test("placed: the dates of the year, in order", () => {
    const letter = placed(envelope(), {
      stage: "readiness",
      academicYear: "2020/21",
      participants: false,
      commitments: [
        promised("action-plan", "2021-02-03"),
        promised("session", "2020-10-01", { code: "session-1", by: "hub" }),
        promised("meeting", "2020-10-01", { code: "meeting-1" }),
      ],
    });
    expect(rows(letter)).toEqual([
      "Work Group meeting 1 | Thursday 1 October 2020",
      "Action plan for your school | Wednesday 3 February 2021",
    ]);
    expect(asRead(letter)).toContain("Tell us which teachers will take part");
  });

  test("invited to the next stage: by when to say yes", () => {
    const text = asRead(
      nextStageInvited(envelope(), { stage: "sustaining", academicYear: "2023/24", about: null, expectations: [] }),
    );
    expect(text).toContain("go on to the Sustaining stage in 2023/24.");
    expect(text).toContain("Please reply before 1 September 2023 to say whether your school will take part.");
    expect(text).not.toContain("is kept");
    const kept = asRead(
      nextStageInvited(envelope(), {
        stage: "sustaining",
        academicYear: "2023/24",
        about: null,
        expectations: [],
        keptUntil: "2023-05-26",
      }),
    );
    expect(kept).toContain("A place in a Work Group is kept for your school until the end of Friday 26 May 2023.");
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
    expect(letter.subject).toBe("To decide: is the school Mastery Ready? Mastery Readiness 2020/21 (URN 100001)");
    const text = asRead(letter);
    expect(text).toContain("The Mastery Readiness year 2020/21 of Example Primary School (URN 100001) has ended.");
    expect(text).toContain(
      "DONE - Action plan for your school, due Wednesday 3 February 2021 NOT DONE - Support visit in the " +
        "spring term, due " +
        "Wednesday 10 March 2021 (for the hub to arrange) - Report to your hub, due Thursday 8 July 2021 " +
        "NOT ASKED OF THE SCHOOL ANY MORE - Task 1 between sessions",
    );
    expect(text).toContain(
      "You are asked to decide for Great North Maths Hub. Record it in School Journeys with “Confirm " +
        "readiness” (ConfirmReadiness):",
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

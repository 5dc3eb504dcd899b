import { describe, expect, test } from "@jest/globals";
import { termlyReminder, type ReminderFacts } from "./termly-reminder.ts";
import { dueSoon } from "./due-soon.ts";
import { asRead, envelope, promised, rows } from "./sample.ts";

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
    adapted: null,
    copies: ["headteacher"],
  };

  test("says what is owed and since when, what to do about it, earliest first, and how much is overdue", () => {
    const letter = termlyReminder(envelope(), facts);
    expect(letter.subject).toBe("Your spring term reminder: 2 things still to do");
    expect(rows(letter)).toEqual([
      "Headteacher’s attendance at the first workshop | Thursday 1 October 2020",
      "Task 1 between sessions | Friday 4 December 2020",
      "Action plan for your school | by Wednesday 3 February 2021",
      "Support visit in the spring term | by Wednesday 10 March 2021",
      "Evaluation of the year | by Wednesday 12 May 2021",
      "Report to your hub | by Thursday 8 July 2021",
    ]);
    const text = asRead(letter);
    expect(text).toContain("Your school has 2 things still to do. All of them are overdue.");
    expect(text).toContain(
      "Task 1 between sessions Was due: Friday 4 December 2020 Finish the task and tell the Work Group " +
        "lead it is done.",
    );
  });

  test("says how the Work Group meets for now, and until when nobody is chased", () => {
    const told = (delivery: string, restsUntil: string | null) =>
      asRead(termlyReminder(envelope(), { ...facts, adapted: { delivery, restsUntil } }));
    expect(told("online", "2021-02-26")).toContain(
      "Your Work Group meets online for now. Until Friday 26 February 2021 nobody is chased for what is late.",
    );
    expect(told("online", "2021-01-08")).not.toContain("nobody is chased");
    expect(told("extended", null)).toContain("Your Work Group has more time: its sessions have later dates.");
    expect(told("in-person", null)).not.toContain("Your Work Group meets");
    expect(asRead(termlyReminder(envelope(), facts))).not.toContain("for now");
  });

  test("what has a new date is still to do, not overdue", () => {
    const text = asRead(
      termlyReminder(envelope(), { ...facts, outstanding: [...facts.outstanding, promised("report", "2021-02-01")] }),
    );
    expect(text).toContain("Your school has 3 things still to do. 2 of them are overdue.");
    expect(text).toContain("STILL TO DO - Report to your hub When: by Monday 1 February 2021 Send us the report.");
  });

  test("says what came in, thank you, what comes next and what to do", () => {
    const text = asRead(termlyReminder(envelope(), facts));
    expect(text).toContain("RECEIVED, THANK YOU - Work Group meeting 1");
    expect(text).toContain(
      "WHAT COMES NEXT, THIS TERM - Action plan for your school When: by Wednesday 3 February 2021 Agree the " +
        "plan with the Work Group lead",
    );
    expect(text).toContain("Support visit in the spring term When: by Wednesday 10 March 2021 Your hub arranges this.");
    expect(text).toContain("NEXT TERM - Evaluation of the year When: by Wednesday 12 May 2021");
    expect(text).toContain("LATER THIS YEAR - Report to your hub When: by Thursday 8 July 2021");
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
    const copy = (outstanding: ReminderFacts["outstanding"]) =>
      asRead(termlyReminder(headteacher, { ...facts, outstanding }));
    expect(copy([])).toContain(
      "This is a copy for the headteacher: the teachers who take part have the same letter, and you need not answer",
    );
    // What is the headteacher’s own is theirs to answer.
    expect(copy(facts.outstanding)).toContain(
      "and answer for the rest. For you to answer: your attendance at the first workshop.",
    );
    expect(copy(facts.outstanding)).toContain("If you were there, tell us.");
    for (const letter of [termlyReminder(envelope(), facts), termlyReminder(headteacher, { ...facts, copies: [] })])
      expect(asRead(letter)).not.toContain("This is a copy");
  });

  test("a chaser names what is due soon, by when and what to do", () => {
    const letter = dueSoon(envelope(), {
      commitments: [promised("report", "2021-07-08"), promised("evaluation", "2021-07-07")],
    });
    expect(letter.subject).toBe("Due by 7 July: Evaluation of the year (and 1 more)");
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

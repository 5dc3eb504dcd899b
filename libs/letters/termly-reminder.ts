// The termly reminder: what is owed, what came in, what comes next. One e-mail a term, not one for each commitment.

import { dateWithWeekday } from "../calendar/long-dates.ts";
import type { LocalDate } from "../calendar/instants.ts";
import type { Term } from "../calendar/terms.ts";
import type { Recipient } from "../journey/events.ts";
import {
  type Block,
  type Envelope,
  heading,
  type Letter,
  letter,
  meantFor,
  notice,
  paragraph,
  section,
} from "./letter.ts";
import { table, whatToDo } from "./promises.ts";
import type { Promised } from "../journey/sentences.ts";
import { commitmentName, count, roleName, termName } from "./words.ts";

export interface ReminderFacts {
  term: Term;
  academicYear: string;
  /** The day for which the reminder is written: what was due before it is overdue. */
  on: LocalDate;
  outstanding: readonly Promised[];
  /** What came in since the last reminder. */
  received: readonly Promised[];
  /** What falls due this term, the hub's own promises too. */
  comingUp: readonly Promised[];
  /** What falls due next term. */
  nextTerm: readonly Promised[];
  /** What falls due in the rest of the year. */
  later: readonly Promised[];
  /** From the prospectus: what the work is for. */
  outcomes: readonly string[];
  /** How the Work Group meets for now, if that was changed in the year; `restsUntil`: nobody is chased until then. */
  adapted: { delivery: string; restsUntil: LocalDate | null } | null;
  /** Who gets a copy, beside those whom it asks. */
  copies: readonly Recipient[];
}

/** The reminder of a term; where nothing is owed it says so, and still says what comes next. */
export function termlyReminder(envelope: Envelope, facts: ReminderFacts): Letter {
  const { outstanding, comingUp, nextTerm, later, term } = facts;
  const nothingMore =
    comingUp.length + nextTerm.length + later.length === 0
      ? [heading("What comes next"), paragraph("Nothing else is planned for the rest of this year.")]
      : [];
  return letter(meantFor("lead-teacher", envelope), subjectOf(facts), [
    ...copied(envelope, facts),
    paragraph(`This is the reminder for the ${termName(term)} of ${facts.academicYear}. We send one each term.`),
    ...otherwise(facts),
    ...(outstanding.length > 0 ? owed(facts) : nothingOwed()),
    ...received(facts.received),
    ...table("What comes next, this term", "By", comingUp, { todo: true }),
    ...table("Next term", "By", nextTerm, { todo: false }),
    ...table("Later this year", "By", later, { todo: false }),
    ...nothingMore,
    ...whatToDo(facts),
    ...section("What your school is working towards", facts.outcomes),
  ]);
}

function subjectOf({ term, outstanding }: ReminderFacts): string {
  const name = termName(term);
  return outstanding.length === 0
    ? `Your ${name} update: nothing is outstanding`
    : `Your ${name} reminder: ${count(outstanding.length, "thing")} still to do`;
}

function owed({ outstanding, on }: ReminderFacts): Block[] {
  const overdue = outstanding.filter((each) => each.dueOn < on);
  const open = outstanding.filter((each) => each.dueOn >= on);
  return [
    notice(
      [
        `Your school has ${count(outstanding.length, "thing")} still to do.`,
        overdueCount(overdue.length, outstanding.length),
      ]
        .filter(Boolean)
        .join(" "),
    ),
    ...table("Overdue", "Was due by", overdue, { todo: true, over: true }),
    ...table("Still to do", "Due by", open, { todo: true }),
  ];
}

function overdueCount(overdue: number, all: number): string {
  if (overdue === 0) return "";
  if (overdue < all) return `${overdue} of them ${overdue === 1 ? "is" : "are"} overdue.`;
  return all === 1 ? "It is overdue." : "All of them are overdue.";
}

function nothingOwed(): Block[] {
  return [
    notice("Your school owes nothing at the moment. Thank you."),
    paragraph(
      "You do not need to reply. We write once a term, so that you know where your school stands and what comes next.",
    ),
  ];
}

function received(commitments: readonly Promised[]): Block[] {
  if (commitments.length === 0) return [];
  return [heading("Received, thank you"), { kind: "list", items: commitments.map((one) => commitmentName(one)) }];
}

/** A group that meets in another way than was planned: its schools are told, and what rests meanwhile. */
function otherwise({ adapted, on }: ReminderFacts): Block[] {
  if (adapted === null) return [];
  const { delivery, restsUntil } = adapted;
  const rests = restsUntil !== null && restsUntil >= on;
  const how =
    delivery === "online"
      ? ["Your Work Group meets online for now."]
      : delivery === "extended"
        ? ["Your Work Group has more time: its sessions have later dates."]
        : [];
  const chase = rests ? [`Until ${dateWithWeekday(restsUntil)} nobody is chased for what is late.`] : [];
  return how.length + chase.length === 0 ? [] : [paragraph([...how, ...chase].join(" "))];
}

/** Who reads along is told so: they are asked for nothing. */
function copied({ reader }: Envelope, { copies }: Pick<ReminderFacts, "copies">): Block[] {
  if (!copies.includes(reader.role)) return [];
  return [
    paragraph(
      `This is a copy for the ${roleName(reader.role)}: the teachers who take part have the same letter, ` +
        `and you need not answer it.`,
    ),
  ];
}

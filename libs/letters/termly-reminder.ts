// The termly reminder: what is owed, what came in, what comes next. One e-mail a term, not one for each commitment.

import { dateWithWeekday } from "../calendar/long-dates.ts";
import type { LocalDate } from "../calendar/instants.ts";
import type { Term } from "../calendar/terms.ts";
import { isHeadteachers } from "../journey/event-words.ts";
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
import { commitmentName, count, inSentence, listOf, roleName, termName, type Whose } from "./words.ts";

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
  /** Of which the school is still to choose one for this year. */
  themes?: readonly string[];
  /** How the Work Group meets for now, if that was changed in the year; `restsUntil`: nobody is chased until then. */
  adapted: { delivery: string; restsUntil: LocalDate | null } | null;
  /** Who gets a copy, beside those whom it asks. */
  copies: readonly Recipient[];
}

/** The reminder of a term; where nothing is owed it says so, and still says what comes next. */
export function termlyReminder(envelope: Envelope, facts: ReminderFacts): Letter {
  const { outstanding, comingUp, nextTerm, later } = facts;
  const whose = envelope.reader.role === "headteacher" ? "own" : "your";
  const nothingMore =
    comingUp.length + nextTerm.length + later.length === 0
      ? [heading("What comes next"), paragraph("Nothing else is planned for the rest of this year.")]
      : [];
  return letter(meantFor("lead-teacher", envelope), subjectOf(facts), [
    ...copied(envelope, facts),
    ...(outstanding.length > 0 ? owed(facts, whose) : nothingOwed(facts)),
    ...otherwise(facts),
    ...received(facts.received, whose),
    ...table("What comes next, this term", "When", comingUp, { todo: true, ahead: true, whose }),
    ...table("Next term", "When", nextTerm, { todo: false, ahead: true, whose }),
    ...table("Later this year", "When", later, { todo: false, ahead: true, whose }),
    ...nothingMore,
    ...section("The themes to choose from", facts.themes ?? []),
    ...whatToDo(facts),
    ...section("What your school is working towards", facts.outcomes),
  ]);
}

function subjectOf(facts: ReminderFacts): string {
  const { term, outstanding } = facts;
  const name = termName(term);
  if (outstanding.length === 0 && asksWho(facts) !== null) return `Your ${name} update: please tell us who takes part`;
  return outstanding.length === 0
    ? `Your ${name} update: nothing is outstanding`
    : `Your ${name} reminder: ${count(outstanding.length, "thing")} still to do`;
}

function owed({ outstanding, on, term, academicYear }: ReminderFacts, whose: Whose): Block[] {
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
    paragraph(`This is the reminder for the ${termName(term)} of ${academicYear}. We send one each term.`),
    ...table("Overdue", "Was due", overdue, { todo: true, over: true, whose }),
    ...table("Still to do", "When", open, { todo: true, ahead: true, whose }),
  ];
}

function overdueCount(overdue: number, all: number): string {
  if (overdue === 0) return "";
  if (overdue < all) return `${overdue} of them ${overdue === 1 ? "is" : "are"} overdue.`;
  return all === 1 ? "It is overdue." : "All of them are overdue.";
}

/** By when the school is asked for its teachers, where that is what comes next. */
const asksWho = ({ comingUp }: ReminderFacts): LocalDate | null =>
  comingUp.find(({ kind }) => kind === "teachers")?.dueOn ?? null;

function nothingOwed(facts: ReminderFacts): Block[] {
  const { term, academicYear } = facts;
  const who = asksWho(facts);
  if (who !== null)
    return [
      notice(`Please tell us by ${dateWithWeekday(who)} which teachers take part, also if you have told us before.`),
      paragraph(`This is the update for the ${termName(term)} of ${academicYear}. Nothing else is outstanding.`),
    ];
  return [
    notice("Your school owes nothing at the moment. Thank you."),
    paragraph(
      `This is the update for the ${termName(term)} of ${academicYear}. You do not need to reply: we write once a ` +
        "term, so that you know where your school stands and what comes next.",
    ),
  ];
}

function received(commitments: readonly Promised[], whose: Whose): Block[] {
  if (commitments.length === 0) return [];
  const items = commitments.map((one) => commitmentName(one, whose));
  return [heading("Received, thank you"), { kind: "list", items }];
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

/** Who reads along is told so, and what of it is theirs: they are asked for nothing else. */
function copied({ reader }: Envelope, { copies, outstanding }: ReminderFacts): Block[] {
  if (!copies.includes(reader.role)) return [];
  const own = reader.role === "headteacher" ? outstanding.filter((one) => isHeadteachers(one)) : [];
  const answer =
    own.length === 0
      ? "and you need not answer it."
      : `and answer for the rest. For you to answer: ${listOf(own.map((one) => inSentence(one)))}.`;
  return [
    paragraph(
      `This is a copy for the ${roleName(reader.role)}: the teachers who take part have the same letter, ${answer}`,
    ),
  ];
}

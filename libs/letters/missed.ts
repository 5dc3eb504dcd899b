// A promise was missed: what the letters of all levels say of it.

import { dateWithWeekday } from "../calendar/long-dates.ts";
import type { LocalDate } from "../calendar/instants.ts";
import type { TaskDecision } from "../journey/commands.ts";
import { isHeadteachers } from "../journey/event-words.ts";
import type { Recipient } from "../journey/events.ts";
import { type Block, type Envelope, heading, notice, paragraph, section, steps } from "./letter.ts";
import { rowsOf } from "./promises.ts";
import type { Promised } from "../journey/sentences.ts";
import { commitmentInShort, commitmentName, commitmentTodo, listOf, roleName, type Whose } from "./words.ts";

/** What a level is told of a promise that was missed. */
export interface EscalationFacts {
  commitment: Promised;
  level: 1 | 2 | 3;
  /** Who is asked next if nothing comes in, and on which day that step is due; null after the last. */
  next: Next | null;
  /** Who was written to so far, oldest first. */
  told: readonly { to: readonly Recipient[]; on: LocalDate }[];
  /** At level 3: what can be chosen as things stand, else all; and by when. */
  choices?: readonly TaskDecision[];
  decideBy?: LocalDate | null;
  /** Of a meeting: whoever was not there has a reason, for the first time this year; nobody else is told. */
  excused?: boolean;
  /** Of a meeting: another one before it was missed. */
  missedBefore?: boolean;
}

/** `again`: who had this letter, for the second time; `soon`: the year is nearly over, so there are few days. */
export interface Next {
  on: LocalDate;
  who: "headteacher" | "applicant" | "again" | "hub-lead";
  soon?: boolean;
}

const THEN: Readonly<Record<Next["who"], string>> = {
  headteacher: "your headteacher is asked next, and after that the hub lead decides what happens",
  applicant: "whoever applied for your school is asked next, and after that the hub lead decides what happens",
  again: "we ask you once more, and after that the hub lead decides what happens",
  "hub-lead": "the hub lead is asked to decide what happens",
};
/** Of several things, what happens first. */
const FIRST: readonly Next["who"][] = ["headteacher", "applicant", "again", "hub-lead"];

/** By when to answer, and what follows if nobody does; nothing after the last level. */
export function answerBefore(all: readonly EscalationFacts[]): Block[] {
  const next = all.flatMap((one) => one.next ?? []);
  const on = next.map((one) => one.on).sort()[0];
  const who = FIRST.find((one) => next.some((each) => each.who === one));
  if (on === undefined || who === undefined) return [];
  return [
    notice(`Please answer before ${dateWithWeekday(on)}. If we hear nothing, ${THEN[who]}.`),
    ...(next.some(({ soon }) => soon)
      ? [paragraph("Time is short because the school year is nearly over. If you need longer, reply and say so.")]
      : []),
  ];
}

/** To its headteacher what is the headteacher’s own is theirs. */
export const whoseOf = ({ reader }: Envelope): Whose => (reader.role === "headteacher" ? "own" : "your");

const ALREADY = "If it has already been done, reply and tell us when. We will put our records right.";
const NOT_NOW = "If it cannot be done now, reply and suggest a new date.";
const COUNTS =
  "What counts: another group’s meeting on the same subject, an extra session, or time with the Work Group lead.";

/** What the school does about what is missing. */
export function whatToDo(all: readonly EscalationFacts[], whose: Whose): Block[] {
  const [one, ...others] = all;
  if (one === undefined) return [];
  const meets = all.some(({ commitment }) => commitment.kind === "meeting");
  if (others.length > 0)
    return steps("What to do", [
      `If something has already been done${meets ? ", or everyone was there" : ""}, reply and tell us. ` +
        "We will put our records right.",
      "If something cannot be done now, reply and suggest a new date.",
      ...(meets ? [COUNTS] : []),
    ]);
  const todo = commitmentTodo(one.commitment, true, whose);
  if (isHeadteachers(one.commitment)) return steps("What to do", [todo, NOT_NOW]);
  const first = whose === "own" ? `Please see to it with the teachers who take part. ${todo}` : todo;
  return steps(
    "What to do",
    meets
      ? [first, COUNTS, "If everyone was there, reply and tell us. We will put our records right."]
      : [first, ALREADY, NOT_NOW],
  );
}

/** Several things that are missing, in a table. */
export function whatIsOwed(all: readonly EscalationFacts[], whose: Whose): Block[] {
  const rows = rowsOf(
    all.map(({ commitment }) => commitment),
    { todo: true, over: true, whose },
  );
  return [heading("What is missing"), { kind: "table", columns: ["What", "Was due"], rows }];
}

/** Who has been written to so far, one line a day. */
export function history(all: readonly EscalationFacts[], reader: Envelope["reader"]): Block[] {
  const days = [...new Set(all.flatMap(({ told }) => told.map(({ on }) => on)))].sort();
  const whose = reader.role === "headteacher" ? "own" : reader.role === "hub-lead" ? "the" : "your";
  return section(
    "What has happened so far",
    days.map((day) => {
      const then = all.filter(({ told }) => told.some(({ on }) => on === day));
      const to = [...new Set(then.flatMap(({ told }) => told.flatMap((one) => (one.on === day ? one.to : []))))];
      const who = listOf(to.map((role) => (role === reader.role ? "you" : `the ${roleName(role)}`)));
      const about =
        all.length === 1 ? "" : ` about ${listOf(then.map((one) => commitmentName(one.commitment, whose)))}`;
      return `${dateWithWeekday(day)}: we wrote to ${who}${about}.`;
    }),
  );
}

/** The first of several, and how many more there are: for a subject. */
export function inShort([first, ...others]: readonly EscalationFacts[], whose: Whose): string {
  if (first === undefined) return "";
  return `${commitmentInShort(first.commitment, whose)}${others.length === 0 ? "" : ` (and ${others.length} more)`}`;
}

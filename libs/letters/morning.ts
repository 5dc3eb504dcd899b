// The letter of a hub's morning: what is new since the last one, one line a Work Group and cause, each with its link.

import { dateWithWeekday } from "../calendar/long-dates.ts";
import type { GroupNaming } from "../words/group-name.ts";
import type { LocalDate } from "../calendar/instants.ts";
import { pounds } from "../journey/sentences.ts";
import { type Block, greetingOf, heading, type Printed, paragraph } from "./letter.ts";
import type { Morning, MorningCause, MorningLine } from "./morning-lines.ts";
import { count, hubName, listOf } from "./words.ts";

/** When it is written, in London. */
export const MORNING_BEGINS = "07:30";

/**
 * For whom it is: `name` is null for an inbox that several share; `console`: its address, null where it has none;
 * `called`: what its Work Groups are called.
 */
export interface MorningEnvelope {
  hub: string;
  day: LocalDate;
  name: string | null;
  console: string | null;
  called: GroupNaming;
}

type Section = "overdue" | MorningCause;
const HEADINGS: Readonly<Record<Section, string>> = {
  overdue: "Overdue",
  decision: "To decide",
  session: "Sessions today",
  register: "Registers that were not taken",
  change: "What has changed in Work Groups",
  "came-back": "Letters that came back",
  application: "Applications",
  answer: "What schools have answered",
  note: "Notes of your hub",
  money: "Money that waits",
};
const IN_SHORT: Readonly<Record<Section, (lines: number, schools: number, things: number) => string>> = {
  overdue: (lines) => `${lines} overdue`,
  decision: (lines) => `${lines} to decide`,
  session: (lines) => count(lines, "session"),
  register: (lines) => count(lines, "register"),
  change: (lines) => count(lines, "change"),
  "came-back": (_, schools) => count(schools, "school not reached", "schools not reached"),
  application: (_, schools) => count(schools, "application"),
  answer: (_, schools) => count(schools, "school has answered", "schools have answered"),
  note: (_, __, things) => count(things, "note to follow up", "notes to follow up"),
  money: () => "money that waits",
};
/** So many schools are named in a line; the rest are a number. */
const MOST_NAMED = 5;
const MOST_IN_SUBJECT = 3;

const sectionOf = ({ overdue, cause }: MorningLine): Section => (overdue ? "overdue" : cause);

/** The letter; its lines are in the order of `morningOf`. */
export function morningLetter(envelope: MorningEnvelope, morning: Morning): Printed {
  const hub = hubName(envelope.hub);
  const sections = [...new Set(morning.lines.map(sectionOf))].map((section) => ({
    section,
    lines: morning.lines.filter((line) => sectionOf(line) === section),
  }));
  const parts = sections.map(({ section, lines }) =>
    IN_SHORT[section](
      lines.length,
      new Set(lines.flatMap(({ schools }) => schools)).size,
      lines.reduce((sum, line) => sum + line.count, 0),
    ),
  );
  const more = parts.length > MOST_IN_SUBJECT ? ["more"] : [];
  return {
    subject: `${dateWithWeekday(envelope.day)}: ${listOf([...parts.slice(0, MOST_IN_SUBJECT), ...more])}`,
    greeting: greetingOf(envelope.name),
    about: `The morning of ${hub}`,
    blocks: [
      ...sections.flatMap(({ section, lines }) => [
        heading(HEADINGS[section]),
        ...lines.flatMap((line, index) => blocksOf(line, envelope, choicesOf(lines, index))),
      ]),
      ...besideOf(morning, envelope),
    ],
    footer:
      `Sent automatically by School Journeys for ${hub}, on mornings of school days on which there is something ` +
      "to tell you. What waits is told when it comes and when its day is near or over; after that it stands in a " +
      "letter that goes anyway on a Monday, and by itself once a month.",
  };
}

function blocksOf(line: MorningLine, { console: base, called }: MorningEnvelope, choices: string): Block[] {
  const title = titleOf(line, called);
  const details = [dayOf(line), notesOf(line), schoolsOf(line), missedOf(line), amountOf(line), choices].filter(
    (one) => one !== "",
  );
  return [
    base === null ? paragraph(title) : { kind: "link", text: title, href: `${base}${line.page}` },
    ...(details.length === 0 ? [] : [paragraph(details.join(" "))]),
  ];
}

/** A line of schools says in which Work Group they are; what is said of a group itself follows its name. */
export function titleOf({ what, workGroup, schools }: MorningLine, called: GroupNaming): string {
  if (workGroup === null) return what;
  return schools.length === 0 ? `${called(workGroup)} ${what}` : `${what} (${called(workGroup)})`;
}

const missedOf = ({ promisedFor }: MorningLine): string =>
  promisedFor === null ? "" : `It was promised for ${dateWithWeekday(promisedFor)}.`;

const REGISTER_WAYS = "take the register, move the session or call it off";

function dayOf({ cause, dueOn, overdue }: MorningLine): string {
  if (dueOn === null) return "";
  const by = dateWithWeekday(dueOn);
  if (cause === "register" && overdue) return `That was to be settled by ${by}: ${REGISTER_WAYS}.`;
  if (cause === "register") return `Please settle it by ${by}: ${REGISTER_WAYS}.`;
  return overdue ? `It was to be decided by ${by}.` : `Please decide by ${by}.`;
}

/** Of notes nothing is said but how many there are: they are read by fewer people than a letter may come to. */
const notesOf = ({ cause, count: due }: MorningLine): string =>
  cause === "note" ? `${count(due, "note is", "notes are")} due.` : "";

const amountOf = ({ pence }: MorningLine): string => (pence === null ? "" : `${pounds(pence)} in all.`);

function schoolsOf({ schools, before }: MorningLine): string {
  const named = schools.slice(0, MOST_NAMED);
  const rest = schools.length - named.length;
  const since = before === 0 ? "" : ` ${count(before, "more waits", "more wait")} since before.`;
  if (named.length === 0) return since.trimStart();
  const label = schools.length === 1 ? "School" : "Schools";
  return `${label}: ${listOf([...named, ...(rest === 0 ? [] : [count(rest, "other school")])])}.${since}`;
}

/** What can be chosen; where the same goes for lines after each other, the last of them says it for all. */
function choicesOf(lines: readonly MorningLine[], index: number): string {
  const said = (line: MorningLine | undefined): string => listOf(line?.choices ?? [], "or");
  const own = said(lines[index]);
  if (own === "" || own === said(lines[index + 1])) return "";
  return own === said(lines[index - 1]) ? `For each of these you can choose: ${own}.` : `You can choose: ${own}.`;
}

function besideOf({ beside: { lines, overdue } }: Morning, { console: base }: MorningEnvelope): Block[] {
  if (lines === 0) return [];
  const late = overdue === 0 ? "" : `, ${overdue} of them overdue`;
  const text = `Beside this, ${count(lines, "thing waits", "things wait")}${late}.`;
  return base === null
    ? [paragraph(text)]
    : [heading("All that waits"), paragraph(text), { kind: "link", text: "Open the list", href: `${base}/tasks` }];
}

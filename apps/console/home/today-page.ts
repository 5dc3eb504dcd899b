// Home of who runs a hub: what waits for somebody, the overdue first, and what the next days bring.

import { dateWithWeekday, timesOfDay } from "../../../libs/calendar/long-dates.ts";
import { pounds } from "../../../libs/journey/sentences.ts";
import { titleOf } from "../../../libs/letters/morning.ts";
import type { MorningCause, MorningLine } from "../../../libs/letters/morning-lines.ts";
import type { HubTodaySeen } from "../../../libs/service/hubs/today.ts";
import type { GroupNaming } from "../../../libs/words/group-name.ts";
import { low } from "../words.ts";

/** One thing that waits: what, where it is settled, and what somebody wants to know before they go there. */
export interface TodayLine {
  words: string;
  href: string;
  more: string;
}
/** `more`: how many there are that are not shown, and where all of them are. */
export interface TodaySection {
  id: string;
  title: string;
  late: boolean;
  lines: readonly TodayLine[];
  more: { words: string; href: string } | null;
}
/** What template today.njk is filled with. `counts`: schools by where they stand, each with the list of them. */
export interface TodayView {
  on: string;
  counts: readonly { number: number; words: string; href: string }[];
  sections: readonly TodaySection[];
  coming: readonly TodaySection[];
}

const SECTIONS: readonly { cause: MorningCause; title: string; all: string }[] = [
  { cause: "decision", title: "To decide", all: "/tasks" },
  { cause: "register", title: "Registers that were not taken", all: "/groups" },
  { cause: "came-back", title: "Letters that came back", all: "/tasks" },
  { cause: "application", title: "Applications to answer", all: "/triage?status=applied" },
  { cause: "answer", title: "What schools answered in the last seven days", all: "/journeys" },
  { cause: "money", title: "Money that waits", all: "/money" },
];
/** What is to be done with what is not decided. */
const SETTLED: Readonly<Partial<Record<MorningCause, string>>> = {
  register: "taken",
  "came-back": "put right",
  application: "answered",
  answer: "answered",
};
/** More of a kind are behind a link. */
const MOST = 6;
const MOST_NAMED = 3;

/** The view model. */
export function todayView(seen: HubTodaySeen): TodayView {
  const { on, called, lines, sessions, visits, coming, schools } = seen;
  const overdue = lines.filter((one) => one.overdue);
  const shown = (one: MorningLine): TodayLine => lineOf(one, called);
  const sections = [
    section("overdue", "Overdue", overdue.map(shown), "/tasks", true),
    ...followUps(seen),
    ...SECTIONS.map(({ cause, title, all }) =>
      section(cause, title, lines.filter((one) => one.cause === cause && !one.overdue).map(shown), all),
    ),
  ];
  const meets = sessions.map((one) => ({
    words: `${called(one.workGroup)}: ${low(one.code)}`,
    href: `/groups/${one.workGroup}`,
    more: [dateWithWeekday(one.on), timesOfDay(one)].filter((part) => part !== "").join(", "),
  }));
  const comes = visits.map((one) => ({
    words: one.school ?? `School ${one.urn}`,
    href: `/journeys/${one.journey}`,
    more: `${one.dueOn < on ? "was due by" : "due by"} ${dateWithWeekday(one.dueOn)}`,
  }));
  return {
    on: dateWithWeekday(on),
    counts: countsOf(coming, schools),
    sections: sections.filter((one) => one.lines.length > 0),
    coming: [
      section("sessions", "Sessions in the next seven days", meets, "/groups"),
      section("visits", "Visits due in the next two weeks", comes, "/journeys"),
    ].filter((one) => one.lines.length > 0),
  };
}

/** Notes to come back to, each by its school; the others are in their list. */
function followUps({ followUps: notes }: HubTodaySeen): TodaySection[] {
  if (notes === null) return [];
  const lines = ({ items }: typeof notes.late, says: string): TodayLine[] =>
    items.map((one) => ({
      words: one.school ?? `School ${one.urn}`,
      href: `/journeys/${one.journey}#part-notes`,
      more: `${says} ${dateWithWeekday(one.on)}`,
    }));
  const { late, today } = notes;
  return [
    sectionOf({ id: "notes-late", title: "Overdue notes", late: true }, lines(late, "was to be followed up on"), {
      total: late.total,
      href: "/follow-ups?due=late",
    }),
    sectionOf(
      { id: "notes-now", title: "Notes to follow up today", late: false },
      lines(today, "to be followed up on"),
      { total: today.total, href: "/follow-ups?due=today" },
    ),
  ];
}

const section = (id: string, title: string, lines: readonly TodayLine[], href: string, late = false): TodaySection =>
  sectionOf({ id, title, late }, lines, { total: lines.length, href });

/** The first of them; how many there are, and where all of them are. */
function sectionOf(
  head: Pick<TodaySection, "id" | "title" | "late">,
  lines: readonly TodayLine[],
  { total, href }: { total: number; href: string },
): TodaySection {
  const shown = lines.slice(0, MOST);
  const beside = total - shown.length;
  return { ...head, lines: shown, more: beside > 0 ? { words: `${beside} more`, href } : null };
}

function lineOf(line: MorningLine, called: GroupNaming): TodayLine {
  const { cause, schools, dueOn, overdue, pence, page } = line;
  const day =
    dueOn === null ? [] : [`${overdue ? "was " : ""}to be ${SETTLED[cause] ?? "decided"} by ${dateWithWeekday(dueOn)}`];
  return {
    words: titleOf(line, called),
    href: page,
    more: [namesOf(schools), ...day, ...(pence === null ? [] : [pounds(pence)])].filter((one) => one !== "").join("; "),
  };
}

function namesOf(schools: readonly string[]): string {
  const beside = schools.length - MOST_NAMED;
  const named = schools.slice(0, MOST_NAMED).join(", ");
  return beside > 0 ? `${named} and ${beside} more` : named;
}

const STEPS: readonly { status: string; words: string }[] = [
  { status: "applied", words: "applied" },
  { status: "information-requested", words: "asked for more information" },
  { status: "waitlisted", words: "on the waiting list" },
  { status: "offered", words: "offered a place, and to answer" },
];

/** Each step of coming in at which anybody is, and all schools. */
function countsOf(coming: Readonly<Record<string, number>>, schools: number): TodayView["counts"] {
  const steps = STEPS.map(({ status, words }) => ({
    number: coming[status] ?? 0,
    words,
    href: `/triage?status=${status}`,
  }));
  return [
    ...steps.filter(({ number }) => number > 0),
    { number: schools, words: schools === 1 ? "school in all" : "schools in all", href: "/journeys" },
  ];
}

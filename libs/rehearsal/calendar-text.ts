// A rehearsal for people: month by month what happens and what is due, then the totals. London dates and times, at most
// 100 columns.

import { longDate, MONTHS } from "../calendar/long-dates.ts";
import { weekday } from "../calendar/dates.ts";
import { localDate, localTime, type Instant, type LocalDate } from "../calendar/instants.ts";
import type { Rehearsal } from "./file.ts";
import type { Report } from "./report.ts";
import type { Refusal, Rehearsed } from "./run.ts";
import { listed, pounds, sentenceOf } from "../journey/sentences.ts";
import { roleName } from "../letters/words.ts";

const WIDTH = 100;
const DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"] as const;

/**
 * One entry of the calendar. What is due on a day stands before what happens on it; `order` keeps what happened in its
 * order.
 */
interface Line {
  date: LocalDate;
  time: string;
  order: number;
  text: string;
}

/** The calendar and totals of a rehearsal, without a newline at its end. */
export function calendarText(rehearsal: Rehearsal, rehearsed: Rehearsed, report: Report): string {
  const lines = [
    ...dueLines(rehearsal, report),
    ...eventLines(rehearsed),
    ...letterLines(report),
    ...refusalLines(rehearsed),
  ].sort(inOrder);
  const months = [...groupedBy(lines, ({ date }) => date.slice(0, 7))];
  const calendar = months.flatMap(([month, all]) => [
    `${MONTHS[Number(month.slice(5)) - 1]} ${month.slice(0, 4)}`,
    ...all.flatMap(dayLines(all)),
    "",
  ]);
  return [...heading(rehearsal), "", ...calendar, ...totals(report)].join("\n");
}

function heading({ name, school, prospectus, behaviour, hub, start, until }: Rehearsal): string[] {
  const funding = school.funding === "state" ? "state-funded" : "independent";
  const played =
    behaviour === "none"
      ? "a school that does only what the script says"
      : `${behaviour === "exemplary" ? "an" : "a"} ${behaviour} school`;
  return [
    `${name ?? "A school"} (URN ${school.urn}, ${school.phase}, ${funding})`,
    `Rehearsal of ${prospectus}: ${played}, an ${hub} hub.`,
    `From ${longDate(localDate(start))} to ${longDate(localDate(until))}. Times are London times.`,
  ].flatMap((line) => wrapped("", line));
}

function dueLines({ until }: Rehearsal, { commitments }: Report): Line[] {
  const byDay = groupedBy(
    commitments.filter(({ dueOn }) => dueOn <= localDate(until)),
    ({ dueOn }) => dueOn,
  );
  return [...byDay].map(([date, due]) => {
    const of = (by: "school" | "hub"): string[] => {
      const own = due.filter((one) => one.by === by).map(({ code, status }) => `${code} (${status})`);
      return own.length === 0 ? [] : [`${by} ${own.join(", ")}`];
    };
    return { date, time: "due", order: 0, text: [...of("school"), ...of("hub")].join("; ") };
  });
}

/** What happened; a commitment met by a record stands in the line of that record. */
function eventLines({ events }: Rehearsed): Line[] {
  const lines: Line[] = [];
  let at: Instant = "";
  for (const event of events) {
    // The letters themselves are lines of their own.
    if (event.type === "LettersDue") continue;
    const last = lines.at(-1);
    if (event.type === "CommitmentMet" && last && event.at === at) last.text = withMet(last.text, sentenceOf(event));
    else lines.push({ ...moment(event.at), order: event.seq, text: sentenceOf(event) });
    at = event.at;
  }
  return lines;
}

/** `… Met: one.` and `Met: two.` make `… Met: one, two.` */
function withMet(text: string, met: string): string {
  const [label = "", code = ""] = met.split(": ");
  const said = text.slice(text.lastIndexOf(". ") + 2);
  return said.startsWith(`${label}: `) ? `${text.slice(0, -1)}, ${code}` : `${text} ${met}`;
}

function letterLines({ letters }: Report): Line[] {
  // Who reads along has the same letter.
  const same = [...groupedBy(letters, ({ at, subject }) => `${at} ${subject}`).values()];
  return same.flatMap((all, index): Line[] => {
    const [first] = all;
    const to = listed([...new Set(all.flatMap((one) => one.to))].map((role) => `the ${roleName(role)}`));
    return first ? [{ ...moment(first.at), order: 500_000 + index, text: `Letter to ${to}: ${first.subject}` }] : [];
  });
}

function refusalLines({ refusals }: Rehearsed): Line[] {
  return refusals.map((refusal, index) => ({
    ...moment(refusal.at),
    order: 1_000_000 + index,
    text: `Turned down: ${turnedDown(refusal)}`,
  }));
}

function turnedDown({ command, code, detail }: Refusal): string {
  return `${command} (${code}): ${detail}`;
}

function moment(at: Instant): Pick<Line, "date" | "time"> {
  return { date: localDate(at), time: localTime(at) };
}

function groupedBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}

function inOrder(a: Line, b: Line): number {
  const [one, other] = [a, b].map(({ date, time }) => `${date} ${time === "due" ? "" : time}`) as [string, string];
  if (one !== other) return one < other ? -1 : 1;
  return a.order - b.order;
}

/** `Wed 30  16:00  session-1 is held …`; the day stands only where it is new. */
function dayLines(month: readonly Line[]): (line: Line, index: number) => string[] {
  return ({ date, time, text }, index) => {
    const day =
      month[index - 1]?.date === date ? "" : `${DAYS[weekday(date) - 1]} ${String(Number(date.slice(8))).padStart(2)}`;
    return wrapped(`  ${day.padEnd(6)}  ${time.padEnd(5)}  `, text);
  };
}

function totals(report: Report): string[] {
  const { status, stages, reminders, escalations, letters, grants, rejections } = report;
  const level = (wanted: number): number => escalations.filter((one) => one.level === wanted).length;
  const row = (label: string, texts: readonly string[]): string[] =>
    (texts.length === 0 ? ["none"] : texts).flatMap((text, index) =>
      wrapped(`  ${(index === 0 ? label : "").padEnd(13)} `, text),
    );
  return [
    "Totals",
    ...row("Status", [status ?? "no journey began"]),
    ...row(
      "Stage-years",
      stages.map(
        ({ stage, academicYear, outcome }) =>
          `${stage.padEnd(11)}  ${academicYear}  ${outcome.padEnd(11)}  ${tally(report, academicYear)}`,
      ),
    ),
    ...row("Reminders", [String(reminders.length)]),
    ...row("Escalations", [
      escalations.length === 0
        ? "none"
        : `${escalations.length}: level 1 ${level(1)}, level 2 ${level(2)}, level 3 ${level(3)}`,
    ]),
    ...row("Letters", lettersByReader(letters)),
    ...row(
      "Grants",
      grants.map(
        ({ stage, academicYear, amount, status: stands, releasedAt }) =>
          `${stage.padEnd(11)}  ${academicYear}  ${pounds(amount * 100)} ` +
          `${stands}${releasedAt === null ? "" : `, released on ${longDate(localDate(releasedAt))}`}`,
      ),
    ),
    ...row("Still owed", stillOwed(report)),
    ...row("Turned down", rejections.map(turnedDown)),
  ];
}

/** How many letters each role had, and why: `headteacher  3: 1 news, 2 reminders`. */
function lettersByReader(letters: Report["letters"]): string[] {
  const roles = [...new Set(letters.flatMap(({ to }) => to))];
  return roles.map((role) => {
    const own = letters.filter(({ to }) => to.includes(role));
    const causes = (["news", "announcement", "reminder", "chaser"] as const).flatMap((cause) => {
      const count = own.filter((one) => one.cause === cause).length;
      return count === 0 ? [] : [`${count} ${cause}`];
    });
    return `${roleName(role)} ${own.length}: ${causes.join(", ")}`;
  });
}

/** `school 9 met, 2 missed; hub 6 met` of a stage-year. */
function tally({ commitments }: Report, academicYear: string): string {
  return (["school", "hub"] as const)
    .map((by) => {
      const own = commitments.filter((one) => one.by === by && one.academicYear === academicYear);
      const counts = (["met", "missed", "open", "waived"] as const).flatMap((status) => {
        const count = own.filter((one) => one.status === status).length;
        return count === 0 ? [] : [`${count} ${status}`];
      });
      return `${by} ${counts.length === 0 ? "nothing" : counts.join(", ")}`;
    })
    .join("; ");
}

/** What the stage-year that goes on at the end still asks for. */
function stillOwed({ stages, commitments }: Report): string[] {
  const current = stages.find(({ outcome }) => outcome === "under-way");
  const owed = commitments.filter(
    (one) => one.academicYear === current?.academicYear && (one.status === "open" || one.status === "missed"),
  );
  return (["school", "hub"] as const).flatMap((by) => {
    const own = owed
      .filter((one) => one.by === by)
      .map(({ code, dueOn, status }) => `${code} by ${longDate(dueOn)}${status === "missed" ? " (missed)" : ""}`);
    return own.length === 0 ? [] : [`${by}: ${listed(own)}`];
  });
}

/** `text` after `label`, broken between words before column 100, further lines under its start. */
function wrapped(label: string, text: string): string[] {
  const room = WIDTH - label.length;
  const lines: string[] = [];
  let rest = text;
  while (rest.length > room) {
    const space = rest.lastIndexOf(" ", room);
    const cut = space > 0 ? space : room;
    lines.push(rest.slice(0, cut));
    rest = rest.slice(cut).trimStart();
  }
  return [...lines, rest].map((line, index) => `${index === 0 ? label : " ".repeat(label.length)}${line}`.trimEnd());
}

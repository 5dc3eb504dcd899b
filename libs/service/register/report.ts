// What an import did and what it leaves to people, as a person reads it and as one object.

import { basename } from "node:path";
import type { BadRow } from "../../register/gias/gias-fault.ts";
import type { Question, QuestionWhy } from "../../register/moves.ts";
import { count } from "./progress.ts";
import type { Moved, Review } from "./succeed.ts";
import type { Counts, TakenIn } from "./take-in.ts";

/** Lines of one list that a person is shown; --json has them all. */
const MOST_LINES = 50;

export interface Report {
  files: { schools: string; links: string | null };
  schools: TakenIn;
  links: TakenIn<Counts & { removed: number }> | null;
  review: Review;
  moved: Moved;
  /** Why some journeys are still waiting, as a sentence. */
  unanswered: string | null;
  seconds: number;
}

const WHY: Readonly<Record<QuestionWhy, string>> = {
  split: "the school was split",
  merged: "the school was merged",
  amalgamated: "the school was amalgamated",
  "several-successors": "several schools follow it",
  "not-yet-open": "its successor has yet to open",
  "no-successor": "no school follows it",
  "phase-differs": "its successor has no such phase",
  "not-state-funded": "its successor is not plainly state-funded",
  "successor-has-journey": "its successor has, or would get, another journey in this phase",
  unresolved: "the register does not know its successor",
  loop: "the register’s links lead round in a loop",
  "unknown-urn": "the register does not know this URN",
  "to-be-confirmed": "its hub has named a successor that an operator has to confirm",
};
/** These are for whoever keeps the register to mend; the hub decides the others. */
const REGISTERS: readonly QuestionWhy[] = ["unresolved", "loop", "unknown-urn"];

/** The report in words. */
export function reportText(report: Report): string {
  const { files, schools, links, review, moved, unanswered } = report;
  const forHub = review.questions.filter(({ why }) => !REGISTERS.includes(why));
  const forRegister = review.questions.filter(({ why }) => REGISTERS.includes(why));
  const bad = [...badLines(files.schools, schools.bad), ...badLines(files.links ?? "", links?.bad ?? [])];
  const unread = [...badLines(files.schools, schools.unread), ...badLines(files.links ?? "", links?.unread ?? [])];
  const removed = links && links.counts.removed > 0 ? `, ${count(links.counts.removed)} removed` : "";
  return [
    `Schools: ${countsText(schools.counts)}.`,
    ...(links ? [`Links:   ${countsText(links.counts)}${removed}.`] : []),
    ...list("Rows left out", bad),
    ...list("Cells left out, of rows that were taken: what was known stays", unread),
    ...list(
      "Journeys that go on under a successor’s URN",
      moved.moved.map(({ journey, hub, from, to }) => `${journey} (${hub}): ${from} → ${to}`),
    ),
    ...list(
      `Journeys still to be moved${unanswered === null ? "" : `: ${unanswered} Run the same command again`}`,
      moved.waiting.map(({ journey, hub, from, to }) => `${journey} (${hub}): ${from} → ${to}`),
    ),
    ...list(
      "Journeys that could not be moved",
      moved.refused.map(({ journey, hub, from, to, code }) => `${journey} (${hub}): ${from} → ${to}: ${code}`),
    ),
    ...list("For the hub to decide", forHub.map(questionLine)),
    ...list("Journeys for which the register has no answer", forRegister.map(questionLine)),
    ...list(
      "Unresolved links: URNs that the register does not have",
      review.unresolved.map(({ urn, type, linkUrn }) => `${urn} ${type} ${linkUrn}`),
    ),
    ...list(
      "Loops: schools whose links lead round; nobody was moved by them",
      review.loops.map((loop) => loop.join(", ")),
    ),
    "",
    `Done in ${report.seconds.toFixed(1)} s.`,
  ].join("\n");
}

/** The report as one object, all lists in full. */
export function reportJson({ files, schools, links, review, moved, seconds }: Report): string {
  const of = (which: "bad" | "unread") => [
    ...schools[which].map((row) => ({ file: files.schools, ...row })),
    ...(links?.[which] ?? []).map((row) => ({ file: files.links, ...row })),
  ];
  return JSON.stringify(
    {
      schools: schools.counts,
      links: links?.counts ?? null,
      badRows: of("bad"),
      unreadCells: of("unread"),
      ...moved,
      questions: review.questions,
      unresolved: review.unresolved,
      loops: review.loops,
      seconds: Math.round(seconds * 10) / 10,
    },
    null,
    2,
  );
}

function countsText(counts: Counts): string {
  return (
    `${count(counts.read)} read, ${count(counts.new)} new, ${count(counts.changed)} changed, ` +
    `${count(counts.unchanged)} unchanged, ${count(counts.bad)} bad`
  );
}

function badLines(file: string, bad: readonly BadRow[]): string[] {
  return bad.map(
    ({ line, code, column }) => `${basename(file)} line ${line}: ${code}${column === null ? "" : ` (${column})`}`,
  );
}

function questionLine({ journey, hub, urn, why, successors }: Question): string {
  return `${journey} (${hub}), URN ${urn}: ${WHY[why]}${successors.length === 0 ? "" : `: ${successors.join(", ")}`}`;
}

function list(title: string, lines: readonly string[]): string[] {
  if (lines.length === 0) return [];
  const more = lines.length - MOST_LINES;
  return [
    "",
    `${title} (${count(lines.length)}):`,
    ...lines.slice(0, MOST_LINES).map((line) => `  ${line}`),
    ...(more > 0 ? [`  … and ${count(more)} more (--json lists all)`] : []),
  ];
}

// Many schools apply by one file: chosen, looked at line by line, confirmed, and what came of it.

import { COLUMNS } from "../../../libs/service/bulk/bulk-columns.ts";
import type { Bulk } from "../../../libs/service/bulk/bulk.ts";
import type { Fault } from "../faults.ts";
import { csvFile } from "../file-field.ts";
import { carried, faultSummary, hidden } from "../form-page.ts";
import { html, type Html } from "../html.ts";
import { tag } from "../look/parts.ts";
import { whyNot } from "./bulk-file.ts";

interface Sends {
  token: string;
  key: string;
}

/** What template choose.njk is filled with. */
export interface ChooseView {
  faults: Html | null;
  hidden: Html;
  file: Html;
  columns: readonly { heading: string; note: string }[];
  criteria: readonly Criterion[];
}
/** What may stand under “Criteria”, and what a programme’s page says of it. */
export interface Criterion {
  words: string;
  says: string;
}

/** Where a file is chosen. */
export const chooseView = ({
  faults,
  criteria,
  ...sends
}: Sends & { faults: readonly Fault[]; criteria: readonly Criterion[] }): ChooseView => ({
  faults: faultSummary(faults),
  hidden: hidden(sends),
  file: csvFile("At most 1,000 lines and 4 MB. It is kept nowhere.", faults),
  columns: Object.values(COLUMNS).map(({ heading, note }) => ({ heading, note })),
  criteria,
});

/** `file`: the very bytes, in base64, so that what is confirmed is what was looked at. */
export interface BulkLook extends Sends {
  names: ReadonlyMap<string, string>;
  file: string;
}

/** A line of the file. `href`: of the school's page, once it has applied. */
export interface BulkLine {
  line: number;
  school: string;
  urn: string | null;
  href: string | null;
  standing: Html;
  why: string | null;
}

/** What template lines.njk is filled with. `confirm`: what there is to send; `heading`: over what came of each line. */
export interface LinesView {
  standing: "to-confirm" | "done" | "waiting";
  says: string;
  hidden: Html;
  confirm: string | null;
  /** What the file with its faults is called, where there are any; `brought`: with what it is asked for. */
  faultsFile: string | null;
  brought: Html;
  heading: string;
  lines: readonly BulkLine[];
  way: { words: string; href: string } | null;
}

/** What would come of each line, to be confirmed. */
export function lookView(answer: Bulk, look: BulkLook): LinesView {
  const { accepted, rejected } = answer;
  const others = accepted === 0 ? "" : ", or send the others now";
  const down =
    rejected === 0 ? "" : `; ${rejected} would be turned down: put those right in the file and look again${others}`;
  const words = { accepted: "Would be taken", rejected: "Would be turned down", waiting: "Not looked at" };
  return {
    standing: "to-confirm",
    says: `${accepted} of ${accepted + rejected} lines would be taken${down}.`,
    hidden: brings(answer, look),
    confirm: accepted === 0 ? null : accepted === 1 ? "Send this application" : `Send these ${accepted} applications`,
    ...faultsOf(answer, look),
    heading: "What would come of it",
    lines: linesOf(answer, look, words, false),
    way: { words: "Choose another file", href: "/bulk" },
  };
}

/** What came of each line. */
export function outcomeView(answer: Bulk, look: BulkLook): LinesView {
  const { accepted, rejected, waiting } = answer;
  const over = waiting === 0;
  const taken = `${accepted} ${accepted === 1 ? "application was" : "applications were"}`;
  const rest = over ? "." : `; ${waiting} still wait: go on with them. No line is sent twice.`;
  return {
    standing: over ? "done" : "waiting",
    says: `${taken} taken, ${rejected} turned down${rest}`,
    hidden: brings(answer, look),
    confirm: over ? null : "Go on",
    ...faultsOf(answer, look),
    heading: "What came of it",
    lines: linesOf(answer, look, { accepted: "Taken", rejected: "Turned down", waiting: "Waits" }, true),
    way: over ? { words: "To the applications", href: "/triage" } : null,
  };
}

const brings = ({ id }: Bulk, { file, token, key }: BulkLook): Html =>
  html`${hidden({ token, key })}${carried({ id, csv: file })}`;

const faultsOf = ({ rejected }: Bulk, { file, token, key }: BulkLook): Pick<LinesView, "faultsFile" | "brought"> => ({
  faultsFile: rejected === 0 ? null : "Download the file with what is wrong in each line (CSV)",
  brought: html`${hidden({ token, key })}${carried({ csv: file })}`,
});

const LOOKS = { accepted: "done", rejected: "late", waiting: "plain" } as const;

/** What has to be put right stands first. */
function linesOf(
  { lines }: Bulk,
  { names }: BulkLook,
  words: Readonly<Record<Bulk["lines"][number]["outcome"], string>>,
  sent: boolean,
): BulkLine[] {
  const sorted = [...lines].sort(
    (a, b) => Number(a.outcome === "accepted") - Number(b.outcome === "accepted") || a.line - b.line,
  );
  return sorted.map(({ line, urn, journey, outcome, because }) => ({
    line,
    school: urn === null ? "–" : (names.get(urn) ?? `School ${urn}`),
    urn,
    href: journey !== null && sent && outcome === "accepted" ? `/journeys/${journey}` : null,
    standing: tag(words[outcome], LOOKS[outcome]),
    why: because && whyNot(because),
  }));
}

// The payment runs of a hub, and one of them: how far it is, its statement, its payments, and the form of each thing
// that can be done with it.

import { pounds } from "../../../libs/journey/sentences.ts";
import type { PaymentSeen, RunSeen, RunWithStatement } from "../../../libs/service/money/payment-runs.ts";
import type { FormState } from "../form-page.ts";
import { formView, type FormView } from "../form-view.ts";
import type { Html } from "../html.ts";
import type { SummaryListOptions } from "../look/options.ts";
import { button, filterForm, input, tag } from "../look/parts.ts";
import { day, hubInWords, inWords } from "../words.ts";
import { inAddress } from "./budgets-page.ts";
import { RUN_ACTIONS, runFields, type RunAction, type RunWords } from "./run-actions.ts";
import { fileLink, tabs, type Whose } from "./tabs.ts";

const LOOKS: Readonly<Record<string, "done" | "late">> = {
  complete: "done",
  paid: "done",
  failed: "late",
  returned: "late",
  cancelled: "late",
};
const standing = (status: string): Html => tag(inWords(status), LOOKS[status]);

/** `called`: by what name who prepared one is known. */
interface RunsLook {
  whose: Whose;
  mayPrepare: boolean;
  done: string | null;
  called: (id: string) => string;
}

/** What template runs.njk is filled with. `prepare`: where one is prepared; null for who may not. */
export interface RunsView {
  tabs: Html;
  prepare: string | null;
  runs: readonly {
    href: string;
    name: string;
    by: string;
    cutOff: string;
    status: Html;
    payments: number;
    net: string;
    far: string;
    open: string;
  }[];
  file: Html;
}

/** Runs as a page and a file have them: by id, as they come, they are in no order of days. */
export const latestFirst = (runs: readonly RunSeen[]): RunSeen[] =>
  [...runs].sort((a, b) => (a.preparedAt < b.preparedAt ? 1 : -1));

/** The view model of the list, the latest first. */
export function runsView(runs: readonly RunSeen[], { whose, mayPrepare, done, called }: RunsLook): RunsView {
  return {
    tabs: tabs("/money/runs", done, whose),
    prepare: mayPrepare ? "/money/runs/new" : null,
    runs: latestFirst(runs).map((one) => ({
      href: `/money/runs/${one.id}`,
      name: `Prepared ${day(one.preparedAt)}`,
      by: `${one.id}, by ${called(one.preparedBy)}`,
      cutOff: day(one.cutOff),
      status: standing(one.status),
      payments: one.payments,
      net: pounds(one.netPence),
      far: `${one.paidPayments} confirmed, ${one.failedPayments} failed`,
      open: `${one.openPayments} open`,
    })),
    file: fileLink("/money/runs.csv", whose),
  };
}

/** What a run comes to, in a line. */
const inShort = ({ payments, netPence }: RunSeen): string =>
  `${payments} ${payments === 1 ? "payment" : "payments"}, ${pounds(netPence)} to be paid`;

/**
 * `payments`: a page of them; `next`: after which number there are more. `now`: what this person may do. `skipped`:
 * payments passed over, and why.
 */
export interface RunLook {
  whose: Whose | null;
  payments: readonly PaymentSeen[];
  next: number | null;
  now: readonly RunAction[];
  who: string;
  done: string | null;
  skipped: readonly string[];
  mayRedact: boolean;
  /** What people of the hub are called. */
  called(id: string): string;
  /** May this person take in what the bank says? */
  answers: boolean;
}

interface StatementLine {
  of: string;
  payments: number;
  gross: string;
  recovered: string;
  net: string;
  /** How many were confirmed, failed and came back, each with its sum. */
  came: readonly { count: number; sum: string }[];
}
interface PaymentLine {
  href: string;
  school: string;
  payment: string;
  grant: string;
  why: string;
  gross: string;
  recovered: string;
  net: string;
  status: Html;
  /** Why it failed or came back. */
  because: string | null;
}
/**
 * What template run.njk is filled with. `again`: where one looks again while it moves; `answer`: where the
 * bank's is taken in; `proof`: the form that proves some of its payments; `redacts`: where a name is taken out of it.
 */
export interface RunView {
  tabs: Html;
  skipped: readonly string[];
  status: Html;
  says: string;
  again: string | null;
  rows: SummaryListOptions["rows"];
  actions: readonly Html[];
  remittance: string | null;
  answer: string | null;
  statement: readonly StatementLine[];
  payments: readonly PaymentLine[];
  more: string | null;
  /** Its payments for a spreadsheet. */
  file: Html | null;
  proof: Html | null;
  redacts: string | null;
}

/** The view model of one run. */
export function runView(run: RunWithStatement, look: RunLook): RunView {
  const { whose, payments, next, now, done, skipped, mayRedact, answers } = look;
  const { id, status, statement } = run;
  const here = `/money/runs/${id}`;
  const paid = status === "authorised" || status === "complete";
  const lines = statement.map((one) => statementLine(hubInWords(one.hub), one));
  return {
    tabs: tabs("/money/runs", done, whose),
    skipped,
    status: standing(status),
    says: inShort(run),
    again: status === "gathering" || status === "authorising" ? here : null,
    rows: rowsOf(run, look),
    actions: now.map((one) =>
      button(RUN_ACTIONS[one].title, { href: `${here}/${one}`, look: one === "authorise" ? "main" : "second" }),
    ),
    remittance: paid ? `${here}/remittance.csv` : null,
    answer: paid && answers ? `/money/bank-answers/${id}` : null,
    statement: lines.length === 1 ? lines : [...lines, statementLine("All", run)],
    payments: payments.map(paymentLine),
    more: next === null ? null : `${here}?after=${next}`,
    file: payments.length === 0 ? null : fileLink(`${here}/payments.csv`),
    proof: proofForm(run),
    redacts: mayRedact ? `${here}/redactions` : null,
  };
}

function rowsOf(run: RunWithStatement, { who, called }: RunLook): RunView["rows"] {
  const { hub, cutOff, status, preparedBy, preparedAt, authorisedBy } = run;
  const notYet =
    status === "prepared" && preparedBy === who ? "Not yet: you prepared it, so another person has to" : "Not yet";
  const row = (key: string, text: string): RunView["rows"][number] => ({ key: { text: key }, value: { text } });
  return [
    row("Grants released up to", `${day(cutOff)}, ${hub === null ? "of every hub" : hubInWords(hub)}`),
    row("Prepared", `${day(preparedAt)} by ${called(preparedBy)}`),
    row("Authorised", authorisedBy === null ? notYet : `By ${called(authorisedBy)}`),
  ];
}

const statementLine = (of: string, one: Omit<RunWithStatement["statement"][number], "hub">): StatementLine => ({
  of,
  payments: one.payments,
  gross: pounds(one.grossPence),
  recovered: pounds(one.recoveredPence),
  net: pounds(one.netPence),
  came: [
    { count: one.paidPayments, sum: pounds(one.paidPence) },
    { count: one.failedPayments, sum: pounds(one.failedPence) },
    { count: one.returnedPayments, sum: pounds(one.returnedPence) },
  ],
});

const paymentLine = (one: PaymentSeen): PaymentLine => ({
  href: `/journeys/${one.journey}`,
  school: one.schoolName === "" ? `School ${one.urn}` : one.schoolName,
  payment: one.payment,
  grant: `${inWords(one.stage)} ${one.academicYear}`,
  why: `/journeys/${one.journey}/why/grants/${inAddress(one.academicYear)}`,
  gross: pounds(one.grossPence),
  recovered: one.recoveredPence === 0 ? "–" : pounds(one.recoveredPence),
  net: pounds(one.netPence),
  status: standing(one.status),
  because: one.reasonCode === null ? null : inWords(one.reasonCode),
});

/** What proves a few of its payments, to be kept or given to an auditor. */
function proofForm({ id, payments }: RunWithStatement): Html | null {
  if (payments === 0) return null;
  const most = input({
    id: "most",
    name: "most",
    label: { text: "How many payments?" },
    value: String(Math.min(5, payments)),
    classes: "govuk-input--width-2",
    inputmode: "numeric",
  });
  const seed = input({
    id: "seed",
    name: "seed",
    label: { text: "A word to draw them by" },
    hint: { text: "Whoever draws by the same word has the same payments" },
    value: "audit",
    classes: "govuk-input--width-10",
  });
  return filterForm(`/money/runs/${id}/proof`, [most, seed], "Download what proves them");
}

/** What template run-form.njk is filled with. `of`: which run it is; `says`: what comes of it. */
export interface RunFormView {
  of: string;
  says: string | null;
  form: FormView;
  button: string;
  looks: "warns" | "";
  back: string;
}

/** The view model of what is done with a run. `open`: the payments of which it can be said. */
export function runFormView(
  run: RunWithStatement,
  action: RunAction,
  open: readonly PaymentSeen[],
  state: FormState,
): RunFormView {
  const { button: words, says, warns }: RunWords = RUN_ACTIONS[action];
  return {
    of: `Prepared ${day(run.preparedAt)}: ${inShort(run)}.`,
    says: says ?? null,
    form: formView(runFields(action, open), state),
    button: words,
    looks: warns ? "warns" : "",
    back: `/money/runs/${run.id}`,
  };
}

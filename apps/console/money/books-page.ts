// The books of a hub: what each account holds, and what schools are to be invoiced for.

import { pounds } from "../../../libs/journey/sentences.ts";
import type { PostedInMonth } from "../../../libs/service/money/by-month.ts";
import type { Invoice, TrialBalance } from "../../../libs/service/money/ledger.ts";
import { localDate } from "../../../libs/calendar/instants.ts";
import { asCsv, inPounds, OF_FIGURES } from "../../../libs/service/shape/as-csv.ts";
import type { Html } from "../html.ts";
import { choose } from "../look/parts.ts";
import { day, inWords } from "../words.ts";
import { isIn, periodChoices, periodInWords } from "./periods.ts";
import { moneyAt, tabs, type Whose } from "./tabs.ts";

/** What template books.njk is filled with. */
export interface BooksView {
  tabs: Html;
  filter: { hidden: readonly { name: string; value: string }[]; when: Html };
  /** What the books are narrowed to, in words; null: nothing, so that the balances are those of today. */
  period: string | null;
  files: { ledger: string; invoices: string };
  accounts: readonly { name: string; says: string; debit: string; credit: string; balance: string }[];
  total: { debit: string; credit: string; balance: string };
  invoices: readonly {
    school: string;
    href: string;
    grant: string;
    asked: string;
    back: string;
    kept: string;
    invoice: string;
  }[];
  toInvoice: string;
}

/** The account plan as people say it (libs/store/money/ledger.ts). */
const ACCOUNTS: Readonly<Record<string, readonly [name: string, says: string]>> = {
  "grants-committed": ["Grants released", "What grants have cost your hub"],
  "schools:grant-payable": ["Owed to schools", "Released, and in no payment run yet"],
  "schools:grant-in-run": ["On their way to schools", "In a payment run that is not confirmed"],
  bank: ["Bank", "What has left your hub’s account, less what came back"],
  "schools:clawback-due": ["Owed by schools", "Asked back, and not come back yet"],
  "grants-recovered": ["Grants asked back", "By so much grants cost your hub less"],
  "recovery-difference": ["Difference of what came back", "Less or more than was asked back"],
};

/** What of a ledger is looked at: of whom, and when (a month or a year; empty: all). */
export interface BooksAsked {
  whose: Whose;
  when: string;
}

/** The view model. */
export function booksView(
  ledger: readonly PostedInMonth[],
  invoices: readonly Invoice[],
  { whose, when }: BooksAsked,
): BooksView {
  const { accounts, ...all } = balancesOf(ledger.filter(({ month }) => isIn(month, when)));
  const asked = invoicesIn(invoices, when);
  const months = [...ledger.map(({ month }) => month), ...invoices.flatMap(monthsOf)];
  const choices = periodChoices(months).map(({ value, words }) => [value, words] as const);
  return {
    tabs: tabs("/money/books", null, whose),
    filter: {
      hidden: whose.named ? [{ name: "hub", value: whose.hub }] : [],
      when: choose({ id: "f-when", name: "when", label: "When" }, [["", "All"], ...choices], when),
    },
    period: when === "" ? null : periodInWords(when),
    files: {
      ledger: moneyAt("/money/books/ledger.csv", whose, { when }),
      invoices: moneyAt("/money/books/invoices.csv", whose, { when }),
    },
    accounts: accounts.map(({ account, ...one }) => ({ ...calledIn(account), ...figuresOf(one) })),
    total: figuresOf(all),
    invoices: asked.map((one) => ({
      school: one.schoolName ?? `School ${one.urn}`,
      href: `/journeys/${one.journey}`,
      grant: `${inWords(one.stage)} ${one.academicYear}`,
      asked: one.requestedAt === null ? "" : day(one.requestedAt),
      back: pounds(one.clawbackPence),
      kept: pounds(one.keptBackPence),
      invoice: pounds(one.invoicePence),
    })),
    toInvoice: pounds(asked.reduce((sum, { invoicePence }) => sum + invoicePence, 0)),
  };
}

/** The ledger by month and account, for a spreadsheet, in pounds. */
export function ledgerFile(ledger: readonly PostedInMonth[], when: string): string {
  const found = ledger.filter(({ month }) => isIn(month, when));
  const months = [...new Set(found.map(({ month }) => month))].sort();
  const rows = months.flatMap((month) =>
    balancesOf(found.filter((one) => one.month === month)).accounts.map((one) => [
      ...[periodInWords(month), calledIn(one.account).name],
      ...[one.debitPence, one.creditPence, one.balancePence].map(inPounds),
    ]),
  );
  return asCsv(rows, ["Month", "Account", "Debits, pounds", "Credits, pounds", "Balance, pounds"], OF_FIGURES);
}

/** What is to be invoiced, for a spreadsheet, in pounds. */
export function invoicesFile(invoices: readonly Invoice[], when: string): string {
  return asCsv(
    invoicesIn(invoices, when).map((one) => [
      ...[one.urn, one.schoolName ?? "", inWords(one.stage), one.academicYear],
      one.requestedAt === null ? "" : localDate(one.requestedAt),
      ...[one.clawbackPence, one.keptBackPence, one.invoicePence].map(inPounds),
    ]),
    [
      ...["URN", "School", "Stage", "Academic year", "Asked back on"],
      ...["Asked back, pounds", "Kept back, pounds", "To invoice, pounds"],
    ],
  );
}

/** What the postings come to, by account. */
function balancesOf(ledger: readonly PostedInMonth[]): Omit<TrialBalance, "hub"> {
  const names = [...new Set(ledger.map(({ account }) => account))].sort();
  const sum = (of: readonly PostedInMonth[]) => {
    const debitPence = of.reduce((whole, one) => whole + one.debitPence, 0);
    const creditPence = of.reduce((whole, one) => whole + one.creditPence, 0);
    return { debitPence, creditPence, balancePence: debitPence - creditPence };
  };
  const accounts = names.map((account) => ({ account, ...sum(ledger.filter((one) => one.account === account)) }));
  return { accounts, ...sum(ledger) };
}

const monthsOf = ({ requestedAt }: Invoice): string[] =>
  requestedAt === null ? [] : [localDate(requestedAt).slice(0, 7)];
const invoicesIn = (invoices: readonly Invoice[], when: string): Invoice[] =>
  invoices.filter((one) => when === "" || monthsOf(one).some((month) => isIn(month, when)));

function calledIn(account: string): { name: string; says: string } {
  const [name, says] = ACCOUNTS[account] ?? [inWords(account), ""];
  return { name, says };
}

const signed = (pence: number): string => (pence < 0 ? `−${pounds(-pence)}` : pounds(pence));

const figuresOf = (one: Pick<TrialBalance, "debitPence" | "creditPence" | "balancePence">) => ({
  debit: pounds(one.debitPence),
  credit: pounds(one.creditPence),
  balance: signed(one.balancePence),
});

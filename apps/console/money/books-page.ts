// The books of a hub: what each account holds, and what schools are to be invoiced for.

import { pounds } from "../../../libs/journey/sentences.ts";
import type { Invoice, TrialBalance } from "../../../libs/service/money/ledger.ts";
import type { Html } from "../html.ts";
import { day, inWords } from "../words.ts";
import { tabs } from "./tabs.ts";

/** What template books.njk is filled with. */
export interface BooksView {
  tabs: Html;
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

/** The view model. */
export function booksView({ accounts, ...all }: TrialBalance, invoices: readonly Invoice[]): BooksView {
  return {
    tabs: tabs("/money/books", null),
    accounts: accounts.map(({ account, ...one }) => {
      const [name, says] = ACCOUNTS[account] ?? [inWords(account), ""];
      return { name, says, ...inPounds(one) };
    }),
    total: inPounds(all),
    invoices: invoices.map((one) => ({
      school: one.schoolName ?? `School ${one.urn}`,
      href: `/journeys/${one.journey}`,
      grant: `${inWords(one.stage)} ${one.academicYear}`,
      asked: one.requestedAt === null ? "" : day(one.requestedAt),
      back: pounds(one.clawbackPence),
      kept: pounds(one.keptBackPence),
      invoice: pounds(one.invoicePence),
    })),
    toInvoice: pounds(invoices.reduce((sum, { invoicePence }) => sum + invoicePence, 0)),
  };
}

const signed = (pence: number): string => (pence < 0 ? `−${pounds(-pence)}` : pounds(pence));

const inPounds = (one: Pick<TrialBalance, "debitPence" | "creditPence" | "balancePence">) => ({
  debit: pounds(one.debitPence),
  credit: pounds(one.creditPence),
  balance: signed(one.balancePence),
});

// A hub's money by month: what fell due, was released, paid and asked back, with the ledger that it is read from.

import { localDate } from "../../calendar/instants.ts";
import { dueByMonth, hubsWithGrants, postedByMonth, type PostedInMonth } from "../../store/money/by-month.ts";
import { invoicesOf } from "../../store/money/ledger-read.ts";
import type { Principal } from "../access/principal.ts";
import { MONEY_READERS, mustHold } from "../access/roles.ts";
import { sameHub } from "../access/scope.ts";
import type { Database } from "../database.ts";
import { hubCode } from "../hub-code.ts";

export type { PostedInMonth } from "../../store/money/by-month.ts";

/**
 * One month of the grants of one academic year. Planned: what fell due, at what it is now, but for what is withheld;
 * released: less what was taken back; paid: what has left the bank, less what it gave back; asked back, and of it still
 * to be invoiced; came back: by invoice; kept back: from payments.
 */
export interface MonthOfMoney {
  month: string;
  academicYear: string;
  plannedPence: number;
  releasedPence: number;
  paidPence: number;
  askedBackPence: number;
  toInvoicePence: number;
  cameBackPence: number;
  keptBackPence: number;
}
export type MonthFigure = Exclude<keyof MonthOfMoney, "month" | "academicYear">;
export interface MoneyByMonth {
  months: MonthOfMoney[];
  ledger: PostedInMonth[];
}

export class MoneyMonths {
  constructor(private readonly database: Database) {}

  /** All of a hub's. @throws Refusal `forbidden`, `not-found` */
  async ofHub(caller: Principal, hub: string): Promise<MoneyByMonth> {
    mustHold(caller, MONEY_READERS);
    sameHub(caller, hub);
    const { manager } = await this.database.open();
    const code = hubCode(hub);
    const ledger = await postedByMonth(manager, code);
    const due = await dueByMonth(manager, code);
    const invoices = await invoicesOf(manager, code);
    const invoiced = invoices.flatMap(({ requestedAt, academicYear, invoicePence }) =>
      requestedAt === null
        ? []
        : [{ month: localDate(requestedAt).slice(0, 7), academicYear, toInvoicePence: invoicePence }],
    );
    const planned = due.map(({ month, academicYear, pence }) => ({ month, academicYear, plannedPence: pence }));
    return { months: together([...planned, ...ledger.map(figuresOf), ...invoiced]), ledger };
  }

  /** The hubs of whose money there is any, of which the caller sees every one. @throws Refusal `forbidden` */
  async hubs(caller: Principal): Promise<string[]> {
    mustHold(caller, ["operator", "auditor"]);
    return hubsWithGrants((await this.database.open()).manager);
  }
}

type Part = Pick<MonthOfMoney, "month" | "academicYear"> & Partial<MonthOfMoney>;

/** What a posting adds to the figures of its month. */
export function figuresOf({ month, academicYear, account, kind, debitPence, creditPence }: PostedInMonth): Part {
  const net = debitPence - creditPence;
  const of = { month, academicYear };
  if (account === "grants-committed") return { ...of, releasedPence: net };
  if (account === "grants-recovered") return { ...of, askedBackPence: -net };
  if (account === "bank")
    return kind === "clawback-recovered" ? { ...of, cameBackPence: net } : { ...of, paidPence: -net };
  // What a payment keeps back lessens what the school owes; where the bank gives it back, it is owed again.
  const kept = account === "schools:clawback-due" && (kind === "grant-paid" || kind === "payment-returned");
  return kept ? { ...of, keptBackPence: -net } : of;
}

/** Parts of one month and year added up, the earliest first; what comes to nothing is left out. */
export function together(parts: readonly Part[]): MonthOfMoney[] {
  const all = new Map<string, MonthOfMoney>();
  for (const { month, academicYear, ...figures } of parts) {
    const key = `${month} ${academicYear}`;
    const sum = all.get(key) ?? { month, academicYear, ...NOTHING };
    for (const name of MONTH_FIGURES) sum[name] += figures[name] ?? 0;
    all.set(key, sum);
  }
  return [...all]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, sum]) => sum)
    .filter((sum) => MONTH_FIGURES.some((name) => sum[name] !== 0));
}

const NOTHING: Readonly<Record<MonthFigure, 0>> = {
  plannedPence: 0,
  releasedPence: 0,
  paidPence: 0,
  askedBackPence: 0,
  toInvoicePence: 0,
  cameBackPence: 0,
  keptBackPence: 0,
};
export const MONTH_FIGURES = Object.keys(NOTHING) as readonly MonthFigure[];

// A hub's books: its trial balance, and what schools are to be invoiced for.

import { invoicesOf, trialBalance, type Invoice, type TrialBalance } from "../../store/money/ledger-read.ts";
import type { Principal } from "../access/principal.ts";
import { MONEY_READERS, mustHold } from "../access/roles.ts";
import { sameHub } from "../access/scope.ts";
import type { Database } from "../database.ts";
import { hubCode } from "../hub-code.ts";

export type { Invoice, TrialBalance } from "../../store/money/ledger-read.ts";

export const LEDGER_ROLES = { read: MONEY_READERS } as const;

export class Ledger {
  constructor(private readonly database: Database) {}

  /** The balances of a hub's accounts: they add up to nothing. @throws Refusal `forbidden`, `not-found` */
  async trialBalance(caller: Principal, hub: string): Promise<TrialBalance> {
    mustHold(caller, LEDGER_ROLES.read);
    sameHub(caller, hub);
    return trialBalance((await this.database.open()).manager, hubCode(hub));
  }

  /** The clawbacks that no payment will keep back. @throws Refusal `forbidden`, `not-found` */
  async invoices(caller: Principal, hub: string): Promise<Invoice[]> {
    mustHold(caller, LEDGER_ROLES.read);
    sameHub(caller, hub);
    return invoicesOf((await this.database.open()).manager, hubCode(hub));
  }
}

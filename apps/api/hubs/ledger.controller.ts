// A hub's books: its trial balance, and what schools are to be invoiced for.

import { Controller, Get, Param, Req } from "@nestjs/common";
import { invoicesOf, trialBalance, type Invoice, type TrialBalance } from "../../../libs/store/money/ledger-read.ts";
import { MONEY_READERS, Roles } from "../access/roles.ts";
import { callerOf, sameHub } from "../access/scope.ts";
import { Database } from "../database.ts";
import type { ApiRequest } from "../http/request.ts";
import { Doc } from "../openapi/doc.ts";
import { HUB } from "../openapi/parameters.ts";
import { hubCode } from "./hub-code.ts";

@Controller("api/v1/hubs/:hub")
export class LedgerController {
  constructor(private readonly database: Database) {}

  @Get("ledger")
  @Roles(...MONEY_READERS)
  @Doc({
    id: "getLedger",
    tag: "Money",
    summary: "The trial balance of a hub’s books: its balances add up to nothing",
    description:
      "Double entry, in pence; a balance is debits less credits. grants-committed: what grants have cost; " +
      "schools:grant-payable: owed, in no run; schools:grant-in-run: owed, in " +
      "a payment run; bank: paid out and come back; schools:clawback-due: what schools owe back; " +
      "grants-recovered: what was asked back; recovery-difference: what came back less or more than asked.",
    parameters: [HUB],
    answer: "TrialBalance",
    problems: [403, 404, 503],
  })
  async ledger(@Param("hub") hub: string, @Req() request: ApiRequest): Promise<TrialBalance> {
    sameHub(callerOf(request), hub);
    return trialBalance((await this.database.open()).manager, hubCode(hub));
  }

  @Get("invoices")
  @Roles(...MONEY_READERS)
  @Doc({
    id: "listInvoices",
    tag: "Money",
    summary: "What schools are to be invoiced for: clawbacks that no payment of theirs will keep back",
    description:
      "Of each clawback that is requested: what waits for a payment run keeps it back first, up to its " +
      "amount; the rest is to be invoiced. What a run is keeping back at " +
      "present is left out until it is settled. RecordRecovery says that it came.",
    parameters: [HUB],
    answer: "InvoicePage",
    problems: [403, 404, 503],
  })
  async invoices(@Param("hub") hub: string, @Req() request: ApiRequest): Promise<{ items: Invoice[]; next: null }> {
    sameHub(callerOf(request), hub);
    return { items: await invoicesOf((await this.database.open()).manager, hubCode(hub)), next: null };
  }
}

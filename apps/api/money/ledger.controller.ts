import { Controller, Get, Param, UseGuards } from "@nestjs/common";
import { Roles } from "../../../libs/http/allowed.ts";
import { OwnHubGuard } from "../../../libs/http/own-hub.guard.ts";
import { Caller } from "../../../libs/http/parameters.ts";
import type { Principal } from "../../../libs/service/access/principal.ts";
import { Ledger, LEDGER_ROLES } from "../../../libs/service/money/ledger.ts";
import { Doc } from "../openapi/doc.ts";
import { HUB } from "../openapi/parameters.ts";
import { InvoicePageAnswer, TrialBalanceAnswer } from "./money.dto.ts";

@Controller("api/v1/hubs/:hub")
@UseGuards(OwnHubGuard)
export class LedgerController {
  constructor(private readonly books: Ledger) {}

  @Get("ledger")
  @Roles(...LEDGER_ROLES.read)
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
    answer: TrialBalanceAnswer,
    problems: [403, 404, 503],
  })
  ledger(@Caller() caller: Principal, @Param("hub") hub: string): Promise<TrialBalanceAnswer> {
    return this.books.trialBalance(caller, hub);
  }

  @Get("invoices")
  @Roles(...LEDGER_ROLES.read)
  @Doc({
    id: "listInvoices",
    tag: "Money",
    summary: "What schools are to be invoiced for: clawbacks that no payment of theirs will keep back",
    description:
      "Of each clawback that is requested: what waits for a payment run keeps it back first, up to its " +
      "amount; the rest is to be invoiced. What a run is keeping back at " +
      "present is left out until it is settled. RecordRecovery says that it came.",
    parameters: [HUB],
    answer: InvoicePageAnswer,
    problems: [403, 404, 503],
  })
  async invoices(@Caller() caller: Principal, @Param("hub") hub: string): Promise<InvoicePageAnswer> {
    return { items: await this.books.invoices(caller, hub), next: null };
  }
}

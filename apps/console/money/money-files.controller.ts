// GET /money/runs.csv, /money/runs/{id}/payments.csv and /money/budgets.csv: a hub's payment runs, the payments of one,
// its budgets, as files.

import { Controller, Get, Param, Query, Req, Res } from "@nestjs/common";
import { Visitors } from "../../../libs/http/allowed.ts";
import type { ApiRequest, ApiResponse } from "../../../libs/http/request.ts";
import { HubStaff } from "../../../libs/service/hubs/staff.ts";
import { Budgets } from "../../../libs/service/money/budgets.ts";
import { PaymentRuns } from "../../../libs/service/money/payment-runs.ts";
import { Desk } from "../desk.ts";
import type { Typed } from "../form-fields.ts";
import { IN_FILE } from "../lists/list-asked.ts";
import { MoneyDesk } from "./money-desk.ts";
import { budgetsFile, paymentsFile, runsFile } from "./money-files.ts";
import { MONEY_SEEN } from "./tabs.ts";

@Controller("money")
export class MoneyFilesController {
  constructor(
    private readonly desk: Desk,
    private readonly money: MoneyDesk,
    private readonly payments: PaymentRuns,
    private readonly budgets: Budgets,
    private readonly staff: HubStaff,
  ) {}

  @Get("runs.csv")
  @Visitors()
  async runs(@Query() query: Typed, @Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    const visit = await this.money.visit(request, response, query["hub"]);
    if (visit === null) return;
    const { principal } = visit.visitor.person;
    const { hub } = visit.whose;
    const { items } = await this.payments.list(principal, { limit: IN_FILE.size, hub });
    const csv = runsFile(items, await this.staff.called(principal));
    await this.money.give(response, { csv, name: "payment-runs" }, { by: principal, hub, request });
  }

  @Get("runs/:id/payments.csv")
  @Visitors()
  async ofRun(@Param("id") id: string, @Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    const { person } = await this.desk.visitor(request, response, MONEY_SEEN);
    const { principal: by } = person;
    const { hub } = await this.payments.one(by, id);
    const { items } = await this.payments.payments(by, id, { limit: IN_FILE.size });
    const file = { csv: paymentsFile(items), name: `payments-${id}`, code: "payments" };
    await this.money.give(response, file, { by, hub, request });
  }

  @Get("budgets.csv")
  @Visitors()
  async ofYears(@Query() query: Typed, @Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    const visit = await this.money.visit(request, response, query["hub"]);
    if (visit === null) return;
    const { principal } = visit.visitor.person;
    const { hub } = visit.whose;
    const csv = budgetsFile(await this.budgets.list(principal, hub), await this.staff.called(principal));
    await this.money.give(response, { csv, name: "budgets" }, { by: principal, hub, request });
  }
}

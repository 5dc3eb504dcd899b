// Payment runs: prepared by one person, authorised by another, exported, and settled payment by payment.

import { Controller, Get, HttpCode, Param, Post, Query, Req, Res } from "@nestjs/common";
import { remittanceCsv } from "../../../libs/service/payment-runs/remittance.ts";
import type { Principal } from "../../../libs/config/principal.ts";
import { runName } from "../../../libs/contract/payment-run.ts";
import { sealFields, type Sealed } from "../../../libs/journey/wire.ts";
import { RUN_FIELDS, type RunWireName } from "../../../libs/payments/command-fields.ts";
import { isRunId } from "../../../libs/payments/state.ts";
import { linesOf, remittedLines, statementOf } from "../../../libs/store/money/payment-lines.ts";
import type { PaymentRunRow } from "../../../libs/views/money/payment-runs.ts";
import { findPaymentRun, findPaymentRuns } from "../../../libs/views/money/read-payment-runs.ts";
import { MONEY_READERS, Roles } from "../access/roles.ts";
import { callerOf, withinOf } from "../access/scope.ts";
import { addCommandRoute } from "../commands/add-route.ts";
import { slugOf } from "../commands/command-routes.ts";
import { CommandSender, type NewId, type RunAnswer } from "../commands/command-sender.ts";
import { Database } from "../database.ts";
import { etagOf } from "../http/if-match.ts";
import { Problem, problemOf } from "../http/problem.ts";
import type { ApiRequest, ApiResponse } from "../http/request.ts";
import { validated } from "../http/validated.ts";
import { bodySchema, exampleBody } from "../openapi/command-schema.ts";
import { Doc } from "../openapi/doc.ts";
import { PAYMENT_RUN_ID } from "../openapi/parameters.ts";
import { PREPARERS, ROUTED_OF_RUNS, RUN_ROUTES } from "./payment-run-routes.ts";
import { PAYMENT_RUNS_PARAMETERS, PAYMENTS_PARAMETERS, PaymentRunsQuery, PaymentsQuery } from "./payment-runs.dto.ts";
import {
  presentPayment,
  presentRun,
  presentRunRow,
  type PresentedPayment,
  type PresentedRow,
  type PresentedRun,
} from "./present-payment-run.ts";

const ROWS_AT_ONCE = 1_000;
const PREPARING = RUN_FIELDS.PreparePaymentRun;

@Controller("api/v1/payment-runs")
export class PaymentRunsController {
  constructor(
    private readonly sender: CommandSender,
    private readonly database: Database,
  ) {}

  @Get()
  @Roles(...MONEY_READERS)
  @Doc({
    id: "listPaymentRuns",
    tag: "Payments",
    summary: "Payment runs, by id, those that fit every filter; a hub sees its own",
    parameters: PAYMENT_RUNS_PARAMETERS,
    answer: "PaymentRunPage",
    problems: [403, 422, 503],
  })
  async list(
    @Query() query: unknown,
    @Req() request: ApiRequest,
  ): Promise<{ items: PresentedRow[]; next: string | null }> {
    const filter = validated(PaymentRunsQuery, query, { only: true });
    const { items, next } = await findPaymentRuns(await this.database.open(), {
      ...filter,
      own: hubOf(callerOf(request)),
    });
    return { items: items.map(presentRunRow), next };
  }

  @Post()
  @HttpCode(201)
  @Roles(...PREPARERS)
  @Doc({
    id: "preparePaymentRun",
    tag: "Payments",
    summary: "Prepare a run of every grant that was released up to the cut-off and waits for one",
    description:
      "Grants are taken in batches: it is `gathering`, then `prepared`. What a school owes back is kept " +
      "back from its payment, up to its amount. " +
      "A finance officer prepares runs of their own hub, an operator of one hub or of all. Roles: " +
      "finance-officer, operator.",
    body: { schema: bodySchema(PREPARING), example: exampleBody(PREPARING), required: false },
    answer: "PaymentRunAnswer",
    status: 201,
    etag: true,
    command: true,
    problems: [400, 403, 409, 412, 413, 415, 422, 503],
  })
  async prepare(@Req() request: ApiRequest, @Res({ passthrough: true }) response: ApiResponse): Promise<RunAnswer> {
    const own = hubOf(callerOf(request));
    const answer = await this.sender.sendToRun(request, {
      name: "PreparePaymentRun",
      route: "payment-runs",
      prepare: (_source, newId) => {
        const sealed = seal("PreparePaymentRun", request.body, newId);
        const hub = sealed.data["hub"] ?? own ?? undefined;
        if (own !== null && hub !== own)
          throw new Problem("forbidden", "You prepare payment runs of your own hub alone.");
        // Short, so that a payment's reference fits a bank's 18 characters.
        const run = `r${newId("text", "run").replaceAll("-", "").slice(0, 10)}`;
        return {
          journey: runName(run),
          sealed: { ...sealed, data: { ...sealed.data, ...(hub !== undefined && { hub }) } },
        };
      },
    });
    response.setHeader("ETag", etagOf(answer.version));
    response.setHeader("Location", `/api/v1/payment-runs/${answer.run}`);
    return answer;
  }

  @Get(":id")
  @Roles(...MONEY_READERS)
  @Doc({
    id: "getPaymentRun",
    tag: "Payments",
    summary: "One payment run: how far it is, its totals, its statement by hub",
    parameters: [PAYMENT_RUN_ID],
    answer: "PaymentRun",
    etag: true,
    problems: [403, 404, 503],
  })
  async one(
    @Param("id") id: string,
    @Req() request: ApiRequest,
    @Res({ passthrough: true }) response: ApiResponse,
  ): Promise<PresentedRun> {
    const run = await this.seen(id, request);
    response.setHeader("ETag", etagOf(run.version));
    return presentRun(run, await statementOf((await this.database.open()).manager, run.id));
  }

  @Get(":id/payments")
  @Roles(...MONEY_READERS)
  @Doc({
    id: "listPayments",
    tag: "Payments",
    summary: "The payments of a run, in the order of their references",
    parameters: [PAYMENT_RUN_ID, ...PAYMENTS_PARAMETERS],
    answer: "PaymentPage",
    problems: [403, 404, 422, 503],
  })
  async payments(
    @Param("id") id: string,
    @Query() query: unknown,
    @Req() request: ApiRequest,
  ): Promise<{ items: PresentedPayment[]; next: number | null }> {
    const { status, after = 0, limit } = validated(PaymentsQuery, query, { only: true });
    const run = await this.seen(id, request);
    const found = await linesOf((await this.database.open()).manager, run.id, {
      ...(status && { statuses: [status] }),
      after,
      limit: limit + 1,
    });
    const items = found.slice(0, limit);
    return { items: items.map(presentPayment), next: found.length > limit ? (items.at(-1)?.no ?? null) : null };
  }

  @Get(":id/remittance.csv")
  @Roles(...MONEY_READERS)
  @Doc({
    id: "getRemittance",
    tag: "Payments",
    summary: "The remittance of an authorised run: CSV, one row a payment",
    description:
      "Columns, always in this order: reference, urn, school, hub, grant, prospectus, grant_pounds, " +
      "kept_back_pounds, amount_pounds, amount_pence. UTF-8 with a byte " +
      "order mark, CRLF; a cell that a spreadsheet would take for a formula begins with an apostrophe. The " +
      "same bytes each time. A payment of which all is kept back has no row.",
    parameters: [PAYMENT_RUN_ID],
    answer: "Remittance",
    as: "text/csv",
    problems: [403, 404, 409, 503],
  })
  async remittance(@Param("id") id: string, @Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    const run = await this.seen(id, request);
    if (run.status !== "authorised" && run.status !== "complete") {
      throw new Problem("not-in-this-state", `A run has a remittance once it is authorised. The run is ${run.status}.`);
    }
    const { manager } = await this.database.open();
    const parts = [remittanceCsv([], { header: true })];
    for (
      let lines = await remittedLines(manager, run.id, 0, ROWS_AT_ONCE);
      lines.length > 0;
      lines = await remittedLines(manager, run.id, lines.at(-1)?.no ?? 0, ROWS_AT_ONCE)
    ) {
      parts.push(remittanceCsv(lines, { header: false }));
    }
    response
      .writeHead(200, {
        "Content-Type": "text/csv; charset=utf-8",
        "Content-Disposition": `attachment; filename="remittance-${run.id}.csv"`,
      })
      .end(parts.join(""));
  }

  /** Sends one command to the payment run. */
  async perform(
    name: keyof typeof RUN_ROUTES,
    id: string,
    request: ApiRequest,
    response: ApiResponse,
  ): Promise<RunAnswer> {
    const run = await this.seen(id, request);
    const answer = await this.sender.sendToRun(request, {
      name,
      route: `payment-runs/${run.id}/${slugOf(name)}`,
      prepare: (_source, newId) => ({ journey: runName(run.id), sealed: seal(name, request.body, newId) }),
    });
    response.setHeader("ETag", etagOf(answer.version));
    return answer;
  }

  private async seen(id: string, request: ApiRequest): Promise<PaymentRunRow> {
    const run = isRunId(id) ? await findPaymentRun(await this.database.open(), id) : null;
    const own = hubOf(callerOf(request));
    if (!run || (own !== null && run.hub !== own))
      throw new Problem("not-found", "There is no payment run with this id. POST /api/v1/payment-runs prepares one.");
    return run;
  }
}

/** The hub whose runs someone sees; null: all, also those of every hub at once. */
function hubOf(caller: Principal): string | null {
  const within = withinOf(caller);
  return within === null ? null : (within.hub ?? "");
}

function seal(name: RunWireName, body: unknown, newId: NewId): Sealed {
  const sealed = sealFields(RUN_FIELDS[name], body, newId);
  if ("rejection" in sealed) throw problemOf(sealed.rejection);
  return sealed;
}

ROUTED_OF_RUNS.forEach((name) => {
  const { roles, summary, description } = RUN_ROUTES[name];
  const fields = RUN_FIELDS[name];
  addCommandRoute(PaymentRunsController, name, {
    path: `:id/${slugOf(name)}`,
    roles,
    doc: {
      id: name.charAt(0).toLowerCase() + name.slice(1),
      tag: "Payments",
      summary,
      description: `${description} Roles: ${roles.join(", ")}.`,
      parameters: [PAYMENT_RUN_ID],
      body: {
        schema: bodySchema(fields),
        example: exampleBody(fields),
        required: Object.values(fields).some((field) => field.required),
      },
      answer: "PaymentRunAnswer",
    },
  });
});

import { Controller, Get, HttpCode, Param, Post, Query, Req, Res } from "@nestjs/common";
import { Roles } from "../../../libs/http/allowed.ts";
import { askedOf } from "../../../libs/http/asked.ts";
import { etagOf } from "../../../libs/http/if-match.ts";
import { AskedHere, Caller } from "../../../libs/http/parameters.ts";
import type { ApiRequest, ApiResponse } from "../../../libs/http/request.ts";
import { RUN_FIELDS } from "../../../libs/payments/command-fields.ts";
import type { Principal } from "../../../libs/service/access/principal.ts";
import type { Asked } from "../../../libs/service/commands/asked.ts";
import { slugOf } from "../../../libs/service/commands/journey-commands.ts";
import { PaymentRuns, RUN_ROLES } from "../../../libs/service/money/payment-runs.ts";
import { ROUTED_OF_RUNS, RUN_COMMANDS } from "../../../libs/service/money/run-commands.ts";
import { present } from "../../../libs/service/shape/present.ts";
import { addCommandRoute } from "../commands/add-route.ts";
import { bodySchema, exampleBody } from "../openapi/command-schema.ts";
import { Doc } from "../openapi/doc.ts";
import { PAYMENT_RUN_ID, PREVIEW } from "../openapi/parameters.ts";
import {
  PaymentAnswer,
  PaymentPageAnswer,
  PaymentRunsQuery,
  PaymentsQuery,
  RemittanceAnswer,
  RunAnswered,
  RunCommandAnswer,
  RunPageAnswer,
  RunRowAnswer,
} from "./payment-runs.dto.ts";

const PREPARING = RUN_FIELDS.PreparePaymentRun;

@Controller("api/v1/payment-runs")
export class PaymentRunsController {
  constructor(private readonly runs: PaymentRuns) {}

  @Get()
  @Roles(...RUN_ROLES.read)
  @Doc({
    id: "listPaymentRuns",
    tag: "Payments",
    summary: "Payment runs, by id, those that fit every filter; a hub sees its own",
    answer: RunPageAnswer,
    problems: [403, 422, 503],
  })
  async list(@Caller() caller: Principal, @Query() query: PaymentRunsQuery): Promise<RunPageAnswer> {
    const { items, next } = await this.runs.list(caller, query);
    return { items: items.map((run) => present(RunRowAnswer, run)), next };
  }

  @Post()
  @HttpCode(201)
  @Roles(...RUN_ROLES.prepare)
  @Doc({
    id: "preparePaymentRun",
    tag: "Payments",
    summary: "Prepare a run of every grant that was released up to the cut-off and waits for one",
    description:
      "Grants are taken in batches: it is `gathering`, then `prepared`. What a school owes back is kept " +
      "back from its payment, up to its amount. " +
      "A finance officer prepares runs of their own hub, an operator of one hub or of all. Roles: " +
      "finance-officer, operator.",
    parameters: [PREVIEW],
    body: { schema: bodySchema(PREPARING), example: exampleBody(PREPARING), required: false },
    answer: RunCommandAnswer,
    status: 201,
    etag: true,
    command: true,
    problems: [400, 403, 409, 412, 413, 415, 422, 503],
  })
  async prepare(
    @AskedHere() asked: Asked,
    @Res({ passthrough: true }) response: ApiResponse,
  ): Promise<RunCommandAnswer> {
    const answer = await this.runs.prepare(asked);
    response.setHeader("ETag", etagOf(answer.version));
    response.setHeader("Location", `/api/v1/payment-runs/${answer.run}`);
    return answer;
  }

  @Get(":id")
  @Roles(...RUN_ROLES.read)
  @Doc({
    id: "getPaymentRun",
    tag: "Payments",
    summary: "One payment run: how far it is, its totals, its statement by hub",
    parameters: [PAYMENT_RUN_ID],
    answer: RunAnswered,
    etag: true,
    problems: [403, 404, 503],
  })
  async one(
    @Caller() caller: Principal,
    @Param("id") id: string,
    @Res({ passthrough: true }) response: ApiResponse,
  ): Promise<RunAnswered> {
    const run = await this.runs.one(caller, id);
    response.setHeader("ETag", etagOf(run.version));
    return present(RunAnswered, run);
  }

  @Get(":id/payments")
  @Roles(...RUN_ROLES.read)
  @Doc({
    id: "listPayments",
    tag: "Payments",
    summary: "The payments of a run, in the order of their references",
    parameters: [PAYMENT_RUN_ID],
    answer: PaymentPageAnswer,
    problems: [403, 404, 422, 503],
  })
  async payments(
    @Caller() caller: Principal,
    @Param("id") id: string,
    @Query() query: PaymentsQuery,
  ): Promise<PaymentPageAnswer> {
    const { items, next } = await this.runs.payments(caller, id, query);
    return { items: items.map((payment) => present(PaymentAnswer, payment)), next };
  }

  @Get(":id/remittance.csv")
  @Roles(...RUN_ROLES.read)
  @Doc({
    id: "getRemittance",
    tag: "Payments",
    summary: "The remittance of an authorised run: CSV, one row a payment",
    description:
      "Columns, always in this order: reference, urn, school, hub, grant, prospectus, grant_pounds, " +
      "kept_back_pounds, amount_pounds, amount_pence. UTF-8 with a byte " +
      "order mark, CRLF; a cell that a spreadsheet would take for a formula begins with an apostrophe. The " +
      "same bytes each time, until a payment is held back: it has no row then. A payment of which all is kept back " +
      "has no row.",
    parameters: [PAYMENT_RUN_ID],
    answer: RemittanceAnswer,
    as: "text/csv",
    problems: [403, 404, 409, 503],
  })
  async remittance(
    @Caller() caller: Principal,
    @Param("id") id: string,
    @Req() request: ApiRequest,
    @Res() response: ApiResponse,
  ): Promise<void> {
    const { fileName, csv } = await this.runs.remittance(caller, id, request.id);
    response
      .writeHead(200, {
        "Content-Type": "text/csv; charset=utf-8",
        "Content-Disposition": `attachment; filename="${fileName}"`,
      })
      .end(csv);
  }

  /** Sends one command to the payment run. */
  async perform(
    name: keyof typeof RUN_COMMANDS,
    id: string,
    request: ApiRequest,
    response: ApiResponse,
  ): Promise<RunCommandAnswer> {
    const answer = await this.runs.perform(name, id, askedOf(request));
    response.setHeader("ETag", etagOf(answer.version));
    return answer;
  }
}

ROUTED_OF_RUNS.forEach((name) => {
  const { roles, summary, description } = RUN_COMMANDS[name];
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
      answer: RunCommandAnswer,
    },
  });
});

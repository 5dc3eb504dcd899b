// GET /money/runs, /money/runs/{id}, its remittance, and a form of each command below it.

import { Controller, Get, Param, Post, Query, Req, Res } from "@nestjs/common";
import { Visitors } from "../../../libs/http/allowed.ts";
import { Refusal } from "../../../libs/service/refusal.ts";
import type { ApiRequest, ApiResponse } from "../../../libs/http/request.ts";
import { PREPARERS } from "../../../libs/service/money/run-commands.ts";
import { HubStaff } from "../../../libs/service/hubs/staff.ts";
import {
  PaymentRuns,
  type PaymentSeen,
  type RunAnswer,
  type RunWithStatement,
} from "../../../libs/service/money/payment-runs.ts";
import { RUN_REDACTION_ROLES } from "../../../libs/service/journeys/redactions.ts";
import { answerPage } from "../answer-page.ts";
import { askedBy, Desk, type Page, type Sent } from "../desk.ts";
import { bodyFrom } from "../form-fields.ts";
import { newKey, type FormState } from "../form-page.ts";
import { filledIn } from "../look/templates.ts";
import type { Visitor } from "../visitor.ts";
import { day, hubInWords, inWords } from "../words.ts";
import { mayDo, RUN_ACTIONS, runActionOf, runActionsNow, runFields, type RunAction } from "./run-actions.ts";
import { runFormView, runsView, runView } from "./runs-page.ts";
import { MoneyDesk } from "./money-desk.ts";
import { MONEY, MONEY_SEEN, whoseMoney } from "./tabs.ts";

type Query = Readonly<Record<string, unknown>>;
/** They come by id, not by day: all of a hub's that runs every week for nineteen years. */
const MOST_RUNS = 1_000;
const A_PAGE = 100;
/** So many may be named at once (libs/payments/command-fields.ts). */
const MOST_NAMED = 200;
const MOST_TOLD = 20;
const SKIPPED = /^([a-z0-9-]{1,60}):([a-z-]{1,40})$/u;

@Controller("money/runs")
export class RunPagesController {
  constructor(
    private readonly desk: Desk,
    private readonly money: MoneyDesk,
    private readonly runs: PaymentRuns,
    private readonly staff: HubStaff,
  ) {}

  @Get()
  @Visitors()
  async list(@Query() query: Query, @Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    const visit = await this.money.visit(request, response, query["hub"]);
    if (visit === null) return;
    const { visitor, whose } = visit;
    const { principal } = visitor.person;
    const { items } = await this.runs.list(principal, { limit: MOST_RUNS, hub: whose.hub });
    answerPage(
      response,
      200,
      `Money of ${hubInWords(whose.hub)}`,
      filledIn(
        "money/runs.njk",
        runsView(items, {
          whose,
          mayPrepare: PREPARERS.includes(principal.role),
          done: null,
          called: await this.staff.called(principal),
        }),
      ),
      visitor.person,
    );
  }

  @Get(":id")
  @Visitors()
  async one(
    @Param("id") id: string,
    @Query() query: Query,
    @Req() request: ApiRequest,
    @Res() response: ApiResponse,
  ): Promise<void> {
    const visitor = await this.desk.visitor(request, response, MONEY_SEEN);
    const { principal } = visitor.person;
    const run = await this.runs.one(visitor.person.principal, id);
    const after =
      typeof query["after"] === "string" && /^\d{1,9}$/u.test(query["after"]) ? { after: Number(query["after"]) } : {};
    const { items, next } = await this.runs.payments(principal, id, { limit: A_PAGE, ...after });
    const action = runActionOf(query["done"]);
    const done =
      query["done"] === "prepare"
        ? "The run is being prepared: the grants that wait are taken into it."
        : action === null
          ? null
          : RUN_ACTIONS[action].done;
    const look = {
      whose: whoseMoney(principal, run.hub),
      payments: items,
      next,
      now: runActionsNow(run, principal),
      who: principal.who,
      done,
      skipped: skippedIn(query["skipped"]),
      mayRedact: RUN_REDACTION_ROLES.includes(principal.role),
      answers: PREPARERS.includes(principal.role),
      called: await this.staff.called(principal),
    };
    const body = filledIn("money/run.njk", runView(run, look));
    answerPage(response, 200, `Payment run of ${day(run.preparedAt)}`, body, visitor.person);
  }

  @Get(":id/remittance.csv")
  @Visitors()
  async remittance(@Param("id") id: string, @Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    const visitor = await this.desk.visitor(request, response, MONEY_SEEN);
    const { fileName, csv } = await this.runs.remittance(visitor.person.principal, id, request.id);
    response
      .writeHead(200, {
        "Content-Type": "text/csv; charset=utf-8",
        "Content-Disposition": `attachment; filename="${fileName}"`,
      })
      .end(csv);
  }

  @Get(":id/:action")
  @Visitors()
  async form(
    @Param("id") id: string,
    @Param("action") name: string,
    @Req() request: ApiRequest,
    @Res() response: ApiResponse,
  ): Promise<void> {
    const visitor = await this.desk.visitor(request, response, MONEY);
    const action = mayFill(name, visitor);
    const run = await this.runs.one(visitor.person.principal, id);
    const open = await this.open(visitor, run, action);
    const { title, body } = formPage(run, action, open, {
      action: `/money/runs/${id}/${action}`,
      token: visitor.token,
      key: newKey(),
      typed: {},
      faults: [],
    });
    answerPage(response, 200, title, body, visitor.person);
  }

  @Post(":id/:action")
  @Visitors()
  async perform(
    @Param("id") id: string,
    @Param("action") name: string,
    @Req() request: ApiRequest,
    @Res() response: ApiResponse,
  ): Promise<void> {
    const sent = await this.desk.sent(request, response);
    const { visitor, typed } = sent;
    const action = mayFill(name, visitor);
    const run = await this.runs.one(visitor.person.principal, id);
    const open = await this.open(visitor, run, action);
    const fields = runFields(action, open);
    await this.desk.settle(response, sent, fields, {
      send: () => this.send(sent, id, action, bodyFrom(fields, typed)),
      then: ({ skipped }) =>
        `/money/runs/${id}?done=${action}${skipped
          .slice(0, MOST_TOLD)
          .map(({ payment, why }) => `&skipped=${payment}:${why}`)
          .join("")}`,
      again: (faults, key) =>
        formPage(run, action, open, {
          action: `/money/runs/${id}/${action}`,
          token: visitor.token,
          key,
          typed,
          faults,
        }),
    });
  }

  private async send(sent: Sent, id: string, action: RunAction, body: Record<string, unknown>): Promise<RunAnswer> {
    // With none named, the service would confirm them all: that has a form of its own.
    if (Array.isArray(body["payments"]) && body["payments"].length === 0)
      throw new Refusal("invalid", "Tick the payments first.", {
        errors: [{ pointer: "/payments", detail: "Tick one at least." }],
      });
    return this.runs.perform(RUN_ACTIONS[action].command, id, askedBy(sent, body));
  }

  /** The payments of which an action can speak. */
  private async open({ person }: Visitor, run: RunWithStatement, action: RunAction): Promise<PaymentSeen[]> {
    const status = action === "returned" ? "paid" : run.status === "prepared" ? "prepared" : "authorised";
    return (await this.runs.payments(person.principal, run.id, { status, limit: MOST_NAMED })).items;
  }
}

/** The action of this address, for who may take it. @throws Refusal `not-found`, `forbidden` */
function mayFill(name: string, { person }: Visitor): RunAction {
  const action = runActionOf(name);
  if (action === null) throw new Refusal("not-found", "There is no such page.");
  if (!mayDo(action, person.principal.role)) throw new Refusal("forbidden", "Your role may not do this.");
  return action;
}

const formPage = (run: RunWithStatement, action: RunAction, open: readonly PaymentSeen[], state: FormState): Page => ({
  title: RUN_ACTIONS[action].title,
  body: filledIn("money/run-form.njk", runFormView(run, action, open, state)),
});

/** The payments that a command passed over, as the address says it: references and codes alone. */
function skippedIn(sent: unknown): string[] {
  const each = Array.isArray(sent) ? sent : [sent];
  return each.flatMap((one: unknown) => {
    const [, payment, why] = typeof one === "string" ? (SKIPPED.exec(one) ?? []) : [];
    return payment === undefined || why === undefined ? [] : [`${payment} (${inWords(why).toLowerCase()})`];
  });
}

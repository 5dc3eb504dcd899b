// GET /money/runs, /money/runs/new, /money/runs/{id}, its remittance, and a form of each command below it.

import { Controller, Get, Param, Post, Query, Req, Res } from "@nestjs/common";
import { Visitors } from "../../api/access/roles.ts";
import type { RunAnswer } from "../../api/commands/command-sender.ts";
import { Problem } from "../../api/http/problem.ts";
import type { ApiRequest, ApiResponse } from "../../api/http/request.ts";
import { PREPARERS } from "../../api/payments/payment-run-routes.ts";
import { PaymentRunsController } from "../../api/payments/payment-runs.controller.ts";
import type { PresentedPayment, PresentedRun } from "../../api/payments/present-payment-run.ts";
import { answerPage } from "../answer-page.ts";
import { Desk, type Page, type Sent } from "../desk.ts";
import { bodyFrom } from "../form-fields.ts";
import { form, newKey, type FormState } from "../form-page.ts";
import { html } from "../html.ts";
import type { Visitor } from "../session.ts";
import { day, hubInWords, inWords } from "../words.ts";
import {
  mayDo,
  PREPARE_FIELDS,
  RUN_ACTIONS,
  runActionOf,
  runActionsNow,
  runFields,
  type RunAction,
  type RunWords,
} from "./run-actions.ts";
import { inShort, runPage, runsPage } from "./runs-page.ts";
import { MONEY } from "./tabs.ts";

type Query = Readonly<Record<string, unknown>>;
const RUNS = { limit: "200" };
const A_PAGE = "100";
/** So many may be named at once (libs/payments/command-fields.ts). */
const NAMED = "200";
const MOST_TOLD = 20;
const SKIPPED = /^([a-z0-9-]{1,60}):([a-z-]{1,40})$/u;

@Controller("money/runs")
export class RunPagesController {
  constructor(private readonly desk: Desk) {}

  @Get()
  @Visitors()
  async list(@Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    const visitor = await this.desk.visitor(request, response, MONEY);
    const { principal } = visitor.person;
    const { items } = await this.desk.ask(
      visitor,
      request,
      { controller: PaymentRunsController, handler: "list" },
      (runs, own) => runs.list(RUNS, own),
    );
    answerPage(
      response,
      200,
      `Money of ${hubInWords(principal.hub ?? "")}`,
      runsPage(items, { mayPrepare: PREPARERS.includes(principal.role), done: null }),
      visitor.person,
    );
  }

  @Get("new")
  @Visitors()
  async preparing(@Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    const { person, token } = await this.desk.visitor(request, response, PREPARERS);
    const { title, body } = preparePage({ action: "/money/runs/new", token, key: newKey(), typed: {}, faults: [] });
    answerPage(response, 200, title, body, person);
  }

  @Post("new")
  @Visitors()
  async prepare(@Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    const sent = await this.desk.sent(request, response);
    const { visitor, typed, key } = sent;
    await this.desk.settle(response, sent, PREPARE_FIELDS, {
      send: () =>
        this.desk.ask(
          visitor,
          request,
          { controller: PaymentRunsController, handler: "prepare", body: bodyFrom(PREPARE_FIELDS, typed), key },
          (runs, own, answer) => runs.prepare(own, answer),
        ),
      then: ({ run }) => `/money/runs/${run}?done=prepare`,
      again: (faults, next) =>
        preparePage({ action: "/money/runs/new", token: visitor.token, key: next, typed, faults }),
    });
  }

  @Get(":id")
  @Visitors()
  async one(
    @Param("id") id: string,
    @Query() query: Query,
    @Req() request: ApiRequest,
    @Res() response: ApiResponse,
  ): Promise<void> {
    const visitor = await this.desk.visitor(request, response, MONEY);
    const { principal } = visitor.person;
    const run = await this.run(visitor, request, id);
    const after =
      typeof query["after"] === "string" && /^\d{1,9}$/u.test(query["after"]) ? { after: query["after"] } : {};
    const { items, next } = await this.payments(visitor, request, id, { limit: A_PAGE, ...after });
    const action = runActionOf(query["done"]);
    const done =
      query["done"] === "prepare"
        ? "The run is being prepared: the grants that wait are taken into it."
        : action === null
          ? null
          : RUN_ACTIONS[action].done;
    const look = {
      payments: items,
      next,
      now: runActionsNow(run, principal),
      who: principal.who,
      done,
      skipped: skippedIn(query["skipped"]),
    };
    answerPage(response, 200, `Payment run of ${day(run.preparedAt)}`, runPage(run, look), visitor.person);
  }

  @Get(":id/remittance.csv")
  @Visitors()
  async remittance(@Param("id") id: string, @Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    const visitor = await this.desk.visitor(request, response, MONEY);
    await this.desk.ask(visitor, request, { controller: PaymentRunsController, handler: "remittance" }, (runs, own) =>
      runs.remittance(id, own, response),
    );
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
    const run = await this.run(visitor, request, id);
    const open = await this.open(visitor, request, id);
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
    const run = await this.run(visitor, request, id);
    const open = await this.open(visitor, request, id);
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

  private async send(
    { visitor, request, key }: Sent,
    id: string,
    action: RunAction,
    body: Record<string, unknown>,
  ): Promise<RunAnswer> {
    const { command } = RUN_ACTIONS[action];
    // With none named, the API would confirm them all: that has a form of its own.
    if (Array.isArray(body["payments"]) && body["payments"].length === 0)
      throw new Problem("invalid", "Tick the payments first.", {
        errors: [{ pointer: "/payments", detail: "Tick one at least." }],
      });
    const asked = {
      controller: PaymentRunsController,
      handler: command.charAt(0).toLowerCase() + command.slice(1),
      body,
      key,
    };
    return this.desk.ask(visitor, request, asked, (runs, own, answer) => runs.perform(command, id, own, answer));
  }

  private run(visitor: Visitor, request: ApiRequest, id: string): Promise<PresentedRun> {
    return this.desk.ask(visitor, request, { controller: PaymentRunsController, handler: "one" }, (runs, own, answer) =>
      runs.one(id, own, answer),
    );
  }

  private payments(
    visitor: Visitor,
    request: ApiRequest,
    id: string,
    query: object,
  ): Promise<{ items: PresentedPayment[]; next: number | null }> {
    return this.desk.ask(visitor, request, { controller: PaymentRunsController, handler: "payments" }, (runs, own) =>
      runs.payments(id, query, own),
    );
  }

  private async open(visitor: Visitor, request: ApiRequest, id: string): Promise<PresentedPayment[]> {
    return (await this.payments(visitor, request, id, { status: "authorised", limit: NAMED })).items;
  }
}

/** The action of this address, for who may take it. @throws Problem `not-found`, `forbidden` */
function mayFill(name: string, { person }: Visitor): RunAction {
  const action = runActionOf(name);
  if (action === null) throw new Problem("not-found", "There is no such page.");
  if (!mayDo(action, person.principal.role)) throw new Problem("forbidden", "Your role may not do this.");
  return action;
}

function preparePage(state: FormState): Page {
  return {
    title: "Prepare a payment run",
    body: html`<p>It takes every released grant of your hub that waits for a run. Another person authorises
      it.</p>${form(PREPARE_FIELDS, state, { button: "Prepare the run" })}<p><a href="/money/runs">Back to the payment
        runs</a></p>`,
  };
}

function formPage(run: PresentedRun, action: RunAction, open: readonly PresentedPayment[], state: FormState): Page {
  const { title, button, says, warns }: RunWords = RUN_ACTIONS[action];
  return {
    title,
    body: html`<p>Prepared ${day(run.preparedAt)}:
      ${inShort(run)}.</p>${says === undefined ? null : html`<p>${says}</p>`}${form(runFields(action, open), state, { button, ...(warns && { warns }) })}
<p><a href="/money/runs/${run.id}">Back to the run</a></p>`,
  };
}

/** The payments that a command passed over, as the address says it: references and codes alone. */
function skippedIn(sent: unknown): string[] {
  const each = Array.isArray(sent) ? sent : [sent];
  return each.flatMap((one: unknown) => {
    const [, payment, why] = typeof one === "string" ? (SKIPPED.exec(one) ?? []) : [];
    return payment === undefined || why === undefined ? [] : [`${payment} (${inWords(why).toLowerCase()})`];
  });
}

// GET and POST /money/runs/new: what a payment run would come to, and the run itself. GET takes the last day of release
// that is looked at; the form sends that very day on.

import { Controller, Get, Post, Query, Req, Res } from "@nestjs/common";
import { isLocalDate } from "../../../libs/calendar/dates.ts";
import { Visitors } from "../../../libs/http/allowed.ts";
import type { ApiRequest, ApiResponse } from "../../../libs/http/request.ts";
import type { Principal } from "../../../libs/service/access/principal.ts";
import { PaymentRuns } from "../../../libs/service/money/payment-runs.ts";
import { RunsAhead, type RunAhead } from "../../../libs/service/money/run-ahead.ts";
import { PREPARERS } from "../../../libs/service/money/run-commands.ts";
import { Refusal } from "../../../libs/service/refusal.ts";
import { answerPage } from "../answer-page.ts";
import { askedBy, Desk, type Page } from "../desk.ts";
import type { Fault } from "../faults.ts";
import { bodyFrom, textIn, withDates, type Typed } from "../form-fields.ts";
import { newKey, type FormState } from "../form-page.ts";
import { filledIn } from "../look/templates.ts";
import { PREPARE_FIELDS } from "./run-actions.ts";
import { prepareView } from "./prepare-page.ts";

const TITLE = "Prepare a payment run";
const NO_DAY: Fault = { field: "cutOff", text: "Enter a day that there is, not after today." };

@Controller("money/runs/new")
export class PreparePagesController {
  constructor(
    private readonly desk: Desk,
    private readonly runs: PaymentRuns,
    private readonly ahead: RunsAhead,
  ) {}

  @Get()
  @Visitors()
  async look(@Query() query: Typed, @Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    const { person, token } = await this.desk.visitor(request, response, PREPARERS);
    const typed = withDates(query);
    const state = { action: "/money/runs/new", token, key: newKey(), typed, faults: [] };
    const { body } = await this.page(person.principal, state);
    answerPage(response, 200, TITLE, body, person);
  }

  @Post()
  @Visitors()
  async prepare(@Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    const sent = await this.desk.sent(request, response);
    const { visitor, typed } = sent;
    await this.desk.settle(response, sent, PREPARE_FIELDS, {
      send: () => this.runs.prepare(askedBy(sent, bodyFrom(PREPARE_FIELDS, typed))),
      then: ({ run }) => `/money/runs/${run}?done=prepare`,
      again: (faults, key) =>
        this.page(visitor.person.principal, { action: "/money/runs/new", token: visitor.token, key, typed, faults }),
    });
  }

  private async page(caller: Principal, state: FormState): Promise<Page> {
    const found = await this.find(caller, textIn(state.typed, "cutOff").trim());
    const faults = found === null && state.faults.length === 0 ? [NO_DAY] : state.faults;
    return { title: TITLE, body: filledIn("money/prepare.njk", prepareView(found, { ...state, faults })) };
  }

  /** Null for a day that there is not, or that is to come. */
  private async find(caller: Principal, day: string): Promise<RunAhead | null> {
    if (day !== "" && !isLocalDate(day)) return null;
    try {
      return await this.ahead.look(caller, day === "" ? undefined : day);
    } catch (error) {
      if (error instanceof Refusal && error.code === "invalid") return null;
      throw error;
    }
  }
}

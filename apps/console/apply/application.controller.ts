// GET /apply/{year}/{programme}: an application to be begun, or gone on with; below it a page for each part, one with
// all answers, from which it is sent, and one that says what happens next. What is typed is kept from page to page.

import { Controller, Get, Param, Post, Query, Req, Res } from "@nestjs/common";
import { Visitors } from "../../../libs/http/allowed.ts";
import { ProgrammeHere } from "../../../libs/http/parameters.ts";
import type { ApiRequest, ApiResponse } from "../../../libs/http/request.ts";
import type { Answer } from "../../../libs/service/commands/command-sender.ts";
import { Intake, INTAKE_ROLES } from "../../../libs/service/intake/intake.ts";
import { Programmes } from "../../../libs/service/intake/programmes.ts";
import { Refusal } from "../../../libs/service/refusal.ts";
import { answerPage } from "../answer-page.ts";
import { askedBy, Desk, type Page, type Sent } from "../desk.ts";
import { faultsOf, together, type Fault } from "../faults.ts";
import type { Typed } from "../form-fields.ts";
import { newKey, type FormState } from "../form-page.ts";
import { filledIn } from "../look/templates.ts";
import type { Link } from "../navigation.ts";
import { POLICY } from "../page.ts";
import { asIfOthersWere, faultsOfForm, faultsOfStep } from "./application-faults.ts";
import { addressIn, ApplicationForms, stepsFor, whereToGoOn, type ApplicationForm } from "./application-form.ts";
import { applicationBody } from "./application-body.ts";
import type { Step } from "./application-fields.ts";
import { applyInstead } from "./apply-page.ts";
import { checkView } from "./check-page.ts";
import { questionView } from "./question-page.ts";
import { sentView } from "./sent-page.ts";
import { startView } from "./start-page.ts";

@Controller("apply/:year/:programme")
export class ApplicationController {
  constructor(
    private readonly desk: Desk,
    private readonly intake: Intake,
    private readonly offers: Programmes,
    private readonly forms: ApplicationForms,
  ) {}

  @Get()
  @Visitors()
  async start(
    @ProgrammeHere() programme: string,
    @Query("urn") urn: unknown,
    @Req() request: ApiRequest,
    @Res() response: ApiResponse,
  ): Promise<void> {
    const { person, token } = await this.desk.visitor(request, response, INTAKE_ROLES.begin);
    const form = await this.forms.of(person.principal, programme, urn);
    const { applying, savedAt } = form;
    const goOn = savedAt === null ? (form.steps[0]?.name ?? "check") : whereToGoOn(form);
    const at = { address: addressIn(applying, ""), goOn: addressIn(applying, goOn), savedAt };
    const view = startView(applying, at, { token, key: newKey() });
    answerPage(response, 200, "Apply for a place", filledIn("apply/start.njk", view), person);
  }

  /** What waits is forgotten; or what was typed elsewhere, for another programme, waits here. */
  @Post()
  @Visitors()
  async bring(
    @ProgrammeHere() programme: string,
    @Query("urn") urn: unknown,
    @Req() request: ApiRequest,
    @Res() response: ApiResponse,
  ): Promise<void> {
    const { visitor, typed } = await this.desk.sent(request, response);
    const { principal } = visitor.person;
    const { applying, typed: known } = await this.forms.of(principal, programme, urn);
    const { draft, ...answers } = typed;
    if (draft === "drop") await this.forms.drop(principal, applying);
    else await this.forms.keep(principal, applying, { ...known, ...answers });
    response.writeHead(303, { Location: addressIn(applying, draft === undefined ? "check" : "") }).end();
  }

  @Get("check")
  @Visitors()
  async check(
    @ProgrammeHere() programme: string,
    @Query("urn") urn: unknown,
    @Req() request: ApiRequest,
    @Res() response: ApiResponse,
  ): Promise<void> {
    const visitor = await this.desk.visitor(request, response, INTAKE_ROLES.begin);
    const form = await this.forms.of(visitor.person.principal, programme, urn);
    const { typed, applying } = form;
    const state = { action: addressIn(applying, "check"), token: visitor.token, key: newKey(), typed, faults: [] };
    const { title, body, back } = await this.checkPage(form, visitor.person.principal, state);
    answerPage(response, 200, title, body, visitor.person, POLICY, { back: back ?? null });
  }

  /** Sends what stood on the page that shows all answers: what was looked at, whatever waits meanwhile. */
  @Post("check")
  @Visitors()
  async send(
    @ProgrammeHere() programme: string,
    @Query("urn") urn: unknown,
    @Req() request: ApiRequest,
    @Res() response: ApiResponse,
  ): Promise<void> {
    const sent = await this.desk.sent(request, response);
    const { principal } = sent.visitor.person;
    const form = await this.forms.of(principal, programme, urn);
    const { applying, fields } = form;
    const body = applicationBody(applying, fields, sent.typed);
    const own = faultsOfForm(applying, fields, sent.typed);
    await this.desk.settle(response, sent, fields, {
      send: async (): Promise<Answer> => {
        const answer = await this.intake.apply(askedBy(sent, body, own.length > 0));
        if (own.length > 0) throw new Refusal("invalid", "The form is not complete yet.");
        await this.forms.drop(principal, applying);
        return answer;
      },
      then: ({ moving }) => (moving === undefined ? addressIn(applying, "sent") : "/moves?done=asked"),
      again: async (said, key) => {
        const named = said.filter(({ field, instead }) => field !== null || instead !== undefined);
        const faults = own.length === 0 || sent.cameBack ? said : together(fields, named, own);
        const state = {
          action: addressIn(applying, "check"),
          token: sent.visitor.token,
          key,
          typed: sent.typed,
          faults,
        };
        return this.checkPage(form, principal, state, said);
      },
    });
  }

  @Get("sent")
  @Visitors()
  async sent(
    @ProgrammeHere() programme: string,
    @Query("urn") urn: unknown,
    @Req() request: ApiRequest,
    @Res() response: ApiResponse,
  ): Promise<void> {
    const { person } = await this.desk.visitor(request, response, INTAKE_ROLES.begin);
    const { applying } = await this.forms.of(person.principal, programme, urn);
    const sent = await this.offers.sent(applying);
    if (sent === null) response.writeHead(303, { Location: addressIn(applying, "") }).end();
    else {
      const body = filledIn("apply/sent.njk", sentView(applying, sent));
      answerPage(response, 200, "Your application was sent", body, person);
    }
  }

  @Get(":step")
  @Visitors()
  async question(
    @ProgrammeHere() programme: string,
    @Param("step") name: string,
    @Query() query: Typed,
    @Req() request: ApiRequest,
    @Res() response: ApiResponse,
  ): Promise<void> {
    const { person, token } = await this.desk.visitor(request, response, INTAKE_ROLES.begin);
    const form = await this.forms.of(person.principal, programme, query["urn"]);
    const step = stepNamed(form, name);
    const state = { action: actionOf(form, step, query["then"]), token, key: newKey(), typed: form.typed, faults: [] };
    const { title, body, back } = questionPage(form, step, state, query["then"]);
    answerPage(response, 200, title, body, person, POLICY, { back: back ?? null });
  }

  @Post(":step")
  @Visitors()
  async answer(
    @ProgrammeHere() programme: string,
    @Param("step") name: string,
    @Query() query: Typed,
    @Req() request: ApiRequest,
    @Res() response: ApiResponse,
  ): Promise<void> {
    const sent = await this.desk.sent(request, response);
    const { principal } = sent.visitor.person;
    const form = await this.forms.of(principal, programme, query["urn"]);
    const step = stepNamed(form, name);
    const { draft } = sent.typed;
    // A box that is not ticked any more brings nothing with it.
    const answers = Object.fromEntries(step.fields.map(({ name: asked }) => [asked, sent.typed[asked]]));
    const typed: Typed = { ...form.typed, ...answers };
    let found: readonly Fault[] = [];
    await this.desk.settle(response, { ...sent, typed }, step.fields, {
      send: async () => {
        await this.forms.keep(principal, form.applying, typed);
        if (draft !== undefined) return;
        found = await this.faultsAt(form, step, { ...sent, typed });
        if (found.length > 0) throw new Refusal("invalid", "Something on this page is still to be put right.");
      },
      then: () => addressIn(form.applying, draft === undefined ? nextAfter(form, step, typed, query["then"]) : ""),
      again: (said, key) => {
        const faults = found.length > 0 ? found : said;
        const state = { action: actionOf(form, step, query["then"]), token: sent.visitor.token, key, typed, faults };
        return questionPage(form, step, state, query["then"]);
      },
    });
  }

  /** What is wrong on this page: by the form, and by what the service would say of it. */
  private async faultsAt({ applying, fields }: ApplicationForm, step: Step, sent: Sent): Promise<Fault[]> {
    const own = faultsOfStep(applying, step.fields, sent.typed);
    const body = applicationBody(applying, fields, asIfOthersWere(fields, step.fields, sent.typed));
    const said = await this.intake.apply(askedBy(sent, body, true)).then(
      () => [],
      (error: unknown) => {
        if (error instanceof Refusal) return faultsOf(error, fields, sent.typed);
        throw error;
      },
    );
    const here = said.filter(({ field }) => step.fields.some(({ name }) => name === field));
    return together(step.fields, here, own);
  }

  private async checkPage(
    form: ApplicationForm,
    principal: Sent["visitor"]["person"]["principal"],
    state: FormState,
    said: readonly Fault[] = [],
  ): Promise<Page> {
    const { applying, steps } = form;
    const there = said.find(({ instead }) => instead !== undefined)?.instead ?? null;
    const other = there === null ? null : await this.offers.openTo(principal, there, applying);
    const instead = other === null ? null : applyInstead(other, applying.urn, state);
    const names = await this.forms.partners(principal, state.typed);
    const checked = { applying, steps, names, addressOf: (step: Step["name"] | "") => addressIn(applying, step) };
    const last = stepsFor(steps, state.typed).at(-1);
    return {
      title: "Check your answers",
      body: filledIn("apply/check.njk", checkView(checked, state, instead)),
      back: backTo(addressIn(applying, last?.name ?? "")),
    };
  }
}

const backTo = (href: string): Link => ({ href, words: "Back" });

/** @throws Refusal `not-found` for a page that it has not; the one of schools is in partners.controller.ts */
function stepNamed({ steps }: ApplicationForm, name: string): Step {
  const step = steps.find((one) => one.name === name && one.name !== "schools");
  if (step === undefined) throw new Refusal("not-found", "There is no such page of this form.");
  return step;
}

const actionOf = ({ applying }: ApplicationForm, { name }: Step, then: unknown): string =>
  `${addressIn(applying, name)}${then === "check" ? "&then=check" : ""}`;

/** From a page that was only to be changed one goes back to all answers, unless there is more to say now. */
function nextAfter({ steps }: ApplicationForm, { name }: Step, typed: Typed, then: unknown): Step["name"] | "check" {
  const shown = stepsFor(steps, typed);
  const next = shown[shown.findIndex((one) => one.name === name) + 1]?.name ?? "check";
  return then === "check" && next !== "schools" ? "check" : next;
}

function questionPage(form: ApplicationForm, step: Step, state: FormState, then: unknown): Page {
  const { applying, steps } = form;
  const shown = stepsFor(steps, state.typed);
  const index = shown.findIndex(({ name }) => name === step.name);
  const before = then === "check" ? "check" : (shown[index - 1]?.name ?? "");
  return {
    title: step.title,
    body: filledIn(
      "apply/question.njk",
      questionView(step, applying.prospectus, { index, count: shown.length }, state),
    ),
    back: backTo(addressIn(applying, before)),
  };
}

// GET /apply/{year}/{programme}/schools: with which schools a school would like to be placed. POST: one more, or one
// less.

import { Controller, Get, Post, Query, Req, Res } from "@nestjs/common";
import { Visitors } from "../../../libs/http/allowed.ts";
import { ProgrammeHere } from "../../../libs/http/parameters.ts";
import type { ApiRequest, ApiResponse } from "../../../libs/http/request.ts";
import type { Principal } from "../../../libs/service/access/principal.ts";
import { INTAKE_ROLES } from "../../../libs/service/intake/intake.ts";
import { Schools } from "../../../libs/service/schools/schools.ts";
import { Refusal } from "../../../libs/service/refusal.ts";
import { answerPage } from "../answer-page.ts";
import { Desk, type Page } from "../desk.ts";
import type { Fault } from "../faults.ts";
import { textIn, type Typed } from "../form-fields.ts";
import { newKey, type FormState } from "../form-page.ts";
import { filledIn } from "../look/templates.ts";
import { ASKING } from "../page.ts";
import { partnersIn, withPartners, type Partner } from "./application-body.ts";
import { PARTNERS } from "./application-fields.ts";
import { addressIn, ApplicationForms, stepsFor, type ApplicationForm } from "./application-form.ts";
import { ADDS, partnersView } from "./partners-page.ts";
import { schoolsFound, URN } from "./find-schools.ts";

@Controller("apply/:year/:programme/schools")
export class PartnersController {
  constructor(
    private readonly desk: Desk,
    private readonly forms: ApplicationForms,
    private readonly schools: Schools,
  ) {}

  @Get()
  @Visitors()
  async look(
    @ProgrammeHere() programme: string,
    @Query() query: Typed,
    @Req() request: ApiRequest,
    @Res() response: ApiResponse,
  ): Promise<void> {
    const { person, token } = await this.desk.visitor(request, response, INTAKE_ROLES.begin);
    const form = await this.form(person.principal, programme, query["urn"]);
    const state = { action: addressIn(form.applying, "schools"), token, key: newKey(), typed: form.typed, faults: [] };
    const { title, body, back = null } = await this.page(person.principal, form, textIn(query, "q").trim(), state);
    answerPage(response, 200, title, body, person, ASKING, { back });
  }

  @Post()
  @Visitors()
  async change(
    @ProgrammeHere() programme: string,
    @Query("urn") urn: unknown,
    @Req() request: ApiRequest,
    @Res() response: ApiResponse,
  ): Promise<void> {
    const sent = await this.desk.sent(request, response);
    const { principal } = sent.visitor.person;
    const form = await this.form(principal, programme, urn);
    const address = addressIn(form.applying, "schools");
    const named = partnersIn(form.typed);
    let faults: readonly Fault[] = [];
    await this.desk.settle(response, sent, [], {
      send: async () => {
        const adds = { urn: textIn(sent.typed, ADDS.urn), relationship: textIn(sent.typed, ADDS.relationship).trim() };
        const removes = textIn(sent.typed, "remove");
        faults = removes === "" ? faultsOf(adds, named, form.applying.urn) : [];
        if (faults.length > 0) throw new Refusal("invalid", "No school was added yet.");
        const now = removes === "" ? [...named, adds] : named.filter((_, index) => String(index) !== removes);
        await this.forms.keep(principal, form.applying, withPartners(form.typed, now));
      },
      then: () => address,
      again: (said, key) => {
        const typed = { ...form.typed, ...sent.typed };
        const state = {
          action: address,
          token: sent.visitor.token,
          key,
          typed,
          faults: faults.length > 0 ? faults : said,
        };
        return this.page(principal, form, textIn(sent.typed, "q"), state);
      },
    });
  }

  /** @throws Refusal `not-found` for a programme that places no schools together */
  private async form(principal: Principal, id: string, urn: unknown): Promise<ApplicationForm> {
    const form = await this.forms.of(principal, id, urn);
    if (form.steps.some(({ name }) => name === "schools")) return form;
    throw new Refusal("not-found", "There is no such page of this form.");
  }

  private async page(principal: Principal, form: ApplicationForm, q: string, state: FormState): Promise<Page> {
    const { applying, steps } = form;
    const found = await schoolsFound(this.schools, principal, q);
    const names = await this.forms.partners(principal, state.typed);
    const shown = stepsFor(steps, { ...state.typed, "group.wished": "yes" });
    const place = { index: shown.findIndex(({ name }) => name === "schools"), count: shown.length };
    const view = partnersView(applying, found, { names, place, next: addressIn(applying, "check") }, state);
    return {
      title: "Schools to be placed with",
      body: filledIn("apply/partners.njk", view),
      policy: ASKING,
      back: { href: addressIn(applying, "together"), words: "Back" },
    };
  }
}

/** What keeps a school from being added to these. */
function faultsOf({ urn, relationship }: Partner, named: readonly Partner[], own: string): Fault[] {
  const taken = urn === own || named.some((one) => one.urn === urn);
  const which = !URN.test(urn)
    ? "Choose the school that you would like to be placed with"
    : taken
      ? "Choose another school: this one is named already"
      : named.length >= PARTNERS.length
        ? `Name up to ${PARTNERS.length} schools: remove one first`
        : null;
  return [
    ...(which === null ? [] : [{ field: ADDS.urn, text: which }]),
    ...(relationship === "" ? [{ field: ADDS.relationship, text: "Say how the two schools know each other" }] : []),
  ];
}

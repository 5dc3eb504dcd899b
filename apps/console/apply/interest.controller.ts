// GET and POST /apply/{year}/{programme}/interest: an interest, before applications are taken.

import { Controller, Get, Post, Query, Req, Res } from "@nestjs/common";
import { Visitors } from "../../../libs/http/allowed.ts";
import { ProgrammeHere } from "../../../libs/http/parameters.ts";
import type { ApiRequest, ApiResponse } from "../../../libs/http/request.ts";
import { Intake, INTAKE_ROLES } from "../../../libs/service/intake/intake.ts";
import { Programmes, type Applying } from "../../../libs/service/intake/programmes.ts";
import type { Principal } from "../../../libs/service/access/principal.ts";
import { answerPage } from "../answer-page.ts";
import { askedBy, Desk, type Page } from "../desk.ts";
import { fieldShown } from "../form-controls.ts";
import type { FormField } from "../form-fields.ts";
import { faultSummary, hidden, idOf, newKey, type FormState } from "../form-page.ts";
import type { Html } from "../html.ts";
import { filledIn } from "../look/templates.ts";
import { POLICY } from "../page.ts";
import { addressIn } from "./application-form.ts";
import { applicationBody } from "./application-body.ts";
import { filledAlready } from "./application-faults.ts";
import { interestFields } from "./application-fields.ts";
import { programmeView, type ProgrammeView } from "./start-page.ts";

/** What template interest.njk is filled with. */
interface InterestView {
  faults: Html | null;
  programme: ProgrammeView;
  action: string;
  hidden: Html;
  fields: readonly Html[];
}

@Controller("apply/:year/:programme/interest")
export class InterestController {
  constructor(
    private readonly desk: Desk,
    private readonly intake: Intake,
    private readonly offers: Programmes,
  ) {}

  @Get()
  @Visitors()
  async form(
    @ProgrammeHere() programme: string,
    @Query("urn") urn: unknown,
    @Req() request: ApiRequest,
    @Res() response: ApiResponse,
  ): Promise<void> {
    const { person, token } = await this.desk.visitor(request, response, INTAKE_ROLES.begin);
    const applying = await this.applying(person.principal, programme, urn);
    const typed = filledAlready(applying);
    const state = { action: addressIn(applying, "interest"), token, key: newKey(), typed, faults: [] };
    const { title, body, back = null } = pageOf(applying, interestFields(applying), state);
    answerPage(response, 200, title, body, person, POLICY, { back });
  }

  @Post()
  @Visitors()
  async send(
    @ProgrammeHere() programme: string,
    @Query("urn") urn: unknown,
    @Req() request: ApiRequest,
    @Res() response: ApiResponse,
  ): Promise<void> {
    const sent = await this.desk.sent(request, response);
    const applying = await this.applying(sent.visitor.person.principal, programme, urn);
    const fields = interestFields(applying);
    const state = { action: addressIn(applying, "interest"), token: sent.visitor.token, typed: sent.typed };
    await this.desk.settle(response, sent, fields, {
      send: () => this.intake.expressInterest(askedBy(sent, applicationBody(applying, fields, sent.typed))),
      then: ({ journey, moving }) =>
        moving === undefined ? `/journeys/${journey}?done=interested` : "/moves?done=asked",
      again: (faults, key) => pageOf(applying, fields, { ...state, key, faults }),
    });
  }

  private applying(caller: Principal, id: string, urn: unknown): Promise<Applying> {
    return this.offers.applying(caller, id, typeof urn === "string" ? urn : (caller.urns[0] ?? ""));
  }
}

function pageOf(applying: Applying, fields: readonly FormField[], state: FormState): Page {
  const view: InterestView = {
    faults: faultSummary(state.faults),
    programme: programmeView(applying),
    action: state.action,
    hidden: hidden(state),
    fields: fields.map((field) => fieldShown(field, idOf(field.name), state)),
  };
  return {
    title: "Express an interest",
    body: filledIn("apply/interest.njk", view),
    back: { href: `/apply?urn=${applying.urn}`, words: "Back to the programmes" },
  };
}

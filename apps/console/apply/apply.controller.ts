// GET /apply: what a school may apply for. GET and POST /apply/{year}/{programme}: the application; …/interest: before
// the window opens.

import { Controller, Get, Param, Post, Query, Req, Res } from "@nestjs/common";
import { Visitors } from "../../../libs/http/allowed.ts";
import { Intake, INTAKE_ROLES } from "../../../libs/service/intake/intake.ts";
import type { Prospectus } from "../../../libs/prospectus/prospectus.ts";
import { Programmes, type Applying } from "../../../libs/service/intake/programmes.ts";
import type { ApiRequest, ApiResponse } from "../../../libs/http/request.ts";
import { answerPage } from "../answer-page.ts";
import { askedBy, Desk, type Page } from "../desk.ts";
import type { FormField } from "../form-fields.ts";
import { form, newKey, type FormState } from "../form-page.ts";
import { html, type Html } from "../html.ts";
import type { Visitor } from "../visitor.ts";
import { programmeInWords } from "../words.ts";
import { applicationBody, applicationFields, interestFields } from "./application-fields.ts";
import { programmesPage } from "./programmes-page.ts";

const URN = /^\d{6}$/u;

/** What one address needs to know of the form behind it. */
interface Form {
  applying: Applying;
  interest: boolean;
  fields: FormField[];
  address: string;
}

@Controller("apply")
export class ApplyController {
  constructor(
    private readonly desk: Desk,
    private readonly intake: Intake,
    private readonly offers: Programmes,
  ) {}

  @Get()
  @Visitors()
  async programmes(
    @Query("urn") urn: unknown,
    @Req() request: ApiRequest,
    @Res() response: ApiResponse,
  ): Promise<void> {
    const visitor = await this.desk.visitor(request, response, INTAKE_ROLES.begin);
    const { principal } = visitor.person;
    const ofSchool = principal.role === "school-contact";
    const urns = ofSchool ? principal.urns : typeof urn === "string" && URN.test(urn) ? [urn] : [];
    const parts: Html[] = [];
    for (const each of urns) {
      const { school, programmes } = await this.offers.of(principal, each);
      const more = ofSchool && urns.length === 1 ? "" : `?urn=${each}`;
      parts.push(programmesPage(school ?? `School ${each}`, programmes, more));
    }
    answerPage(
      response,
      200,
      ofSchool ? "What your school may apply for" : "Apply for a school",
      html`${ofSchool ? null : whichSchool(typeof urn === "string" ? urn : "")}${parts}`,
      visitor.person,
    );
  }

  @Get(":year/:programme")
  @Visitors()
  async application(
    @Param("year") year: string,
    @Param("programme") programme: string,
    @Query("urn") urn: unknown,
    @Req() request: ApiRequest,
    @Res() response: ApiResponse,
  ): Promise<void> {
    await this.show(`${year}/${programme}`, false, urn, request, response);
  }

  @Get(":year/:programme/interest")
  @Visitors()
  async interest(
    @Param("year") year: string,
    @Param("programme") programme: string,
    @Query("urn") urn: unknown,
    @Req() request: ApiRequest,
    @Res() response: ApiResponse,
  ): Promise<void> {
    await this.show(`${year}/${programme}`, true, urn, request, response);
  }

  @Post(":year/:programme")
  @Visitors()
  async apply(
    @Param("year") year: string,
    @Param("programme") programme: string,
    @Query("urn") urn: unknown,
    @Req() request: ApiRequest,
    @Res() response: ApiResponse,
  ): Promise<void> {
    await this.send(`${year}/${programme}`, false, urn, request, response);
  }

  @Post(":year/:programme/interest")
  @Visitors()
  async expressInterest(
    @Param("year") year: string,
    @Param("programme") programme: string,
    @Query("urn") urn: unknown,
    @Req() request: ApiRequest,
    @Res() response: ApiResponse,
  ): Promise<void> {
    await this.send(`${year}/${programme}`, true, urn, request, response);
  }

  private async show(
    id: string,
    interest: boolean,
    urn: unknown,
    request: ApiRequest,
    response: ApiResponse,
  ): Promise<void> {
    const visitor = await this.desk.visitor(request, response, INTAKE_ROLES.begin);
    const asked = await this.form(id, interest, urn, visitor);
    const hub = asked.applying.covers;
    const { title, body } = formPage(asked, {
      action: asked.address,
      token: visitor.token,
      key: newKey(),
      typed: hub === null ? {} : { hub },
      faults: [],
    });
    answerPage(response, 200, title, body, visitor.person);
  }

  private async send(
    id: string,
    interest: boolean,
    urn: unknown,
    request: ApiRequest,
    response: ApiResponse,
  ): Promise<void> {
    const sent = await this.desk.sent(request, response);
    const asked = await this.form(id, interest, urn, sent.visitor);
    const body = applicationBody(asked.applying, asked.fields, sent.typed);
    await this.desk.settle(response, sent, asked.fields, {
      send: () =>
        interest ? this.intake.expressInterest(askedBy(sent, body)) : this.intake.apply(askedBy(sent, body)),
      then: ({ journey, moving }) =>
        moving === undefined ? `/journeys/${journey}?done=${interest ? "interested" : "applied"}` : "/moves?done=asked",
      again: (faults, key) =>
        formPage(asked, { action: asked.address, token: sent.visitor.token, key, typed: sent.typed, faults }),
    });
  }

  /** The form at an address, for this visitor. @throws Refusal `not-found`, `forbidden` */
  private async form(id: string, interest: boolean, asked: unknown, { person }: Visitor): Promise<Form> {
    const { principal } = person;
    const urn = typeof asked === "string" ? asked : (principal.urns[0] ?? "");
    const applying = await this.offers.applying(principal, id, urn);
    return {
      applying,
      interest,
      fields: interest ? interestFields(applying) : applicationFields(applying),
      address: `/apply/${id}${interest ? "/interest" : ""}?urn=${urn}`,
    };
  }
}

function whichSchool(urn: string): Html {
  return html`<form class="form" method="get" action="/apply"><div class="field"><label for="f-urn">URN of the
    school</label><span class="hint" id="f-urn-hint">Six digits.</span>
<input class="short" inputmode="numeric" id="f-urn" name="urn" value="${urn}"
  aria-describedby="f-urn-hint"></div><p><button class="button first">Show its programmes</button></p></form>`;
}

/** What the programme's page leads to, and the code of its project. */
function linksOf({ links, projectCode }: Prospectus): Html {
  return html`${projectCode === null ? null : html`<p>National project: ${projectCode.value}</p>`}<ul>${(
    links?.value ?? []
  ).map(({ kind, text, address }) =>
    address === null
      ? html`<li>${text}</li>`
      : html`<li><a href="${kind === "email" ? `mailto:${address}` : address}">${text}</a></li>`,
  )}</ul>`;
}

function formPage({ applying, interest, fields }: Form, state: FormState): Page {
  const { prospectus, school, urn } = applying;
  const { texts } = prospectus;
  const involves = texts.involves.map((one) => html`<li>${one}</li>`);
  const about = html`<p>${school?.name ?? `School ${urn}`} · ${programmeInWords(prospectus)}</p>
<details><summary>What the programme is
  about</summary><p>${texts.about}</p><ul>${involves}</ul><p>${texts.cost}</p>${linksOf(prospectus)}</details>`;
  return {
    title: interest ? "Express an interest" : "Apply for a place",
    body: html`${about}${form(fields, state, { button: interest ? "Send the interest" : "Send the application" })}<p><a
      href="/apply?urn=${urn}">Back to the programmes</a></p>`,
  };
}

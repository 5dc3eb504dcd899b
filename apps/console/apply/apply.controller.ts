// GET /apply: what a school may apply for. GET and POST /apply/{year}/{programme}: the application; …/interest: before
// the window opens.

import { Controller, Get, Param, Post, Query, Req, Res } from "@nestjs/common";
import { Visitors } from "../../../libs/http/allowed.ts";
import { Intake, INTAKE_ROLES } from "../../../libs/service/intake/intake.ts";
import { Drafts } from "../../../libs/service/intake/drafts.ts";
import { Programmes, type Applying } from "../../../libs/service/intake/programmes.ts";
import type { ApiRequest, ApiResponse } from "../../../libs/http/request.ts";
import { answerPage } from "../answer-page.ts";
import { askedBy, Desk, type Page, type Sent } from "../desk.ts";
import { together } from "../faults.ts";
import { textIn, type FormField, type Typed } from "../form-fields.ts";
import { form, newKey, type FormState } from "../form-page.ts";
import { html, type Html } from "../html.ts";
import { button } from "../look/parts.ts";
import type { Visitor } from "../visitor.ts";
import { Refusal } from "../../../libs/service/refusal.ts";
import { day } from "../words.ts";
import { faultsOfForm, filledAlready } from "./application-faults.ts";
import { applicationBody, applicationFields, interestFields } from "./application-fields.ts";
import { applyInstead, programmeToRead } from "./apply-page.ts";
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
    private readonly drafts: Drafts,
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
    const draft = interest
      ? null
      : await this.drafts.find(visitor.person.principal, asked.applying.urn, asked.applying.prospectus.id);
    const typed = draft?.typed ?? filledAlready(asked.applying);
    const state = { action: asked.address, token: visitor.token, key: newKey(), typed, faults: [] };
    const { title, body } = formPage(asked, state, draft?.savedAt ?? null);
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
    const { applying, fields } = asked;
    if (!interest && textIn(sent.typed, "draft") !== "") return this.draft(asked, sent, response);
    const body = applicationBody(applying, fields, sent.typed);
    const own = interest ? [] : faultsOfForm(applying, fields, sent.typed);
    await this.desk.settle(response, sent, fields, {
      send: async () => {
        if (interest) return this.intake.expressInterest(askedBy(sent, body));
        const answer = await this.intake.apply(askedBy(sent, body, own.length > 0));
        if (own.length > 0) throw new Refusal("invalid", "The form is not complete yet.");
        await this.drafts.drop(sent.visitor.person.principal, applying.urn, applying.prospectus.id);
        return answer;
      },
      then: ({ journey, moving }) =>
        moving === undefined ? `/journeys/${journey}?done=${interest ? "interested" : "applied"}` : "/moves?done=asked",
      again: async (said, key) => {
        const named = said.filter(({ field, instead }) => field !== null || instead !== undefined);
        const faults = own.length === 0 ? said : together(fields, named, own);
        const state = { action: asked.address, token: sent.visitor.token, key, typed: sent.typed, faults };
        const there = said.find(({ instead }) => instead !== undefined)?.instead ?? null;
        const other = there === null ? null : await this.offers.openTo(sent.visitor.person.principal, there, applying);
        const { title, body } = formPage(asked, state);
        return { title, body: html`${other === null ? null : applyInstead(other, applying.urn, state)}${body}` };
      },
    });
  }

  /** The form waits, or what waits is forgotten; nothing is sent. */
  private async draft({ applying, address }: Form, sent: Sent, response: ApiResponse): Promise<void> {
    const { principal } = sent.visitor.person;
    const { token: _token, key: _key, draft, ...typed } = sent.typed;
    const { urn, prospectus } = applying;
    if (draft === "drop") await this.drafts.drop(principal, urn, prospectus.id);
    else await this.drafts.keep(principal, urn, prospectus.id, written(typed));
    response.writeHead(303, { Location: address }).end();
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

/** What was typed, without what was left empty. */
function written(typed: Typed): Record<string, string | readonly string[]> {
  return Object.fromEntries(
    Object.entries(typed).filter((one): one is [string, string | readonly string[]] => (one[1]?.length ?? 0) > 0),
  );
}

/** `savedAt`: when what stands in the form was kept; null where nothing waits. */
function formPage({ applying, interest, fields }: Form, state: FormState, savedAt: string | null = null): Page {
  const { urn, last } = applying;
  const keep = button("Save it and finish later", { look: "second", name: "draft", value: "keep" });
  const forget = button("Forget what was saved", { look: "second", name: "draft", value: "drop" });
  const told =
    savedAt !== null
      ? html`<p class="note">You saved this form on ${day(savedAt)}; nothing has been sent yet.</p>`
      : last !== null && !interest && state.faults.length === 0
        ? html`<p class="note">What your school wrote when it last applied stands in the form: look through it.</p>`
        : null;
  const words = { button: interest ? "Send the interest" : "Send the application" };
  const beside = interest
    ? null
    : html`<div class="govuk-button-group">${keep}${savedAt === null ? null : forget}</div>
<p class="hint">What you save waits for you alone, for thirty days.</p>`;
  return {
    title: interest ? "Express an interest" : "Apply for a place",
    body: html`${programmeToRead(applying)}${told}${form(fields, state, words, null, beside)}<p><a
      href="/apply?urn=${urn}">Back to the programmes</a></p>`,
  };
}

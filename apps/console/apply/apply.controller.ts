// GET /apply: what a school may apply for. GET and POST /apply/{year}/{programme}: the application; …/interest: before
// the window opens.

import { Controller, Get, Param, Post, Query, Req, Res } from "@nestjs/common";
import { academicYearOf } from "../../../libs/calendar/academic-years.ts";
import { instantFromMs, localDate } from "../../../libs/calendar/instants.ts";
import type { Prospectus } from "../../../libs/prospectus/prospectus.ts";
import { knownSchool, type KnownSchool } from "../../../libs/store/schools/schools.ts";
import { findWindow } from "../../../libs/store/hubs/windows.ts";
import { Visitors } from "../../../libs/http/allowed.ts";
import { type Role } from "../../../libs/service/access/principal.ts";
import { WebSettings } from "../../../libs/http/web-settings.ts";
import { Intake } from "../../../libs/service/intake/intake.ts";
import { Database } from "../../../libs/service/database.ts";
import { Problem } from "../../../libs/http/problem.ts";
import type { ApiRequest, ApiResponse } from "../../../libs/http/request.ts";
import { HubDirectory } from "../../../libs/service/hub-directory.ts";
import { Schools } from "../../../libs/service/schools/schools.ts";
import { answerPage } from "../answer-page.ts";
import { askedBy, Desk, type Page } from "../desk.ts";
import type { FormField } from "../form-fields.ts";
import { form, newKey, type FormState } from "../form-page.ts";
import { html, type Html } from "../html.ts";
import type { Visitor } from "../session.ts";
import { programmeInWords } from "../words.ts";
import { applicationBody, applicationFields, interestFields, type Applying } from "./application-fields.ts";
import { programmesPage, type Programme } from "./programmes-page.ts";

const APPLICANTS: readonly Role[] = ["school-contact", "hub-coordinator", "hub-lead"];
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
    private readonly database: Database,
    private readonly settings: WebSettings,
    private readonly directory: HubDirectory,
    private readonly intake: Intake,
    private readonly schools: Schools,
  ) {}

  @Get()
  @Visitors()
  async programmes(
    @Query("urn") urn: unknown,
    @Req() request: ApiRequest,
    @Res() response: ApiResponse,
  ): Promise<void> {
    const visitor = await this.desk.visitor(request, response, APPLICANTS);
    const { principal } = visitor.person;
    const ofSchool = principal.role === "school-contact";
    const urns = ofSchool ? principal.urns : typeof urn === "string" && URN.test(urn) ? [urn] : [];
    const parts: Html[] = [];
    for (const each of urns) {
      const school = await knownSchool(await this.database.open(), each);
      parts.push(
        programmesPage(
          school?.name ?? `School ${each}`,
          await this.choice(each, school, visitor),
          ofSchool && urns.length === 1 ? "" : `?urn=${each}`,
        ),
      );
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
    const visitor = await this.desk.visitor(request, response, APPLICANTS);
    const asked = await this.form(id, interest, urn, visitor);
    const hub = this.directory.hubs.ofLa(asked.applying.school?.la ?? null)?.code;
    const { title, body } = formPage(asked, {
      action: asked.address,
      token: visitor.token,
      key: newKey(),
      typed: hub === undefined ? {} : { hub },
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
      then: ({ journey }) => `/journeys/${journey}?done=${interest ? "interested" : "applied"}`,
      again: (faults, key) =>
        formPage(asked, { action: asked.address, token: sent.visitor.token, key, typed: sent.typed, faults }),
    });
  }

  /** The form at an address, for this visitor. @throws Problem `not-found`, `forbidden` */
  private async form(id: string, interest: boolean, asked: unknown, { person }: Visitor): Promise<Form> {
    const prospectus = this.settings.catalogue.get(id);
    const { principal } = person;
    const urn = typeof asked === "string" ? asked : (principal.urns[0] ?? "");
    if (!prospectus || !URN.test(urn))
      throw new Problem("not-found", "There is no such form: choose the school and the programme first.");
    if (principal.role === "school-contact" && !principal.urns.includes(urn))
      throw new Problem("forbidden", "You apply for your own school alone.");
    const school = await knownSchool(await this.database.open(), urn);
    const applying = { urn, school, hub: principal.hub, hubs: this.directory.hubs.all, prospectus };
    return {
      applying,
      interest,
      fields: interest ? interestFields(applying) : applicationFields(applying),
      address: `/apply/${id}${interest ? "/interest" : ""}?urn=${urn}`,
    };
  }

  /** The programmes of the year under way and later ones, each with what stands against it. */
  private async choice(urn: string, school: KnownSchool | null, visitor: Visitor): Promise<Programme[]> {
    const at = instantFromMs(this.settings.clock());
    const year = academicYearOf(localDate(at));
    const offered = this.settings.catalogue
      .all()
      .filter(
        (one) =>
          one.academicYear >= year &&
          (school === null || school.phases.length === 0 || school.phases.includes(one.phase)),
      );
    const programmes: Programme[] = [];
    for (const one of offered) programmes.push(await this.standing(one, urn, school, visitor));
    return programmes;
  }

  private async standing(
    one: Prospectus,
    urn: string,
    school: KnownSchool | null,
    visitor: Visitor,
  ): Promise<Programme> {
    const at = instantFromMs(this.settings.clock());
    const hub = visitor.person.principal.hub ?? this.directory.hubs.ofLa(school?.la ?? null)?.code ?? null;
    const set = hub === null ? null : await findWindow(await this.database.open(), hub, one.id, at);
    const { id, title, stage, phase, academicYear, window } = one;
    const about = {
      id,
      title,
      stage,
      phase,
      academicYear,
      opensOn: set?.opensOn ?? window.opensOn.value,
      closesOn: set?.closesOn ?? window.closesOn.value,
    };
    if (school === null) return { ...about, checked: false, ...byWindow(about, localDate(at)) };
    const asked = { prospectus: id, ...(hub !== null && { hub }) };
    const { eligible, reasons } = await this.schools.eligibility(visitor.person.principal, urn, asked);
    return { ...about, checked: true, eligible, reasons };
  }
}

/** Of a school that nobody knows yet only the window can be told. */
function byWindow(
  { opensOn, closesOn }: { opensOn: string; closesOn: string },
  today: string,
): Pick<Programme, "eligible" | "reasons"> {
  const eligible = opensOn <= today && today <= closesOn;
  return {
    eligible,
    reasons: eligible
      ? []
      : [
          {
            code: "window-closed",
            detail:
              today < opensOn
                ? `Applications open on ${opensOn}: express an interest until then.`
                : `Applications closed on ${closesOn}.`,
          },
        ],
  };
}

function whichSchool(urn: string): Html {
  return html`<form class="form" method="get" action="/apply"><div class="field"><label for="f-urn">URN of the
    school</label><span class="hint" id="f-urn-hint">Six digits.</span>
<input class="short" inputmode="numeric" id="f-urn" name="urn" value="${urn}"
  aria-describedby="f-urn-hint"></div><p><button class="button first">Show its programmes</button></p></form>`;
}

function formPage({ applying, interest, fields }: Form, state: FormState): Page {
  const { prospectus, school, urn } = applying;
  const { texts } = prospectus;
  const about = html`<p>${school?.name ?? `School ${urn}`} · ${programmeInWords(prospectus)}</p>
<details><summary>What the programme is
  about</summary><p>${texts.about}</p><ul>${texts.involves.map((one) => html`<li>${one}</li>`)}</ul><p>${texts.cost}</p></details>`;
  return {
    title: interest ? "Express an interest" : "Apply for a place",
    body: html`${about}${form(fields, state, { button: interest ? "Send the interest" : "Send the application" })}<p><a
      href="/apply?urn=${urn}">Back to the programmes</a></p>`,
  };
}

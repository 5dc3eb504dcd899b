// GET /named-schools: programmes with who may apply; GET and POST /named-schools/{year}/{programme}: say who may.

import { Controller, Get, Post, Query, Req, Res } from "@nestjs/common";
import { academicYearOf } from "../../../libs/calendar/academic-years.ts";
import { instantFromMs, localDate } from "../../../libs/calendar/instants.ts";
import { Visitors } from "../../../libs/http/allowed.ts";
import { ProgrammeHere } from "../../../libs/http/parameters.ts";
import type { ApiRequest, ApiResponse } from "../../../libs/http/request.ts";
import { WebSettings } from "../../../libs/http/web-settings.ts";
import type { Prospectus } from "../../../libs/prospectus/prospectus.ts";
import type { Principal } from "../../../libs/service/access/principal.ts";
import { HubLists, LIST_ROLES, type ListedSchools } from "../../../libs/service/hubs/lists.ts";
import { HubStaff } from "../../../libs/service/hubs/staff.ts";
import { Refusal } from "../../../libs/service/refusal.ts";
import { Schools } from "../../../libs/service/schools/schools.ts";
import { answerPage } from "../answer-page.ts";
import { Desk, type Page } from "../desk.ts";
import { newKey, type FormState } from "../form-page.ts";
import { filledIn } from "../look/templates.ts";
import { programmeOfId } from "../words.ts";
import { faultsIn, namedSchoolsView, typedOf, urnsIn, whoAppliesView } from "./named-schools-page.ts";

const BACK = { href: "/named-schools", words: "Back to the programmes" };

@Controller("named-schools")
export class NamedSchoolsController {
  constructor(
    private readonly desk: Desk,
    private readonly lists: HubLists,
    private readonly schools: Schools,
    private readonly staff: HubStaff,
    private readonly settings: WebSettings,
  ) {}

  @Get()
  @Visitors()
  async list(@Query("done") done: unknown, @Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    const { person } = await this.desk.visitor(request, response, LIST_ROLES.set);
    const lists = await this.lists.list(person.principal, person.principal.hub ?? "");
    const look = { done: done === "set", people: await this.staff.called(person.principal) };
    const view = namedSchoolsView(this.programmes(), lists, look);
    answerPage(response, 200, "Programmes for named schools", filledIn("settings/named-schools.njk", view), person);
  }

  @Get(":year/:programme")
  @Visitors()
  async show(
    @ProgrammeHere() programme: string,
    @Req() request: ApiRequest,
    @Res() response: ApiResponse,
  ): Promise<void> {
    const { person, token } = await this.desk.visitor(request, response, LIST_ROLES.set);
    const found = this.programme(programme);
    const list = await this.listOf(person.principal, found);
    const state = { action: `/named-schools/${found.id}`, token, key: newKey(), typed: typedOf(list), faults: [] };
    const { title, body } = await this.form(person.principal, found, list, state);
    answerPage(response, 200, title, body, person, undefined, { back: BACK });
  }

  @Post(":year/:programme")
  @Visitors()
  async set(
    @ProgrammeHere() programme: string,
    @Req() request: ApiRequest,
    @Res() response: ApiResponse,
  ): Promise<void> {
    const sent = await this.desk.sent(request, response);
    const { visitor, typed, key } = sent;
    const { principal } = visitor.person;
    const found = this.programme(programme);
    const list = await this.listOf(principal, found);
    const state = { action: `/named-schools/${found.id}`, token: visitor.token, typed };
    const urns = urnsIn(typed);
    const known = await this.schools.named(principal, urns ?? []);
    const faults = faultsIn(typed, (urn) => known.has(urn));
    if (faults.length > 0) {
      const { title, body } = await this.form(principal, found, list, { ...state, key, faults });
      answerPage(response, 422, title, body, visitor.person, undefined, { back: BACK, faulty: true });
      return;
    }
    const hub = principal.hub ?? "";
    await this.desk.settle(response, sent, [], {
      send: () =>
        urns === null ? this.lists.remove(principal, hub, found.id) : this.lists.set(principal, hub, found.id, urns),
      then: () => "/named-schools?done=set",
      again: (said, next) => this.form(principal, found, list, { ...state, key: next, faults: said }),
    });
  }

  private async form(
    principal: Principal,
    found: Prospectus,
    list: ListedSchools | undefined,
    state: FormState,
  ): Promise<Page> {
    const known = await this.schools.named(principal, list?.urns ?? []);
    const named = (list?.urns ?? []).map((urn) => ({ urn, name: known.get(urn)?.name ?? "School" }));
    const body = filledIn("settings/who-applies.njk", whoAppliesView(found, named, state));
    return { title: `Who may apply for ${programmeOfId(found.id)}`, body, back: BACK };
  }

  private async listOf(principal: Principal, { id }: Prospectus): Promise<ListedSchools | undefined> {
    const lists = await this.lists.list(principal, principal.hub ?? "");
    return lists.find(({ prospectus }) => prospectus === id);
  }

  /** Of this academic year and later ones. */
  private programmes(): Prospectus[] {
    const now = academicYearOf(localDate(instantFromMs(this.settings.clock())));
    return this.settings.catalogue.all().filter(({ academicYear }) => academicYear >= now);
  }

  /** @throws Refusal `not-found` */
  private programme(asked: string): Prospectus {
    const found = this.programmes().find(({ id }) => id === asked);
    if (found === undefined) throw new Refusal("not-found", "There is no such programme.");
    return found;
  }
}

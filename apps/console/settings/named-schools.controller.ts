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
import { newKey, nextKey, type FormState } from "../form-page.ts";
import { filledIn } from "../look/templates.ts";
import { policyFor, SchoolFields } from "../search/school-fields.ts";
import { asPicked } from "../search/suggestions.ts";
import { programmeOfId } from "../words.ts";
import {
  asMeant,
  faultsIn,
  onlyAdds,
  namedSchoolsView,
  typedOf,
  urnsIn,
  WHO_FIELDS,
  whoAppliesView,
  withAdded,
} from "./named-schools-page.ts";

const BACK = { href: "/named-schools", words: "Back to the programmes" };

@Controller("named-schools")
export class NamedSchoolsController {
  constructor(
    private readonly desk: Desk,
    private readonly lists: HubLists,
    private readonly schools: Schools,
    private readonly fields: SchoolFields,
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
    const known = await this.schools.named(person.principal, list?.urns ?? []);
    const typed = typedOf(list, (urn) => asPicked(urn, known.get(urn)));
    const state = { action: `/named-schools/${found.id}`, token, key: newKey(), typed, faults: [] };
    const { title, body, policy, ...around } = formPage(found, state);
    answerPage(response, 200, title, body, person, policy, around);
  }

  @Post(":year/:programme")
  @Visitors()
  async set(
    @ProgrammeHere() programme: string,
    @Req() request: ApiRequest,
    @Res() response: ApiResponse,
  ): Promise<void> {
    const sent = await this.desk.sent(request, response);
    const { visitor, key } = sent;
    const { principal } = visitor.person;
    const found = this.programme(programme);
    const state = { action: `/named-schools/${found.id}`, token: visitor.token, typed: sent.typed };
    const hub = principal.hub ?? "";
    await this.desk.settle(response, sent, WHO_FIELDS, {
      send: async () => {
        const typed = withAdded(await this.fields.meant(principal, WHO_FIELDS, asMeant(sent.typed)));
        const urns = urnsIn(typed);
        const known = await this.schools.named(principal, urns ?? []);
        if (onlyAdds(sent.typed)) return typed;
        const errors = faultsIn(typed, (urn) => known.has(urn));
        if (errors.length > 0) throw new Refusal("invalid", "The list is not right.", { errors });
        if (urns === null) await this.lists.remove(principal, hub, found.id);
        else await this.lists.set(principal, hub, found.id, urns);
        return null;
      },
      then: (typed) =>
        typed === null
          ? "/named-schools?done=set"
          : formPage(found, { ...state, typed, key: nextKey(key), faults: [] }),
      again: (faults, next) => formPage(found, { ...state, key: next, faults }),
    });
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

function formPage(found: Prospectus, state: FormState): Page {
  return {
    title: `Who may apply for ${programmeOfId(found.id)}`,
    body: filledIn("settings/who-applies.njk", whoAppliesView(found, state)),
    policy: policyFor(WHO_FIELDS),
    back: BACK,
  };
}

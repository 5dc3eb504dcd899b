// GET /staff: the staff of the hub. GET and POST /staff/new: enter somebody. GET and POST /staff/{person}/leave: take
// them off, and hand on their open tasks and their Work Groups.

import { Controller, Get, Param, Post, Query, Req, Res } from "@nestjs/common";
import { Visitors } from "../../../libs/http/allowed.ts";
import type { ApiRequest, ApiResponse } from "../../../libs/http/request.ts";
import type { GroupNaming } from "../../../libs/words/group-name.ts";
import { nameOf } from "../../../libs/journey/contact.ts";
import type { Role } from "../../../libs/service/access/principal.ts";
import { HubStaff, STAFF_ROLES } from "../../../libs/service/hubs/staff.ts";
import { Refusal } from "../../../libs/service/refusal.ts";
import { answerPage } from "../answer-page.ts";
import { askedBy, Desk, type Page } from "../desk.ts";
import { bodyFrom, type FormField, type Typed } from "../form-fields.ts";
import { newKey, type FormState } from "../form-page.ts";
import { formShown } from "../form-view.ts";
import { html } from "../html.ts";
import { filledIn } from "../look/templates.ts";
import type { AtDesk } from "../visitor.ts";
import { ENTER_FIELDS, LATER, leavingFields, staffView, type LeavingView, type Led } from "./staff-page.ts";

const BACK = { back: { href: "/staff", words: "Back to the hub’s staff" } };

@Controller("staff")
export class StaffPageController {
  constructor(
    private readonly desk: Desk,
    private readonly staff: HubStaff,
  ) {}

  @Get()
  @Visitors()
  async list(@Query("done") done: unknown, @Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    const { person, called } = await this.desk.visitor(request, response, STAFF_ROLES.read);
    const hub = person.principal.hub ?? "";
    const list = await this.staff.list(person.principal, hub);
    const leaderless = ledIn(await this.staff.ledByNobody(person.principal, hub), called);
    const view = staffView(list, isLead(person.principal.role), done, leaderless);
    answerPage(response, 200, "Hub staff", filledIn("hub/staff.njk", view), person);
  }

  @Get("new")
  @Visitors()
  async entering(@Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    const { person, token } = await this.desk.visitor(request, response, STAFF_ROLES.set);
    const { title, body } = enterPage({ action: "/staff/new", token, key: newKey(), typed: {}, faults: [] });
    answerPage(response, 200, title, body, person, undefined, BACK);
  }

  @Post("new")
  @Visitors()
  async enter(@Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    const sent = await this.desk.sent(request, response);
    const { visitor, typed } = sent;
    await this.desk.settle(response, sent, ENTER_FIELDS, {
      send: () => this.staff.enter(visitor.person.principal.hub ?? "", askedBy(sent, bodyFrom(ENTER_FIELDS, typed))),
      then: () => "/staff?done=entered",
      again: (faults, key) => enterPage({ action: "/staff/new", token: visitor.token, key, typed, faults }),
    });
  }

  @Get(":person/leave")
  @Visitors()
  async leaving(@Param("person") id: string, @Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    const visitor = await this.desk.visitor(request, response, STAFF_ROLES.set);
    const { page } = await this.leavingOf(visitor, id);
    const { title, body } = page({ token: visitor.token, key: newKey(), typed: {}, faults: [] });
    answerPage(response, 200, title, body, visitor.person, undefined, BACK);
  }

  @Post(":person/leave")
  @Visitors()
  async leave(@Param("person") id: string, @Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    const sent = await this.desk.sent(request, response);
    const { visitor, typed } = sent;
    const { page, fields } = await this.leavingOf(visitor, id);
    await this.desk.settle(response, sent, fields, {
      send: async () =>
        this.staff.leave(visitor.person.principal.hub ?? "", id, askedBy(sent, leavingBody(fields, typed))),
      then: () => "/staff?done=left",
      again: (faults, key) => page({ token: visitor.token, key, typed, faults }),
    });
  }

  /** The form by which somebody leaves. @throws Refusal `forbidden`, `not-found` */
  private async leavingOf(
    { person: { principal }, called }: AtDesk,
    id: string,
  ): Promise<{ fields: FormField[]; page(state: Omit<FormState, "action">): Page }> {
    const hub = principal.hub ?? "";
    const list = await this.staff.list(principal, hub);
    const found = list.find((one) => one.id === id);
    if (found === undefined) throw new Refusal("not-found", "Nobody of this id is on the list of your hub’s staff.");
    const holds = await this.staff.holds(principal, hub, id);
    const fields = leavingFields(list, id, holds);
    const view: LeavingView = {
      name: nameOf(found),
      leads: ledIn(holds.leads, called),
      tasks: holds.tasks,
    };
    const page = (state: Omit<FormState, "action">): Page => ({
      title: `${nameOf(found)} leaves`,
      body: html`${filledIn("hub/leaving.njk", view)}${formShown(
        fields,
        { ...state, action: `/staff/${encodeURIComponent(id)}/leave` },
        { button: "Take them off the list", warns: true },
      )}`,
    });
    return { fields, page };
  }
}

const ledIn = (groups: readonly string[], called: GroupNaming): Led[] =>
  groups.map((group) => ({ words: called(group), href: `/groups/${group}/change-lead` }));

/** What the form says. Who leads the groups is asked here: for programs it may be left out. */
function leavingBody(fields: readonly FormField[], typed: Typed): Record<string, unknown> {
  const { leadTo, ...body } = bodyFrom(fields, typed);
  if (leadTo === LATER) return body;
  if (leadTo === undefined && fields.some(({ name }) => name === "leadTo")) {
    const detail = "Say who leads their Work Groups from now on.";
    throw new Refusal("invalid", detail, { errors: [{ pointer: "/leadTo", detail }] });
  }
  return { ...body, ...(leadTo !== undefined && { leadTo }) };
}

const isLead = (role: Role): boolean => STAFF_ROLES.set.some((one) => one === role);

const enterPage = (state: FormState): Page => ({
  title: "Enter somebody of the hub’s staff",
  body: formShown(ENTER_FIELDS, state, { button: "Enter them" }),
});

// GET /staff: the staff of the hub. GET and POST /staff/new: enter somebody. GET and POST /staff/{person}/leave: take
// them off, and hand their open tasks on.

import { Controller, Get, Param, Post, Query, Req, Res } from "@nestjs/common";
import { Visitors } from "../../../libs/http/allowed.ts";
import type { ApiRequest, ApiResponse } from "../../../libs/http/request.ts";
import { nameOf } from "../../../libs/journey/contact.ts";
import type { Role } from "../../../libs/service/access/principal.ts";
import { HubStaff, STAFF_ROLES } from "../../../libs/service/hubs/staff.ts";
import { Refusal } from "../../../libs/service/refusal.ts";
import { answerPage } from "../answer-page.ts";
import { askedBy, Desk, type Page } from "../desk.ts";
import { bodyFrom, type FormField } from "../form-fields.ts";
import { newKey, type FormState } from "../form-page.ts";
import { formShown } from "../form-view.ts";
import { html } from "../html.ts";
import { filledIn } from "../look/templates.ts";
import type { AtDesk } from "../visitor.ts";
import { ENTER_FIELDS, leavingFields, staffView, type LeavingView } from "./staff-page.ts";

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
    const { person } = await this.desk.visitor(request, response, STAFF_ROLES.read);
    const list = await this.staff.list(person.principal, person.principal.hub ?? "");
    const view = staffView(list, isLead(person.principal.role), done);
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
      send: () => this.staff.leave(visitor.person.principal.hub ?? "", id, askedBy(sent, bodyFrom(fields, typed))),
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
    const { tasks, leads } = await this.staff.holds(principal, hub, id);
    const fields = leavingFields(list, id, tasks);
    const view: LeavingView = {
      name: nameOf(found),
      leads: leads.map((group) => ({ words: called(group), href: `/groups/${group}/change-lead` })),
      tasks,
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

const isLead = (role: Role): boolean => STAFF_ROLES.set.some((one) => one === role);

const enterPage = (state: FormState): Page => ({
  title: "Enter somebody of the hub’s staff",
  body: formShown(ENTER_FIELDS, state, { button: "Enter them" }),
});

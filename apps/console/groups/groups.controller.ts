// GET /groups/new, /groups/{id}, and a form of each command below it; but for the register, which has a page
// of its own.

import { Controller, Get, Param, Post, Query, Req, Res } from "@nestjs/common";
import { academicYearOf } from "../../../libs/calendar/academic-years.ts";
import { instantFromMs, localDate } from "../../../libs/calendar/instants.ts";
import { Visitors } from "../../../libs/http/allowed.ts";
import type { ApiRequest, ApiResponse } from "../../../libs/http/request.ts";
import { WebSettings } from "../../../libs/http/web-settings.ts";
import type { Principal } from "../../../libs/service/access/principal.ts";
import { slugOf } from "../../../libs/service/commands/journey-commands.ts";
import { HubStaff } from "../../../libs/service/hubs/staff.ts";
import { Refusal } from "../../../libs/service/refusal.ts";
import type { GroupFacts } from "../../../libs/service/work-groups/group-facts.ts";
import { GROUP_ROLES, WorkGroups } from "../../../libs/service/work-groups/work-groups.ts";
import { answerPage } from "../answer-page.ts";
import { askedBy, Desk, type Page } from "../desk.ts";
import { blanksIn, together, type Fault } from "../faults.ts";
import { bodyFrom, textIn, type FormField, type Typed } from "../form-fields.ts";
import { newKey, type FormState } from "../form-page.ts";
import { formShown } from "../form-view.ts";
import { filledIn } from "../look/templates.ts";
import { schoolsPageOf } from "../navigation.ts";
import type { Visitor } from "../visitor.ts";
import { backTo, cameOf, skippedIn } from "./around-a-group.ts";
import {
  GROUP_ACTIONS,
  GROUP_WORDS,
  groupActionsNow,
  mayDo,
  type GroupAction,
  type GroupWords,
} from "./group-actions.ts";
import { formingFields, groupFields } from "./group-fields.ts";
import { groupView } from "./group-page.ts";

type Query = Readonly<Record<string, unknown>>;
/** A command whose form is here. */
type FormAction = Exclude<GroupAction, "TakeRegister">;
const RENAMED = "The Work Group is called so from now on, on pages, in letters and in calendars.";
const BACK = { back: { href: "/groups", words: "Back to the Work Groups" } };

@Controller("groups")
export class GroupPagesController {
  constructor(
    private readonly desk: Desk,
    private readonly groups: WorkGroups,
    private readonly settings: WebSettings,
    private readonly staff: HubStaff,
  ) {}

  @Get("new")
  @Visitors()
  async forming(@Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    const { person, token } = await this.desk.visitor(request, response, GROUP_ROLES.form);
    const fields = await this.formingFields(person.principal);
    const state = { action: "/groups/new", token, key: newKey(), typed: {}, faults: [] };
    const { title, body } = formPage("FormWorkGroup", fields, state);
    answerPage(response, 200, title, body, person, undefined, BACK);
  }

  @Post("new")
  @Visitors()
  async form(@Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    const sent = await this.desk.sent(request, response);
    const { visitor, typed } = sent;
    const fields = await this.formingFields(visitor.person.principal);
    const body = { ...bodyFrom(fields, typed), hub: visitor.person.principal.hub };
    const state = { action: "/groups/new", token: visitor.token, typed };
    await this.desk.settle(response, sent, fields, {
      send: () => this.groups.form(askedBy(sent, body)),
      then: ({ workGroup }) => `/groups/${workGroup}?done=form-work-group`,
      again: (said, key) =>
        formPage("FormWorkGroup", fields, { ...state, key, faults: allFaults(fields, said, typed) }),
    });
  }

  @Get(":id")
  @Visitors()
  async one(
    @Param("id") id: string,
    @Query() query: Query,
    @Req() request: ApiRequest,
    @Res() response: ApiResponse,
  ): Promise<void> {
    const { person } = await this.desk.visitor(request, response, GROUP_ROLES.read);
    const facts = await this.groups.seen(person.principal, id, request.id);
    const view = groupView(facts, groupActionsNow(facts, person.principal.role, this.today()), {
      done: saysDone(query["done"]),
      skipped: skippedIn(query["skipped"]),
      today: this.today(),
      schools: schoolsPageOf(person.principal.role),
    });
    answerPage(response, 200, facts.group.name, filledIn("groups/group.njk", view), person);
  }

  @Get(":id/:action")
  @Visitors()
  async show(
    @Param("id") id: string,
    @Param("action") slug: string,
    @Query() query: Query,
    @Req() request: ApiRequest,
    @Res() response: ApiResponse,
  ): Promise<void> {
    const visitor = await this.desk.visitor(request, response, GROUP_ROLES.read);
    const { facts, action, fields } = await this.asked(id, slug, visitor, request);
    const state = {
      action: `/groups/${id}/${slugOf(action)}`,
      token: visitor.token,
      key: newKey(),
      typed: chosen(fields, query),
      faults: [],
    };
    const { title, body } = formPage(action, fields, state);
    answerPage(response, 200, title, body, visitor.person, undefined, backTo(facts));
  }

  @Post(":id/:action")
  @Visitors()
  async perform(
    @Param("id") id: string,
    @Param("action") slug: string,
    @Req() request: ApiRequest,
    @Res() response: ApiResponse,
  ): Promise<void> {
    const sent = await this.desk.sent(request, response);
    const { visitor, typed } = sent;
    const { action, fields } = await this.asked(id, slug, visitor, request);
    const state = { action: `/groups/${id}/${slugOf(action)}`, token: visitor.token, typed };
    await this.desk.settle(response, sent, fields, {
      send: () => this.groups.perform(action, id, askedBy(sent, bodyFrom(fields, typed))),
      then: (answer) => cameOf(id, action, answer),
      again: (said, key) => formPage(action, fields, { ...state, key, faults: allFaults(fields, said, typed) }),
    });
  }

  /** What is asked at an address, by somebody who may. @throws Refusal `not-found`, `forbidden` */
  private async asked(
    id: string,
    slug: string,
    { person }: Visitor,
    request: ApiRequest,
  ): Promise<{ facts: GroupFacts; action: FormAction; fields: readonly FormField[] }> {
    const facts = await this.groups.seen(person.principal, id, request.id);
    const action = actionOf(slug);
    if (action === null || action === "TakeRegister") throw new Refusal("not-found", "There is no such page.");
    if (!mayDo(action, person.principal.role)) throw new Refusal("forbidden", "Your role may not do this.");
    const known = { catalogue: this.settings.catalogue, today: this.today() };
    return { facts, action, fields: groupFields(action, facts, known) };
  }

  private async formingFields(principal: Principal): Promise<FormField[]> {
    const staff = await this.staff.choices(principal);
    return formingFields(this.settings.catalogue, academicYearOf(this.today()), staff);
  }

  private today(): string {
    return localDate(instantFromMs(this.settings.clock()));
  }
}

function actionOf(slug: unknown): GroupAction | null {
  return GROUP_ACTIONS.find((name) => slugOf(name) === slug) ?? null;
}

/** What was just done, in words, by a word of the address. */
function saysDone(done: unknown): string | null {
  if (done === "name") return RENAMED;
  const action = done === "form-work-group" ? "FormWorkGroup" : actionOf(done);
  return action === null ? null : GROUP_WORDS[action].done;
}

/** What the rules say first goes with all that was left empty, at once. */
const allFaults = (fields: readonly FormField[], said: readonly Fault[], typed: Typed): readonly Fault[] =>
  said.length === 0 ? said : together(fields, said, blanksIn(fields, typed));

function formPage(name: FormAction | "FormWorkGroup", fields: readonly FormField[], state: FormState): Page {
  const { title, button, says, warns }: GroupWords = GROUP_WORDS[name];
  return { title, body: formShown(fields, state, { button, says, ...(warns && { warns }) }) };
}

/** What the way here has chosen already. */
function chosen(fields: readonly FormField[], query: Query): Typed {
  return Object.fromEntries(
    fields.flatMap((field): [string, string][] => {
      const asked = textIn(query as Typed, field.name);
      if (field.name === "assignee") return /^[\w./:-]{1,100}$/u.test(asked) ? [[field.name, asked]] : [];
      return "choices" in field && field.choices.some(({ value }) => value === asked) ? [[field.name, asked]] : [];
    }),
  );
}

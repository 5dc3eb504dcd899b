// GET /groups/new, /groups/{id}, and a form of each command below it; the register is one of them, with a page
// of its own.

import { Controller, Get, Param, Post, Query, Req, Res } from "@nestjs/common";
import { academicYearOf } from "../../../libs/calendar/academic-years.ts";
import { instantFromMs, localDate } from "../../../libs/calendar/instants.ts";
import { Visitors } from "../../../libs/http/allowed.ts";
import { WebSettings } from "../../../libs/http/web-settings.ts";
import { slugOf } from "../../../libs/service/commands/journey-commands.ts";
import { Refusal } from "../../../libs/service/refusal.ts";
import type { GroupFacts } from "../../../libs/service/work-groups/group-facts.ts";
import { GROUP_ROLES, WorkGroups } from "../../../libs/service/work-groups/work-groups.ts";
import type { ApiRequest, ApiResponse } from "../../../libs/http/request.ts";
import { answerPage } from "../answer-page.ts";
import { askedBy, Desk, type Page } from "../desk.ts";
import { bodyFrom, textIn, type FormField, type Typed } from "../form-fields.ts";
import { form, newKey, type FormState } from "../form-page.ts";
import { html } from "../html.ts";
import type { Visitor } from "../visitor.ts";
import { inWords } from "../words.ts";
import {
  GROUP_ACTIONS,
  GROUP_WORDS,
  groupActionsNow,
  mayDo,
  type GroupAction,
  type GroupWords,
} from "./group-actions.ts";
import { formingFields, groupFields } from "./group-fields.ts";
import { groupPage } from "./groups-page.ts";
import { registerBody, registerPage, registerTyped, type Away } from "./register-page.ts";

type Query = Readonly<Record<string, unknown>>;
const SKIPPED = /^(\d{6}-(?:primary|secondary)):([a-z-]{1,40})$/u;

@Controller("groups")
export class GroupPagesController {
  constructor(
    private readonly desk: Desk,
    private readonly groups: WorkGroups,
    private readonly settings: WebSettings,
  ) {}

  @Get("new")
  @Visitors()
  async forming(@Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    const { person, token } = await this.desk.visitor(request, response, GROUP_ROLES.form);
    const { title, body } = formPage(
      "FormWorkGroup",
      this.formingFields(),
      { action: "/groups/new", token, key: newKey(), typed: {}, faults: [] },
      "/groups",
    );
    answerPage(response, 200, title, body, person);
  }

  @Post("new")
  @Visitors()
  async form(@Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    const sent = await this.desk.sent(request, response);
    const { visitor, typed } = sent;
    const fields = this.formingFields();
    const body = { ...bodyFrom(fields, typed), hub: visitor.person.principal.hub };
    await this.desk.settle(response, sent, fields, {
      send: () => this.groups.form(askedBy(sent, body)),
      then: ({ workGroup }) => `/groups/${workGroup}?done=form-work-group`,
      again: (faults, next) =>
        formPage(
          "FormWorkGroup",
          fields,
          { action: "/groups/new", token: visitor.token, key: next, typed, faults },
          "/groups",
        ),
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
    const facts = await this.groups.facts(person.principal, id);
    const done = query["done"] === "form-work-group" ? "FormWorkGroup" : actionOf(query["done"]);
    answerPage(
      response,
      200,
      `Work Group ${id}`,
      groupPage(
        facts,
        groupActionsNow(facts, person.principal.role),
        done === null ? null : GROUP_WORDS[done].done,
        skippedIn(query["skipped"]),
      ),
      person,
    );
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
    const { facts, action, asked } = await this.asked(id, slug, query["session"], visitor);
    const typed =
      asked.session === null
        ? chosen(asked.fields, query)
        : registerTyped(
            facts,
            dayOf(facts, asked.session, this.today()),
            await this.groups.registerBefore(visitor.person.principal, facts, asked.session),
          );
    const { title, body } = this.page(facts, action, asked, {
      action: asked.address,
      token: visitor.token,
      key: newKey(),
      typed,
      faults: [],
    });
    answerPage(response, 200, title, body, visitor.person);
  }

  @Post(":id/:action")
  @Visitors()
  async perform(
    @Param("id") id: string,
    @Param("action") slug: string,
    @Query() query: Query,
    @Req() request: ApiRequest,
    @Res() response: ApiResponse,
  ): Promise<void> {
    const sent = await this.desk.sent(request, response);
    const { facts, action, asked } = await this.asked(id, slug, query["session"], sent.visitor);
    const body =
      asked.session === null
        ? bodyFrom(asked.fields, sent.typed)
        : registerBody(facts, this.away(facts), asked.session, sent.typed);
    await this.desk.settle(response, sent, asked.fields, {
      send: () => this.groups.perform(action, id, askedBy(sent, body)),
      then: ({ skipped }) =>
        [
          `/groups/${id}?done=${slugOf(action)}`,
          ...skipped.map(({ journey, why }) => `skipped=${journey}:${why}`),
        ].join("&"),
      again: (faults, key) =>
        this.page(facts, action, asked, {
          action: asked.address,
          token: sent.visitor.token,
          key,
          typed: sent.typed,
          faults,
        }),
    });
  }

  /** What is asked at an address, by somebody who may. @throws Refusal `not-found`, `forbidden` */
  private async asked(
    id: string,
    slug: string,
    session: unknown,
    { person }: Visitor,
  ): Promise<{ facts: GroupFacts; action: GroupAction; asked: AskedForm }> {
    const facts = await this.groups.facts(person.principal, id);
    const action = actionOf(slug);
    if (action === null) throw new Refusal("not-found", "There is no such page.");
    if (!mayDo(action, person.principal.role)) throw new Refusal("forbidden", "Your role may not do this.");
    const address = `/groups/${id}/${slugOf(action)}`;
    if (action !== "TakeRegister")
      return {
        facts,
        action,
        asked: { fields: groupFields(action, facts, this.settings.catalogue), session: null, address },
      };
    const held = facts.group.sessions.find(({ code }) => code === session);
    if (held === undefined)
      throw new Refusal("not-found", "There is no such session: choose one on the page of the Work Group.");
    return {
      facts,
      action,
      asked: {
        fields: [{ kind: "date", name: "on", label: "The day it was held", required: true }],
        session: held.code,
        address: `${address}?session=${held.code}`,
      },
    };
  }

  private page(facts: GroupFacts, action: GroupAction, { fields, session }: AskedForm, state: FormState): Page {
    if (session !== null)
      return {
        title: `Register of ${inWords(session).toLowerCase()}`,
        body: registerPage(facts, this.away(facts), session, state),
      };
    return formPage(action, fields, state, `/groups/${facts.group.id}`);
  }

  private away({ group }: GroupFacts): Away {
    return this.settings.catalogue.get(group.prospectus)?.commitments.meetings.absence.value ?? [];
  }

  private formingFields(): FormField[] {
    return formingFields(this.settings.catalogue, academicYearOf(this.today()));
  }

  private today(): string {
    return localDate(instantFromMs(this.settings.clock()));
  }
}

/** `session`: of a register; null for the other forms. */
interface AskedForm {
  fields: readonly FormField[];
  session: string | null;
  address: string;
}

function actionOf(slug: unknown): GroupAction | null {
  return GROUP_ACTIONS.find((name) => slugOf(name) === slug) ?? null;
}

function formPage(
  name: GroupAction | "FormWorkGroup",
  fields: readonly FormField[],
  state: FormState,
  back: string,
): Page {
  const { title, button, says, warns }: GroupWords = GROUP_WORDS[name];
  return {
    title,
    body: html`${says === undefined ? null : html`<p>${says}</p>`}
      ${form(fields, state, { button, ...(warns && { warns }) })}
      <p><a href="${back}">Back</a></p>`,
  };
}

/** The day a register is most likely of: that of the session, today at the latest. */
function dayOf({ group }: GroupFacts, session: string, today: string): string {
  const on = group.sessions.find(({ code }) => code === session)?.on ?? today;
  return on < today ? on : today;
}

function chosen(fields: readonly FormField[], query: Query): Typed {
  return Object.fromEntries(
    fields.flatMap((field): [string, string][] => {
      const asked = textIn(query as Typed, field.name);
      return "choices" in field && field.choices.some(({ value }) => value === asked) ? [[field.name, asked]] : [];
    }),
  );
}

/** The schools that a command passed over, as the address says it: ids and codes alone. */
function skippedIn(sent: unknown): { journey: string; why: string }[] {
  const each = Array.isArray(sent) ? sent : [sent];
  return each.flatMap((one: unknown) => {
    const [, journey, why] = typeof one === "string" ? (SKIPPED.exec(one) ?? []) : [];
    return journey === undefined || why === undefined
      ? []
      : [{ journey, why: why === "not-named" ? "not in the register" : inWords(why).toLowerCase() }];
  });
}

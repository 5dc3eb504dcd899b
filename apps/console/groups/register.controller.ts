// GET and POST /groups/{id}/take-register?session=…: the register of all schools. GET /groups/{id}/print-register: the
// same on paper.

import { Controller, Get, Param, Post, Query, Req, Res } from "@nestjs/common";
import { instantFromMs, localDate } from "../../../libs/calendar/instants.ts";
import { Visitors } from "../../../libs/http/allowed.ts";
import type { ApiRequest, ApiResponse } from "../../../libs/http/request.ts";
import { WebSettings } from "../../../libs/http/web-settings.ts";
import { Refusal } from "../../../libs/service/refusal.ts";
import { GROUP_COMMANDS } from "../../../libs/service/work-groups/group-commands.ts";
import type { GroupFacts } from "../../../libs/service/work-groups/group-facts.ts";
import { WorkGroups } from "../../../libs/service/work-groups/work-groups.ts";
import { answerPage } from "../answer-page.ts";
import { askedBy, Desk, type Page } from "../desk.ts";
import type { FormField } from "../form-fields.ts";
import { newKey, type FormState } from "../form-page.ts";
import { filledIn } from "../look/templates.ts";
import type { Visitor } from "../visitor.ts";
import { low } from "../words.ts";
import { backTo, cameOf } from "./around-a-group.ts";
import {
  allThere,
  MARK_ALL,
  paperView,
  registerBody,
  registerPage,
  registerTyped,
  unmarked,
  type Away,
} from "./register-page.ts";

const { roles: ROLES } = GROUP_COMMANDS.TakeRegister;
const FIELDS: readonly FormField[] = [{ kind: "date", name: "on", label: "The day it was held", required: true }];

/** A register that is asked for: of which session, and where its form goes. */
interface AskedRegister {
  facts: GroupFacts;
  session: string;
  address: string;
}

@Controller("groups/:id")
export class RegisterController {
  constructor(
    private readonly desk: Desk,
    private readonly groups: WorkGroups,
    private readonly settings: WebSettings,
  ) {}

  @Get("take-register")
  @Visitors()
  async show(
    @Param("id") id: string,
    @Query("session") session: unknown,
    @Req() request: ApiRequest,
    @Res() response: ApiResponse,
  ): Promise<void> {
    const { person, token } = await this.desk.visitor(request, response, ROLES);
    const asked = await this.asked(id, session, { person }, request);
    const before = await this.groups.registerBefore(person.principal, asked.facts, asked.session);
    const typed = registerTyped(asked.facts, this.dayOf(asked), before);
    const { title, body } = this.page(asked, { token, key: newKey(), typed, faults: [] });
    answerPage(response, 200, title, body, person, undefined, backTo(asked.facts));
  }

  @Post("take-register")
  @Visitors()
  async take(
    @Param("id") id: string,
    @Query("session") session: unknown,
    @Req() request: ApiRequest,
    @Res() response: ApiResponse,
  ): Promise<void> {
    const sent = await this.desk.sent(request, response);
    const { visitor, key } = sent;
    const { [MARK_ALL]: marksAll, ...typed } = sent.typed;
    const asked = await this.asked(id, session, visitor, request);
    const { facts } = asked;
    const state = { token: visitor.token, key, typed, faults: [] };
    const unsaid = marksAll === undefined && !sent.cameBack ? unmarked(facts, typed) : [];
    if (marksAll !== undefined || unsaid.length > 0) {
      const again = { ...state, faults: unsaid, typed: marksAll === undefined ? typed : allThere(facts, typed) };
      const { title, body } = this.page(asked, again);
      const around = { ...backTo(facts), faulty: unsaid.length > 0 };
      answerPage(response, unsaid.length > 0 ? 422 : 200, title, body, visitor.person, undefined, around);
      return;
    }
    const body = registerBody(facts, this.away(facts), asked.session, typed);
    await this.desk.settle(response, sent, FIELDS, {
      send: () => this.groups.perform("TakeRegister", id, askedBy(sent, body)),
      then: (answer) => cameOf(id, "TakeRegister", answer),
      again: (faults, next) => this.page(asked, { ...state, key: next, faults }),
    });
  }

  @Get("print-register")
  @Visitors()
  async print(
    @Param("id") id: string,
    @Query("session") session: unknown,
    @Req() request: ApiRequest,
    @Res() response: ApiResponse,
  ): Promise<void> {
    const visitor = await this.desk.visitor(request, response, ROLES);
    const asked = await this.asked(id, session, visitor, request);
    const view = paperView(asked.facts, this.away(asked.facts), asked.session);
    const title = `Register on paper: ${low(asked.session)}`;
    const body = filledIn("groups/paper-register.njk", view);
    answerPage(response, 200, title, body, visitor.person, undefined, backTo(asked.facts));
  }

  /** The register of a session, for somebody who may take it. @throws Refusal `not-found`, `forbidden` */
  private async asked(
    id: string,
    session: unknown,
    { person }: Pick<Visitor, "person">,
    request: ApiRequest,
  ): Promise<AskedRegister> {
    const facts = await this.groups.seen(person.principal, id, request.id);
    if (!ROLES.includes(person.principal.role)) throw new Refusal("forbidden", "Your role may not do this.");
    const held = facts.group.sessions.find(({ code }) => code === session);
    if (held === undefined)
      throw new Refusal("not-found", "There is no such session: choose one on the page of the Work Group.");
    return { facts, session: held.code, address: `/groups/${id}/take-register?session=${held.code}` };
  }

  private page({ facts, session, address }: AskedRegister, state: Omit<FormState, "action">): Page {
    return {
      title: `Register of ${low(session)}`,
      body: registerPage(facts, this.away(facts), session, { ...state, action: address }),
    };
  }

  private away({ group }: GroupFacts): Away {
    return this.settings.catalogue.get(group.prospectus)?.commitments.meetings.absence.value ?? [];
  }

  /** The day a register is most likely of: that of the session, today at the latest. */
  private dayOf({ facts, session }: AskedRegister): string {
    const today = localDate(instantFromMs(this.settings.clock()));
    const on = facts.group.sessions.find(({ code }) => code === session)?.on ?? today;
    return on < today ? on : today;
  }
}

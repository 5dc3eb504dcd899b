// GET /journeys/{id}, and a form of each command below it.

import type { Answer, Looked } from "../../../libs/service/commands/command-sender.ts";
import { Controller, Get, Param, Post, Query, Req, Res } from "@nestjs/common";
import { Visitors } from "../../../libs/http/allowed.ts";
import { bodyDigest } from "../../../libs/service/commands/command-id.ts";
import { JOURNEY_COMMANDS, slugOf, type RoutedCommand } from "../../../libs/service/commands/journey-commands.ts";
import { JourneyCommands } from "../../../libs/service/commands/perform-on-journey.ts";
import { Problem } from "../../../libs/http/problem.ts";
import { Refusal } from "../../../libs/service/refusal.ts";
import type { ApiRequest, ApiResponse } from "../../../libs/http/request.ts";
import { JourneyFacts, type Facts } from "../../../libs/service/journeys/journey-facts.ts";
import type { Principal } from "../../../libs/service/access/principal.ts";
import { Schools } from "../../../libs/service/schools/schools.ts";
import { Watching } from "../../../libs/service/journeys/watching.ts";
import { JourneyPeople } from "../../../libs/service/people/journey-people.ts";
import {
  SCHOOL_PEOPLE_ROLES,
  SchoolPeople,
  type SchoolPersonSeen,
} from "../../../libs/service/people/school-people.ts";
import { answerPage } from "../answer-page.ts";
import { blanksIn, together } from "../faults.ts";
import { askedBy, Desk, type Page, type Sent } from "../desk.ts";
import { allIn, textIn, type FormField, type Typed } from "../form-fields.ts";
import { formOf, newKey, type FormState } from "../form-page.ts";
import { filledIn } from "../look/templates.ts";
import type { Link } from "../navigation.ts";
import { policyFor, SchoolFields } from "../search/school-fields.ts";
import type { Visitor } from "../visitor.ts";
import { BRINGS_PERSON, fieldsOf } from "./action-fields.ts";
import { actionView, confirmView } from "./action-page.ts";
import { ACTION_WORDS } from "./action-words.ts";
import { actionsNow } from "./actions-now.ts";
import { commandOf, saysDone } from "./done.ts";
import { narrowed } from "./hold-fields.ts";
import { bodyOf } from "./record-fields.ts";
import { NotesDesk } from "./notes-desk.ts";
import { togetherWith } from "./application-view.ts";
import { journeyPage } from "./journey-page.ts";
import { wayBack, type WayBack } from "./way-back.ts";

type Query = Readonly<Record<string, unknown>>;

@Controller("journeys/:id")
export class JourneyPageController {
  constructor(
    private readonly desk: Desk,
    private readonly journeys: JourneyFacts,
    private readonly commands: JourneyCommands,
    private readonly people: JourneyPeople,
    private readonly schoolPeople: SchoolPeople,
    private readonly watching: Watching,
    private readonly schools: SchoolFields,
    private readonly register: Schools,
    private readonly notes: NotesDesk,
  ) {}

  @Get()
  @Visitors()
  async page(
    @Param("id") id: string,
    @Query() query: Query,
    @Req() request: ApiRequest,
    @Res() response: ApiResponse,
  ): Promise<void> {
    const visitor = await this.desk.visitor(request, response);
    const { principal } = visitor.person;
    const facts = await this.journeys.seen(principal, id, request.id);
    const watched = await this.watching.has(principal, facts.journey.id);
    const look = {
      watch: watched === null ? null : { on: watched, token: visitor.token },
      principal,
      now: actionsNow(facts, principal),
      texts: await this.journeys.texts(principal, facts),
      schools: await this.beside(principal, facts),
      people: await this.peopleOf(principal, facts),
      notes: await this.notes.shown(visitor, facts),
      done: saysDone(query["done"]),
      query: query as Typed,
    };
    answerPage(response, 200, facts.school, journeyPage(facts, look), visitor.person);
  }

  /** The people of the school with their addresses, for who may put them right: that they are seen is noted with it. */
  private async peopleOf(principal: Principal, { here, journey }: Facts): Promise<SchoolPersonSeen[] | null> {
    const may = here && SCHOOL_PEOPLE_ROLES.includes(principal.role);
    return may ? this.schoolPeople.besideNames(principal, journey.id) : null;
  }

  /** The schools with which it would like to be placed: hardly any names one. */
  private async beside(principal: Principal, facts: Facts): Promise<ReadonlyMap<string, { name: string | null }>> {
    const urns = togetherWith(facts);
    return urns.length === 0 ? new Map() : this.register.named(principal, urns);
  }

  @Get(":action")
  @Visitors()
  async form(
    @Param("id") id: string,
    @Param("action") action: string,
    @Query() query: Query,
    @Req() request: ApiRequest,
    @Res() response: ApiResponse,
  ): Promise<void> {
    const visitor = await this.desk.visitor(request, response);
    const facts = await this.journeys.seen(visitor.person.principal, id, request.id);
    const command = mayFill(action, visitor, facts);
    const fields = narrowed(fieldsOf(command, facts, visitor.person.principal.role), textsIn(query["tells"]));
    const back = wayBack(query["then"], id);
    const state = {
      action: addressOf(facts, command, back),
      token: visitor.token,
      key: newKey(),
      typed: chosen(fields, query),
      faults: [],
    };
    const typed = await this.schools.named(visitor.person.principal, fields, state.typed);
    const { title, body, policy, ...around } = formPage({ facts, command, back, fields }, { ...state, typed });
    answerPage(response, 200, title, body, visitor.person, policy, around);
  }

  @Post(":action")
  @Visitors()
  async perform(
    @Param("id") id: string,
    @Param("action") action: string,
    @Query("then") then: unknown,
    @Req() request: ApiRequest,
    @Res() response: ApiResponse,
  ): Promise<void> {
    const sent = await this.desk.sent(request, response);
    const facts = await this.journeys.of(sent.visitor.person.principal, id);
    const command = mayFill(action, sent.visitor, facts);
    const asks = narrowed(fieldsOf(command, facts, sent.visitor.person.principal.role), allIn(sent.typed, "tells"));
    const asked: AskedForm = { facts, command, back: wayBack(then, id), fields: asks };
    const { fields, back } = asked;
    const state: FormState = {
      action: addressOf(facts, command, back),
      token: sent.visitor.token,
      key: sent.key,
      typed: sent.typed,
      faults: [],
    };
    const again = (said: FormState["faults"], key: string): Page => {
      const faults = said.length === 0 ? said : together(fields, said, blanksIn(fields, sent.typed));
      return formPage(asked, { ...state, key, faults });
    };
    let { typed } = sent;
    const body = async (): Promise<Record<string, unknown>> => {
      typed = await this.schools.meant(sent.visitor.person.principal, fields, typed);
      return bodyOf(fields, typed);
    };
    const seen = Number(textIn(sent.typed, "seen"));
    if (textIn(sent.typed, "change") !== "") {
      const { title, body: shown, policy, ...around } = again([], sent.key);
      answerPage(response, 200, title, shown, sent.visitor.person, policy, around);
    } else if (ACTION_WORDS[command].lookFirst && !(seen > 0)) {
      await this.desk.settle(response, sent, fields, {
        send: async () => this.commands.look(command, facts.journey.id, askedBy(sent, await body())),
        then: (foreseen) => lookPage(asked, { ...state, typed }, foreseen),
        again,
      });
    } else {
      await this.desk.settle(response, sent, fields, {
        send: async () => {
          // A day that nobody chose is no evidence: the service would take today.
          if (dayIsMissing(asked, sent.typed))
            throw new Refusal("invalid", "Say on which day it was.", { errors: NO_DAY });
          return this.send(sent, facts.journey.id, command, { body: await body(), ...(seen > 0 && { seen }) });
        },
        then: () => `${back?.href ?? `/journeys/${facts.journey.id}`}?done=${slugOf(command)}`,
        again,
      });
    }
  }

  /** Sends the command; somebody it brings is made known first, once for this form. */
  private async send(
    sent: Sent,
    journey: string,
    command: RoutedCommand,
    { body, seen }: { body: Record<string, unknown>; seen?: number },
  ): Promise<Answer> {
    const brings = BRINGS_PERSON[command];
    const { contact, ...rest } = body;
    let sends = body;
    // Somebody who is known already is chosen, and not named again.
    if (brings !== undefined && typeof body[brings] === "string") sends = rest;
    else if (brings !== undefined) {
      const key = `${formOf(sent.key)}.${bodyDigest(contact ?? {})}`;
      const { person } = await this.people.add(journey, { ...askedBy(sent, contact ?? {}), key });
      sends = { ...rest, [brings]: person };
    }
    return this.commands.perform(command, journey, { ...askedBy(sent, sends), seen });
  }
}

/** The command of this address, for who may send it. @throws Problem `not-found`, `forbidden` */
function mayFill(slug: string, { person }: Visitor, { here, journey }: Facts): RoutedCommand {
  const command = commandOf(slug);
  // Of a school that is elsewhere a hub has its grants to decide on, and no more.
  const ofGrants = command === "DecideTask" || (command !== null && JOURNEY_COMMANDS[command].group === "Money");
  const own = here || (journey.grants.length > 0 && ofGrants);
  if (command === null || !own) throw new Problem("not-found", "There is no such page.");
  const roles: readonly string[] = JOURNEY_COMMANDS[command].roles;
  if (!roles.includes(person.principal.role)) throw new Problem("forbidden", "Your role may not do this.");
  return command;
}

interface AskedForm {
  facts: Facts;
  command: RoutedCommand;
  back: WayBack | null;
  fields: readonly FormField[];
}

const NO_DAY = [{ pointer: "/on", detail: "on is missing." }];

/** Whether the form asks for a day that the service would do without, and nobody has said one. */
const dayIsMissing = ({ command, fields }: AskedForm, typed: Typed): boolean =>
  ACTION_WORDS[command].asks?.includes("on") === true && blanksIn(fields, typed).some(({ field }) => field === "on");

function formPage({ facts, command, back, fields }: AskedForm, state: FormState): Page {
  const { title } = ACTION_WORDS[command];
  return {
    title,
    body: filledIn("journeys/action.njk", actionView(facts, command, fields, state)),
    policy: policyFor(fields),
    back: wayOf(facts, back),
  };
}

/** What would come of a form, to be confirmed. */
function lookPage({ facts, command, back }: AskedForm, state: FormState, foreseen: Looked): Page {
  const { title } = ACTION_WORDS[command];
  return {
    title,
    body: filledIn("journeys/confirm.njk", confirmView(facts, command, state, foreseen)),
    back: wayOf(facts, back),
  };
}

/** To where one came from; else to the school's page. */
const wayOf = ({ journey, school }: Facts, back: WayBack | null): Link =>
  back === null
    ? { href: `/journeys/${journey.id}`, words: `Back to ${school}` }
    : { href: back.href, words: back.words };

const addressOf = ({ journey }: Facts, command: RoutedCommand, back: WayBack | null): string =>
  `/journeys/${journey.id}/${slugOf(command)}${back === null ? "" : `?then=${back.code}`}`;

const textsIn = (asked: unknown): string[] => [asked].flat().filter((one) => typeof one === "string");

/** What the way here has chosen already (`?commitment=gap-task-1`): never a day, which would be evidence or a debt. */
function chosen(fields: readonly FormField[], query: Query): Typed {
  return Object.fromEntries(
    fields.flatMap((field): [string, string | string[]][] => {
      const asked = query[field.name];
      if (field.kind === "many-of") return [[field.name, textsIn(asked)]];
      if ("choices" in field)
        return typeof asked === "string" && field.choices.some(({ value }) => value === asked)
          ? [[field.name, asked]]
          : [];
      if (field.name === "urn") return typeof asked === "string" && /^\d{6}$/u.test(asked) ? [[field.name, asked]] : [];
      if (field.name === "assignee")
        return typeof asked === "string" && /^[\w./:-]{1,100}$/u.test(asked) ? [[field.name, asked]] : [];
      return [];
    }),
  );
}

// GET /journeys/{id}, and a form of each command below it.

import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { instantFromMs } from '../../../libs/calendar/instants.ts';
import { getText } from '../../../libs/people/people.ts';
import { Visitors } from '../../api/access/roles.ts';
import { ApiSettings } from '../../api/api-settings.ts';
import { bodyDigest } from '../../api/commands/command-id.ts';
import { COMMAND_ROUTES, ROUTED_COMMANDS, slugOf, type RoutedCommand } from '../../api/commands/command-routes.ts';
import type { Answer } from '../../api/commands/command-sender.ts';
import { CommandsController } from '../../api/commands/commands.controller.ts';
import { PeopleController } from '../../api/commands/people.controller.ts';
import { Database } from '../../api/database.ts';
import { Problem } from '../../api/http/problem.ts';
import type { ApiRequest, ApiResponse } from '../../api/http/request.ts';
import { rulesOf } from '../../api/rules.ts';
import { answerPage } from '../answer-page.ts';
import { Desk, type Page, type Sent } from '../desk.ts';
import { bodyFrom, type FormField, type Typed } from '../form-fields.ts';
import { form, formOf, newKey, type FormState } from '../form-page.ts';
import { html } from '../html.ts';
import type { Visitor } from '../session.ts';
import { BRINGS_PERSON, fieldsOf } from './action-fields.ts';
import { ACTION_WORDS } from './action-words.ts';
import { actionsNow } from './actions-now.ts';
import { factsOf, type Facts } from './facts.ts';
import { journeyPage } from './journey-page.ts';
import { storyOf } from './story.ts';

type Query = Readonly<Record<string, unknown>>;

@Controller('journeys/:id')
export class JourneyPageController {
  constructor(private readonly desk: Desk, private readonly database: Database, private readonly settings: ApiSettings) {}

  @Get()
  @Visitors()
  async page(@Param('id') id: string, @Query('done') done: unknown, @Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    const visitor = await this.desk.visitor(request, response);
    const { principal } = visitor.person;
    const { source, facts } = await this.facts(id, visitor);
    const look = { principal, now: actionsNow(facts, principal), texts: await textsFor(source, facts, visitor), done: saysDone(done) };
    answerPage(response, 200, facts.school, journeyPage(facts, look), visitor.person);
  }

  @Get(':action')
  @Visitors()
  async form(@Param('id') id: string, @Param('action') action: string, @Query() query: Query, @Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    const visitor = await this.desk.visitor(request, response);
    const { facts } = await this.facts(id, visitor);
    const command = mayFill(action, visitor);
    const fields = fieldsOf(command, facts);
    const state = { action: addressOf(facts, command), token: visitor.token, key: newKey(), typed: chosen(fields, query, facts), faults: [] };
    const { title, body } = formPage(facts, command, fields, state);
    answerPage(response, 200, title, body, visitor.person);
  }

  @Post(':action')
  @Visitors()
  async perform(@Param('id') id: string, @Param('action') action: string, @Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    const sent = await this.desk.sent(request, response);
    const { facts } = await this.facts(id, sent.visitor);
    const command = mayFill(action, sent.visitor);
    const fields = fieldsOf(command, facts);
    await this.desk.settle(response, sent, fields, {
      send: () => this.send(sent, facts.journey.id, command, bodyFrom(fields, sent.typed)),
      then: () => `/journeys/${facts.journey.id}?done=${slugOf(command)}`,
      again: (faults, key) => formPage(facts, command, fields, { action: addressOf(facts, command), token: sent.visitor.token, key, typed: sent.typed, faults }),
    });
  }

  /** Sends the command by its own route; somebody it brings is made known first, once for this form. */
  private async send({ visitor, request, key }: Sent, journey: string, command: RoutedCommand, body: Record<string, unknown>): Promise<Answer> {
    const brings = BRINGS_PERSON[command];
    const { contact, ...rest } = body;
    let sends = body;
    if (brings !== undefined) {
      const asked = { controller: PeopleController, handler: 'add', body: contact ?? {}, key: `${formOf(key)}.${bodyDigest(contact ?? {})}` };
      const { person } = await this.desk.ask(visitor, request, asked, (people, own) => people.add(journey, own));
      sends = { ...rest, [brings]: person };
    }
    const handler = command.charAt(0).toLowerCase() + command.slice(1);
    return this.desk.ask(visitor, request, { controller: CommandsController, handler, body: sends, key }, (commands, own, answer) => commands.perform(command, journey, own, answer));
  }

  private async facts(id: string, { person }: Visitor): Promise<{ source: DataSource; facts: Facts }> {
    const source = await this.database.open();
    const at = instantFromMs(this.settings.clock());
    return { source, facts: await factsOf(source, id, person.principal, { rules: rulesOf(this.settings), at }) };
  }
}

function commandOf(slug: unknown): RoutedCommand | null {
  return ROUTED_COMMANDS.find((name) => slugOf(name) === slug) ?? null;
}

/** What has just been done, in words: the address says it as a code. */
function saysDone(code: unknown): string | null {
  const command = commandOf(code);
  if (command !== null) return ACTION_WORDS[command].done;
  return code === 'applied' ? 'The application has been sent to the Maths Hub.' : code === 'interested' ? 'The interest is recorded; the Maths Hub knows of it.' : null;
}

/** The command of this address, for who may send it. @throws Problem `not-found`, `forbidden` */
function mayFill(slug: string, { person }: Visitor): RoutedCommand {
  const command = commandOf(slug);
  if (command === null) throw new Problem('not-found', 'There is no such page.');
  const roles: readonly string[] = COMMAND_ROUTES[command].roles;
  if (!roles.includes(person.principal.role)) throw new Problem('forbidden', 'Your role may not do this.');
  return command;
}

function formPage(facts: Facts, command: RoutedCommand, fields: readonly FormField[], state: FormState): Page {
  const { title, button, says, warns } = ACTION_WORDS[command];
  const back = html`<p><a href="/journeys/${facts.journey.id}">Back to ${facts.school}</a></p>`;
  return { title, body: html`<p>${facts.school}, ${facts.journey.phase}.</p>${says === undefined ? null : html`<p>${says}</p>`}${form(fields, state, { button, ...(warns && { warns }) })}${back}` };
}

const addressOf = ({ journey }: Facts, command: RoutedCommand): string => `/journeys/${journey.id}/${slugOf(command)}`;

/** What the way here has chosen already (`?commitment=gap-task-1`), and today for what happened. */
function chosen(fields: readonly FormField[], query: Query, { today }: Facts): Typed {
  return Object.fromEntries(fields.flatMap((field): [string, string][] => {
    const asked = query[field.name];
    if ('choices' in field) return typeof asked === 'string' && field.choices.some(({ value }) => value === asked) ? [[field.name, asked]] : [];
    return field.name === 'on' ? [[field.name, today]] : [];
  }));
}

/** What was written in this journey, by id: all of it for the hub; for others what the hub asked the school, and the school's own words for itself. */
async function textsFor(source: DataSource, { events }: Facts, { person }: Visitor): Promise<Map<string, string>> {
  const { role } = person.principal;
  const hub = role === 'hub-coordinator' || role === 'hub-lead';
  const open = events.filter(({ type }) => hub || (role === 'school-contact' && (type === 'InformationRequested' || type === 'InformationProvided' || type === 'ApplicationSubmitted')));
  const ids = storyOf(open).flatMap(({ textIds }) => textIds);
  const read = await Promise.all(ids.map(async (id): Promise<[string, string][]> => {
    const text = await getText(source, id);
    return text === null ? [] : [[id, text]];
  }));
  return new Map(read.flat());
}

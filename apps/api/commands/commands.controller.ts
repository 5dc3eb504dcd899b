// POST /api/v1/journeys/{id}/{command}: one route for each command of a journey, made from the table in command-routes.ts.

import { Controller, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { COMMAND_FIELDS } from '../../../libs/journey/wire.ts';
import { Roles } from '../access/roles.ts';
import { callerOf, mayNameGroup } from '../access/scope.ts';
import { Database } from '../database.ts';
import { etagOf } from '../http/if-match.ts';
import type { ApiRequest, ApiResponse } from '../http/request.ts';
import { bodySchema, exampleBody } from '../openapi/command-schema.ts';
import { Doc } from '../openapi/doc.ts';
import { JOURNEY_ID } from '../openapi/parameters.ts';
import { COMMAND_ROUTES, ROUTED_COMMANDS, slugOf, type RoutedCommand } from './command-routes.ts';
import { CommandSender, type Answer } from './command-sender.ts';
import { putHeadteacher } from './headteacher.ts';
import { journeyBehind } from './journey-behind.ts';
import { sealOrThrow } from './seal-or-throw.ts';

@Controller('api/v1/journeys/:id')
export class CommandsController {
  constructor(private readonly sender: CommandSender, private readonly database: Database) {}

  /** Sends one command to the journey that goes by `id`. */
  async perform(name: RoutedCommand, id: string, request: ApiRequest, response: ApiResponse): Promise<Answer> {
    const source = await this.database.open();
    const journey = await journeyBehind(source, id, callerOf(request));
    await mayNameGroup(source, callerOf(request), request.body);
    const answer = await this.sender.send(request, {
      name, route: `journeys/${journey}/${slugOf(name)}`,
      prepare: (_source, newId) => {
        const sealed = sealOrThrow(name, request.body, newId);
        const head = name === 'NameHeadteacher' ? sealed.contact : null;
        return { journey, sealed, after: async (source, again) => (head ? putHeadteacher(source, { journey, person: head.id, again }) : undefined) };
      },
    });
    response.setHeader('ETag', etagOf(answer.version));
    return answer;
  }
}

/** Adds the route of one command, as decorators at a written-out method would. */
function addRoute(name: RoutedCommand): void {
  const { roles, group, summary } = COMMAND_ROUTES[name];
  const method = name.charAt(0).toLowerCase() + name.slice(1);
  const prototype = CommandsController.prototype;
  const handler = {
    [method](this: CommandsController, id: string, request: ApiRequest, response: ApiResponse): Promise<Answer> {
      return this.perform(name, id, request, response);
    },
  }[method];
  Object.defineProperty(prototype, method, { value: handler, writable: true, configurable: true });
  const descriptor = Object.getOwnPropertyDescriptor(prototype, method);
  if (!descriptor) throw new Error(`${name} has no handler.`);
  Param('id')(prototype, method, 0);
  Req()(prototype, method, 1);
  Res({ passthrough: true })(prototype, method, 2);
  const required = Object.values(COMMAND_FIELDS[name]).some((field) => field.required);
  const doc = Doc({
    id: method, tag: group, summary, description: `Roles: ${roles.join(', ')}.`, parameters: [JOURNEY_ID],
    body: { schema: bodySchema(COMMAND_FIELDS[name]), example: exampleBody(COMMAND_FIELDS[name]), required },
    answer: 'CommandAnswer', etag: true, command: true, problems: [400, 403, 404, 409, 412, 413, 415, 422, 503],
  });
  for (const decorate of [Post(slugOf(name)), HttpCode(200), Roles(...roles), doc]) decorate(prototype, method, descriptor);
}

ROUTED_COMMANDS.forEach(addRoute);

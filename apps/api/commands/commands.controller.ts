// POST /api/v1/journeys/{id}/{command}: one route for each command of a journey, made from their table
// (libs/service/commands/journey-commands.ts).

import { Controller } from "@nestjs/common";
import { COMMAND_FIELDS } from "../../../libs/journey/wire.ts";
import { askedOf } from "../../../libs/http/asked.ts";
import { etagOf } from "../../../libs/http/if-match.ts";
import type { ApiRequest, ApiResponse } from "../../../libs/http/request.ts";
import {
  JOURNEY_COMMANDS,
  ROUTED_COMMANDS,
  slugOf,
  type RoutedCommand,
} from "../../../libs/service/commands/journey-commands.ts";
import { JourneyCommands } from "../../../libs/service/commands/perform-on-journey.ts";
import { bodySchema, exampleBody } from "../openapi/command-schema.ts";
import { JOURNEY_ID } from "../openapi/parameters.ts";
import { addCommandRoute } from "./add-route.ts";
import { CommandAnswer } from "./command-answer.dto.ts";

@Controller("api/v1/journeys/:id")
export class CommandsController {
  constructor(private readonly commands: JourneyCommands) {}

  /** Sends one command to the journey that goes by `id`; with `?preview=true`, says what would come of it. */
  async perform(name: RoutedCommand, id: string, request: ApiRequest, response: ApiResponse): Promise<CommandAnswer> {
    const answer = await this.commands.perform(name, id, askedOf(request));
    response.setHeader("ETag", etagOf(answer.version));
    return answer;
  }
}

ROUTED_COMMANDS.forEach((name) => {
  const { roles, group, summary } = JOURNEY_COMMANDS[name];
  const fields = COMMAND_FIELDS[name];
  addCommandRoute(CommandsController, name, {
    path: slugOf(name),
    roles,
    doc: {
      id: name.charAt(0).toLowerCase() + name.slice(1),
      tag: group,
      summary,
      description: `Roles: ${roles.join(", ")}.`,
      parameters: [JOURNEY_ID],
      body: {
        schema: bodySchema(fields),
        example: exampleBody(fields),
        required: Object.values(fields).some((field) => field.required),
      },
      answer: CommandAnswer,
    },
  });
});

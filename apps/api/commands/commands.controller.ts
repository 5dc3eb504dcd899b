// POST /api/v1/journeys/{id}/{command}: one route for each command of a journey, made from the table in
// command-routes.ts.

import { Controller } from "@nestjs/common";
import { COMMAND_FIELDS } from "../../../libs/journey/wire.ts";
import { callerOf, mayDecideGrant, mayNameGroup } from "../access/scope.ts";
import { ApiSettings } from "../api-settings.ts";
import { Database } from "../database.ts";
import { etagOf } from "../http/if-match.ts";
import type { ApiRequest, ApiResponse } from "../http/request.ts";
import { bodySchema, exampleBody } from "../openapi/command-schema.ts";
import { JOURNEY_ID, PREVIEW } from "../openapi/parameters.ts";
import { addCommandRoute } from "./add-route.ts";
import { COMMAND_ROUTES, ROUTED_COMMANDS, slugOf, type RoutedCommand } from "./command-routes.ts";
import { CommandSender, type Answer } from "./command-sender.ts";
import { putHeadteacher } from "./headteacher.ts";
import { journeyBehind } from "./journey-behind.ts";
import { foresee, isPreview, type Foreseen } from "./preview.ts";
import { sealOrThrow } from "./seal-or-throw.ts";

@Controller("api/v1/journeys/:id")
export class CommandsController {
  constructor(
    private readonly sender: CommandSender,
    private readonly database: Database,
    private readonly settings: ApiSettings,
  ) {}

  /** Sends one command to the journey that goes by `id`; with `?preview=true`, says what would come of it. */
  async perform(
    name: RoutedCommand,
    id: string,
    request: ApiRequest,
    response: ApiResponse,
  ): Promise<Answer | Foreseen> {
    const source = await this.database.open();
    const journey = await journeyBehind(source, id, callerOf(request));
    await mayNameGroup(source, callerOf(request), request.body);
    if (COMMAND_ROUTES[name].group === "Money") await mayDecideGrant(source, callerOf(request), journey, request.body);
    if (isPreview(request)) {
      const foreseen = await foresee(source, this.settings, request, name, journey);
      response.setHeader("ETag", etagOf(foreseen.version));
      return foreseen;
    }
    const answer = await this.sender.send(request, {
      name,
      route: `journeys/${journey}/${slugOf(name)}`,
      prepare: (_source, newId) => {
        const sealed = sealOrThrow(name, request.body, newId);
        const head = name === "NameHeadteacher" ? sealed.contact : null;
        return {
          journey,
          sealed,
          after: async (source, again) =>
            head ? putHeadteacher(source, { journey, person: head.id, again }) : undefined,
        };
      },
    });
    response.setHeader("ETag", etagOf(answer.version));
    return answer;
  }
}

ROUTED_COMMANDS.forEach((name) => {
  const { roles, group, summary } = COMMAND_ROUTES[name];
  const fields = COMMAND_FIELDS[name];
  addCommandRoute(CommandsController, name, {
    path: slugOf(name),
    roles,
    doc: {
      id: name.charAt(0).toLowerCase() + name.slice(1),
      tag: group,
      summary,
      description: `Roles: ${roles.join(", ")}.`,
      parameters: [JOURNEY_ID, PREVIEW],
      body: {
        schema: bodySchema(fields),
        example: exampleBody(fields),
        required: Object.values(fields).some((field) => field.required),
      },
      answer: "CommandAnswer",
    },
  });
});

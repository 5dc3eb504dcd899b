// POST /api/v1/journeys/{id}/people: a teacher's name and address, before they are nominated. What comes back is an
// opaque id.

import { Controller, HttpCode, Param, Post, Req } from "@nestjs/common";
import { instantFromMs } from "../../../libs/calendar/instants.ts";
import { seal } from "../../../libs/journey/wire.ts";
import { putPerson, type Person } from "../../../libs/people/people.ts";
import { claimCommand } from "../../../libs/store/command-log.ts";
import { Roles } from "../access/roles.ts";
import { callerOf } from "../access/scope.ts";
import { ApiSettings } from "../api-settings.ts";
import { Database } from "../database.ts";
import { Problem } from "../http/problem.ts";
import { headerOf, type ApiRequest } from "../http/request.ts";
import { Doc } from "../openapi/doc.ts";
import { JOURNEY_ID } from "../openapi/parameters.ts";
import { ref } from "../openapi/schema.ts";
import { CONTACT_EXAMPLE } from "../openapi/examples.ts";
import { bodyDigest, commandId, derivedId, idempotencyKey } from "./command-id.ts";
import { sameRequest } from "./command-sender.ts";
import { journeyBehind } from "./journey-behind.ts";

@Controller("api/v1/journeys/:id/people")
export class PeopleController {
  constructor(
    private readonly database: Database,
    private readonly settings: ApiSettings,
  ) {}

  @Post()
  @HttpCode(201)
  @Roles("school-contact", "hub-coordinator", "hub-lead")
  @Doc({
    id: "addPerson",
    tag: "People",
    summary: "Leave a teacher’s name and address; the id that comes back is what nominate-participant takes",
    description:
      "Names and addresses are kept apart from events, which carry this id alone. A participant nominated " +
      "under any other id is not written to.",
    parameters: [JOURNEY_ID],
    body: { schema: ref("Contact"), example: CONTACT_EXAMPLE, required: true },
    answer: "PersonAdded",
    status: 201,
    command: "without If-Match",
    problems: [400, 403, 404, 413, 415, 422, 503],
  })
  async add(@Param("id") id: string, @Req() request: ApiRequest): Promise<{ person: string }> {
    const source = await this.database.open();
    const caller = callerOf(request);
    const journey = await journeyBehind(source, id, caller);
    const command = commandId(
      caller.who,
      `journeys/${journey}/people`,
      idempotencyKey(headerOf(request, "Idempotency-Key")),
    );
    const digest = bodyDigest(request.body);
    const contact = contactFrom(request.body, derivedId(command, digest, "person", "person"));
    sameRequest(
      await claimCommand(source, {
        id: command,
        subject: journey,
        name: "AddPerson",
        bodyDigest: digest,
        principal: caller.who,
        receivedAt: instantFromMs(this.settings.clock()),
      }),
      digest,
    );
    await putPerson(source, contact);
    return { person: contact.id };
  }
}

/** A contact has one shape wherever it is sent: in a command it stands under `contact`, here it is the body itself. */
function contactFrom(body: unknown, id: string): Person {
  const sealed = seal("ExpressInterest", { contact: body }, () => id);
  if ("rejection" in sealed) {
    const errors =
      sealed.rejection.errors?.map(({ pointer, detail }) => ({
        pointer: pointer.replace(/^\/contact/u, ""),
        detail,
      })) ?? [];
    throw new Problem("invalid", sealed.rejection.detail, { errors });
  }
  if (!sealed.contact) throw new Problem("invalid", "Send firstName, lastName and email.");
  return sealed.contact;
}

// What is kept of one person: given out whole, or erased for good.

import { Controller, Get, HttpCode, Param, Post, Req } from "@nestjs/common";
import { IsIn, IsOptional, IsString, Matches, MaxLength } from "class-validator";
import type { DataSource } from "typeorm";
import { instantFromMs } from "../../../libs/calendar/instants.ts";
import { ERASURE_REASONS, type ErasureReason } from "../../../libs/people/erasure-log.ts";
import { erasePerson, type Erased } from "../../../libs/people/erasure.ts";
import { exportPerson, type PersonExport } from "../../../libs/people/export.ts";
import type { Principal } from "../../../libs/config/principal.ts";
import { claimCommand } from "../../../libs/store/command-log.ts";
import { journeysSeen } from "../../../libs/views/journeys/read-journeys.ts";
import { Roles } from "../access/roles.ts";
import { callerOf, withinOf } from "../access/scope.ts";
import { ApiSettings } from "../api-settings.ts";
import { bodyDigest, commandId, idempotencyKey } from "../commands/command-id.ts";
import { sameRequest } from "../commands/command-sender.ts";
import { Database } from "../database.ts";
import { Problem } from "../http/problem.ts";
import { headerOf, type ApiRequest } from "../http/request.ts";
import { validated } from "../http/validated.ts";
import { Doc } from "../openapi/doc.ts";
import { PERSON_ID } from "../openapi/parameters.ts";
import { ref } from "../openapi/schema.ts";

class ErasureBody {
  @IsString()
  @Matches(/\S/u, { message: "reason is missing." })
  @MaxLength(2_000)
  reason: string;

  @IsOptional()
  @IsIn(ERASURE_REASONS)
  reasonCode?: ErasureReason;
}

@Controller("api/v1/people/:id")
export class PersonController {
  constructor(
    private readonly database: Database,
    private readonly settings: ApiSettings,
  ) {}

  @Get("export")
  @Roles("hub-lead", "operator")
  @Doc({
    id: "exportPerson",
    tag: "People",
    summary: "All that is kept under one person’s id",
    description:
      "For the person who asks what is kept of them; a hub sees those who have to do with its own journeys " +
      "alone. After an erasure: when that was, and what history keeps under the opaque id.",
    parameters: [PERSON_ID],
    answer: "PersonExport",
    problems: [403, 404, 503],
  })
  async export(@Param("id") id: string, @Req() request: ApiRequest): Promise<PersonExport> {
    return seenPerson(await this.database.open(), known(id), callerOf(request));
  }

  @Post("erasure")
  @HttpCode(200)
  @Roles("hub-lead", "operator")
  @Doc({
    id: "erasePerson",
    tag: "People",
    summary: "Erase a person: name, address and words can never be read again",
    description:
      "Their key is destroyed. History and money stay as they are, under the opaque id; letters go to who " +
      "comes next. Erased twice is erased once.",
    parameters: [PERSON_ID],
    body: {
      schema: ref("Erasure"),
      example: { reason: "Asked for it by letter", reasonCode: "request" },
      required: true,
    },
    answer: "PersonErased",
    command: "without If-Match",
    problems: [400, 403, 404, 413, 415, 422, 503],
  })
  async erase(@Param("id") id: string, @Req() request: ApiRequest): Promise<Erased> {
    const source = await this.database.open();
    const caller = callerOf(request);
    const { person } = await seenPerson(source, known(id), caller);
    const { reason, reasonCode = "request" } = validated(ErasureBody, request.body);
    const now = instantFromMs(this.settings.clock());
    const digest = bodyDigest(request.body);
    const command = commandId(
      caller.who,
      `people/${person}/erasure`,
      idempotencyKey(headerOf(request, "Idempotency-Key")),
    );
    sameRequest(
      await claimCommand(source, {
        id: command,
        subject: `people/${person}`,
        name: "ErasePerson",
        bodyDigest: digest,
        principal: caller.who,
        receivedAt: now,
      }),
      digest,
    );
    const erased = await erasePerson(source, this.settings.erasureLog, {
      person,
      at: now,
      by: caller.who,
      reason: reasonCode,
      why: reason.trim(),
    });
    if (erased === null) throw noPerson();
    return erased;
  }
}

/**
 * A person as kept, if the caller sees every journey that they have to do with: what is kept of them tells of all of
 * those.
 * @throws Problem `not-found`
 */
async function seenPerson(source: DataSource, person: string, caller: Principal): Promise<PersonExport> {
  const found = await exportPerson(source, person);
  if (found === null) throw noPerson();
  const within = withinOf(caller);
  if (within === null) return found;
  const journeys = [...new Set([...found.roles, ...found.events].map(({ journey }) => journey))];
  const ofHub = journeys.filter((journey) => journey === `hub/${within.hub}`);
  const seen = await journeysSeen(source, journeys, within);
  if (journeys.length === 0 || seen.length + ofHub.length < journeys.length) throw noPerson();
  return found;
}

function known(id: string): string {
  if (!/^[\w.:-]{1,100}$/u.test(id)) throw noPerson();
  return id;
}

function noPerson(): Problem {
  return new Problem("not-found", "Nobody is known by this id. POST /api/v1/journeys/{id}/people answers with one.");
}

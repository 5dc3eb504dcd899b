// What is kept of one person: given out whole, or erased for good.

import { Controller, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import { IsIn, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { instantFromMs } from '../../../libs/calendar/instants.ts';
import { ERASURE_REASONS, type ErasureReason } from '../../../libs/people/erasure-log.ts';
import { erasePerson, type Erased } from '../../../libs/people/erasure.ts';
import { exportPerson, type PersonExport } from '../../../libs/people/export.ts';
import { claimCommand } from '../../../libs/store/command-log.ts';
import { Roles } from '../access/roles.ts';
import { ApiSettings } from '../api-settings.ts';
import { bodyDigest, commandId, idempotencyKey } from '../commands/command-id.ts';
import { callerOf, sameRequest } from '../commands/command-sender.ts';
import { Database } from '../database.ts';
import { Problem } from '../http/problem.ts';
import { headerOf, type ApiRequest } from '../http/request.ts';
import { validated } from '../http/validated.ts';
import { Doc } from '../openapi/doc.ts';
import { PERSON_ID } from '../openapi/parameters.ts';
import { ref } from '../openapi/schema.ts';

class ErasureBody {
  @IsString() @Matches(/\S/u, { message: 'reason is missing.' }) @MaxLength(2_000)
  reason: string;

  @IsOptional() @IsIn(ERASURE_REASONS)
  reasonCode?: ErasureReason;
}

@Controller('api/v1/people/:id')
export class PersonController {
  constructor(private readonly database: Database, private readonly settings: ApiSettings) {}

  @Get('export')
  @Roles('hub-lead', 'operator')
  @Doc({
    id: 'exportPerson', tag: 'People', summary: 'All that is kept under one person’s id',
    description: 'For the person who asks what is kept of them. After an erasure: when that was, and what history keeps under the opaque id.',
    parameters: [PERSON_ID], answer: 'PersonExport', problems: [403, 404, 503],
  })
  async export(@Param('id') id: string): Promise<PersonExport> {
    const found = await exportPerson(await this.database.open(), known(id));
    if (found === null) throw noPerson();
    return found;
  }

  @Post('erasure')
  @HttpCode(200)
  @Roles('hub-lead', 'operator')
  @Doc({
    id: 'erasePerson', tag: 'People', summary: 'Erase a person: name, address and words can never be read again',
    description: 'Their key is destroyed. History and money stay as they are, under the opaque id; letters go to who comes next. Erased twice is erased once.',
    parameters: [PERSON_ID], body: { schema: ref('Erasure'), example: { reason: 'Asked for it by letter', reasonCode: 'request' }, required: true },
    answer: 'PersonErased', command: true, problems: [400, 403, 404, 413, 415, 422, 503],
  })
  async erase(@Param('id') id: string, @Req() request: ApiRequest): Promise<Erased> {
    const { reason, reasonCode = 'request' } = validated(ErasureBody, request.body);
    const source = await this.database.open();
    const person = known(id);
    const caller = callerOf(request);
    const now = instantFromMs(this.settings.clock());
    const digest = bodyDigest(request.body);
    const command = commandId(caller.who, `people/${person}/erasure`, idempotencyKey(headerOf(request, 'Idempotency-Key')));
    sameRequest(await claimCommand(source, {
      id: command, journey: `people/${person}`, name: 'ErasePerson', bodyDigest: digest, principal: caller.who, receivedAt: now,
    }), digest);
    const erased = await erasePerson(source, this.settings.erasureLog, { person, at: now, by: caller.who, reason: reasonCode, why: reason.trim() });
    if (erased === null) throw noPerson();
    return erased;
  }
}

function known(id: string): string {
  if (!/^[\w.:-]{1,100}$/u.test(id)) throw noPerson();
  return id;
}

function noPerson(): Problem {
  return new Problem('not-found', 'Nobody is known by this id. POST /api/v1/journeys/{id}/people answers with one.');
}

import { Controller, Get, HttpCode, Param, Post, Req } from "@nestjs/common";
import { Roles } from "../../../libs/http/allowed.ts";
import { AskedHere, Caller } from "../../../libs/http/parameters.ts";
import type { Principal } from "../../../libs/service/access/principal.ts";
import type { Asked } from "../../../libs/service/commands/asked.ts";
import { ErasureBody, PERSON_ROLES, Persons } from "../../../libs/service/people/persons.ts";
import type { ApiRequest } from "../../../libs/http/request.ts";
import { Doc } from "../openapi/doc.ts";
import { PERSON_ID, PREVIEW } from "../openapi/parameters.ts";
import { PersonErasedAnswer, PersonExportAnswer } from "./person.dto.ts";

@Controller("api/v1/people/:id")
export class PersonController {
  constructor(private readonly persons: Persons) {}

  @Get("export")
  @Roles(...PERSON_ROLES.export)
  @Doc({
    id: "exportPerson",
    tag: "People",
    summary: "All that is kept under one person’s id",
    description:
      "For the person who asks what is kept of them; a hub sees those who have to do with its own journeys " +
      "alone. After an erasure: when that was, and what history keeps under the opaque id.",
    parameters: [PERSON_ID],
    answer: PersonExportAnswer,
    problems: [403, 404, 503],
  })
  export(
    @Caller() caller: Principal,
    @Param("id") id: string,
    @Req() request: ApiRequest,
  ): Promise<PersonExportAnswer> {
    return this.persons.export(caller, id, request.id);
  }

  @Post("erasure")
  @HttpCode(200)
  @Roles(...PERSON_ROLES.erase)
  @Doc({
    id: "erasePerson",
    tag: "People",
    summary: "Erase a person: name, address and words can never be read again",
    description:
      "Their key is destroyed. History and money stay as they are, under the opaque id; letters go to who " +
      "comes next. Erased twice is erased once.",
    parameters: [PERSON_ID, PREVIEW],
    body: ErasureBody,
    answer: PersonErasedAnswer,
    command: "without If-Match",
    problems: [400, 403, 404, 413, 415, 422, 503],
  })
  erase(@Param("id") id: string, @AskedHere() asked: Asked): Promise<PersonErasedAnswer> {
    return this.persons.erase(id, asked);
  }
}

// /api/v1/journeys/{id}/people: who is at the school; and a teacher's name and address, before they are nominated.

import { Controller, Get, HttpCode, Param, Post, Req } from "@nestjs/common";
import { Roles } from "../../../libs/http/allowed.ts";
import { AskedHere, Caller } from "../../../libs/http/parameters.ts";
import type { ApiRequest } from "../../../libs/http/request.ts";
import type { Asked } from "../../../libs/service/commands/asked.ts";
import { JOURNEY_PEOPLE_ROLES, JourneyPeople } from "../../../libs/service/people/journey-people.ts";
import type { Principal } from "../../../libs/service/access/principal.ts";
import { SCHOOL_PEOPLE_ROLES, SchoolPeople } from "../../../libs/service/people/school-people.ts";
import { Doc } from "../openapi/doc.ts";
import { JOURNEY_ID, PREVIEW } from "../openapi/parameters.ts";
import { ContactBody } from "./contact.dto.ts";
import { PersonAddedAnswer } from "./person.dto.ts";
import { SchoolPeopleAnswer } from "./school-people.dto.ts";

@Controller("api/v1/journeys/:id/people")
export class JourneyPeopleController {
  constructor(
    private readonly people: JourneyPeople,
    private readonly known: SchoolPeople,
  ) {}

  @Get()
  @Roles(...SCHOOL_PEOPLE_ROLES)
  @Doc({
    id: "listPeople",
    tag: "People",
    summary: "The people of a school, each in each role, with where they are written to",
    description: "What is wrong is put right by correct-person; letters follow it.",
    parameters: [JOURNEY_ID],
    answer: SchoolPeopleAnswer,
    problems: [403, 404, 503],
  })
  async list(
    @Caller() caller: Principal,
    @Param("id") id: string,
    @Req() request: ApiRequest,
  ): Promise<SchoolPeopleAnswer> {
    return { items: await this.known.ofJourney(caller, id, request.id), next: null };
  }

  @Post()
  @HttpCode(201)
  @Roles(...JOURNEY_PEOPLE_ROLES.add)
  @Doc({
    id: "addPerson",
    tag: "People",
    summary: "Leave a teacher’s name and address; the id that comes back is what nominate-participant takes",
    description:
      "Names and addresses are kept apart from events, which carry this id alone. A participant nominated " +
      "under any other id is not written to.",
    parameters: [JOURNEY_ID, PREVIEW],
    body: ContactBody,
    answer: PersonAddedAnswer,
    status: 201,
    command: "without If-Match",
    problems: [400, 403, 404, 413, 415, 422, 503],
  })
  add(@Param("id") id: string, @AskedHere() asked: Asked): Promise<PersonAddedAnswer> {
    return this.people.add(id, asked);
  }
}

// GET /journeys/{id}/people: who is at a school; GET /contacts: who is at all of the hub's.

import { Controller, Get, Param, Query, Req, Res } from "@nestjs/common";
import { Visitors } from "../../../libs/http/allowed.ts";
import type { ApiRequest, ApiResponse } from "../../../libs/http/request.ts";
import { PERSON_ROLES } from "../../../libs/service/people/persons.ts";
import { SCHOOL_PEOPLE_ROLES, SchoolPeople } from "../../../libs/service/people/school-people.ts";
import { SchoolNames } from "../../../libs/service/schools/school-names.ts";
import { answerPage } from "../answer-page.ts";
import { Desk } from "../desk.ts";
import type { Typed } from "../form-fields.ts";
import { html } from "../html.ts";
import { saysDone } from "../journeys/done.ts";
import { askedIn } from "../lists/list-asked.ts";
import { answerFile } from "../lists/list-file.ts";
import { listPage } from "../lists/list-view.ts";
import { doneBanner } from "../look/parts.ts";
import { filledIn } from "../look/templates.ts";
import { hubInWords } from "../words.ts";
import { BESIDE_CONTACTS, CONTACTS, contactsAsked } from "./contacts-list.ts";
import { peopleView } from "./people-page.ts";

@Controller("journeys/:id/people")
export class JourneyPeoplePageController {
  constructor(
    private readonly desk: Desk,
    private readonly people: SchoolPeople,
    private readonly names: SchoolNames,
  ) {}

  @Get()
  @Visitors()
  async page(
    @Param("id") id: string,
    @Query("done") done: unknown,
    @Req() request: ApiRequest,
    @Res() response: ApiResponse,
  ): Promise<void> {
    const { person } = await this.desk.visitor(request, response, SCHOOL_PEOPLE_ROLES);
    const people = await this.people.ofJourney(person.principal, id, request.id);
    const school = (await this.names.of([{ journey: id }])).get(id) ?? "the school";
    const keeps = PERSON_ROLES.export.some((role) => role === person.principal.role);
    const view = peopleView(people, { journey: id, school, done: saysDone(done), keeps });
    answerPage(response, 200, `People of ${school}`, filledIn("people/people.njk", view), person);
  }
}

@Controller("contacts")
export class ContactsPageController {
  constructor(
    private readonly desk: Desk,
    private readonly people: SchoolPeople,
  ) {}

  @Get()
  @Visitors()
  async page(@Query() query: Typed, @Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    const { person } = await this.desk.visitor(request, response, SCHOOL_PEOPLE_ROLES);
    const asked = askedIn(query, CONTACTS);
    const { which, order } = contactsAsked(asked);
    const found = await this.people.page(person.principal, which, order, request.id);
    const body = html`${doneBanner(saysDone(query["done"]))}${listPage(found, asked, CONTACTS)}${BESIDE_CONTACTS}`;
    answerPage(response, 200, `Contacts at schools of ${hubInWords(person.principal.hub ?? "")}`, body, person);
  }

  @Get("contacts.csv")
  @Visitors()
  async file(@Query() query: Typed, @Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    const { person } = await this.desk.visitor(request, response, SCHOOL_PEOPLE_ROLES);
    const { principal } = person;
    const { which } = contactsAsked(askedIn(query, CONTACTS));
    answerFile(response, "contacts", await this.people.file(principal, principal.hub ?? "", which, request.id));
  }
}

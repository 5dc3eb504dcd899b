// GET /journeys/{id}/people: who is at a school; GET /contacts: who is at all of the hub's.

import { Controller, Get, Param, Query, Req, Res } from "@nestjs/common";
import { Visitors } from "../../../libs/http/allowed.ts";
import type { ApiRequest, ApiResponse } from "../../../libs/http/request.ts";
import { PEOPLE_AFTER, SCHOOL_PEOPLE_ROLES, SchoolPeople } from "../../../libs/service/people/school-people.ts";
import { SchoolNames } from "../../../libs/service/schools/school-names.ts";
import { answerPage } from "../answer-page.ts";
import { Desk } from "../desk.ts";
import { textIn, type Typed } from "../form-fields.ts";
import { saysDone } from "../journeys/done.ts";
import { afterIn } from "../next-page.ts";
import { filledIn } from "../look/templates.ts";
import { hubInWords } from "../words.ts";
import { contactsView, PEOPLE_ROLES, peopleView } from "./people-page.ts";

const A_PAGE = 100;
const MOST_Q = 100;

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
    const people = await this.people.ofJourney(person.principal, id);
    const school = (await this.names.of([{ journey: id }])).get(id) ?? "the school";
    const view = peopleView(people, { journey: id, school, done: saysDone(done) });
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
    const hub = person.principal.hub ?? "";
    const show = shown(query);
    const asked = { ...askedIn(show), ...afterIn(query["after"], PEOPLE_AFTER), limit: A_PAGE };
    const { items, next } = await this.people.ofHub(person.principal, hub, asked);
    const view = contactsView(items, { show, next, done: saysDone(query["done"]) });
    answerPage(
      response,
      200,
      `Contacts at schools of ${hubInWords(hub)}`,
      filledIn("people/contacts.njk", view),
      person,
    );
  }

  @Get("contacts.csv")
  @Visitors()
  async file(@Query() query: Typed, @Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    const { person } = await this.desk.visitor(request, response, SCHOOL_PEOPLE_ROLES);
    const { principal } = person;
    const csv = await this.people.file(principal, principal.hub ?? "", askedIn(shown(query)), request.id);
    response
      .writeHead(200, {
        "Content-Type": "text/csv; charset=utf-8",
        "Content-Disposition": 'attachment; filename="contacts.csv"',
      })
      .end(csv);
  }
}

/** What is asked for, as it was typed. */
function shown(query: Typed): { q: string; role: string } {
  const role = textIn(query, "role");
  return { q: textIn(query, "q").trim().slice(0, MOST_Q), role: PEOPLE_ROLES.includes(role) ? role : "" };
}

const askedIn = ({ q, role }: { q: string; role: string }): { q?: string; role?: string } => ({
  ...(q !== "" && { q }),
  ...(role !== "" && { role }),
});

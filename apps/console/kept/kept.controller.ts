// GET /people/{id}: what is kept of somebody; /people/{id}/kept.json: all of it as a file; GET and POST
// /people/{id}/erase: erase them, looked at first.

import { Controller, Get, Param, Post, Req, Res } from "@nestjs/common";
import { Visitors } from "../../../libs/http/allowed.ts";
import type { ApiRequest, ApiResponse } from "../../../libs/http/request.ts";
import { PERSON_ROLES, Persons } from "../../../libs/service/people/persons.ts";
import { SchoolNames } from "../../../libs/service/schools/school-names.ts";
import { answerPage } from "../answer-page.ts";
import { askedBy, Desk, type Page } from "../desk.ts";
import { bodyFrom, textIn } from "../form-fields.ts";
import { carried, newKey, type FormState } from "../form-page.ts";
import { filledIn } from "../look/templates.ts";
import { calledIn, ERASE_FIELDS, eraseView, keptView } from "./kept-page.ts";

@Controller("people/:id")
export class KeptPageController {
  constructor(
    private readonly desk: Desk,
    private readonly persons: Persons,
    private readonly names: SchoolNames,
  ) {}

  @Get()
  @Visitors()
  async show(@Param("id") id: string, @Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    const { person, called: groups } = await this.desk.visitor(request, response, PERSON_ROLES.export);
    const kept = await this.persons.export(person.principal, id, request.id);
    const journeys = kept.roles.filter(({ journey }) => !journey.includes("/"));
    const view = keptView(kept, { schools: await this.names.of(journeys), groups });
    // Whoever is of no hub came from elsewhere.
    const around = person.principal.hub === null ? {} : { back: { href: "/contacts", words: "To all contacts" } };
    const title = `What is kept of ${calledIn(kept)}`;
    answerPage(response, 200, title, filledIn("kept/kept.njk", view), person, undefined, around);
  }

  @Get("kept.json")
  @Visitors()
  async file(@Param("id") id: string, @Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    const { person } = await this.desk.visitor(request, response, PERSON_ROLES.export);
    const kept = await this.persons.export(person.principal, id, request.id);
    response
      .writeHead(200, {
        "Content-Type": "application/json; charset=utf-8",
        "Content-Disposition": 'attachment; filename="what-is-kept.json"',
        "Cache-Control": "no-store",
      })
      .end(JSON.stringify(kept, null, 2));
  }

  @Get("erase")
  @Visitors()
  async ask(@Param("id") id: string, @Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    const { person, token } = await this.desk.visitor(request, response, PERSON_ROLES.erase);
    const kept = await this.persons.export(person.principal, id, request.id);
    const state = { action: `/people/${kept.person}/erase`, token, key: newKey(), typed: {}, faults: [] };
    const { title, body, ...around } = page(calledIn(kept), kept.person, [], state);
    answerPage(response, 200, title, body, person, undefined, around);
  }

  @Post("erase")
  @Visitors()
  async erase(@Param("id") id: string, @Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    const sent = await this.desk.sent(request, response);
    const { visitor, typed, key } = sent;
    const kept = await this.persons.export(visitor.person.principal, id, request.id);
    const name = calledIn(kept);
    const state = { action: `/people/${kept.person}/erase`, token: visitor.token, typed };
    const looks = textIn(typed, "confirm") !== "yes";
    await this.desk.settle(response, sent, ERASE_FIELDS, {
      send: () => this.persons.erase(id, askedBy(sent, bodyFrom(ERASE_FIELDS, typed), looks)),
      then: ({ consequences = [] }) =>
        looks
          ? page(
              name,
              kept.person,
              consequences.map(({ what }) => what),
              { ...state, key, faults: [] },
            )
          : `/people/${kept.person}`,
      again: (faults, next) => page(name, kept.person, [], { ...state, key: next, faults }),
    });
  }
}

/** `follows`: what would go, once it was looked at. */
function page(name: string, person: string, follows: readonly string[], state: FormState): Page {
  const carries = follows.length === 0 ? null : carried({ reason: state.typed["reason"], confirm: "yes" });
  return {
    title: `Erase ${name}`,
    body: filledIn("kept/erase.njk", eraseView(name, follows, state, carries)),
    back: { href: `/people/${person}`, words: `Back to what is kept of ${name}` },
  };
}

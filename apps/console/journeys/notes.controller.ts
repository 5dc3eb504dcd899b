// GET and POST /journeys/{id}/notes: the form of a note; POST …/{note}/followed-up: its button on the school's page.

import { Controller, Get, Param, Post, Req, Res } from "@nestjs/common";
import { Visitors } from "../../../libs/http/allowed.ts";
import type { ApiRequest, ApiResponse } from "../../../libs/http/request.ts";
import { JourneyFacts } from "../../../libs/service/journeys/journey-facts.ts";
import { NOTE_ROLES, Notes } from "../../../libs/service/journeys/notes.ts";
import { Problem } from "../../../libs/http/problem.ts";
import { answerPage } from "../answer-page.ts";
import { askedBy, Desk, type Page } from "../desk.ts";
import { bodyFrom } from "../form-fields.ts";
import { newForm, type FormState } from "../form-page.ts";
import { formShown } from "../form-view.ts";
import type { Visitor } from "../visitor.ts";
import { NOTE_FIELDS } from "./notes-page.ts";

@Controller("journeys/:id/notes")
export class NotesPageController {
  constructor(
    private readonly desk: Desk,
    private readonly journeys: JourneyFacts,
    private readonly notes: Notes,
  ) {}

  @Get()
  @Visitors()
  async form(@Param("id") id: string, @Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    const visitor = await this.desk.visitor(request, response, NOTE_ROLES);
    const about = await this.about(visitor, id);
    const { title, body, ...around } = formPage(about, newForm(visitor.token));
    answerPage(response, 200, title, body, visitor.person, undefined, around);
  }

  @Post()
  @Visitors()
  async write(@Param("id") id: string, @Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    const sent = await this.desk.sent(request, response);
    const { visitor, typed } = sent;
    const about = await this.about(visitor, id);
    await this.desk.settle(response, sent, NOTE_FIELDS, {
      send: () => this.notes.write(about.journey, askedBy(sent, bodyFrom(NOTE_FIELDS, typed))),
      then: () => `/journeys/${about.journey}?done=noted#part-notes`,
      again: (faults, key) => formPage(about, { token: visitor.token, key, typed, faults }),
    });
  }

  @Post(":note/followed-up")
  @Visitors()
  async followUp(
    @Param("id") id: string,
    @Param("note") note: string,
    @Req() request: ApiRequest,
    @Res() response: ApiResponse,
  ): Promise<void> {
    const sent = await this.desk.sent(request, response);
    const { journey } = await this.about(sent.visitor, id);
    await this.notes.followUp(journey, note, askedBy(sent, {}));
    response.writeHead(303, { Location: `/journeys/${journey}?done=followed-up#part-notes` }).end();
  }

  /** The school that is meant. @throws Problem `not-found` where it is elsewhere */
  private async about({ person }: Visitor, id: string): Promise<About> {
    const { here, journey, school } = await this.journeys.of(person.principal, id);
    if (!here) throw new Problem("not-found", "There is no such page.");
    return { journey: journey.id, school };
  }
}

interface About {
  journey: string;
  school: string;
}

function formPage({ journey, school }: About, state: Omit<FormState, "action">): Page {
  const form = { ...state, action: `/journeys/${journey}/notes` };
  return {
    title: `Write a note about ${school}`,
    body: formShown(NOTE_FIELDS, form, { button: "Keep the note" }),
    back: { href: `/journeys/${journey}#part-notes`, words: `Back to ${school}` },
  };
}

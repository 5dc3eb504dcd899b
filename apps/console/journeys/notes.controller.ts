// GET and POST /journeys/{id}/notes: the form of a note; …/{note}/amend: that of its change; …/{note}/withdraw: before it
// is taken back; POST …/{note}/followed-up: its button on the school's page.

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
import { html } from "../html.ts";
import { formShown } from "../form-view.ts";
import type { Visitor } from "../visitor.ts";
import { beforeWithdrawal, NOTE_FIELDS } from "./notes-page.ts";

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
    this.answer(response, visitor, formPage(await this.about(visitor, id), newForm(visitor.token)));
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

  @Get(":note/amend")
  @Visitors()
  async amendForm(
    @Param("id") id: string,
    @Param("note") note: string,
    @Req() request: ApiRequest,
    @Res() response: ApiResponse,
  ): Promise<void> {
    const visitor = await this.desk.visitor(request, response, NOTE_ROLES);
    const about = await this.about(visitor, id);
    const { text, followUpOn } = await this.notes.one(visitor.person.principal, about.journey, note);
    const typed = { text, followUpOn: followUpOn ?? "" };
    this.answer(response, visitor, changePage(about, note, { ...newForm(visitor.token), typed }));
  }

  @Post(":note/amend")
  @Visitors()
  async amend(
    @Param("id") id: string,
    @Param("note") note: string,
    @Req() request: ApiRequest,
    @Res() response: ApiResponse,
  ): Promise<void> {
    const sent = await this.desk.sent(request, response);
    const { visitor, typed } = sent;
    const about = await this.about(visitor, id);
    await this.desk.settle(response, sent, NOTE_FIELDS, {
      send: () => this.notes.amend(about.journey, note, askedBy(sent, bodyFrom(NOTE_FIELDS, typed))),
      then: () => `/journeys/${about.journey}?done=note-changed#part-notes`,
      again: (faults, key) => changePage(about, note, { token: visitor.token, key, typed, faults }),
    });
  }

  @Get(":note/withdraw")
  @Visitors()
  async withdrawForm(
    @Param("id") id: string,
    @Param("note") note: string,
    @Req() request: ApiRequest,
    @Res() response: ApiResponse,
  ): Promise<void> {
    const visitor = await this.desk.visitor(request, response, NOTE_ROLES);
    const about = await this.about(visitor, id);
    this.answer(response, visitor, await this.withdrawal(visitor, about, note, newForm(visitor.token)));
  }

  @Post(":note/withdraw")
  @Visitors()
  async withdraw(
    @Param("id") id: string,
    @Param("note") note: string,
    @Req() request: ApiRequest,
    @Res() response: ApiResponse,
  ): Promise<void> {
    const sent = await this.desk.sent(request, response);
    const { visitor, typed } = sent;
    const about = await this.about(visitor, id);
    await this.desk.settle(response, sent, [], {
      send: () => this.notes.withdraw(about.journey, note, askedBy(sent, {})),
      then: () => `/journeys/${about.journey}?done=note-taken-back#part-notes`,
      again: (faults, key) => this.withdrawal(visitor, about, note, { token: visitor.token, key, typed, faults }),
    });
  }

  /** The note as it is before it is taken back, and the button. @throws Refusal `not-found` */
  private async withdrawal(
    { person }: Visitor,
    about: About,
    note: string,
    state: Omit<FormState, "action">,
  ): Promise<Page> {
    const before = beforeWithdrawal(await this.notes.one(person.principal, about.journey, note));
    const form = { ...state, action: `/journeys/${about.journey}/notes/${note}/withdraw` };
    const title = `Take back a note about ${about.school}`;
    return {
      ...pageOf(about, title),
      body: html`${before}${formShown([], form, { button: "Take it back", warns: true })}`,
    };
  }

  private answer(response: ApiResponse, { person }: Visitor, { title, body, ...around }: Page): void {
    answerPage(response, 200, title, body, person, undefined, around);
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

/** A page about a school, and the way back to its notes. */
const pageOf = ({ journey, school }: About, title: string): Pick<Page, "title" | "back"> => ({
  title,
  back: { href: `/journeys/${journey}#part-notes`, words: `Back to ${school}` },
});

function formPage(about: About, state: Omit<FormState, "action">): Page {
  const form = { ...state, action: `/journeys/${about.journey}/notes` };
  const body = formShown(NOTE_FIELDS, form, { button: "Keep the note" });
  return { ...pageOf(about, `Write a note about ${about.school}`), body };
}

function changePage(about: About, note: string, state: Omit<FormState, "action">): Page {
  const form = { ...state, action: `/journeys/${about.journey}/notes/${note}/amend` };
  const says = html`<p class="govuk-body">What the note said before is kept nowhere.</p>`;
  const body = html`${says}${formShown(NOTE_FIELDS, form, { button: "Keep the change" })}`;
  return { ...pageOf(about, `Change a note about ${about.school}`), body };
}

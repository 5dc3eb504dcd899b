// /api/v1/journeys/{id}/notes: what a hub notes about a school, for itself.

import { Controller, Get, HttpCode, Param, Post } from "@nestjs/common";
import { Roles } from "../../../libs/http/allowed.ts";
import { AskedHere, Caller } from "../../../libs/http/parameters.ts";
import type { Principal } from "../../../libs/service/access/principal.ts";
import type { Asked } from "../../../libs/service/commands/asked.ts";
import type { Foreseen } from "../../../libs/service/commands/foreseen.ts";
import {
  NOTE_ROLES,
  NoteBody,
  Notes,
  type JourneyNote,
  type NoteWithdrawn,
} from "../../../libs/service/journeys/notes.ts";
import { Doc } from "../openapi/doc.ts";
import { JOURNEY_ID, NOTE_ID, PREVIEW } from "../openapi/parameters.ts";
import { NoteAnswer, NotePageAnswer, NoteWithdrawnAnswer } from "./notes.dto.ts";

@Controller("api/v1/journeys/:id/notes")
export class NotesController {
  constructor(private readonly notes: Notes) {}

  @Get()
  @Roles(...NOTE_ROLES)
  @Doc({
    id: "listNotes",
    tag: "Journeys",
    summary: "Your hub’s own notes about a school, the latest first",
    description:
      "No other hub reads them, nor the school; they stay with your hub where the school moves. Notes that were " +
      "taken back, or whose words were erased, are not listed. At most 500.",
    parameters: [JOURNEY_ID],
    answer: NotePageAnswer,
    problems: [403, 404, 503],
  })
  async list(@Caller() caller: Principal, @Param("id") id: string): Promise<NotePageAnswer> {
    return { items: await this.notes.list(caller, id), next: null };
  }

  @Post()
  @HttpCode(201)
  @Roles(...NOTE_ROLES)
  @Doc({
    id: "writeNote",
    tag: "Journeys",
    summary: "Write a note about a school that is at your hub",
    description:
      "Sealed as what else is written about the school, and erased with it. With a `followUpOn` it stands on your " +
      "hub’s first page from that day on, until somebody says that it was followed up. Nothing of it stands in " +
      "the journey’s events.",
    parameters: [JOURNEY_ID, PREVIEW],
    body: NoteBody,
    answer: NoteAnswer,
    status: 201,
    command: "without If-Match",
    problems: [400, 403, 404, 413, 415, 422, 503],
  })
  write(@Param("id") id: string, @AskedHere() asked: Asked): Promise<JourneyNote & Partial<Foreseen>> {
    return this.notes.write(id, asked);
  }

  @Post(":note/amend")
  @HttpCode(200)
  @Roles(...NOTE_ROLES)
  @Doc({
    id: "amendNote",
    tag: "Journeys",
    summary: "Say a note in other words, with a day to follow it up or none",
    description:
      "Whoever of your hub wrote it. The body is the note as it is to be: without a `followUpOn` it has no day any " +
      "more; a day that it has may stay, also when it is over, and with another one it waits anew. What it said " +
      "before is kept nowhere; by whom and when it was changed stands with it.",
    parameters: [JOURNEY_ID, NOTE_ID, PREVIEW],
    body: NoteBody,
    answer: NoteAnswer,
    command: "without If-Match",
    problems: [400, 403, 404, 413, 415, 422, 503],
  })
  amend(
    @Param("id") id: string,
    @Param("note") note: string,
    @AskedHere() asked: Asked,
  ): Promise<JourneyNote & Partial<Foreseen>> {
    return this.notes.amend(id, note, asked);
  }

  @Post(":note/withdraw")
  @HttpCode(200)
  @Roles(...NOTE_ROLES)
  @Doc({
    id: "withdrawNote",
    tag: "Journeys",
    summary: "Take a note back: it is gone",
    description:
      "Whoever of your hub wrote it. It needs no body. What the note said is kept nowhere; that it was taken back is " +
      "a security event. Said again, it changes nothing: who said so first stands there.",
    parameters: [JOURNEY_ID, NOTE_ID, PREVIEW],
    answer: NoteWithdrawnAnswer,
    command: "without If-Match",
    problems: [400, 403, 404, 413, 415, 422, 503],
  })
  withdraw(
    @Param("id") id: string,
    @Param("note") note: string,
    @AskedHere() asked: Asked,
  ): Promise<NoteWithdrawn & Partial<Foreseen>> {
    return this.notes.withdraw(id, note, asked);
  }

  @Post(":note/followed-up")
  @HttpCode(200)
  @Roles(...NOTE_ROLES)
  @Doc({
    id: "followUpNote",
    tag: "Journeys",
    summary: "Say that a note was followed up",
    description: "It needs no body. Whoever says so first stands there; said again, it changes nothing.",
    parameters: [JOURNEY_ID, NOTE_ID, PREVIEW],
    answer: NoteAnswer,
    command: "without If-Match",
    problems: [400, 403, 404, 409, 413, 415, 422, 503],
  })
  followUp(
    @Param("id") id: string,
    @Param("note") note: string,
    @AskedHere() asked: Asked,
  ): Promise<JourneyNote & Partial<Foreseen>> {
    return this.notes.followUp(id, note, asked);
  }
}

// The notes of a hub on a school's page, for those who read them.

import { Injectable } from "@nestjs/common";
import { HubStaff, STAFF_ROLES } from "../../../libs/service/hubs/staff.ts";
import type { Facts } from "../../../libs/service/journeys/journey-facts.ts";
import { NOTE_ROLES, Notes } from "../../../libs/service/journeys/notes.ts";
import { newKey } from "../form-page.ts";
import type { Html } from "../html.ts";
import { filledIn } from "../look/templates.ts";
import type { Visitor } from "../visitor.ts";
import { notesView } from "./notes-page.ts";

@Injectable()
export class NotesDesk {
  constructor(
    private readonly notes: Notes,
    private readonly staff: HubStaff,
  ) {}

  /** The notes as they are shown; null for whom they are not, and where a school that is elsewhere has none. */
  async shown({ person, token }: Visitor, { journey, here, today }: Facts): Promise<Html | null> {
    const { principal } = person;
    if (!NOTE_ROLES.some((role) => role === principal.role)) return null;
    const notes = await this.notes.list(principal, journey.id);
    if (!here && notes.length === 0) return null;
    const byName = STAFF_ROLES.read.some((role) => role === principal.role);
    const called = byName ? await this.staff.called(principal) : null;
    const look = { journey: journey.id, here, today, called, token, newKey };
    return filledIn("journeys/notes.njk", notesView(notes, look));
  }
}

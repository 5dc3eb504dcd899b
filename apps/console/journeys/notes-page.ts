// What a hub noted about a school, as it stands on the school's page; and what the form of a note asks.

import { dateWithWeekday } from "../../../libs/calendar/long-dates.ts";
import type { LocalDate } from "../../../libs/calendar/instants.ts";
import type { JourneyNote } from "../../../libs/service/journeys/notes.ts";
import type { FormField } from "../form-fields.ts";
import { hidden } from "../form-page.ts";
import { html, type Html } from "../html.ts";
import { inWords, low, moment } from "../words.ts";

/** What template notes.njk is filled with. `write`: where one is written; null where the school has left. */
export interface NotesView {
  write: string | null;
  notes: readonly NoteShown[];
}

/**
 * `changed`: by whom and when it was written better; `day`: on which it is, was or was to be followed up; `done`: what
 * its button sends, null where it has none; `change`, `takeBack`: where that is done, null where the school has left.
 */
interface NoteShown {
  id: string;
  when: string;
  by: string;
  lines: readonly string[];
  changed: string | null;
  day: string | null;
  late: boolean;
  done: { action: string; hidden: Html } | null;
  change: string | null;
  takeBack: string | null;
}

export const NOTE_FIELDS: readonly FormField[] = [
  {
    kind: "words",
    name: "text",
    label: "Note",
    hint: "Your own hub reads it, and nobody else: neither the school, nor a hub to which it moves.",
    required: true,
    blank: "Write the note",
  },
  {
    kind: "date",
    name: "followUpOn",
    label: "Follow up on",
    hint: "If somebody is to come back to it. From that day on it stands on your hub’s first page.",
    required: false,
  },
];

/** What a page knows beside the notes. `called`: by name who is of the hub; null where their roles are all there is. */
export interface NotesLook {
  journey: string;
  here: boolean;
  today: LocalDate;
  called: ((id: string) => string) | null;
  token: string;
  newKey: () => string;
}

/** The view model. */
export function notesView(notes: readonly JourneyNote[], look: NotesLook): NotesView {
  const page = `/journeys/${look.journey}/notes`;
  const byWhom = ({ who, role }: JourneyNote["by"]): string => look.called?.(who) ?? inWords(role);
  // Within a sentence: neither `You` nor a role is a name.
  const byInside = ({ who, role }: JourneyNote["by"]): string => {
    const name = look.called?.(who) ?? low(role);
    return name === "You" ? "you" : name;
  };
  return {
    write: look.here ? page : null,
    notes: notes.map(({ id, at, by, text, followUpOn, followedUp, changed }) => ({
      id,
      when: moment(at),
      by: byWhom(by),
      lines: linesOf(text),
      changed: changed && `Changed by ${byInside(changed.by)} on ${moment(changed.at)}`,
      day:
        followedUp === null
          ? followUpOn && `To be followed up on ${dateWithWeekday(followUpOn)}`
          : `Followed up on ${moment(followedUp.at)}, by ${byInside(followedUp.by)}`,
      late: followedUp === null && followUpOn !== null && followUpOn < look.today,
      done:
        look.here && followUpOn !== null && followedUp === null
          ? { action: `${page}/${id}/followed-up`, hidden: hidden({ token: look.token, key: look.newKey() }) }
          : null,
      change: look.here ? `${page}/${id}/amend` : null,
      takeBack: look.here ? `${page}/${id}/withdraw` : null,
    })),
  };
}

const linesOf = (text: string): string[] => text.split(/\r?\n/u).filter((line) => line.trim() !== "");

/** A note before it is taken back: what it says, and that nothing of that is kept. */
export const beforeWithdrawal = ({ text }: Pick<JourneyNote, "text">): Html =>
  html`${insetText(linesOf(text))}<p class="govuk-body">What it says is kept nowhere once it is taken back, and nobody
can bring it back. Your hub no longer comes back to it.</p>`;

const insetText = (lines: readonly string[]): Html =>
  html`<div class="govuk-inset-text">${lines.map((line) => html`<p class="govuk-body">${line}</p>`)}</div>`;

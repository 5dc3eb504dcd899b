// The list of notes that a hub is to come back to: by what it is narrowed, in what orders it stands, its columns. What
// a note says is on its school's page alone, and there is no file of it.

import { dateWithWeekday } from "../../../libs/calendar/long-dates.ts";
import { localDate, type LocalDate } from "../../../libs/calendar/instants.ts";
import {
  FOLLOW_UP_SORTS,
  type FollowUp,
  type FollowUpsAsked,
  type FollowUpsDue,
} from "../../../libs/service/journeys/follow-ups.ts";
import { html, type Html } from "../html.ts";
import type { ListAsked } from "../lists/list-asked.ts";
import type { ListSpec } from "../lists/list-view.ts";
import { tag } from "../look/parts.ts";
import { day, inWords } from "../words.ts";

const DUE: Readonly<Record<FollowUpsDue, string>> = {
  now: "By today",
  late: "Before today: overdue",
  today: "Today",
  later: "Later",
};

/** What a page knows beside the notes. `called`: by name who is of the hub; null where their roles are all there is. */
export interface FollowUpsLook {
  today: LocalDate;
  called: ((id: string) => string) | null;
}

/** What the list is, for somebody. */
export function followUpsList({ today, called }: FollowUpsLook): ListSpec<FollowUp> {
  return {
    base: "/follow-ups",
    filters: [
      {
        kind: "choice",
        name: "due",
        label: "To be followed up",
        any: "Whenever",
        choices: Object.entries(DUE).map(([value, words]) => ({ value, words })),
      },
      {
        kind: "choice",
        name: "whose",
        label: "Written by",
        any: "Anybody",
        choices: [
          { value: "me", words: "You" },
          { value: "others", words: "Somebody else" },
        ],
      },
    ],
    sorts: FOLLOW_UP_SORTS,
    noun: ["note", "notes"],
    caption: "Notes to follow up, with the school that each is about",
    empty: "No note waits to be followed up.",
    columns: [
      { head: "School", sort: "school", cell: schoolCell },
      { head: "To be followed up on", sort: "due", cell: ({ on }) => dayCell(on, today) },
      { head: "Written on", sort: "written", cell: ({ at }) => day(localDate(at)) },
      { head: "By", cell: ({ by, own }) => (own ? "You" : (called?.(by.who) ?? inWords(by.role))) },
    ],
    file: null,
  };
}

/** What the list asks of the service. */
export const followUpsAsked = ({ filters: { due, whose } }: Pick<ListAsked, "filters">): FollowUpsAsked => ({
  due: due as FollowUpsAsked["due"],
  whose: whose as FollowUpsAsked["whose"],
});

const schoolCell = ({ journey, school, urn }: FollowUp): Html =>
  html`<a class="govuk-link" href="/journeys/${journey}#part-notes">${school ?? `School ${urn}`}</a>`;

const dayCell = (on: LocalDate, today: LocalDate): Html =>
  html`${on < today ? html`${tag("Late", "late")} ` : ""}${dateWithWeekday(on)}`;

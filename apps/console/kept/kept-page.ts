// What is kept of one person: who they are, where they stand, how much there is; and the form by which they are erased.

import { nameOf } from "../../../libs/journey/contact.ts";
import type { PersonKept } from "../../../libs/service/people/persons.ts";
import type { FormField } from "../form-fields.ts";
import type { FormState } from "../form-page.ts";
import { formView, type FormView } from "../form-view.ts";
import { html, type Html } from "../html.ts";
import type { SummaryListOptions } from "../look/options.ts";
import { day, hubInWords, inWords } from "../words.ts";

/** What template kept.njk is filled with. `gone`: since when they are erased. */
export interface KeptView {
  gone: string | null;
  rows: SummaryListOptions["rows"];
  file: string;
  erase: string | null;
}

/** What this person is called, as far as it is known. */
export const calledIn = ({ contact, erasedAt }: PersonKept): string =>
  (contact && nameOf(contact)) || (erasedAt === null ? "A shared inbox" : "Somebody who was erased");

/** The view model. `schools`: what schools are called, by journey; `groups`: what Work Groups are. */
export function keptView(
  kept: PersonKept,
  { schools, groups }: { schools: ReadonlyMap<string, string>; groups: (id: string) => string },
): KeptView {
  const { person, contact, keptSince, erasedAt, roles, texts, drafts, letters, events } = kept;
  const where = (at: string): string => {
    const [kind, id] = at.includes("/") ? (at.split("/", 2) as [string, string]) : ["journey", at];
    if (kind === "hub") return hubInWords(id);
    return kind === "work-group" ? groups(id) : (schools.get(id) ?? `School ${id.slice(0, 6)}`);
  };
  const stands = roles.map(({ journey, role, left }) => {
    const as = inWords(role.slice(role.lastIndexOf("/") + 1));
    return `${as}, ${where(journey)}${left ? " (has left)" : ""}`;
  });
  const row = (key: string, value: Html | string): SummaryListOptions["rows"][number] => ({
    key: { text: key },
    value: typeof value === "string" ? { text: value } : { html: value.text },
  });
  return {
    gone: erasedAt && day(erasedAt),
    rows: [
      ...(contact === null ? [] : [row("Name", nameOf(contact) || "–"), row("E-mail address", contact.email)]),
      ...(contact?.telephone === undefined ? [] : [row("Telephone", contact.telephone)]),
      row("Kept since", day(keptSince)),
      row("Where they stand", stands.length === 0 ? "Nowhere" : html`${stands.map((one) => html`${one}<br>`)}`),
      row("What they wrote, or was written of them", counted(texts.length, "text", "texts")),
      row("Letters to them", counted(letters.length, "letter", "letters")),
      row("Forms not sent yet that name them", counted(drafts.length, "form", "forms")),
      row("What happened and has to do with them", counted(events.length, "record", "records")),
    ],
    file: `/people/${person}/kept.json`,
    erase: erasedAt === null ? `/people/${person}/erase` : null,
  };
}

const counted = (number: number, one: string, several: string): string =>
  number === 0 ? "None" : `${number} ${number === 1 ? one : several}`;

export const ERASE_FIELDS: readonly FormField[] = [
  {
    kind: "words",
    name: "reason",
    label: "Why",
    hint: "For example: asked for it by letter of 3 March. It is kept sealed.",
    required: true,
  },
];

/** What template erase.njk is filled with. `follows`: what would go, once it was looked at. */
export interface EraseView {
  name: string;
  follows: readonly string[];
  form: FormView;
}

/** The view model: the reason is asked, then what would go is shown, to be confirmed. */
export function eraseView(name: string, follows: readonly string[], state: FormState, carries: Html | null): EraseView {
  return { name, follows, form: formView(follows.length > 0 ? [] : ERASE_FIELDS, state, carries) };
}

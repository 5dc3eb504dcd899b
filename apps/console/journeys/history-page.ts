// What happened to a journey and who did it, the latest first: a page of it, of one kind or one school year.

import { academicYearOf } from "../../../libs/calendar/academic-years.ts";
import { localDate } from "../../../libs/calendar/instants.ts";
import type { ActorRole } from "../../../libs/journey/commands.ts";
import type { EventType, Recorded } from "../../../libs/journey/events.ts";
import type { Facts } from "../../../libs/service/journeys/journey-facts.ts";
import type { Doer } from "../../../libs/service/journeys/who-did.ts";
import { numberedOf } from "../../../libs/service/shape/pages.ts";
import type { Typed } from "../form-fields.ts";
import { askedIn, sizeOf, type ListAsked, type ListFilter } from "../lists/list-asked.ts";
import { fileOf } from "../lists/list-file.ts";
import { aroundView, type AroundSpec, type AroundView, type Column } from "../lists/list-view.ts";
import { day } from "../words.ts";
import { HISTORY_KINDS, isOfKind, isOfTheSchool, type HistoryKind } from "./history-kinds.ts";
import { storyOf, type Told } from "./story.ts";

/**
 * How it is looked at. `query`: what the address asks; `ours`: the school itself looks; `texts`: what was written, by
 * id, so far as this person reads it; `takesBack`: the events that they may take back.
 */
export interface HistoryLook {
  query: Typed;
  ours: boolean;
  texts: ReadonlyMap<string, string>;
  takesBack: readonly number[];
}

/** What template history.njk is filled with. */
export interface HistoryView extends AroundView {
  entries: readonly EntryView[];
}
interface EntryView {
  says: string;
  by: string;
  on: string;
  tags: readonly string[];
  words: readonly string[];
  links: readonly { words: string; href: string; whose: string }[];
}

/** The part of a journey's page that it is. */
export const HISTORY_PART = "history";

type Known = Pick<Facts, "journey" | "events" | "doers" | "called">;

/** The view model of the page of it that is asked for. */
export function historyView(facts: Known, look: HistoryLook): HistoryView {
  const { spec, asked, fit } = fitting(facts, look.query);
  const found = numberedOf(fit, { page: asked.page, size: sizeOf(asked) });
  return { ...aroundView(found, asked, spec), entries: entriesOf(facts, look, found.items) };
}

/** All of it that fits, as a file. */
export const historyFile = (facts: Known, look: HistoryLook): string =>
  fileOf(entriesOf(facts, look, fitting(facts, look.query).fit), COLUMNS);

const entriesOf = ({ journey, doers }: Known, look: HistoryLook, told: readonly Told[]): EntryView[] =>
  told.map((one) => entryOf(one, { ...look, journey: journey.id, doer: doers.get(one.seq) }));

const COLUMNS: readonly Column<EntryView>[] = [
  { head: "When", file: ({ on }) => on },
  { head: "What happened", file: ({ says }) => says },
  { head: "By", file: ({ by }) => by },
  { head: "In their words", file: ({ words }) => words.join("; ") },
  { head: "Letters", file: ({ tags }) => tags.join("; ") },
];

/** What of it fits what is asked, the latest first. */
function fitting(facts: Known, query: Typed): { spec: AroundSpec; asked: ListAsked; fit: Told[] } {
  const told = storyOf(facts).reverse();
  const spec = specOf(facts.journey.id, told);
  const asked = askedIn(query, spec);
  const { kind, year } = asked.filters;
  const fit = told.filter(
    (one) =>
      (kind === undefined || isOfKind(kind as HistoryKind, one)) &&
      (year === undefined || codeOf(yearOf(one)) === year),
  );
  return { spec, asked, fit };
}

function specOf(journey: string, told: readonly Told[]): AroundSpec {
  const years = [...new Set(told.map(yearOf))].map((year) => ({ value: codeOf(year), words: year }));
  const kinds = Object.entries(HISTORY_KINDS).map(([value, words]) => ({ value, words }));
  const filters: ListFilter[] = [
    { kind: "choice", name: "kind", label: "What it is about", any: "All", choices: kinds },
    { kind: "choice", name: "year", label: "School year", any: "All", choices: years },
  ];
  return {
    base: `/journeys/${journey}`,
    part: `part-${HISTORY_PART}`,
    filters,
    sorts: ["latest"],
    noun: ["entry", "entries"],
    empty: "Nothing has happened yet.",
    file: `/journeys/${journey}/history.csv`,
  };
}

/** Where an event stands in it: among those of its kind and year. */
export function historyOf(journey: string, { type, at }: Pick<Recorded, "type" | "at">): string {
  const kind = Object.keys(HISTORY_KINDS).find((one) => isOfKind(one as HistoryKind, { type, letter: null }));
  return `/journeys/${journey}?kind=${kind ?? ""}&year=${codeOf(yearOf({ on: at }))}#part-${HISTORY_PART}`;
}

const yearOf = ({ on }: Pick<Told, "on">): string => academicYearOf(localDate(on));
const codeOf = (year: string): string => year.replace("/", "-");

function entryOf(
  { seq, type, on, says, letter, explained, textIds }: Told,
  { journey, doer, ours, texts, takesBack }: Omit<HistoryLook, "query"> & { journey: string; doer: Doer | undefined },
): EntryView {
  const whose = ` “${says}”, ${day(on)}`;
  const at = `/journeys/${journey}`;
  return {
    says,
    by: doneBy(doer, ours, type),
    on: day(on),
    tags: [...(letter === null ? [] : [letter]), ...(doer?.fromLetter === true ? ["From a letter"] : [])],
    words: textIds.flatMap((id) => texts.get(id) ?? []),
    links: [
      ...(explained ? [{ words: "Why?", href: `${at}/why/${seq}`, whose }] : []),
      ...(takesBack.includes(seq) ? [{ words: "Take back", href: `${at}/correct-record?event=${seq}`, whose }] : []),
    ],
  };
}

/** Who is not known by name, or not to this person. */
const WHO: Readonly<Record<ActorRole, string>> = {
  "hub-coordinator": "a hub coordinator",
  "hub-lead": "the hub lead",
  "work-group-lead": "a Work Group lead",
  "finance-officer": "a finance officer",
  "school-contact": "somebody at the school",
  operator: "an operator of the service",
  auditor: "an auditor",
  service: "the service",
};

/** Who did it, for who looks (`ours`: the school itself): `Jo Example, a hub coordinator, on the school’s behalf`. */
export function doneBy(doer: Doer | undefined, ours: boolean, type: EventType): string {
  return doer === undefined ? WHO.service : byWhom(doer, ours, isOfTheSchool(type));
}

/** `Jo Example, a hub coordinator, on the school’s behalf`. `itsWord`: it is for the school to say. */
function byWhom({ role, name, own }: Doer, ours: boolean, itsWord: boolean): string {
  const who = own
    ? "you"
    : name === null
      ? WHO[role]
      : `${name}, ${role === "school-contact" ? "at the school" : WHO[role]}`;
  const others = role !== "school-contact" && role !== "service";
  return itsWord && others ? `${who}, on ${ours ? "your" : "the"} school’s behalf` : who;
}

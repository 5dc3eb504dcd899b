// The list of schools: what it is narrowed by, its columns, on a page and in a file.

import { localDate } from "../../../libs/calendar/instants.ts";
import { JOURNEY_STATUSES } from "../../../libs/journey/state.ts";
import { STAGES } from "../../../libs/prospectus/prospectus.ts";
import {
  JOURNEY_SORTS,
  type GlanceAsked,
  type GlanceFilter,
  type JourneyAtAGlance,
  type JourneyChoice,
  type JourneySort,
} from "../../../libs/service/journeys/at-a-glance.ts";
import type { NamedGroup } from "../../../libs/service/work-groups/named-groups.ts";
import type { Choice } from "../form-fields.ts";
import { html, type Html } from "../html.ts";
import { sizeOf, type ListAsked, type ListFilter } from "../lists/list-asked.ts";
import type { Column, ListSpec } from "../lists/list-view.ts";
import { choiceOf, groupChoices, leadChoices, YES } from "../lists/choices.ts";
import { tag } from "../look/parts.ts";
import { comingInWords } from "../../../libs/words/coming.ts";
import { day, hubInWords, inWords } from "../words.ts";

/** What the list knows beside its rows. `themes`: what they are called, by their codes. `withHub`: of several hubs. */
export interface SchoolsKnown {
  base: string;
  choices: readonly JourneyChoice[];
  groups: ReadonlyMap<string, NamedGroup>;
  themes: ReadonlyMap<string, string>;
  withHub: boolean;
}

/** A school in the list; in a file, and where all stand on one page, only the day is said of what comes next. */
export type SchoolListed = Omit<JourneyAtAGlance, "coming"> & Partial<Pick<JourneyAtAGlance, "coming">>;

/** What the list is, for somebody. */
export function schoolsList(known: SchoolsKnown): ListSpec<SchoolListed> {
  return {
    base: known.base,
    filters: filters(known),
    sorts: JOURNEY_SORTS,
    noun: ["school", "schools"],
    caption: "Schools, with what each is late with, what comes next and what waits for somebody",
    empty: "There is no school yet.",
    columns: columns(known),
    file: "/journeys/schools.csv",
  };
}

function filters({ choices, groups, themes, withHub }: SchoolsKnown): ListFilter[] {
  const choice = (name: string, label: string, all: readonly Choice[], any = "All"): ListFilter => ({
    kind: "choice",
    name,
    label,
    any,
    choices: all,
  });
  const present = (codes: readonly string[], of: (one: JourneyChoice) => string | null): Choice[] => {
    const there = new Set(choices.map(of));
    return codes.filter((code) => there.has(code)).map((code) => ({ value: code, words: inWords(code) }));
  };
  const named = new Set(choices.map(({ workGroup }) => workGroup));
  const led = [...groups.values()].filter(({ id }) => named.has(id));
  return [
    { kind: "words", name: "q", label: "School, URN or postcode" },
    ...(withHub
      ? [
          choice(
            "hub",
            "Maths Hub",
            choiceOf(choices, ({ hub }) => [hub, hubInWords(hub)]),
          ),
        ]
      : []),
    choice(
      "stage",
      "Stage",
      present(STAGES, ({ stage }) => stage),
    ),
    choice(
      "status",
      "Status",
      present(JOURNEY_STATUSES, ({ status }) => status),
    ),
    choice("group", "Work Group", groupChoices(led)),
    choice("lead", "Lead of its Work Group", leadChoices(led)),
    choice(
      "la",
      "Local authority",
      choiceOf(choices, ({ la, laName }) => [la, laName]),
    ),
    choice(
      "trust",
      "Trust",
      choiceOf(choices, ({ trust, trustName }) => [trust, trustName]),
    ),
    choice(
      "theme",
      "Theme of its year",
      choiceOf(choices, ({ theme }) => [theme, theme && (themes.get(theme) ?? inWords(theme))]),
    ),
    choice("overdue", "Late", YES("Late with something"), "Late or not"),
    choice("tasks", "Waits for a decision", YES("With an open task"), "With or without"),
    choice("watched", "Your watch list", YES("Watched by you"), "Watched or not"),
  ];
}

function columns({ groups, withHub }: SchoolsKnown): Column<SchoolListed>[] {
  const group = ({ row: { workGroup } }: SchoolListed): string =>
    workGroup === null ? "" : (groups.get(workGroup)?.name ?? inWords(workGroup));
  const hub: Column<SchoolListed> = {
    head: "Maths Hub",
    cell: ({ row }) => hubInWords(row.hub),
    file: ({ row }) => hubInWords(row.hub),
  };
  return [
    { head: "School", sort: "school", cell: schoolCell, file: schoolNamed },
    { head: "URN", file: ({ row }) => row.urn },
    { head: "Phase", file: ({ row }) => inWords(row.phase) },
    { head: "Postcode", file: ({ postcode }) => postcode ?? "" },
    { head: "Local authority", file: ({ la }) => la ?? "" },
    { head: "Trust", file: ({ trust }) => trust ?? "" },
    ...(withHub ? [hub] : []),
    { head: "Stage and year", sort: "stage", cell: stageOf, file: stageOf },
    { head: "Work Group", sort: "work-group", cell: (one) => groupCell(one, group(one)), file: group },
    {
      head: "Status",
      sort: "status",
      cell: ({ row }) => tag(inWords(row.status)),
      file: ({ row }) => inWords(row.status),
    },
    {
      head: "Late with",
      sort: "owed",
      cell: lateWith,
      file: ({ owed }) => owed.map(inWords).join("; "),
    },
    { head: "What comes next", sort: "next", cell: (one) => nextCell(one, groups) },
    { head: "Next on", file: ({ row }) => (row.nextAt === null ? "" : localDate(row.nextAt)) },
    {
      head: "Open tasks",
      sort: "tasks",
      number: true,
      cell: ({ tasks }) => String(tasks),
      file: ({ tasks }) => String(tasks),
    },
    { head: "Watched by you", file: ({ watched }) => (watched ? "yes" : "no") },
  ];
}

const schoolNamed = ({ row, school }: SchoolListed): string => school ?? `School ${row.urn}`;

function schoolCell(one: SchoolListed): Html {
  const { row, watched } = one;
  return html`<a class="govuk-link" href="/journeys/${row.id}">${schoolNamed(one)}</a><span
    class="second-line">${row.urn} · ${row.phase}${watched ? " · watched by you" : ""}</span>`;
}

/** The first of them, and how many there are beside: each is on the page of the school, and all in the file. */
function lateWith({ owed }: SchoolListed): string {
  if (owed.length === 0) return "Nothing";
  const named = owed.slice(0, MOST_NAMED).map(inWords).join(", ");
  return owed.length > MOST_NAMED ? `${named} and ${owed.length - MOST_NAMED} more` : named;
}
const MOST_NAMED = 2;

const stageOf = ({ row: { stage, academicYear } }: SchoolListed): string =>
  stage === null ? "–" : `${inWords(stage)} ${academicYear ?? ""}`.trim();

const groupCell = ({ row: { workGroup } }: SchoolListed, name: string): Html | string =>
  workGroup === null ? "–" : html`<a class="govuk-link" href="/groups/${workGroup}">${name}</a>`;

function nextCell({ row, coming }: SchoolListed, groups: SchoolsKnown["groups"]): Html | string {
  if (coming === undefined) return row.nextAt === null ? "Nothing by itself" : day(localDate(row.nextAt));
  const next = coming && comingInWords(coming, "the", (id) => groups.get(id)?.name ?? inWords(id));
  return next === null ? "Nothing by itself" : html`${next.on}<span class="second-line">${next.says}</span>`;
}

/** What the list asks of the service. */
export function schoolsAsked(asked: ListAsked): { filter: GlanceFilter; order: GlanceAsked } {
  const { q, hub, stage, status, group, lead, la, trust, theme, overdue, tasks, watched } = asked.filters;
  const [sort, descending] = [asked.sort as JourneySort, asked.descending];
  return {
    filter: {
      ...{ q, hub, stage, status, workGroup: group, lead, la, trust, theme },
      ...(overdue === "yes" && { overdue: true }),
      ...(tasks === "yes" && { tasks: true }),
      ...(watched === "yes" && { watched: true }),
    },
    order: { sort, descending, page: asked.page, size: sizeOf(asked) },
  };
}

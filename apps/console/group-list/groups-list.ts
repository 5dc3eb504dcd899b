// The list of Work Groups: what it is narrowed by, its columns, on a page and in a file.

import type { GroupSeen } from "../../../libs/service/work-groups/group-in-full.ts";
import type { NamedGroup } from "../../../libs/service/work-groups/named-groups.ts";
import type { GroupNarrowing } from "../../../libs/service/work-groups/work-groups.ts";
import { numberedOf, type Numbered } from "../../../libs/service/shape/pages.ts";
import type { Choice } from "../form-fields.ts";
import { html, type Html } from "../html.ts";
import { ALPHABET, choiceOf, leadChoices, YES } from "../lists/choices.ts";
import type { ListAsked, ListFilter } from "../lists/list-asked.ts";
import type { Column, ListSpec } from "../lists/list-view.ts";
import { hubInWords, inWords, programmeAndPhase } from "../words.ts";

/** What the list knows beside its rows. `withHub`: of several hubs. */
export interface GroupsKnown {
  groups: ReadonlyMap<string, NamedGroup>;
  withHub: boolean;
}

export const GROUP_SORTS = ["name", "programme", "year", "lead", "places", "waiting"] as const;

/** What the list is, for somebody. */
export function groupsList(known: GroupsKnown): ListSpec<GroupSeen> {
  return {
    base: "/groups",
    filters: filters(known),
    sorts: GROUP_SORTS,
    noun: ["Work Group", "Work Groups"],
    caption: "Work Groups, with their places and who waits",
    empty: "There is no Work Group yet.",
    columns: columns(known),
    file: "/groups/groups.csv",
  };
}

function filters({ groups, withHub }: GroupsKnown): ListFilter[] {
  const all = [...groups.values()];
  const choice = (name: string, label: string, any: string, choices: readonly Choice[]): ListFilter => ({
    kind: "choice",
    name,
    label,
    any,
    choices,
  });
  return [
    ...(withHub
      ? [
          choice(
            "hub",
            "Maths Hub",
            "All",
            choiceOf(all, ({ hub }) => [hub, hubInWords(hub)]),
          ),
        ]
      : []),
    choice(
      "programme",
      "Programme",
      "All",
      choiceOf(all, ({ prospectus: id }) => [id, programmeAndPhase(id)]),
    ),
    choice("lead", "Lead", "All", leadChoices(all)),
    choice(
      "year",
      "Academic year",
      "All",
      choiceOf(all, ({ academicYear }) => [academicYear, academicYear]),
    ),
    choice(
      "status",
      "Status",
      "Formed or ended",
      choiceOf(all, ({ status }) => [status, inWords(status)]),
    ),
    choice("places", "Places", "Full or not", YES("With places left")),
  ];
}

function columns({ groups, withHub }: GroupsKnown): Column<GroupSeen>[] {
  const name = ({ id }: GroupSeen): string => groups.get(id)?.name ?? inWords(id);
  const lead = ({ id, leadRole }: GroupSeen): string => groups.get(id)?.leadName ?? inWords(leadRole);
  const hub: Column<GroupSeen> = {
    head: "Maths Hub",
    cell: (one) => hubInWords(one.hub),
    file: (one) => hubInWords(one.hub),
  };
  return [
    { head: "Work Group", sort: "name", cell: (one) => nameCell(one, name(one)), file: name },
    ...(withHub ? [hub] : []),
    {
      head: "Programme",
      sort: "programme",
      cell: (one) => programmeAndPhase(one.prospectus),
      file: (one) => programmeAndPhase(one.prospectus),
    },
    { head: "Year", sort: "year", file: (one) => one.academicYear },
    { head: "Lead", sort: "lead", cell: lead, file: lead },
    { head: "Places", sort: "places", cell: placesCell },
    { head: "Schools in it", file: ({ places }) => String(places.taken) },
    { head: "Places offered", file: ({ places }) => String(places.reserved) },
    { head: "Places left", file: ({ places }) => (places.free === null ? "" : String(places.free)) },
    {
      head: "Waiting",
      sort: "waiting",
      number: true,
      cell: (one) => String(one.waiting),
      file: (one) => String(one.waiting),
    },
    { head: "Status", file: ({ status }) => inWords(status) },
  ];
}

const nameCell = ({ id, status, delivery }: GroupSeen, name: string): Html =>
  html`<a class="govuk-link" href="/groups/${id}">${name}</a><span class="second-line">${
    status === "ended" ? "Ended" : inWords(delivery)
  }</span>`;

function placesCell({ places: { taken, reserved, most, free }, warning }: GroupSeen): Html {
  const offered = reserved === 0 ? "" : `, ${reserved} offered`;
  const left = free === null ? "" : free === 0 ? "full" : `${free} left`;
  const places = most === null ? String(taken) : `${taken} of ${most}`;
  return html`${places}${offered}<span class="second-line">${left}</span>${
    warning === null
      ? null
      : html`<span class="govuk-error-message govuk-!-font-size-16 govuk-!-margin-bottom-0">${warning}</span>`
  }`;
}

/** What the list asks of the service. */
export function groupsAsked({ filters: { hub, programme, lead, year, status, places } }: ListAsked): GroupNarrowing {
  return {
    ...{ hub, prospectus: programme, lead, academicYear: year, status },
    ...(places === "yes" && { placesLeft: true }),
  };
}

/** All of them in the order that is asked for; those that are alike by their names. */
export function groupsInOrder(
  all: readonly GroupSeen[],
  { sort, descending }: ListAsked,
  names: ReadonlyMap<string, NamedGroup>,
): GroupSeen[] {
  const name = (one: GroupSeen): string => names.get(one.id)?.name ?? one.id;
  const compared: Readonly<Record<string, (one: GroupSeen, other: GroupSeen) => number>> = {
    programme: by((one) => one.prospectus.slice(one.prospectus.indexOf("/"))),
    year: by((one) => one.academicYear),
    lead: by((one) => names.get(one.id)?.leadName ?? ""),
    places: (one, other) => (one.places.free ?? Infinity) - (other.places.free ?? Infinity) || 0,
    waiting: (one, other) => one.waiting - other.waiting,
  };
  const byName = by(name);
  const first = compared[sort] ?? byName;
  const sorted = [...all].sort((one, other) => first(one, other) || byName(one, other));
  return descending ? sorted.reverse() : sorted;
}

const by =
  (of: (one: GroupSeen) => string) =>
  (one: GroupSeen, other: GroupSeen): number =>
    ALPHABET.compare(of(one), of(other));

/** The page of them that is asked for. */
export const groupsOnPage = (sorted: readonly GroupSeen[], page: number, size: number): Numbered<GroupSeen> =>
  numberedOf(sorted, { page, size });

// The list of applications that wait: what it is narrowed by, in what orders it stands, and what a file has of each.

import { localDate } from "../../../libs/calendar/instants.ts";
import { TRIAGE_SORTS, WAITING, type Triaged, type TriageSort } from "../../../libs/service/intake/triage.ts";
import type { Narrowed, TriageOrder } from "../../../libs/service/intake/triage-queue.ts";
import type { NamedGroup } from "../../../libs/service/work-groups/named-groups.ts";
import type { ListAsked } from "../lists/list-asked.ts";
import type { Column, ListSpec } from "../lists/list-view.ts";
import { inWords, phaseOf, programmeAndPhase, programmeOfId } from "../words.ts";
import { application, type TriageWords } from "./triage-page.ts";

const SORTED_BY: Readonly<Record<TriageSort, string>> = {
  received: "the day on which they were received",
  school: "school",
  programme: "programme",
  status: "status",
};
/** For how many days they have waited at least. */
const WAITED = [7, 14, 28, 56];

/** What the list is. `programmes`: the ids of those that there are. */
export function applicationsList(programmes: readonly string[], words: TriageWords): ListSpec<Triaged> {
  return {
    base: "/triage",
    filters: [
      {
        kind: "choice",
        name: "status",
        label: "Status",
        any: "All that wait",
        choices: WAITING.map((value) => ({ value, words: inWords(value) })),
      },
      {
        kind: "choice",
        name: "programme",
        label: "Programme",
        any: "All",
        choices: programmes.map((value) => ({ value, words: programmeAndPhase(value) })),
      },
      {
        kind: "choice",
        name: "waited",
        label: "Waiting",
        any: "However long",
        choices: WAITED.map((days) => ({ value: String(days), words: `${days} days or more` })),
      },
    ],
    sorts: TRIAGE_SORTS,
    sortedBy: SORTED_BY,
    noun: ["application", "applications"],
    caption: "Applications",
    empty: "No application waits here.",
    columns: [],
    card: (one) => application(one, words),
    file: "/triage/applications.csv",
  };
}

/** What the list asks of the service. */
export function applicationsAsked({ filters: { status, programme, waited }, sort, descending }: ListAsked): {
  filter: Narrowed;
  order: Omit<TriageOrder, "page" | "size">;
} {
  return {
    filter: {
      status: WAITING.find((one) => one === status),
      prospectus: programme,
      ...(waited !== undefined && { waited: Number(waited) }),
    },
    order: { sort: sort as TriageSort, descending },
  };
}

/** What a file has of each: no word that a school wrote. */
export function applicationColumns(groups: ReadonlyMap<string, NamedGroup>): Column<Triaged>[] {
  const turn = ({ turn: its }: Triaged): string => {
    const id = its?.workGroup ?? null;
    return id === null ? "" : (groups.get(id)?.name ?? inWords(id));
  };
  return [
    { head: "School", file: ({ school, urn }) => school ?? `School ${urn}` },
    { head: "URN", file: ({ urn }) => urn },
    { head: "Programme", file: ({ prospectus }) => programmeOfId(prospectus) },
    { head: "Phase", file: ({ prospectus }) => inWords(phaseOf(prospectus)) },
    { head: "Status", file: ({ status }) => inWords(status) },
    { head: "Received on", file: ({ receivedAt }) => localDate(receivedAt) },
    { head: "Days waiting", file: ({ daysWaiting }) => String(daysWaiting) },
    { head: "Offer to be answered by", file: ({ offer }) => offer?.respondBy ?? "" },
    { head: "Waits for Work Group", file: turn },
    { head: "Place in its waiting list", file: ({ turn: its }) => String(its?.position ?? "") },
  ];
}

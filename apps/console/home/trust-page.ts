// Where somebody begins who speaks for several schools: each with what it is to do first, those that are late before
// all.

import { count } from "../../../libs/letters/words.ts";
import type { OwnJourney } from "../../../libs/service/journeys/at-a-glance.ts";
import { nameOf, standsIn, thingOf } from "./school-page.ts";

/** One school. `what`: what it is to do first, or how it stands; `more`: how many more things. */
export interface TrustLine {
  name: string;
  href: string;
  what: string;
  by: string;
  more: string | null;
}
interface TrustPart {
  id: string;
  title: string;
  late: boolean;
  lines: readonly TrustLine[];
}
/** What template trust.njk is filled with. `without`: how many schools have no journey yet; null where all have. */
export interface TrustView {
  summary: string;
  parts: readonly TrustPart[];
  without: string | null;
}

/** The view model. `schools`: how many somebody speaks for. */
export function trustView(journeys: readonly OwnJourney[], schools: number): TrustView {
  const isLate = ({ toDo }: OwnJourney): boolean => toDo[0]?.late === true;
  const late = journeys.filter(isLate);
  const busy = journeys.filter((one) => !isLate(one) && one.toDo.length > 0);
  const parts: TrustPart[] = [
    { id: "late", title: "Late", late: true, lines: inOrder(late).map(lineOf) },
    { id: "to-do", title: "To do", late: false, lines: inOrder(busy).map(lineOf) },
    {
      id: "nothing",
      title: "Nothing to do now",
      late: false,
      lines: inOrder(journeys.filter(({ toDo }) => toDo.length === 0)).map(lineOf),
    },
  ];
  const without = schools - new Set(journeys.map(({ row }) => row.urn)).size;
  return {
    summary: `${count(schools, "school")}: ${late.length} with something late, ${busy.length} with something to do.`,
    parts: parts.filter(({ lines }) => lines.length > 0),
    without: without > 0 ? `${count(without, "school has", "schools have")} not applied yet.` : null,
  };
}

/** By the day of what comes first, then by name. */
const inOrder = (journeys: readonly OwnJourney[]): OwnJourney[] =>
  [...journeys].sort(
    (a, b) => (a.toDo[0]?.by ?? "9999").localeCompare(b.toDo[0]?.by ?? "9999") || nameOf(a).localeCompare(nameOf(b)),
  );

function lineOf(own: OwnJourney): TrustLine {
  const { row, toDo } = own;
  const [first] = toDo;
  const thing = first === undefined ? null : thingOf(first, row.id);
  const beside = toDo.length - 1;
  return {
    name: nameOf(own),
    href: `/?school=${row.urn}`,
    what: thing?.title ?? standsIn(own),
    by: thing?.by ?? "",
    more: beside > 0 ? `${count(beside, "more thing")} to do` : null,
  };
}

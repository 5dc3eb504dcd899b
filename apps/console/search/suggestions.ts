// Schools that a field suggests as somebody types, and what picking one puts into it: the same text that they could
// have typed, so that nothing else of a page need know.

import { SCHOOL_ROLES, type Schools } from "../../../libs/service/schools/schools.ts";
import type { Principal } from "../../../libs/service/access/principal.ts";
import { SEARCH_ROLES, type Search } from "../../../libs/service/search/search.ts";

/** Whose schools: all of the register, or those with a journey that one sees. */
export const AMONG = ["register", "journeys"] as const;
export type Among = (typeof AMONG)[number];

/** For each, whom it is for. */
export const SUGGEST_ROLES = { register: SCHOOL_ROLES.read, journeys: SEARCH_ROLES } as const;

/** One line: `value` is typed by picking it, `name` and `more` are read. */
export interface Suggestion {
  value: string;
  name: string;
  more: string;
}

/** The attribute by which look/suggestions.js finds a field. */
export const suggests = (among: Among): Readonly<Record<string, string>> => ({ "data-suggest": among });

/** What was picked ends with its URN, by which alone it is found. */
const PICKED = /\((\d{6})\)$/u;

/** The URN of the school that was picked; null where something else was typed. */
export const pickedUrn = (typed: string): string | null => PICKED.exec(typed.trim())?.[1] ?? null;

/** The text by which a school is meant that was picked; a URN alone where its name is not known. */
export function asPicked(urn: string, known: { name: string | null } | undefined): string {
  const name = known?.name ?? null;
  return name === null ? urn : `${name} (${urn})`;
}

/** A school of the register or of a search, as it is suggested. */
interface Told {
  urn: string;
  name: string | null;
  address: string | null;
  postcode: string | null;
}

/** The lines for these schools. */
export const suggestionsOf = (schools: readonly Told[]): Suggestion[] =>
  schools.map(({ urn, name, address, postcode }) => {
    const called = name ?? `School ${urn}`;
    const more = [placeIn(address), postcode, `URN ${urn}`].filter((part) => part !== null).join(" · ");
    return { value: asPicked(urn, { name: called }), name: called, more };
  });

/** Where it is, so far as its street does not say it: schools of one name are told apart by their town. */
function placeIn(address: string | null): string | null {
  const [street = "", ...rest] = (address ?? "").split(", ");
  return rest.length > 0 ? rest.join(", ") : street === "" ? null : street;
}

/** What is suggested for what somebody has typed so far. @throws Refusal `forbidden` */
export async function suggested(
  { schools, search }: { schools: Schools; search: Search },
  caller: Principal,
  typed: string,
  among: Among,
): Promise<Suggestion[]> {
  return suggestionsOf(
    await (among === "register" ? schools.suggested(caller, typed) : search.suggested(caller, typed)),
  );
}

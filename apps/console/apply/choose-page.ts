// Which school applies: looked for by those who apply for others, picked from their own by those who speak for several.

import type { Html } from "../html.ts";
import { pickField, searchField, SHOWN_AT_ONCE, type Found } from "./pick-school.ts";

/** What template choose.njk is filled with. `nothing`: something was looked for, and nothing found. */
export interface ChooseView {
  own: readonly { words: string; more: string; href: string }[];
  search: Html | null;
  pick: Html | null;
  nothing: boolean;
  more: string | null;
}

/** For the hub's staff: any school. */
export function lookedForView(found: Found): ChooseView {
  const pick = pickField(found, "urn");
  return {
    own: [],
    search: searchField(found.q),
    pick,
    nothing: found.q !== "" && pick === null,
    more: found.more ? `There are more than ${SHOWN_AT_ONCE}: write more of the name, or the postcode.` : null,
  };
}

/** For somebody who speaks for several schools: theirs, by name. */
export function ownSchoolsView(
  schools: readonly { urn: string; name: string | null; postcode: string | null }[],
): ChooseView {
  const called = schools.map(({ urn, name, postcode }) => ({
    words: name ?? `School ${urn}`,
    more: [postcode, `URN ${urn}`].filter((one) => one !== null).join(", "),
    href: `/apply?urn=${urn}`,
  }));
  return {
    own: called.sort((a, b) => a.words.localeCompare(b.words)),
    search: null,
    pick: null,
    nothing: false,
    more: null,
  };
}

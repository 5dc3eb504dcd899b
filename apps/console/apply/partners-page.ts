// The schools that a school would like to be placed with: looked for, picked, and said how they know each other.

import type { Applying } from "../../../libs/service/intake/programmes.ts";
import { textIn } from "../form-fields.ts";
import { faultSummary, hidden, idOf, type FormState } from "../form-page.ts";
import { html, type Html } from "../html.ts";
import { input } from "../look/parts.ts";
import { partnersIn } from "./application-body.ts";
import { PARTNERS } from "./application-fields.ts";
import { partOf } from "./question-page.ts";
import { pickField, searchField, SHOWN_AT_ONCE, type Found } from "./pick-school.ts";

/** What template partners.njk is filled with. */
export interface PartnersView {
  faults: Html | null;
  part: string;
  named: readonly { words: string; how: string; index: number }[];
  room: boolean;
  action: string;
  hidden: Html;
  search: Html;
  /** Where one looks, and what is kept of the address meanwhile. */
  looks: string;
  asks: Html;
  pick: Html | null;
  how: Html;
  nothing: boolean;
  more: string | null;
  next: string;
}

/** The fields of a school that is added. */
export const ADDS = { urn: "add.urn", relationship: "add.relationship" } as const;

/** The view model. `names`: of schools, by URN; `next`: where one goes on. */
export function partnersView(
  { prospectus, urn: own }: Pick<Applying, "prospectus" | "urn">,
  found: Found,
  { names, place, next }: { names: ReadonlyMap<string, string>; place: { index: number; count: number }; next: string },
  state: FormState,
): PartnersView {
  const { typed, faults } = state;
  const named = partnersIn(typed);
  const fault = (name: string): string | undefined => faults.find(({ field }) => field === name)?.text;
  const others = found.schools.filter(({ urn }) => urn !== own && !named.some((one) => one.urn === urn));
  const pick = pickField({ ...found, schools: others }, ADDS.urn, fault(ADDS.urn));
  const wrong = fault(ADDS.relationship);
  return {
    faults: faultSummary(faults),
    part: partOf(prospectus, place.index, place.count),
    named: named.map(({ urn, relationship }, index) => ({
      words: names.get(urn) ?? `School ${urn}`,
      how: relationship,
      index,
    })),
    room: named.length < PARTNERS.length,
    action: state.action,
    hidden: html`${hidden(state)}<input type="hidden" name="q" value="${found.q}">`,
    search: searchField(found.q),
    looks: state.action.split("?", 1)[0] ?? "",
    asks: html`<input type="hidden" name="urn" value="${own}">`,
    pick,
    how: input({
      id: idOf(ADDS.relationship),
      name: ADDS.relationship,
      label: { text: "How do you know each other?", classes: "govuk-label--s" },
      hint: { text: "Such as: the same trust, or neighbours who work together." },
      value: textIn(typed, ADDS.relationship),
      autocomplete: "off",
      ...(wrong !== undefined && { errorMessage: { text: wrong } }),
    }),
    nothing: found.q !== "" && pick === null,
    more: found.more ? `There are more than ${SHOWN_AT_ONCE}: write more of the name, or the postcode.` : null,
    next,
  };
}

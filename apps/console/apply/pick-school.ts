// A school found by words of its name, its URN or its postcode, to be picked.

import type { SchoolSeen } from "../../../libs/service/schools/schools.ts";
import { input, radios } from "../look/parts.ts";
import type { Html } from "../html.ts";
import { idOf } from "../form-page.ts";
import { suggests } from "../search/suggestions.ts";

/** So many are shown; with more, somebody types more words. */
export const SHOWN_AT_ONCE = 15;

/** What was looked for, and what was found; `more`: others besides. Nothing looked for: no answer either. */
export interface Found {
  q: string;
  schools: readonly Pick<SchoolSeen, "urn" | "name" | "address" | "postcode" | "open">[];
  more: boolean;
}

/** The question itself. */
export const searchField = (q: string, name = "q"): Html =>
  input({
    id: "f-q",
    name,
    label: { text: "Name, URN or postcode of the school", classes: "govuk-label--s" },
    hint: { text: "A few words of the name are enough, such as “st marys exampleton”." },
    type: "search",
    value: q,
    autocomplete: "off",
    spellcheck: false,
    attributes: suggests("register"),
  });

/**
 * Those that were found, one to be picked; null where there are none. A URN that nobody knows can be picked too: the
 * service says where it needs to be known.
 */
export function pickField({ q, schools }: Found, name: string, fault?: string): Html | null {
  const unknown = /^\d{6}$/u.test(q) && !schools.some(({ urn }) => urn === q);
  const items = [
    ...schools.map(({ urn, name: text, address, postcode, open }) => ({
      value: urn,
      text,
      hint: {
        text: [address, postcode, `URN ${urn}`, open ? null : "closed"].filter((one) => one !== null).join(", "),
      },
      checked: schools.length === 1 && !unknown,
    })),
    ...(unknown
      ? [{ value: q, text: `The school with the URN ${q}`, hint: { text: "Its name is not known here." } }]
      : []),
  ];
  if (items.length === 0) return null;
  return radios({
    idPrefix: idOf(name),
    name,
    fieldset: { legend: { text: "Which school is it?", classes: "govuk-fieldset__legend--s" } },
    items,
    ...(fault !== undefined && { errorMessage: { text: fault } }),
  });
}

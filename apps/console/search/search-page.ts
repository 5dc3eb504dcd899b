// What a search found: schools, Work Groups and people, each kind with the nearest first.

import { nameOf } from "../../../libs/journey/contact.ts";
import type { Found, Nearest, SchoolFound } from "../../../libs/service/search/search.ts";
import type { SchoolPersonSeen } from "../../../libs/service/people/school-people.ts";
import type { NamedGroup } from "../../../libs/service/work-groups/named-groups.ts";
import type { Html } from "../html.ts";
import { component, filledIn } from "../look/templates.ts";
import { hubInWords, inWords, low } from "../words.ts";
import { suggests } from "./suggestions.ts";

/** One that was found: where its page is, and what tells it from others. */
interface FoundLine {
  href: string;
  words: string;
  more: string;
}
interface FoundPart {
  id: string;
  title: string;
  lines: readonly FoundLine[];
  /** How many more there are than are shown. */
  beside: string | null;
}
/** What template search.njk is filled with. `found`: null before anything was asked for. */
export interface SearchView {
  box: Html;
  found: readonly FoundPart[] | null;
  nothing: string | null;
}

/** Who asks: whether they see people, and several hubs. */
export interface Asks {
  token: string;
  typed: string;
  withPeople: boolean;
  withHub: boolean;
}

/** The page below its title. */
export const searchPage = (found: Found | null, asks: Asks): Html =>
  filledIn("search/search.njk", searchView(found, asks));

/** The view model. */
export function searchView(found: Found | null, { token, typed, withPeople, withHub }: Asks): SearchView {
  const parts =
    found === null
      ? null
      : [
          part("schools", "Schools", found.schools, (one) => schoolLine(one, withHub)),
          part("groups", "Work Groups", found.groups, (one) => groupLine(one, withHub)),
          ...(found.people === null ? [] : [part("people", "People at schools", found.people, personLine)]),
        ].filter(({ lines }) => lines.length > 0);
  return {
    box: box(token, typed, withPeople ? AMONG_ALL : AMONG),
    found: parts,
    nothing:
      parts?.length === 0 ? "Nothing of that name is found. Try fewer words, or only how one of them begins." : null,
  };
}

const AMONG = "A school by its name, URN, postcode or town; a Work Group by its name.";
const AMONG_ALL =
  "A school by its name, URN, postcode or town; a Work Group by its name; somebody at a school by their name or " +
  "e-mail address. That people were searched for is on record; what you typed is not.";

/** It is sent, and never stands in an address: it may be a name. */
const box = (token: string, typed: string, among: string): Html =>
  component("moj/search", {
    action: "/search",
    method: "post",
    csrf: { name: "token", value: token },
    input: { id: "f-typed", name: "typed", value: typed, autocomplete: "off", attributes: suggests("journeys") },
    label: { text: "Look for" },
    hint: { text: among },
    button: { text: "Search" },
  });

function part<T>(id: string, title: string, { items, total }: Nearest<T>, line: (one: T) => FoundLine): FoundPart {
  const beside = total - items.length;
  return {
    id,
    title,
    lines: items.map(line),
    beside: beside > 0 ? `${beside} more: say more of the name to find them.` : null,
  };
}

function schoolLine(one: SchoolFound, withHub: boolean): FoundLine {
  const { journey, urn, phase, school, postcode, status, stage, academicYear, hub } = one;
  const place = [`URN ${urn}`, phase, ...(postcode === null ? [] : [postcode])];
  const stands = stage === null ? [] : [`${inWords(stage)} ${academicYear ?? ""}`.trim()];
  const more = [...place, ...stands, low(status), ...(withHub ? [hubInWords(hub)] : [])];
  return { href: `/journeys/${journey}`, words: school ?? `School ${urn}`, more: more.join(" · ") };
}

const groupLine = ({ id, name, status, hub }: NamedGroup, withHub: boolean): FoundLine => ({
  href: `/groups/${id}`,
  words: name,
  more: [...(status === "ended" ? ["ended"] : []), ...(withHub ? [hubInWords(hub)] : [])].join(" · "),
});

function personLine(one: SchoolPersonSeen): FoundLine {
  const { journey, school, urn, role, email, lettersComeBack } = one;
  const at = [
    low(role),
    school === "" ? `School ${urn}` : school,
    email,
    ...(lettersComeBack ? ["letters come back"] : []),
  ];
  return { href: `/journeys/${journey}/people`, words: nameOf(one) || "A shared inbox", more: at.join(" · ") };
}

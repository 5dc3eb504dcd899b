// Which programmes a hub offers to schools that it names, and to none beside.

import type { Prospectus } from "../../../libs/prospectus/prospectus.ts";
import type { ListedSchools } from "../../../libs/service/hubs/lists.ts";
import type { Fault } from "../faults.ts";
import { textIn, type FormField, type Typed } from "../form-fields.ts";
import type { FormState } from "../form-page.ts";
import { formView, type FormView } from "../form-view.ts";
import { day, inWords } from "../words.ts";

/** What template named-schools.njk is filled with. */
export interface NamedSchoolsView {
  done: string | null;
  programmes: readonly { name: string; phase: string; who: string; since: string; href: string; whose: string }[];
}

/** The view model: each programme with who may apply. `people`: what those who decided it are called. */
export function namedSchoolsView(
  programmes: readonly Prospectus[],
  lists: readonly ListedSchools[],
  { done, people }: { done: boolean; people: (id: string) => string },
): NamedSchoolsView {
  const of = ({ id, stage, phase, academicYear }: Prospectus) => {
    const list = lists.find(({ prospectus }) => prospectus === id);
    const many = list?.urns?.length ?? 0;
    return {
      name: `${inWords(stage)} ${academicYear}`,
      phase: inWords(phase),
      who: list === undefined ? "Every school that fits it" : many === 1 ? "One named school" : `${many} named schools`,
      since: list === undefined ? "" : `Since ${day(list.setAt)}, by ${people(list.setBy)}`,
      href: `/named-schools/${id}`,
      whose: ` who may apply for ${inWords(stage)} ${academicYear}, ${phase}`,
    };
  };
  return {
    done: done ? "It stands as you said. Applications are judged by it from now on." : null,
    programmes: programmes.map(of),
  };
}

const NAMED = "named";
export const WHO_FIELDS: readonly FormField[] = [
  {
    kind: "one-of",
    name: "who",
    label: "Who may apply?",
    required: true,
    choices: [
      { value: "all", words: "Every school that fits the programme" },
      { value: NAMED, words: "Only the schools named below" },
    ],
  },
  {
    kind: "words",
    name: "urns",
    label: "URNs of the schools that may apply",
    hint: "One a line, or with commas between them.",
    required: false,
  },
];

/** What template who-applies.njk is filled with. `schools`: those that are named now, by name. */
export interface WhoAppliesView {
  programme: string;
  schools: readonly string[];
  form: FormView;
}

/** The view model of the form for one programme. */
export function whoAppliesView(
  { title, phase }: Prospectus,
  schools: readonly { urn: string; name: string }[],
  state: FormState,
): WhoAppliesView {
  return {
    programme: `${title}, ${phase}`,
    schools: schools.map(({ urn, name }) => `${name} (${urn})`),
    form: formView(WHO_FIELDS, state),
  };
}

/** The same as a form has it. */
export const typedOf = (list: ListedSchools | undefined): Typed =>
  list?.urns ? { who: NAMED, urns: list.urns.join("\n") } : { who: "all" };

/** The URNs that were typed, each once; null where every school may apply. */
export function urnsIn(typed: Typed): string[] | null {
  if (textIn(typed, "who") !== NAMED) return null;
  return [...new Set(textIn(typed, "urns").split(/[\s,;]+/u))].filter((one) => one !== "");
}

/** What is wrong with what was typed. `known`: whether the register has a school. */
export function faultsIn(typed: Typed, known: (urn: string) => boolean): Fault[] {
  const who = textIn(typed, "who");
  if (who !== "all" && who !== NAMED) return [{ field: "who", text: "Say who may apply" }];
  const urns = urnsIn(typed);
  if (urns === null) return [];
  if (urns.length === 0) return [{ field: "urns", text: "Enter the URN of one school at least" }];
  if (urns.length > MOST_URNS) return [{ field: "urns", text: `Enter ${MOST_URNS} URNs at most` }];
  const odd = urns.filter((one) => !/^\d{6}$/u.test(one));
  if (odd.length > 0) return [{ field: "urns", text: `A URN has six digits: look at ${listed(odd)}` }];
  const unknown = urns.filter((one) => !known(one));
  return unknown.length === 0 ? [] : [{ field: "urns", text: `The register has no school ${listed(unknown)}` }];
}

const MOST_URNS = 5_000;
const MOST_SAID = 5;
const listed = (all: readonly string[]): string =>
  all.slice(0, MOST_SAID).join(", ") + (all.length > MOST_SAID ? ` and ${all.length - MOST_SAID} more` : "");

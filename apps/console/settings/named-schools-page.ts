// Which programmes a hub offers to schools that it names, and to none beside.

import type { Prospectus } from "../../../libs/prospectus/prospectus.ts";
import type { ListedSchools } from "../../../libs/service/hubs/lists.ts";
import { textIn, type FormField, type Typed } from "../form-fields.ts";
import type { FormState } from "../form-page.ts";
import { formView, type FormView } from "../form-view.ts";
import { pickedUrn } from "../search/suggestions.ts";
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
    label: "Schools that may apply",
    blank: "Name one school at least",
    hint: "One a line. A list of URNs can be pasted, with commas or spaces between them.",
    required: false,
  },
  {
    kind: "school",
    among: "register",
    name: "add",
    label: "Another school",
    hint: "Its name, town, postcode or URN.",
    required: false,
  },
];

/** What template who-applies.njk is filled with. */
export interface WhoAppliesView {
  programme: string;
  form: FormView;
}

/** The view model of the form for one programme. */
export const whoAppliesView = ({ title, phase }: Prospectus, state: FormState): WhoAppliesView => ({
  programme: `${title}, ${phase}`,
  form: formView(WHO_FIELDS, state),
});

/** The same as a form has it: `called` is what stands there for a URN. */
export const typedOf = (list: ListedSchools | undefined, called: (urn: string) => string): Typed =>
  list?.urns ? { who: NAMED, urns: list.urns.map(called).join("\n") } : { who: "all" };

/** Whether one school more is only put into the list: nothing is kept yet. */
export const onlyAdds = (typed: Typed): boolean => textIn(typed, "way") === "add";

/** What is meant by what was typed: who adds a school names schools, and who lets every school apply adds none. */
export function asMeant(typed: Typed): Typed {
  if (onlyAdds(typed)) return { ...typed, who: NAMED };
  return textIn(typed, "who") === NAMED ? typed : { ...typed, add: "" };
}

/** The same with the school that was still to be added in its line. */
export function withAdded(typed: Typed): Typed {
  const add = textIn(typed, "add").trim();
  if (add === "") return typed;
  const lines = textIn(typed, "urns").trimEnd();
  return { ...typed, urns: lines === "" ? add : `${lines}\n${add}`, add: "" };
}

/** The URNs that were typed, each once; null where every school may apply. */
export function urnsIn(typed: Typed): string[] | null {
  if (textIn(typed, "who") !== NAMED) return null;
  const parts = textIn(typed, "urns")
    .split("\n")
    // A line that was picked has commas of its own.
    .flatMap((line) => pickedUrn(line) ?? line.split(/[\s,;]+/u));
  return [...new Set(parts)].filter((one) => one !== "");
}

/** What is wrong with what was typed, as the service says it. `known`: whether the register has a school. */
export function faultsIn(typed: Typed, known: (urn: string) => boolean): { pointer: string; detail: string }[] {
  const who = textIn(typed, "who");
  if (who !== "all" && who !== NAMED) return [{ pointer: "/who", detail: "Say who may apply" }];
  const urns = urnsIn(typed);
  if (urns === null) return [];
  const wrong = (detail: string) => [{ pointer: "/urns", detail }];
  if (urns.length === 0) return wrong("Name one school at least");
  if (urns.length > MOST_URNS) return wrong(`${MOST_URNS} schools at most`);
  const odd = urns.filter((one) => !/^\d{6}$/u.test(one));
  if (odd.length > 0) return wrong(`a URN has six digits: look at ${listed(odd)}`);
  const unknown = urns.filter((one) => !known(one));
  return unknown.length === 0 ? [] : wrong(`the register has no school ${listed(unknown)}`);
}

const MOST_URNS = 5_000;
const MOST_SAID = 5;
const listed = (all: readonly string[]): string =>
  all.slice(0, MOST_SAID).join(", ") + (all.length > MOST_SAID ? ` and ${all.length - MOST_SAID} more` : "");

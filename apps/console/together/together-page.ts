// What is done for many schools: the form of it, what would come of it for each, and what came.

import { sentenceOf, type Naming } from "../../../libs/journey/sentences.ts";
import type { CameOfSchool, ManyCommand, SchoolChosen } from "../../../libs/service/journeys/many-schools.ts";
import type { GroupNaming } from "../../../libs/words/group-name.ts";
import { allInWords } from "../../../libs/words/naming.ts";
import { sentenceOfRejection } from "../../../libs/words/rejection.ts";
import { fieldShown } from "../form-controls.ts";
import type { FormField } from "../form-fields.ts";
import { carried, faultSummary, hidden, idOf, type FormState } from "../form-page.ts";
import { html, type Html } from "../html.ts";
import { ACTION_WORDS } from "../journeys/action-words.ts";
import { button } from "../look/parts.ts";
import { toPerson } from "../words.ts";
import { MANY_WORDS } from "./many-fields.ts";

/** What is sent at each step. */
export const STEP = { look: "look", send: "send" } as const;

/** What template fields.njk is filled with. `like`: the school whose choices the form shows; null: it has none. */
export interface FieldsView {
  faults: Html | null;
  schools: readonly string[];
  says: string;
  like: string | null;
  action: string;
  hidden: Html;
  fields: readonly Html[];
}

/** The form for these schools. `carries`: what goes on unseen. */
export function fieldsView(
  schools: readonly SchoolChosen[],
  fields: readonly FormField[],
  like: string,
  { state, carries }: { state: FormState; carries: Html },
): FieldsView {
  return {
    faults: faultSummary(state.faults),
    schools: schools.map(({ name }) => name),
    says: schools.length === 1 ? "For one school" : `For ${schools.length} schools`,
    like: fields.some((field) => field.kind === "select") ? like : null,
    action: state.action,
    hidden: html`${hidden(state)}${carries}`,
    fields: fields.map((field) => fieldShown(field, idOf(field.name), state)),
  };
}

interface Line {
  name: string;
  href: string;
  follows: readonly string[];
}

/** What template look.njk is filled with. */
export interface LookView {
  action: string;
  hidden: Html;
  button: Html | null;
  change: boolean;
  taken: readonly Line[];
  not: readonly Line[];
}

/** What would come of it for each, to be confirmed for those where anything would. `change`: whether it has fields. */
export function lookView(
  command: ManyCommand,
  came: readonly CameOfSchool[],
  { state, carries, called, change }: { state: FormState; carries: Html; called: GroupNaming; change: boolean },
): LookView {
  const taken = came.filter(({ because }) => because === null);
  const seen = taken.map(
    ({ journey, version }) => html`<input type="hidden" name="seen" value="${journey} ${String(version)}">`,
  );
  const words = taken.length === 1 ? "one school" : `${taken.length} schools`;
  const { warns } = ACTION_WORDS[command];
  const naming = allInWords(called)([]);
  return {
    action: state.action,
    hidden: html`${hidden(state)}${carries}${seen}`,
    button:
      taken.length === 0
        ? null
        : button(`Confirm for ${words}`, { look: warns ? "warns" : "main", name: "step", value: STEP.send }),
    change,
    taken: taken.map((one) => lineOf(one, naming, called)),
    not: came.filter(({ because }) => because !== null).map((one) => lineOf(one, naming, called)),
  };
}

/** What template came.njk is filled with. `left`: those that were not sent, for nothing would have come of it. */
export interface CameView {
  done: readonly Line[];
  not: readonly Line[];
  left: readonly Line[];
  says: string;
  back: string;
}

/** What came of it, school by school. `chosen`: all that were; `back`: the list that they were chosen from. */
export function cameView(
  chosen: readonly SchoolChosen[],
  came: readonly CameOfSchool[],
  { called, back }: { called: GroupNaming; back: string },
): CameView {
  const naming = allInWords(called)([]);
  const sent = new Set(came.map(({ journey }) => journey));
  const done = came.filter(({ because }) => because === null);
  const of = chosen.length === 1 ? "the one school" : `${chosen.length} schools`;
  return {
    done: done.map((one) => lineOf(one, naming, called)),
    not: came.filter(({ because }) => because !== null).map((one) => lineOf(one, naming, called)),
    left: chosen.filter(({ journey }) => !sent.has(journey)).map((one) => ({ ...placeOf(one), follows: [] })),
    says: `It is recorded for ${done.length} of ${of}.`,
    back,
  };
}

const placeOf = ({ journey, name }: SchoolChosen): { name: string; href: string } => ({
  name,
  href: `/journeys/${journey}`,
});

function lineOf(one: CameOfSchool, naming: Naming, called: GroupNaming): Line {
  const { because, events } = one;
  const said =
    because?.code === "version-conflict" ? MOVED_ON : because && sentenceOfRejection(because, toPerson(called));
  return { ...placeOf(one), follows: said === null ? events.map((event) => sentenceOf(event, naming)) : [said] };
}
const MOVED_ON = "Something has happened there since you looked: look once more at what would come of it.";

/** The title of all its pages. */
export const titleOf = (command: ManyCommand): string => MANY_WORDS[command].words;

/** What was chosen and typed, carried on: not the step, nor what was looked at. */
export const carriedOn = ({ typed }: FormState): Html =>
  carried({ ...typed, step: undefined, seen: undefined, change: undefined });

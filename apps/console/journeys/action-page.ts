// The form of a command of a journey, and what would come of it.

import { comingOf } from "../../../libs/journey/due.ts";
import { sentenceOf } from "../../../libs/journey/sentences.ts";
import type { Looked } from "../../../libs/service/commands/command-sender.ts";
import type { RoutedCommand } from "../../../libs/service/commands/journey-commands.ts";
import type { Facts } from "../../../libs/service/journeys/journey-facts.ts";
import { fieldShown } from "../form-controls.ts";
import type { FormField } from "../form-fields.ts";
import { carried, faultSummary, hidden, idOf, type FormState } from "../form-page.ts";
import { html, type Html } from "../html.ts";
import { button } from "../look/parts.ts";
import { byName } from "../../../libs/words/naming.ts";
import { ACTION_WORDS } from "./action-words.ts";

/** What template action.njk is filled with. `reads`: what it binds to; `next`: what follows before it is recorded. */
export interface ActionView {
  faults: Html | null;
  school: string;
  says: string | null;
  reads: readonly string[];
  next: string | null;
  action: string;
  hidden: Html;
  fields: readonly Html[];
  button: Html;
}

/** The view model of the form. */
export function actionView(
  { school, prospectus }: Pick<Facts, "school" | "prospectus">,
  command: RoutedCommand,
  fields: readonly FormField[],
  state: FormState,
): ActionView {
  const { button: words, says = null, warns, lookFirst } = ACTION_WORDS[command];
  return {
    faults: faultSummary(state.faults),
    school,
    says,
    reads: command === "AcceptOffer" ? (prospectus?.texts.expectations ?? []) : [],
    next: lookFirst ? "Next you see what would come of it; nothing is recorded before you confirm it." : null,
    action: state.action,
    hidden: hidden(state),
    fields: fields.map((field) => fieldShown(field, idOf(field.name), state)),
    button: lookFirst ? button("Continue") : button(words, { look: warns ? "warns" : "main" }),
  };
}

/** What template confirm.njk is filled with. `follows`: what would come of it, sentence by sentence. */
export interface ConfirmView {
  school: string;
  warnings: readonly string[];
  follows: readonly string[];
  action: string;
  hidden: Html;
  button: Html;
}

/** The view model of what was looked at, to be confirmed for the very version that was looked at, or changed first. */
export function confirmView(
  { school, state: journey, called }: Pick<Facts, "school" | "state" | "called">,
  command: RoutedCommand,
  state: FormState,
  { events, version, warnings = [] }: Looked,
): ConfirmView {
  const { button: words, warns } = ACTION_WORDS[command];
  const name = byName("the", called)(comingOf(journey).promised);
  return {
    school,
    warnings: warnings.map(({ detail }) => detail),
    follows: events.map((event) => sentenceOf(event, name)),
    action: state.action,
    hidden: html`${hidden(state)}${carried(state.typed)}<input type="hidden" name="seen" value="${version}">`,
    button: button(words, { look: warns ? "warns" : "main" }),
  };
}

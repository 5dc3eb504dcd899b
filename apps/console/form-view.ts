// A form as its template takes it, and as HTML: look/form.njk puts it out.

import { fieldShown } from "./form-controls.ts";
import type { FormField } from "./form-fields.ts";
import { faultSummary, hidden, idOf, type FormState } from "./form-page.ts";
import { html, type Html } from "./html.ts";
import { filledIn } from "./look/templates.ts";

/** `faults`: stands above all else on the page. */
export interface FormView {
  faults: Html | null;
  action: string;
  hidden: Html;
  fields: readonly Html[];
}

/** The view model. `carries`: what goes on unseen. */
export function formView(fields: readonly FormField[], state: FormState, carries: Html | null = null): FormView {
  return {
    faults: faultSummary(state.faults),
    action: state.action,
    hidden: html`${hidden(state)}${carries}`,
    fields: fields.map((field) => fieldShown(field, idOf(field.name), state)),
  };
}

/** What its button says, and what is said over it; `warns`: it ends or costs something. */
export interface FormWords {
  button: string;
  says?: string | undefined;
  warns?: boolean;
}

/** A whole form where a page has nothing but text beside it. `carries`: what goes on unseen. */
export function formShown(
  fields: readonly FormField[],
  state: FormState,
  { button, says = "", warns = false }: FormWords,
  carries: Html | null = null,
): Html {
  const form = formView(fields, state, carries);
  return filledIn("look/one-form.njk", { form, says, button, looks: warns ? "warns" : "" });
}

// A form as its template takes it: look/form.njk puts it out.

import { fieldShown } from "./form-controls.ts";
import type { FormField } from "./form-fields.ts";
import { faultSummary, hidden, idOf, type FormState } from "./form-page.ts";
import { html, type Html } from "./html.ts";

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

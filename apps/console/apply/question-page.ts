// One page of an application: its questions, and what is to be read before they are answered.

import type { Applying } from "../../../libs/service/intake/programmes.ts";
import { fieldShown } from "../form-controls.ts";
import { faultSummary, hidden, idOf, type FormState } from "../form-page.ts";
import type { Html } from "../html.ts";
import { inWords } from "../words.ts";
import type { Step } from "./application-fields.ts";

/** What template question.njk is filled with. `reads`: to be read first; `part`: how far one has come. */
export interface QuestionView {
  faults: Html | null;
  part: string;
  reads: readonly string[];
  action: string;
  hidden: Html;
  fields: readonly Html[];
}

/** The view model of the `index`th of `count` pages. */
export function questionView(
  { fields, reads }: Step,
  prospectus: Pick<Applying["prospectus"], "stage" | "academicYear">,
  { index, count }: { index: number; count: number },
  state: FormState,
): QuestionView {
  return {
    faults: faultSummary(state.faults),
    part: partOf(prospectus, index, count),
    reads,
    action: state.action,
    hidden: hidden(state),
    fields: fields.map((field) => fieldShown(field, idOf(field.name), state)),
  };
}

/** `Readiness 2025/26: page 2 of 5`. */
export const partOf = (
  { stage, academicYear }: Pick<Applying["prospectus"], "stage" | "academicYear">,
  index: number,
  count: number,
): string => `Application for ${inWords(stage)} ${academicYear}: page ${index + 1} of ${count}`;

// The form by which a name is taken out of a journey's texts, and what was taken out before.

import type { KeptIn, RedactionSeen } from "../../../libs/service/journeys/redactions.ts";
import { count } from "../../../libs/letters/words.ts";
import type { FormField } from "../form-fields.ts";
import { type FormState } from "../form-page.ts";
import { formView, type FormView } from "../form-view.ts";
import { day, inWords } from "../words.ts";

export const REDACTION_FIELDS: readonly FormField[] = [
  {
    kind: "line",
    name: "words",
    label: "What is to be taken out",
    hint: "A name, as it stands there; capitals do not matter. It is kept nowhere.",
    required: true,
  },
  { kind: "words", name: "reason", label: "Why", required: true },
];

const WORDS_OF: Readonly<Record<KeptIn, readonly [its: string, back: string]>> = {
  journeys: ["this journey: reasons, answers, notes", "the journey"],
  "work-groups": ["this Work Group: the reasons of what was moved, called off or changed", "the Work Group"],
  "payment-runs": ["this payment run: why it was cancelled, why a payment failed", "the payment run"],
};

/** What template redaction.njk is filled with. `its`: of what the texts are; `before`: what was taken out of them. */
export interface RedactionView {
  done: string | null;
  its: string;
  form: FormView;
  before: readonly { at: string; by: string; reason: string; texts: string }[];
  back: { href: string; words: string };
}

/** The view model of the page of what `back` leads to. `done`: something has just been taken out. */
export function redactionView(
  { keptIn, back }: { keptIn: KeptIn; back: string },
  before: readonly RedactionSeen[],
  state: FormState,
  done: boolean,
): RedactionView {
  const [its, itself] = WORDS_OF[keptIn];
  return {
    done: done ? "Taken out. Nobody can read it any more." : null,
    its,
    form: formView(REDACTION_FIELDS, state),
    before: before.map(({ at, by, reason, events, notes }) => ({
      at: day(at),
      by: inWords(by.role),
      reason: reason ?? "–",
      texts: count(events.length + notes, "text"),
    })),
    back: { href: back, words: `Back to ${itself}` },
  };
}

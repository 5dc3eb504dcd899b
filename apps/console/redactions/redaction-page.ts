// The form by which a name is taken out of a journey's texts, and what was taken out before.

import type { KeptIn, RedactionSeen } from "../../../libs/service/journeys/redactions.ts";
import { count } from "../../../libs/letters/words.ts";
import type { FormField } from "../form-fields.ts";
import { type FormState } from "../form-page.ts";
import { formShown } from "../form-view.ts";
import { html, type Html } from "../html.ts";
import { day, inWords } from "../words.ts";
import { doneBanner } from "../look/parts.ts";

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

/** The page of what `back` leads to. `done`: something has just been taken out. */
export function redactionPage(
  { keptIn, back }: { keptIn: KeptIn; back: string },
  before: readonly RedactionSeen[],
  state: FormState,
  done: boolean,
): Html {
  const [its, itself] = WORDS_OF[keptIn];
  const line = ({ at, by, reason, events, notes }: RedactionSeen): Html => {
    const texts = count(events.length + notes, "text");
    const whom = html`<td>${inWords(by.role)}</td>`;
    return html`<tr><th scope="row">${day(at)}</th>${whom}<td>${reason ?? "–"}</td><td>${texts}</td></tr>`;
  };
  return html`${doneBanner(done ? "Taken out. Nobody can read it any more." : null)}
<p>It is taken out of every text of ${its}. What happened stays as it is.</p>
${formShown(REDACTION_FIELDS, state, { button: "Take it out", warns: true })}
${
  before.length === 0
    ? null
    : html`<h2>What was taken out before</h2><div class="wide"><table><thead><tr><th scope="col">When</th><th
    scope="col">By whom</th><th scope="col">Why</th><th scope="col">Of</th></tr></thead>
<tbody>${before.map(line)}</tbody></table></div>`
}<p><a href="${back}">Back to ${itself}</a></p>`;
}

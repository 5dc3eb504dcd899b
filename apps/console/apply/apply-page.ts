// The way to the form of another programme, where the rules point to one.

import type { Prospectus } from "../../../libs/prospectus/prospectus.ts";
import { carried, hidden, newKey, type FormState } from "../form-page.ts";
import { html, type Html } from "../html.ts";
import { button } from "../look/parts.ts";
import { inWords } from "../words.ts";

/** All that was typed in this one goes with it; nothing is sent by it. */
export function applyInstead(
  { id, stage, academicYear }: Pick<Prospectus, "id" | "stage" | "academicYear">,
  urn: string,
  { token, typed }: Pick<FormState, "token" | "typed">,
): Html {
  const sends = html`${hidden({ token, key: newKey() })}${carried(typed)}`;
  return html`<form class="govuk-inset-text" method="post" action="/apply/${id}?urn=${urn}">${sends}
<p class="govuk-body">What you typed goes with you, and nothing is sent yet.</p>
${button(`Apply for ${inWords(stage)} ${academicYear} instead`)}</form>`;
}

// Before any form: which programmes a school may apply for now, and for each that it may not, why.

import type { Programme } from "../../../libs/service/intake/programmes.ts";
import { sentenceOfRejection } from "../../../libs/words/rejection.ts";
import { html, type Html } from "../html.ts";
import { day, inWords, TO_PERSON } from "../words.ts";

/** The page for one school. `more`: what is added to each address (`?urn=…`, for the hub's staff). */
export function programmesPage(school: string, programmes: readonly Programme[], more: string): Html {
  const open = programmes.filter((one) => one.eligible);
  const closed = programmes.filter((one) => !one.eligible);
  return html`<h2>${school}</h2>
${
  open.length === 0
    ? html`<p class="note">There is no programme it can apply for today. What stands in the way is below.</p>`
    : html`<h3>It may apply for</h3><ul class="programmes">${open.map(
        (one) => html`<li>
<b>${inWords(one.stage)} ${one.academicYear}</b> ${one.phase} – ${one.title}<small>Applications until
  ${day(one.closesOn)}${one.checked ? "" : " (not checked yet: the register does not know this school)"}</small>
<a class="button first" href="/apply/${one.id}${more}">Apply<span class="only-read"> for ${inWords(one.stage)}
  ${one.academicYear}, ${one.phase}</span></a></li>`,
      )}</ul>`
}
${
  closed.length === 0
    ? null
    : html`<h3>It may not apply for</h3><ul class="programmes">${closed.map(
        (one) => html`<li>
<b>${inWords(one.stage)} ${one.academicYear}</b> ${one.phase} –
  ${one.title}<ul>${one.reasons.map((reason) => html`<li>${sentenceOfRejection(reason, TO_PERSON)}</li>`)}</ul>${
    onlyFor(one, "prior-stage-missing")
      ? html`<a class="button" href="/apply/${one.id}${more}">Apply, and tell us of the earlier stage</a>`
      : null
  }${
    onlyFor(one, "window-closed")
      ? html`<a class="button" href="/apply/${one.id}/interest${more}">Express an interest<span
              class="only-read"> in ${inWords(one.stage)} ${one.academicYear}, ${one.phase}</span></a>`
      : null
  }</li>`,
      )}</ul>`
}`;
}

/** Whether this alone stands in the way. */
function onlyFor({ reasons }: Programme, wanted: string): boolean {
  return reasons.length > 0 && reasons.every(({ code }) => code === wanted);
}

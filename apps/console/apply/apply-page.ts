// What stands over the form of an application: the programme as its page has it, in our own words, to be read first.

import type { Prospectus } from "../../../libs/prospectus/prospectus.ts";
import type { Applying } from "../../../libs/service/intake/programmes.ts";
import { CAME_BACK } from "../desk.ts";
import { carried, hidden, newKey, type FormState } from "../form-page.ts";
import { html, type Html } from "../html.ts";
import { programmeLinks } from "../programme-links.ts";
import { inWords, programmeInWords } from "../words.ts";

/** For which school and programme it is, what the programme gives, and what else a school weighs before it applies. */
export function programmeToRead({ prospectus, school, urn }: Pick<Applying, "prospectus" | "school" | "urn">): Html {
  const { about, involves, benefits, outcomes, whoCanApply, cost, afterwards, disruption } = prospectus.texts;
  return html`<p>${school?.name ?? `School ${urn}`} · ${programmeInWords(prospectus)}</p>
<h2>What your school gets</h2>${list(benefits)}
<details><summary>What the programme is about</summary><p>${about}</p>${list(involves)}
${outcomes.length === 0 ? null : html`<h3>What your school works towards</h3>${list(outcomes)}`}
${whoCanApply.length === 0 ? null : html`<h3>For whom it is</h3>${list(whoCanApply)}`}
${cost === "" ? null : html`<h3>Cost</h3><p>${cost}</p>`}
${afterwards === "" ? null : html`<h3>What comes afterwards</h3><p>${afterwards}</p>`}
${disruption === null ? null : html`<h3>If things go otherwise</h3><p>${disruption}</p>`}
${linksOf(prospectus)}</details>`;
}

/** The way to the form of another programme, with all that was typed in this one; nothing is sent by it. */
export function applyInstead(
  { id, stage, academicYear }: Pick<Prospectus, "id" | "stage" | "academicYear">,
  urn: string,
  { token, typed }: Pick<FormState, "token" | "typed">,
): Html {
  const sends = html`${hidden({ token, key: newKey() })}${carried(typed)}`;
  return html`<form class="note" method="post" action="/apply/${id}?urn=${urn}">${sends}<input
  type="hidden" name="${CAME_BACK}" value="yes">
<p>What you typed goes with you, and nothing is sent yet.</p>
<p><button class="button first">Apply for ${inWords(stage)} ${academicYear} instead</button></p></form>`;
}

const list = (lines: readonly string[]): Html => html`<ul>${lines.map((one) => html`<li>${one}</li>`)}</ul>`;

/** What the programme leads to, and the code of its project. */
function linksOf(prospectus: Prospectus): Html {
  const { projectCode } = prospectus;
  return html`${projectCode === null ? null : html`<p>National project: ${projectCode.value}</p>`}${programmeLinks(
    prospectus,
  )}`;
}

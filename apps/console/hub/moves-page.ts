// Schools that one hub asks of another: what is asked of this hub, to be decided, and what it asks itself.

import type { Principal } from "../../../libs/service/access/principal.ts";
import type { MoveAsked } from "../../../libs/service/journeys/moves.ts";
import { html, type Html } from "../html.ts";
import { day, hubInWords, programmeOfId } from "../words.ts";
import { doneBanner } from "../look/parts.ts";

/** `done`: what has just been done, in words; `next`: of the page before, where there is more. */
export interface MovesLook {
  principal: Principal;
  today: string;
  done: string | null;
  next: string | null;
}

/** The page. */
export function movesPage(moves: readonly MoveAsked[], look: MovesLook): Html {
  const { done, next } = look;
  return html`${doneBanner(done)}
<p>A school goes to another hub by its own word, by its hub’s, or by an operator’s; never by the new hub’s alone.</p>
${
  moves.length === 0
    ? html`<p class="note">No school is asked for.</p>`
    : html`<div class="wide"><table><thead><tr><th scope="col">School</th><th scope="col">Asked for</th><th
  scope="col">Waits for</th><th scope="col">What can be done</th></tr></thead>
<tbody>${moves.map((one) => line(one, look))}</tbody></table></div>`
}
${next === null ? null : html`<p><a class="button" href="/moves?after=${next}">More</a></p>`}`;
}

function line(one: MoveAsked, { principal, today }: MovesLook): Html {
  const { journey, urn, school, from, to, prospectus, askedAt, until, waitsFor } = one;
  const way = `/journeys/${journey}/move-to-hub?then=moves`;
  const called = school ?? `School ${urn}`;
  const decides = principal.role === "operator" || (principal.hub === from && principal.role !== "auditor");
  const waits =
    waitsFor === "operator"
      ? html`<span class="tag late">An operator</span><small>${hubInWords(from)} had until ${day(until)}</small>`
      : html`${hubInWords(from)}<small>until ${day(until)}${until < today ? ", then an operator" : ""}</small>`;
  return html`<tr><th scope="row">${called}<small>URN ${urn}</small></th>
<td>${hubInWords(to)}<small>${programmeOfId(prospectus)}, asked on ${day(askedAt)}</small></td><td>${waits}</td>
<td>${
    decides
      ? html`<a href="${way}&hub=${to}">Let it go</a> · <a
    href="${way}&hub=${from}">Keep it</a><span class="only-read">: ${called}</span>`
      : "Its hub decides"
  }</td></tr>`;
}

// The Work Groups that somebody sees.

import type { GroupSeen } from "../../../libs/service/work-groups/group-in-full.ts";
import { html, type Html } from "../html.ts";
import { inWords, programmeOfId } from "../words.ts";
import { phaseOf, placesInWords } from "./group-page.ts";

/** The list. `mayForm`: of the hub's own staff. */
export function groupsPage(groups: readonly GroupSeen[], next: string | null, mayForm: boolean): Html {
  const line = (one: GroupSeen): Html => html`<tr><th scope="row"><a
      href="/groups/${one.id}">${one.name}</a><small>${
        one.status === "ended" ? "Ended" : inWords(one.delivery)
      }</small></th>
<td>${programmeOfId(one.prospectus)}<small>${phaseOf(one.prospectus)}</small></td>
<td>${placesInWords(one)}${
    one.warning === null
      ? null
      : html`<small
  class="fault">${one.warning}</small>`
  }</td><td>${one.waiting}</td></tr>`;
  return html`${mayForm ? html`<p><a class="button first" href="/groups/new">Form a Work Group</a></p>` : null}
${
  groups.length === 0
    ? html`<p class="note">There is no Work Group yet.</p>`
    : html`<div class="wide"><table><thead><tr><th scope="col">Work Group</th><th scope="col">Programme</th><th
      scope="col">Places</th><th scope="col">Waiting</th></tr></thead>
<tbody>${groups.map(line)}</tbody></table></div>`
}
${next === null ? null : html`<p><a class="button" href="/groups?after=${next}">More Work Groups</a></p>`}`;
}

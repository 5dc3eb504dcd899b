// The Work Groups that have fewer schools than they are to have, above the tasks of a morning.

import type { GroupSeen } from "../../../libs/service/work-groups/group-in-full.ts";
import { html, type Html } from "../html.ts";
import { day } from "../words.ts";

/** One line a group, with the way to decide; nothing where there is none. `today` in London. */
export function groupsBelow(groups: readonly GroupSeen[], today: string): Html | null {
  const found = groups.flatMap(({ id, below, warning }) => (below === null ? [] : [{ id, below, warning }]));
  if (found.length === 0) return null;
  return html`<section class="waits" aria-labelledby="below"><h2 id="below">Work Groups with too few schools</h2>
<ul>${found.map(
    ({ id, below, warning }) => html`<li><a href="/groups/${id}">${id}</a>
  <span class="tag ${below < today ? "late" : ""}">To be decided by ${day(below)}</span> ${warning ?? ""}
  <a class="button"
  href="/groups/${id}/decide-group">Decide<span class="only-read"> what becomes of ${id}</span></a></li>`,
  )}</ul></section>`;
}

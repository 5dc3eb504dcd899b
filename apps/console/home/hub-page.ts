// Journeys at a glance, as hub staff see them.

import type { HubAtAGlance, JourneyAtAGlance, Show } from "../../../libs/service/journeys/at-a-glance.ts";
import type { GroupNaming } from "../../../libs/words/group-name.ts";
import { html, type Html } from "../html.ts";
import { comingInWords } from "../naming.ts";
import { button, subNavigation } from "../look/parts.ts";
import { hubInWords, inWords, low } from "../words.ts";

/**
 * The table of journeys, with the totals over it. `base`: the address of the list; `withHub`: for who sees several
 * hubs; `called`: what
 * Work Groups are called; `temporalUiUrl`: for who looks at workflows.
 */
export function hubPage(
  { items, next, journeys, owing, tasks }: HubAtAGlance,
  show: Show,
  more: { base: string; withHub: boolean; temporalUiUrl: string | null; called: GroupNaming },
): Html {
  const view = (of: Show, number: number, words: string) => ({
    href: `${more.base}?show=${of}`,
    words: `${number} ${words}`,
    here: show === of,
  });
  const views = [
    view("all", journeys, journeys === 1 ? "journey" : "journeys"),
    view("owing", owing, owing === 1 ? "owes something" : "owe something"),
    view("tasks", tasks, "with an open task"),
  ];
  return html`${subNavigation("Journeys", views)}
${items.length === 0 ? html`<p class="note">There is nothing to show.</p>` : table(items, more)}
${next === null ? null : html`<p>${moreJourneys(`${more.base}?show=${show}&after=${next}`)}</p>`}
${
  more.temporalUiUrl === null
    ? null
    : html`<p><a href="${more.temporalUiUrl}">Workflows, in the Temporal Web
  UI</a> (without a sign-in, on this machine only)</p>`
}`;
}

interface LineLook {
  withHub: boolean;
  called: GroupNaming;
}

const moreJourneys = (href: string): Html => button("More journeys", { look: "second", href });

function table(items: readonly JourneyAtAGlance[], look: LineLook): Html {
  return html`<div class="wide"><table><caption>By school. What is owed is what the school has missed in its
    stage-year.</caption>
<thead><tr><th scope="col">School</th>${look.withHub ? html`<th scope="col">Hub</th>` : null}<th scope="col">Stage and
  year</th><th scope="col">Status</th>
<th scope="col">Owed</th><th scope="col">Next</th><th scope="col">Open tasks</th></tr></thead>
<tbody>${items.map((item) => line(item, look))}</tbody></table></div>`;
}

function line({ row, school, owed, tasks, coming }: JourneyAtAGlance, { withHub, called }: LineLook): Html {
  const { urn, phase, hub, stage, academicYear, workGroup, status } = row;
  const next = coming && comingInWords(coming, "the", called);
  return html`<tr><th scope="row"><a href="/journeys/${row.id}">${school ?? `School ${urn}`}</a><small>${urn} ·
    ${phase}</small></th>
${withHub ? html`<td>${hubInWords(hub)}</td>` : null}
<td>${stage === null ? "–" : inWords(stage)} ${academicYear}<small>${
    workGroup === null
      ? null
      : html`<a
  href="/groups/${workGroup}">${called(workGroup)}</a>`
  }</small></td>
<td><span class="tag">${inWords(status)}</span></td>
<td>${
    owed.length === 0
      ? "Nothing"
      : html`<span class="tag late">${owed.length}
  missed</span><small>${owed.map(low).join(", ")}</small>`
  }</td>
<td>${next === null ? "Nothing by itself" : html`${next.on}<small>${next.says}</small>`}</td>
<td>${tasks === 0 ? "–" : html`<span class="tag late">${tasks} open</span>`}</td></tr>`;
}

// When the hub takes applications for each programme: as the page says, or as the hub has said itself.

import type { WindowNow } from "../../../libs/service/hubs/windows.ts";
import { html, type Html } from "../html.ts";
import { day, inWords } from "../words.ts";
import { doneBanner } from "../look/parts.ts";

/** The table of windows. `done`: one was just set. */
export function windowsPage(lines: readonly WindowNow[], done: boolean): Html {
  return html`${doneBanner(done ? "The window stands as you set it. Applications are judged by it from now on." : null)}
<div class="wide"><table><caption>Both days are part of a window.</caption><thead><tr><th scope="col">Programme</th><th
  scope="col">Opens</th><th scope="col">Closes</th><th scope="col">Who says so</th><th
    scope="col">Change</th></tr></thead>
<tbody>${lines.map(
    (one) => html`<tr><th scope="row">${inWords(one.stage)}
      ${one.academicYear}<small>${one.phase}</small></th><td>${day(one.opensOn)}</td><td>${day(one.closesOn)}</td>
<td>${one.own ? "Your hub" : "The programme’s page"}</td>
<td><a href="/windows/${one.id}">Set<span class="only-read"> the window of ${inWords(one.stage)} ${one.academicYear},
  ${one.phase}</span></a></td></tr>`,
  )}</tbody></table></div>`;
}

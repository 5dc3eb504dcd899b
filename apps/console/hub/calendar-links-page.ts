// The links to a hub's calendars: who reads what lies ahead without a sign-in, until when, and a way to end it.

import type { LinkSeen } from "../../../libs/service/ahead/calendar-links.ts";
import { html, type Html } from "../html.ts";
import { day, inWords } from "../words.ts";

/** `token`, `key`: of the forms; `now`: an instant, to tell what has ended; `done`: what has just been done. */
export interface LinksLook {
  token: string;
  key: string;
  now: string;
  done: string | null;
}

/** The list of links, each that still stands with its button. */
export function calendarLinksPage(links: readonly LinkSeen[], look: LinksLook): Html {
  return html`${look.done === null ? null : html`<p class="note done" role="status">${look.done}</p>`}
<p>Whoever has such a link reads a calendar without signing in. It ends by itself; revoke it where somebody should not
  have it any more.</p>
${
  links.length === 0
    ? html`<p class="note">Nobody has made a link to a calendar of this hub.</p>`
    : html`<div class="wide"><table><thead><tr><th scope="col">Calendar of</th><th scope="col">Made by</th><th
    scope="col">Made on</th><th scope="col">Good until</th><th scope="col">Link</th></tr></thead>
<tbody>${links.map((link) => line(link, look))}</tbody></table></div>`
}`;
}

function line({ id, kind, of, madeBy, madeAt, expiresAt, revokedAt }: LinkSeen, { token, key, now }: LinksLook): Html {
  const stands =
    revokedAt !== null
      ? html`Revoked on ${day(revokedAt)}`
      : expiresAt <= now
        ? html`Has ended`
        : html`<form method="post" action="/calendar-links/${id}/revoke"><input type="hidden" name="token"
  value="${token}"><input type="hidden" name="key" value="${key}"><button>Revoke<span
  class="only-read"> the link to ${of}</span></button></form>`;
  const days = [madeAt, expiresAt].map((at) => html`<td>${day(at)}</td>`);
  const what = html`<th scope="row">${inWords(kind)} ${of}</th>`;
  return html`<tr>${what}<td><code>${madeBy}</code></td>${days}<td>${stands}</td></tr>`;
}

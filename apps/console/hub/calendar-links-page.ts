// The links to a hub's calendars: who reads what lies ahead without a sign-in, until when, and a way to end it.

import type { LinkSeen } from "../../../libs/service/ahead/calendar-links.ts";
import type { GroupNaming } from "../../../libs/words/group-name.ts";
import { html, type Html } from "../html.ts";
import { hidden } from "../form-page.ts";
import { day, hubInWords, inWords } from "../words.ts";
import { choose, doneBanner, filterForm } from "../look/parts.ts";

/**
 * `token`, `key`: of the forms; `now`: an instant, to tell what has ended; `done`: what has just been done; `who`
 * looks; `hubs`: those that may be chosen instead of `hub`; `names` of schools, by journey; `called`: what Work
 * Groups are called.
 */
export interface LinksLook {
  token: string;
  key: string;
  now: string;
  done: string | null;
  who: string;
  hub: string;
  hubs: readonly string[];
  names: ReadonlyMap<string, string>;
  called: GroupNaming;
}

/** The list of links, each that still stands with its button. */
export function calendarLinksPage(links: readonly LinkSeen[], look: LinksLook): Html {
  return html`${doneBanner(look.done)}
${look.hubs.length === 0 ? null : whichHubPage(look.hubs, look.hub)}
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

/** The choice of a hub, for who sees all. */
export function whichHubPage(hubs: readonly string[], chosen: string): Html {
  const choices = hubs.map((code) => [code, hubInWords(code)] as const);
  return filterForm("/calendar-links", [choose({ id: "hub", name: "hub", label: "Hub" }, choices, chosen)]);
}

/** People are known here by their sign-in's opaque ids: what can be said of them is what they see. */
const MAKERS: Readonly<Record<LinkSeen["sees"], string>> = {
  school: "A contact of the school",
  "work-groups": "A Work Group lead",
  hub: "Somebody at the hub",
  "every-hub": "An operator or auditor",
};

function line(link: LinkSeen, { token, key, now, who, hub, names, called }: LinksLook): Html {
  const { id, kind, of, sees, madeBy, madeAt, expiresAt, revokedAt } = link;
  const [name, code] = whatOf(link, names, called);
  const stands =
    revokedAt !== null
      ? html`Revoked on ${day(revokedAt)}`
      : expiresAt <= now
        ? html`Has ended`
        : html`<form method="post" action="/calendar-links/${id}/revoke">${hidden({ token, key })}<input type="hidden"
  name="hub" value="${hub}"><button>Revoke<span class="only-read"> the link to ${name}</span></button></form>`;
  const days = [madeAt, expiresAt].map((at) => html`<td>${day(at)}</td>`);
  const to = kind === "journey" ? `/journeys/${of}` : kind === "work-group" ? `/groups/${of}` : null;
  const what = html`<th scope="row">${to === null ? name : html`<a href="${to}">${name}</a>`}${
    code === null ? null : html`<small>${code}</small>`
  }</th>`;
  const maker = madeBy === who ? "You" : MAKERS[sees];
  return html`<tr>${what}<td>${maker}</td>${days}<td>${stands}</td></tr>`;
}

/** What a link is of, by name, and what more is to be said of it. */
function whatOf(
  { kind, of }: LinkSeen,
  names: ReadonlyMap<string, string>,
  called: GroupNaming,
): [name: string, more: string | null] {
  if (kind === "hub") return [hubInWords(of), "The whole hub"];
  if (kind === "work-group") return [called(of), "Work Group"];
  return [
    names.get(of) ?? `School ${of.slice(0, 6)}`,
    `${inWords(of.slice(of.indexOf("-") + 1))}, URN ${of.slice(0, 6)}`,
  ];
}

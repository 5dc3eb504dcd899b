// Why a grant, a reminder or an escalation is as it is: one step after the other, each with its rule and the page it
// comes from.

import type { Cited, Explanation, Link } from "../../../libs/journey/why/explanation.ts";
import { localTime } from "../../../libs/calendar/instants.ts";
import { html, type Html } from "../html.ts";
import { dayFilter } from "../form-controls.ts";
import { filterForm } from "../look/parts.ts";
import { day, roleInWords } from "../words.ts";
import { ROLES, type Role } from "../../../libs/service/access/principal.ts";

/**
 * The chain. `journey`: the address of its page; `day`: the one asked for, empty for now; `proof`: where all that
 * proves a grant is, for who may see a hub's money.
 */
export function whyPage(
  { stands, chain, asOf }: Explanation,
  {
    action,
    journey,
    school,
    day: asked,
    proof,
  }: { action: string; journey: string; school: string; day: string; proof: string | null },
): Html {
  const until = dayFilter("asOf", "As it was at the end of which day?", asked);
  return html`<p>${school}. As of ${day(asOf)}, ${localTime(asOf)}.</p><p
    class="note"><strong>${stands}</strong></p>
<ol class="why">${chain.map(step)}</ol>
${filterForm(action, [until], "Look")}
${
  proof === null
    ? null
    : html`<p><a href="${proof}">Download all that proves it</a>, or
    <a href="${proof}?as=csv">as a file for a spreadsheet</a>.</p>`
}
<p><a href="${journey}">Back to ${school}</a></p>`;
}

function step({ at, says, by, rule, seq }: Link): Html {
  const who =
    by === null ? "By time itself" : `By ${isRole(by.role) ? `the ${roleInWords(by.role).toLowerCase()}` : "somebody"}`;
  return html`<li><b>${day(at)}</b>, ${localTime(at)}. ${says} <small>${who}. Event
    ${seq}.</small>${rule === null ? null : cited(rule)}</li>`;
}

function cited({ says, source, page, place, quotes, hub }: Cited): Html {
  const from =
    source === "page"
      ? html` <small>Page: ${
          page === null
            ? "of the programme"
            : isAddress(page)
              ? html`<a
        href="${page}">${page}</a>`
              : page
        }${place === null ? null : html` (${place})`}${quotes === null ? null : html`: ${quotes}`}.</small>`
      : hub !== null
        ? html` <small>No page states this: the hub has decided it.</small>`
        : source === "assumption"
          ? html` <small>No page states this: an assumption${quotes === null ? "" : ` (${quotes})`}.</small>`
          : null;
  return html`<div class="hint">Rule: ${says}${from}</div>`;
}

const isRole = (role: string): role is Role => (ROLES as readonly string[]).includes(role);
const isAddress = (page: string): boolean => /^https?:\/\//u.test(page);

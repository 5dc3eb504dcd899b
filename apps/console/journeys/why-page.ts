// Why a grant, a reminder or an escalation is as it is: one step after the other, each with its rule and the page it
// comes from.

import type { Cited, Explanation, Link } from "../../../libs/journey/why/explanation.ts";
import { localTime } from "../../../libs/calendar/instants.ts";
import { html, type Html } from "../html.ts";
import { dayFilter } from "../form-controls.ts";
import { filterForm } from "../look/parts.ts";
import { day, roleInWords } from "../words.ts";
import { ROLES, type Role } from "../../../libs/service/access/principal.ts";

/** The chain. `journey`: the address of its page; `asOf`: the day asked for, empty for now. */
export function whyPage(
  { stands, chain, asOf }: Explanation,
  { action, journey, school, day: asked }: { action: string; journey: string; school: string; day: string },
): Html {
  const until = dayFilter("asOf", "As it was at the end of which day?", asked);
  return html`<p>${school}. As of ${day(asOf)}, ${localTime(asOf)}.</p><p
    class="note"><strong>${stands}</strong></p>
<ol class="why">${chain.map(step)}</ol>
${filterForm(action, [until], "Look")}
<p><a href="${journey}">Back to ${school}</a></p>`;
}

function step({ at, says, by, rule, seq }: Link): Html {
  const who =
    by === null
      ? "By time itself"
      : html`By <code>${by.who}</code>${isRole(by.role) ? `, ${roleInWords(by.role).toLowerCase()}` : ""}`;
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

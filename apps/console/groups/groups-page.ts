// The page of one Work Group.

import { timesOfDay } from "../../../libs/calendar/long-dates.ts";
import { slugOf } from "../../../libs/service/commands/journey-commands.ts";
import type { GroupFacts } from "../../../libs/service/work-groups/group-facts.ts";
import type { GroupSeen, SessionSeen } from "../../../libs/service/work-groups/group-in-full.ts";
import { turnInWords } from "../../../libs/work-group/describe.ts";
import { html, type Html } from "../html.ts";
import { day, inWords, moment, programmeOfId } from "../words.ts";
import { GROUP_WORDS, type GroupAction } from "./group-actions.ts";
import { doneBanner } from "../look/parts.ts";

/**
 * One Work Group. `now`: what this person may do with it; `done`: what has just been done, in words; `skipped`: schools
 * that were passed over.
 */
export function groupPage(
  facts: GroupFacts,
  now: readonly GroupAction[],
  done: string | null,
  skipped: readonly { journey: string; why: string }[],
): Html {
  const { group } = facts;
  return html`${doneBanner(done)}
${
  skipped.length === 0
    ? null
    : html`<p class="note late-note"><strong>Passed over:</strong>
  ${skipped.map(({ journey, why }) => `${nameIn(facts, journey)} (${why})`).join(", ")}.</p>`
}
${group.warning === null ? null : html`<p class="note late-note">${group.warning}</p>`}
${
  group.below === null
    ? null
    : html`<p class="note late-note">What becomes of it is to be decided by ${day(group.below)}: wait for more schools,
  join another group, or go on.</p>`
}
<dl><dt>Programme</dt><dd>${programmeOfId(group.prospectus)},
  ${phaseOf(group.prospectus)}${group.also.map((one) => html`<br>also ${programmeOfId(one)}, ${phaseOf(one)}`)}</dd>
<dt>Places</dt><dd>${places(group)}</dd>
<dt>Lead</dt><dd>${inWords(group.leadRole)}<br><code>${group.lead}</code></dd><dt>It
  meets</dt><dd>${inWords(group.delivery)}</dd></dl>
${
  now.length === 0
    ? null
    : html`<ul
  class="actions">${now
    .filter((one) => one !== "TakeRegister")
    .map(
      (one) => html`<li><a class="button"
    href="/groups/${group.id}/${slugOf(one)}">${GROUP_WORDS[one].title}</a></li>`,
    )}</ul>`
}
<p><a href="/groups/${group.id}/outcomes">Who completed the year</a></p>
${sessions(facts, now)}${schools(facts, now)}${waitlist(facts)}${applications(facts, now)}${
    now.includes("ChangeLead")
      ? html`<p><a href="/groups/${group.id}/letters-ahead">Letters to come of its schools</a></p>
<p><a href="/groups/${group.id}/redactions">Take a name out of what was written</a></p>`
      : null
  }`;
}

const at = (one: SessionSeen): Html | null => (one.startsAt === null ? null : html`<small>${timesOfDay(one)}</small>`);

/** Where to come or to click, so far as it is known. */
function whereTo({ where, place, link }: SessionSeen): Html | null {
  if (where === "online")
    return link === null ? null : html`<small><a href="${link}" rel="noreferrer">Link to join</a></small>`;
  return place === null ? null : html`<small>${place}</small>`;
}

function sessions({ group }: GroupFacts, now: readonly GroupAction[]): Html {
  const link = (code: string, name: GroupAction, words: string): Html | null =>
    now.includes(name)
      ? html`<a href="/groups/${group.id}/${slugOf(name)}?session=${code}">${words}<span class="only-read">
        ${inWords(code)}</span></a> `
      : null;
  const register = (status: string): string => (status === "held" ? "Register again" : "Take the register");
  const ways = ({ code, status }: (typeof group.sessions)[number]): Html =>
    html`${status === "cancelled" ? null : link(code, "TakeRegister", register(status))}
    ${status === "held" ? null : link(code, "MoveSession", "Change")}
    ${status === "scheduled" ? link(code, "CancelSession", "Call off") : null}`;
  const look = (status: string): string => (status === "held" ? "done" : status === "cancelled" ? "late" : "");
  return html`<section aria-labelledby="sessions"><h2 id="sessions">Sessions</h2><div
    class="wide"><table><thead><tr><th scope="col">Session</th><th scope="col">Day</th><th scope="col">How</th><th
      scope="col">Status</th><th scope="col">Do</th></tr></thead>
<tbody>${group.sessions.map(
    (one) => html`<tr><th
  scope="row">${inWords(one.code)}</th><td>${day(one.on)}${at(one)}</td>
  <td>${inWords(one.length)}, ${one.where === "online" ? "online" : "in person"}${whereTo(one)}</td><td><span
      class="tag ${look(one.status)}">${inWords(one.status)}</span></td><td
        class="ways">${ways(one)}</td></tr>`,
  )}</tbody></table></div></section>`;
}

function schools(facts: GroupFacts, now: readonly GroupAction[]): Html {
  const { group, teachers } = facts;
  const holding = group.schools;
  if (holding.length === 0)
    return html`<section aria-labelledby="schools"><h2 id="schools">Schools</h2><p>No school holds a place
      yet.</p></section>`;
  const teachersOf = (journey: string): Html[] =>
    teachers
      .filter((one) => one.journey === journey)
      .map((one) => html`${one.name ?? "A teacher"}<small>${inWords(one.role)}</small>`);
  const line = ({ journey, status, since }: (typeof holding)[number]): Html => html`<tr><th scope="row"><a
    href="/journeys/${journey}">${nameIn(facts, journey)}</a></th>
<td>${status === "taken" ? "Takes part" : "Is offered a place"}<small>since ${day(since)}</small></td>
<td class="keep">${teachersOf(journey)}</td>
<td class="ways">${
    status === "taken" && now.includes("BookSupportVisit")
      ? html`<a
  href="/groups/${group.id}/book-support-visit?journey=${journey}">Book a visit</a><br><a
    href="/journeys/${journey}/record-support-visit">Record a visit</a>`
      : null
  }</td></tr>`;
  return html`<section aria-labelledby="schools"><h2 id="schools">Schools</h2><div class="wide"><table><thead><tr><th
    scope="col">School</th><th scope="col">Place</th><th scope="col">Teachers</th><th
      scope="col">Visits</th></tr></thead>
<tbody>${holding.map(line)}</tbody></table></div></section>`;
}

function waitlist(facts: GroupFacts): Html | null {
  const { waitlist: waiting } = facts.group;
  if (waiting.length === 0) return null;
  return html`<section aria-labelledby="waitlist"><h2 id="waitlist">Waitlist, in its
    order</h2><ol>${waiting.map(
      (one) => html`<li><a href="/journeys/${one.journey}">${nameIn(facts, one.journey)}</a>
      – ${turnInWords(one, moment)}</li>`,
    )}</ol></section>`;
}

function applications(facts: GroupFacts, now: readonly GroupAction[]): Html | null {
  const { group } = facts;
  if (facts.applications.length === 0 || !now.includes("ChangeLead")) return null;
  return html`<section aria-labelledby="applications"><h2 id="applications">Applications for this programme that wait
    for an answer</h2><ul>${facts.applications.map(
      (journey) =>
        html`<li><a href="/journeys/${journey}">${nameIn(facts, journey)}</a> – <a
        href="/journeys/${journey}/offer-place?workGroup=${group.id}">offer a place here</a></li>`,
    )}</ul></section>`;
}

/** What a school is called. */
export function nameIn({ schools: names }: Pick<GroupFacts, "schools">, journey: string): string {
  return names.get(journey) ?? `School ${journey.slice(0, 6)}`;
}

const phaseOf = (prospectus: string): string => /\/([a-z]+)-/u.exec(prospectus)?.[1] ?? "";

function places({ places: { most, reserved, taken, free } }: GroupSeen): string {
  const held = `${taken} taken, ${reserved} offered`;
  return most === null ? held : `${held}, ${free} of ${most} free`;
}

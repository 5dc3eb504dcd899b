// One of the applications that wait for the hub, with all that is weighed and what can be done.

import type { Triaged } from "../../../libs/service/intake/triage.ts";
import { ROUTED_COMMANDS, slugOf, type RoutedCommand } from "../../../libs/service/commands/journey-commands.ts";
import { sentenceOfRejection } from "../../../libs/words/rejection.ts";
import { turnInWords } from "../../../libs/work-group/describe.ts";
import type { GroupNaming } from "../../../libs/words/group-name.ts";
import { html, type Html } from "../html.ts";
import { ACTION_WORDS } from "../journeys/action-words.ts";
import { day, inWords, moment, programmeOfId, toPerson } from "../words.ts";

type Partner = Triaged["partners"][number];

/**
 * `texts`: the schools' reasons and the hub's questions, by id. `criterion`: one of a programme's in its words.
 * `groups`: what Work Groups are called, by their ids.
 */
export interface TriageWords {
  texts: ReadonlyMap<string, string>;
  criterion(prospectus: string, code: string): string;
  /** What Work Groups are called. */
  called: GroupNaming;
}

/** One application. */
export function application(one: Triaged, { texts, criterion, called }: TriageWords): Html {
  const {
    journey,
    urn,
    school,
    prospectus,
    status,
    receivedAt,
    daysWaiting,
    reasonsId,
    eligibility,
    asked,
    turn,
    offer,
  } = one;
  const reasons = reasonsId === null ? undefined : texts.get(reasonsId);
  const question = asked?.reasonId ? texts.get(asked.reasonId) : undefined;
  const partners = one.partners.map((each) => partner(each, texts));
  const criteria = eligibility.criteria.map((code) => html`${criterion(prospectus, code)}<br>`);
  const line = (term: string, says: Html | string): Html => html`<dt>${term}</dt><dd>${says}</dd>`;
  return html`<section class="waits" aria-labelledby="t-${journey}"><h2 id="t-${journey}"><a
    href="/journeys/${journey}">${school ?? `School ${urn}`}</a></h2>
<p><span class="tag">${inWords(status)}</span> ${programmeOfId(prospectus)} · URN ${urn} · received ${day(receivedAt)},
  ${daysWaiting === 0 ? "today" : daysWaiting === 1 ? "1 day ago" : `${daysWaiting} days ago`}</p>
${
  eligibility.since.length === 0
    ? null
    : html`<p class="note late-note"><strong>Stands against it now:</strong>
  ${eligibility.since.map((one) => sentenceOfRejection(one, toPerson(called))).join(" ")}</p>`
}
<dl>${reasons === undefined ? null : line("Why the school applies", reasons)}
${criteria.length === 0 ? null : line("Criteria", html`${criteria}`)}
${asked === null ? null : line("Asked", html`${day(asked.at)}${question === undefined ? "" : `: “${question}”`}`)}
${turn === null ? null : line("Its turn", turnInWords(turn, moment, called))}
${offer === null ? null : line("Offered", offeredIn(offer, called))}
${partners.length === 0 ? null : line("Wishes to be with", html`${partners}`)}
${line("Room", roomIn(one, called))}</dl>
<ul class="actions">${actionsOf(one).map(
    (name) => html`<li><a class="button"
  href="/journeys/${journey}/${slugOf(name)}">${ACTION_WORDS[name].title}<span class="only-read">:
    ${school ?? urn}</span></a></li>`,
  )}</ul></section>`;
}

function partner({ school, urn, status, relationshipId }: Partner, texts: ReadonlyMap<string, string>): Html {
  const stands = status === null ? "no application here" : inWords(status).toLowerCase();
  return html`${school ?? `School ${urn}`} (${stands}${told(relationshipId, texts)})<br>`;
}

function offeredIn({ workGroup, respondBy }: NonNullable<Triaged["offer"]>, called: GroupNaming): string {
  return `${workGroup === null ? "A place" : called(workGroup)}, to be answered by ${day(respondBy)}`;
}

function roomIn({ room }: Triaged, called: GroupNaming): Html | string {
  if (room.length === 0) return "No Work Group of this programme has a free place";
  return html`${room.map(
    ({ workGroup, free }) =>
      html`<a href="/groups/${workGroup}">${called(workGroup)}</a>${free === null ? "" : ` (${free} free)`}<br>`,
  )}`;
}

/** What a school wrote of another. */
function told(id: string | null, texts: ReadonlyMap<string, string>): string {
  const text = id === null ? undefined : texts.get(id);
  return text === undefined ? "" : `; “${text}”`;
}

/** The commands that the queue names as routes do. */
function actionsOf({ actions }: Triaged): RoutedCommand[] {
  return ROUTED_COMMANDS.filter((name) => actions.includes(slugOf(name)));
}

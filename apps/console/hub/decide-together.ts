// Pages of one decision on several schools: why, what would come of it for each, and who of a group completed its year.

import type { CameOf } from "../../../libs/service/commands/to-each.ts";
import type { GroupOutcomesList, SchoolOutcome } from "../../../libs/service/work-groups/outcomes.ts";
import { sentenceOfRejection } from "../../../libs/words/rejection.ts";
import type { Page } from "../desk.ts";
import type { Fault } from "../faults.ts";
import { textIn, type FormField } from "../form-fields.ts";
import { carried, faultSummary, hidden, type FormState, idOf } from "../form-page.ts";
import { html, type Html } from "../html.ts";
import { day, inWords, TO_PERSON } from "../words.ts";
import { doneBanner } from "../look/parts.ts";
import { fieldShown } from "../form-controls.ts";

type State = Omit<FormState, "action">;
/** What is decided: its title, where its form goes, and the way back. `names`: of the schools, by journey. */
export interface Together {
  words: { title: string; action: string; back: string };
  names: ReadonlyMap<string, string>;
  again(faults: readonly Fault[], key: string): Page;
}

/** Why it is decided so, for all of these schools. */
export function reasonPage(words: Together["words"], schools: readonly string[], state: State): Page {
  const body = html`<p>For ${schools.length === 1 ? "one school" : `these ${schools.length} schools`}:
  ${schools.join(", ")}. First you see what would come of it for each.</p>
${faultSummary(state.faults)}<form class="form" method="post" action="${words.action}"
  novalidate>${hidden(state)}${carried({ ...state.typed, reason: undefined })}
${reasonField(state)}<p><button class="button first">Continue</button></p></form>
<p><a href="${words.back}">Back</a></p>`;
  return { title: words.title, body };
}

const REASON: FormField = { kind: "words", name: "reason", label: "Why", required: true };
const reasonField = (state: State): Html => fieldShown(REASON, idOf(REASON.name), state);

/** What would come of it, or what came, school by school. */
export function lookPage(
  words: Together["words"],
  came: readonly CameOf[],
  names: Together["names"],
  preview: boolean,
  state: State,
): Page {
  const taken = came.filter(({ outcome }) => outcome === "accepted").length;
  const look = html`<p class="note"><strong>Nothing is recorded yet.</strong> It would be taken for ${taken} of
    ${came.length} schools.</p>${
      taken === 0
        ? null
        : html`<form class="form" method="post" action="${words.action}" novalidate>${hidden(state)}${carried({
            ...state.typed,
            confirm: "yes",
          })}<p><button class="button first">Confirm for
            ${taken === 1 ? "one school" : `${taken} schools`}</button></p></form>`
    }`;
  const done = doneBanner(`It is recorded for ${taken} of ${came.length} schools.`);
  const line = ({ journey, because }: CameOf): Html => html`<tr><th scope="row"><a
    href="/journeys/${journey}">${names.get(journey) ?? journey}</a></th><td>${
      because === null ? (preview ? "Would be taken" : "Recorded") : sentenceOfRejection(because, TO_PERSON)
    }</td></tr>`;
  const body = html`${preview ? look : done}<div class="wide"><table><thead><tr><th scope="col">School</th><th
    scope="col">What comes of it</th></tr></thead><tbody>${came.map(line)}</tbody></table></div>
<p><a href="${words.back}">Back</a></p>`;
  return { title: words.title, body };
}

/**
 * Who of a Work Group completed its year: what the meetings say is chosen already, from the day on which they say it.
 */
export function outcomesPage(
  workGroup: string,
  { from, schools }: GroupOutcomesList,
  mayConfirm: boolean,
  state: State,
): Page {
  const title = `Who completed the year: ${workGroup}`;
  const choice = (one: SchoolOutcome): Html | string => {
    if (!mayConfirm) return one.decided === null ? "Not decided yet" : "";
    if (one.readiness) return html`<a href="/journeys/${one.journey}/confirm-readiness">Is it Mastery Ready?</a>`;
    const usual = one.decided === null ? (one.proposed === "completed" ? "completed" : "") : "";
    const chosen = textIn(state.typed, `as.${one.journey}`) || usual;
    const option = (value: string, words: string): Html =>
      html`<option value="${value}"${chosen === value ? html` selected` : null}>${words}</option>`;
    return html`<label class="only-read" for="as-${one.journey}">${named(one)}</label><select id="as-${one.journey}"
      name="as.${one.journey}">${option("", "Leave as it is")}${option("completed", "Completed")}${option(
        "not-completed",
        "Not completed",
      )}</select>`;
  };
  const line = (one: SchoolOutcome): Html => html`<tr><th scope="row"><a
    href="/journeys/${one.journey}">${named(one)}</a></th><td>${one.filled} of ${one.places}${
      one.before === 0 ? null : html`<small>${one.before} of them at meetings before it came</small>`
    }</td><td>${one.proposed === null ? html`From ${day(from)}` : inWords(one.proposed)}</td><td>${
      one.decided === null ? inWords(one.outcome) : one.decided ? "Completed" : "Not completed"
    }</td><td>${choice(one)}</td></tr>`;
  const table = html`<div class="wide"><table><thead><tr><th scope="col">School</th><th scope="col">Places filled at
    meetings</th><th scope="col">What that comes to</th><th scope="col">As it stands</th><th
    scope="col">Decide</th></tr></thead><tbody>${schools.map(line)}</tbody></table></div>`;
  const open = mayConfirm && schools.some(({ readiness }) => !readiness);
  const early = schools.some(({ proposed }) => proposed === null);
  const later = html`<p class="note">The list is not there yet: what the meetings come to is proposed for every school
    from ${day(from)}.</p>`;
  const body = html`${early ? later : null}<p>A year is completed where two thirds of the places at its meetings were
    filled, made up or let go; where nobody decides, that holds on 31 August. Say why where you decide otherwise.</p>
${faultSummary(state.faults)}${
    open
      ? html`<form class="form" method="post" action="/groups/${workGroup}/outcomes" novalidate>${hidden(
          state,
        )}${table}${reasonField(state)}<p><button class="button first">Continue</button></p></form>`
      : table
  }<p><a href="/groups/${workGroup}">Back to the group</a></p>`;
  return { title, body };
}

const named = ({ school, urn }: SchoolOutcome): string => school ?? `School ${urn}`;

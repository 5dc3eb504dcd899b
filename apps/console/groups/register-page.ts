// The register of a session: every school and teacher of the group on one page, sent as one.

import type { GroupFacts, Teacher } from "../../../libs/service/work-groups/group-facts.ts";
import { schoolsAtIt, type Before } from "../../../libs/service/work-groups/register-before.ts";
import { textIn, type Typed } from "../form-fields.ts";
import { faultSummary, hidden, idOf, type FormState } from "../form-page.ts";
import { html, type Html } from "../html.ts";
import { day, inWords } from "../words.ts";
import { nameIn } from "./groups-page.ts";

/** Why somebody was away: codes, so that no free text names a person in an event. */
export const AWAY: readonly { code: string; words: string }[] = [
  { code: "illness", words: "Illness" },
  { code: "not-released", words: "Not released by the school" },
  { code: "leave", words: "Leave" },
  { code: "has-left", words: "Has left the school" },
  { code: "not-known", words: "Not known" },
];

const nameOfTeacher = ({ journey, id }: Pick<Teacher, "journey" | "id">): string => `was.${journey}.${id}`;
const nameOfWhy = ({ journey, id }: Pick<Teacher, "journey" | "id">): string => `why.${journey}.${id}`;
const nameOfHead = (journey: string): string => `head.${journey}`;

/** What the form says before anybody has typed: everyone there, or as it was recorded before. */
export function registerTyped(facts: GroupFacts, on: string, before: Before): Typed {
  const teachers = facts.teachers.map((one): [string, string] => [
    nameOfTeacher(one),
    before.schools.has(one.journey) && !before.present.has(one.id) ? "away" : "there",
  ]);
  return Object.fromEntries([
    ["on", on],
    ...teachers,
    ...[...before.headteachers].map((journey): [string, string] => [nameOfHead(journey), "yes"]),
  ]);
}

/** The one request that the form stands for. */
export function registerBody(facts: GroupFacts, session: string, typed: Typed): Record<string, unknown> {
  const schools = schoolsAtIt(facts).map((journey) => {
    const own = facts.teachers.filter((one) => one.journey === journey);
    const there = own.filter((one) => textIn(typed, nameOfTeacher(one)) === "there");
    const absent = own
      .filter((one) => textIn(typed, nameOfTeacher(one)) === "away")
      .map((one) => {
        const why = textIn(typed, nameOfWhy(one));
        return { participant: one.id, ...(AWAY.some(({ code }) => code === why) && { reasonCode: why }) };
      });
    return {
      journey,
      present: there.map(({ id }) => id),
      absent,
      ...(textIn(typed, nameOfHead(journey)) === "yes" && { headteacher: true }),
    };
  });
  const on = textIn(typed, "on").trim();
  return { session, ...(on !== "" && { on }), schools };
}

/** The page below its title. */
export function registerPage(facts: GroupFacts, session: string, state: FormState): Html {
  const dayFault = state.faults.find(({ field }) => field === "on")?.text ?? null;
  return html`<p>${inWords(session)} of <a href="/groups/${facts.group.id}">${facts.group.id}</a>, planned for
    ${day(facts.group.sessions.find(({ code }) => code === session)?.on ?? "")}. Everyone is down as there: change
      those who were away.</p>
${faultSummary(state.faults)}
<form class="register" method="post" action="${state.action}" novalidate>${hidden(state)}
<div class="field${dayFault === null ? "" : " wrong"}"><label for="${idOf("on")}">The day it was
  held</label>${dayFault === null ? null : html`<span class="fault" id="f-on-fault">${dayFault}</span>`}
<input type="date" id="${idOf("on")}" name="on" value="${textIn(state.typed, "on")}"${
    dayFault === null
      ? null
      : html`
  aria-invalid="true" aria-describedby="f-on-fault"`
  }></div>
${schoolsAtIt(facts).map((journey) => school(facts, journey, state.typed))}
<p><button class="button first">Record the register</button></p></form>`;
}

function school(facts: GroupFacts, journey: string, typed: Typed): Html {
  const own = facts.teachers.filter((one) => one.journey === journey);
  return html`<fieldset class="school"><legend>${nameIn(facts, journey)}</legend>
${
  own.length === 0
    ? html`<p>No teacher of this school is named yet: it is recorded that nobody was
  there.</p>`
    : html`${own.map((one, index) => teacher(one, index, typed))}`
}
<label class="pick"><input type="checkbox" name="${nameOfHead(journey)}"
  value="yes"${textIn(typed, nameOfHead(journey)) === "yes" ? html` checked` : null}> The headteacher was there
    too</label></fieldset>`;
}

function teacher(one: Teacher, index: number, typed: Typed): Html {
  const [was, why] = [nameOfTeacher(one), nameOfWhy(one)];
  const called = `${one.name ?? `Teacher ${index + 1}`}, ${inWords(one.role).toLowerCase()}`;
  const chosen = textIn(typed, was);
  const radio = (value: string, words: string): Html =>
    html`<label><input type="radio" name="${was}" value="${value}"${chosen === value ? html` checked` : null}>
      ${words}<span class="only-read">: ${called}</span></label>`;
  return html`<div class="teacher"><span class="called">${called}</span><span class="picks">${radio("there", "There")}
    ${radio("away", "Away")}</span>
<label><span class="only-read">Why ${called} was away</span><select name="${why}"
  aria-label="Why away: ${called}"><option value="">Why, if away</option>${AWAY.map(
    ({ code, words }) =>
      html`<option value="${code}"${textIn(typed, why) === code ? html` selected` : null}>${words}</option>`,
  )}</select></label></div>`;
}

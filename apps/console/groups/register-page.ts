// The register of a session: every school and teacher of the group on one page, sent as one.

import type { GroupFacts, Teacher } from "../../../libs/service/work-groups/group-facts.ts";
import { schoolsAtIt, type Before } from "../../../libs/service/work-groups/register-before.ts";
import { textIn, type Typed } from "../form-fields.ts";
import { faultSummary, hidden, idOf, type FormState } from "../form-page.ts";
import { html, type Html } from "../html.ts";
import type { Criterion } from "../../../libs/prospectus/prospectus.ts";
import { day, inWords } from "../words.ts";
import { nameIn } from "./groups-page.ts";

/**
 * Why somebody was away: codes of the programme, so that no free text names a person in an event, and none of them says
 * anything of anybody's health.
 */
export type Away = readonly Criterion[];

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
export function registerBody(facts: GroupFacts, away: Away, session: string, typed: Typed): Record<string, unknown> {
  const schools = schoolsAtIt(facts).map((journey) => {
    const own = facts.teachers.filter((one) => one.journey === journey);
    const late = own.filter((one) => textIn(typed, nameOfTeacher(one)) === "late").map(({ id }) => id);
    const there = own.filter((one) => ["there", "late"].includes(textIn(typed, nameOfTeacher(one))));
    const absent = own
      .filter((one) => textIn(typed, nameOfTeacher(one)) === "away")
      .map((one) => {
        const why = textIn(typed, nameOfWhy(one));
        return { participant: one.id, ...(away.some(({ code }) => code === why) && { reasonCode: why }) };
      });
    return {
      journey,
      present: there.map(({ id }) => id),
      ...(late.length > 0 && { late }),
      absent,
      ...(textIn(typed, nameOfHead(journey)) === "yes" && { headteacher: true }),
    };
  });
  const on = textIn(typed, "on").trim();
  const equivalent = textIn(typed, "equivalent");
  const reason = textIn(typed, "reason").trim();
  return {
    session,
    ...(on !== "" && { on }),
    schools,
    ...(equivalent !== "" && { equivalent }),
    ...(reason !== "" && { reason }),
  };
}

/** The page below its title. */
export function registerPage(facts: GroupFacts, away: Away, session: string, state: FormState): Html {
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
${otherwise(state)}
${schoolsAtIt(facts).map((journey) => school(facts, away, journey, state.typed))}
<p><button class="button first">Record the register</button></p></form>`;
}

/** Where it was not as the programme has it: what it was, and why. */
function otherwise({ typed, faults }: FormState): Html {
  const chosen = textIn(typed, "equivalent");
  const option = (value: string, words: string): Html =>
    html`<option value="${value}"${chosen === value ? html` selected` : null}>${words}</option>`;
  const fault = faults.find(({ field }) => field === "reason")?.text ?? null;
  return html`<details${chosen === "" ? null : html` open`}><summary>It was not as the programme has it</summary>
<div class="field"><label for="${idOf("equivalent")}">What it was</label><select id="${idOf("equivalent")}"
  name="equivalent"><option value="">As the programme has it</option>${option(
    "full-day",
    "A full day, for two half-days",
  )}${option("twilight", "A twilight: two of them are one session")}</select></div>
<div class="field${fault === null ? "" : " wrong"}"><label for="${idOf("reason")}">Why</label>${
    fault === null ? null : html`<span class="fault">${fault}</span>`
  }<input id="${idOf("reason")}" name="reason" value="${textIn(typed, "reason")}"></div></details>`;
}

function school(facts: GroupFacts, away: Away, journey: string, typed: Typed): Html {
  const own = facts.teachers.filter((one) => one.journey === journey);
  return html`<fieldset class="school"><legend>${nameIn(facts, journey)}</legend>
${
  own.length === 0
    ? html`<p>No teacher of this school is named yet: it is recorded that nobody was
  there.</p>`
    : html`${own.map((one, index) => teacher(one, away, index, typed))}`
}
<label class="pick"><input type="checkbox" name="${nameOfHead(journey)}"
  value="yes"${textIn(typed, nameOfHead(journey)) === "yes" ? html` checked` : null}> The headteacher was there
    too</label></fieldset>`;
}

function teacher(one: Teacher, away: Away, index: number, typed: Typed): Html {
  const [was, why] = [nameOfTeacher(one), nameOfWhy(one)];
  const called = `${one.name ?? `Teacher ${index + 1}`}, ${inWords(one.role).toLowerCase()}`;
  const chosen = textIn(typed, was);
  const radio = (value: string, words: string): Html =>
    html`<label><input type="radio" name="${was}" value="${value}"${chosen === value ? html` checked` : null}>
      ${words}<span class="only-read">: ${called}</span></label>`;
  return html`<div class="teacher"><span class="called">${called}</span><span class="picks">${radio("there", "There")}
    ${radio("late", "Came late")} ${radio("away", "Away")}</span>
<label><span class="only-read">Why ${called} was away</span><select name="${why}"
  aria-label="Why away: ${called}"><option value="">Why, if away</option>${away.map(
    ({ code, text }) =>
      html`<option value="${code}"${textIn(typed, why) === code ? html` selected` : null}>${text}</option>`,
  )}</select></label></div>`;
}

// The register of a session: every school and teacher of the group on one page, sent as one.

import type { GroupFacts, Teacher } from "../../../libs/service/work-groups/group-facts.ts";
import { schoolsAtIt, type Before } from "../../../libs/service/work-groups/register-before.ts";
import { fieldShown } from "../form-controls.ts";
import { textIn, type FormField, type Typed } from "../form-fields.ts";
import { faultSummary, hidden, idOf, type FormState } from "../form-page.ts";
import { html, type Html } from "../html.ts";
import { aloud, button, details, radios, select, tick } from "../look/parts.ts";
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
  return html`<p>${inWords(session)} of <a href="/groups/${facts.group.id}">${facts.group.id}</a>, planned for
    ${day(facts.group.sessions.find(({ code }) => code === session)?.on ?? "")}. Everyone is down as there: change
      those who were away.</p>
${faultSummary(state.faults)}
<form class="register" method="post" action="${state.action}" novalidate>${hidden(state)}
${fieldShown(DAY, idOf(DAY.name), state)}
${otherwise(state)}
${schoolsAtIt(facts).map((journey) => school(facts, away, journey, state.typed))}
${button("Record the register")}</form>`;
}

const DAY: FormField = { kind: "date", name: "on", label: "The day it was held", required: true };

const OTHERWISE: readonly FormField[] = [
  {
    kind: "select",
    name: "equivalent",
    label: "What it was",
    required: false,
    choices: [
      { value: "full-day", words: "A full day, for two half-days" },
      { value: "twilight", words: "A twilight: two of them are one session" },
    ],
  },
  { kind: "line", name: "reason", label: "Why", required: false },
];

const PICKS = [
  ["there", "There"],
  ["late", "Came late"],
  ["away", "Away"],
] as const;

/** Where it was not as the programme has it: what it was, and why. */
function otherwise(state: FormState): Html {
  const fields = OTHERWISE.map((field) => fieldShown(field, idOf(field.name), state));
  const open = textIn(state.typed, "equivalent") !== "" || state.faults.some(({ field }) => field === "reason");
  return details("It was not as the programme has it", html`${fields}`, open);
}

function school(facts: GroupFacts, away: Away, journey: string, typed: Typed): Html {
  const own = facts.teachers.filter((one) => one.journey === journey);
  return html`<fieldset class="govuk-fieldset govuk-!-margin-bottom-6"><legend
  class="govuk-fieldset__legend govuk-fieldset__legend--m">${nameIn(facts, journey)}</legend>
${
  own.length === 0
    ? html`<p>No teacher of this school is named yet: it is recorded that nobody was
  there.</p>`
    : html`${own.map((one, index) => teacher(one, away, index, typed))}`
}
${tick(
  { id: `f-${nameOfHead(journey)}`, name: nameOfHead(journey), value: "yes" },
  {
    words: "The headteacher was there too",
    whose: `: ${nameIn(facts, journey)}`,
    checked: textIn(typed, nameOfHead(journey)) === "yes",
  },
)}</fieldset>`;
}

function teacher(one: Teacher, away: Away, index: number, typed: Typed): Html {
  const [was, why] = [nameOfTeacher(one), nameOfWhy(one)];
  const called = `${one.name ?? `Teacher ${index + 1}`}, ${inWords(one.role).toLowerCase()}`;
  const chosen = textIn(typed, was);
  const picks = PICKS.map(([value, words]) => ({
    value,
    html: aloud(words, `: ${called}`).text,
    checked: chosen === value,
  }));
  const reasons = away.map(({ code, text }) => ({ value: code, text, selected: textIn(typed, why) === code }));
  return html`<div class="teacher">${radios({
    idPrefix: `f-${was}`,
    name: was,
    classes: "govuk-radios--inline govuk-radios--small",
    fieldset: { legend: { text: called } },
    items: picks,
  })}${select({
    id: `f-${why}`,
    name: why,
    label: { text: `Why ${called} was away`, classes: "govuk-visually-hidden" },
    items: [{ value: "", text: "Why, if away" }, ...reasons],
  })}</div>`;
}

// The register of a session: every school and teacher of the group on one page, sent as one; and the same on paper, to
// be filled in by hand. Nobody is down as there before somebody has said so.

import type { Criterion } from "../../../libs/prospectus/prospectus.ts";
import { timesOfDay } from "../../../libs/calendar/long-dates.ts";
import type { GroupFacts, Teacher } from "../../../libs/service/work-groups/group-facts.ts";
import { schoolsAtIt, type Before } from "../../../libs/service/work-groups/register-before.ts";
import type { Fault } from "../faults.ts";
import { fieldShown } from "../form-controls.ts";
import { textIn, type FormField, type Typed } from "../form-fields.ts";
import { faultSummary, hidden, idOf, type FormState } from "../form-page.ts";
import type { Html } from "../html.ts";
import type { RadiosOptions, SelectOptions } from "../look/options.ts";
import { aloud, tick } from "../look/parts.ts";
import { filledIn } from "../look/templates.ts";
import { day, low } from "../words.ts";
import { nameIn } from "./group-page.ts";

/**
 * Why somebody was away: codes of the programme, so that no free text names a person in an event, and none of them says
 * anything of anybody's health.
 */
export type Away = readonly Criterion[];

const nameOfTeacher = ({ journey, id }: Pick<Teacher, "journey" | "id">): string => `was.${journey}.${id}`;
const nameOfWhy = ({ journey, id }: Pick<Teacher, "journey" | "id">): string => `why.${journey}.${id}`;
const nameOfHead = (journey: string): string => `head.${journey}`;
/** The button that marks all who are not marked yet. */
export const MARK_ALL = "markAll";

/** What the form says before anybody has typed: nothing, or as it was recorded before. */
export function registerTyped(facts: GroupFacts, on: string, before: Before): Typed {
  const taken = facts.teachers.filter(({ journey }) => before.schools.has(journey));
  const was = ({ id }: Teacher): string => (before.late.has(id) ? "late" : before.present.has(id) ? "there" : "away");
  const why = taken.flatMap((one): [string, string][] => {
    const code = before.present.has(one.id) ? undefined : before.why.get(one.id);
    return code === undefined ? [] : [[nameOfWhy(one), code]];
  });
  return Object.fromEntries([
    ["on", on],
    ...taken.map((one): [string, string] => [nameOfTeacher(one), was(one)]),
    ...why,
    ...[...before.headteachers].map((journey): [string, string] => [nameOfHead(journey), "yes"]),
    ...(before.equivalent === null ? [] : [["equivalent", before.equivalent] as [string, string]]),
  ]);
}

/** The same with everybody down as there of whom nothing was said. */
export function allThere(facts: GroupFacts, typed: Typed): Typed {
  const unsaid = facts.teachers.map(nameOfTeacher).filter((name) => textIn(typed, name) === "");
  return { ...typed, ...Object.fromEntries(unsaid.map((name) => [name, "there"])) };
}

/** Of whom nothing is said yet. */
export function unmarked(facts: GroupFacts, typed: Typed): Fault[] {
  return takers(facts)
    .filter((one) => textIn(typed, nameOfTeacher(one)) === "")
    .map((one) => ({
      field: nameOfTeacher(one),
      text: `Say whether ${calledOf(facts, one)} of ${nameIn(facts, one.journey)} was there`,
    }));
}

/** The one request that the form stands for. */
export function registerBody(facts: GroupFacts, away: Away, session: string, typed: Typed): Record<string, unknown> {
  const schools = schoolsAtIt(facts).map((journey) => {
    const own = facts.teachers.filter((one) => one.journey === journey);
    const was = (word: string): Teacher[] => own.filter((one) => textIn(typed, nameOfTeacher(one)) === word);
    const late = was("late").map(({ id }) => id);
    const absent = was("away").map((one) => {
      const why = textIn(typed, nameOfWhy(one));
      return { participant: one.id, ...(away.some(({ code }) => code === why) && { reasonCode: why }) };
    });
    return {
      journey,
      present: own.filter((one) => was("there").includes(one) || was("late").includes(one)).map(({ id }) => id),
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

/** What template register.njk is filled with. */
export interface RegisterView {
  group: { name: string; href: string };
  session: string;
  planned: string;
  /** It was taken before: what is ticked is what is recorded, and nothing that we preset. */
  taken: boolean;
  print: string;
  faults: Html | null;
  action: string;
  hidden: Html;
  day: Html;
  otherwise: { fields: readonly Html[]; open: boolean };
  marksAll: boolean;
  schools: readonly {
    name: string;
    teachers: readonly { was: RadiosOptions; why: SelectOptions }[];
    headteacher: Html;
  }[];
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

/** The view model. */
export function registerView(facts: GroupFacts, away: Away, session: string, state: FormState): RegisterView {
  const { group } = facts;
  const { typed, faults } = state;
  const shown = (field: FormField): Html => fieldShown(field, idOf(field.name), state);
  return {
    group: { name: group.name, href: `/groups/${group.id}` },
    session: low(session),
    planned: plannedFor(facts, session),
    taken: group.sessions.some(({ code, status }) => code === session && status === "held"),
    print: `/groups/${group.id}/print-register?session=${session}`,
    faults: faultSummary(faults),
    action: state.action,
    hidden: hidden(state),
    day: shown(DAY),
    otherwise: {
      fields: OTHERWISE.map(shown),
      open: textIn(typed, "equivalent") !== "" || faults.some(({ field }) => field === "reason"),
    },
    marksAll: takers(facts).some((one) => textIn(typed, nameOfTeacher(one)) === ""),
    schools: schoolsAtIt(facts).map((journey) => ({
      name: nameIn(facts, journey),
      teachers: facts.teachers
        .filter((one) => one.journey === journey)
        .map((one) => teacherView(one, calledOf(facts, one), away, state)),
      headteacher: tick(
        { id: idOf(nameOfHead(journey)), name: nameOfHead(journey), value: "yes" },
        {
          words: "The headteacher was there too",
          whose: `: ${nameIn(facts, journey)}`,
          checked: textIn(typed, nameOfHead(journey)) === "yes",
        },
      ),
    })),
  };
}

/** The page below its title. */
export const registerPage = (facts: GroupFacts, away: Away, session: string, state: FormState): Html =>
  filledIn("groups/register.njk", registerView(facts, away, session, state));

/** What template paper-register.njk is filled with: one line a teacher, to be marked by hand. */
export interface PaperView {
  group: string;
  when: string;
  where: string;
  reasons: readonly string[];
  schools: readonly { name: string; teachers: readonly string[] }[];
  /** Lines without a name, for somebody who takes another's place. */
  blank: readonly number[];
}

const BLANK_LINES = [1, 2];

/** The view model of the register on paper. */
export function paperView(facts: GroupFacts, away: Away, session: string): PaperView {
  const { group } = facts;
  const held = group.sessions.find(({ code }) => code === session);
  const place = held?.where === "online" ? "Online" : (held?.place ?? "");
  return {
    group: group.name,
    when: plannedFor(facts, session),
    where: place,
    reasons: away.map(({ text }) => text),
    schools: schoolsAtIt(facts).map((journey) => ({
      name: nameIn(facts, journey),
      teachers: facts.teachers
        .filter((one) => one.journey === journey)
        .map((one) => `${calledOf(facts, one)}, ${low(one.role)}`),
    })),
    blank: BLANK_LINES,
  };
}

function plannedFor({ group }: GroupFacts, session: string): string {
  const held = group.sessions.find(({ code }) => code === session);
  if (held === undefined) return "";
  return `${day(held.on)}${held.startsAt === null ? "" : `, ${timesOfDay(held)}`}`;
}

/** The teachers of whom a register is taken. */
function takers(facts: GroupFacts): Teacher[] {
  const there = schoolsAtIt(facts);
  return facts.teachers.filter(({ journey }) => there.includes(journey));
}

/** By name; to who knows the people of schools by no name, by number. */
function calledOf({ teachers }: GroupFacts, one: Teacher): string {
  const own = teachers.filter(({ journey }) => journey === one.journey);
  return one.name ?? `Teacher ${own.indexOf(one) + 1}`;
}

function teacherView(
  one: Teacher,
  name: string,
  away: Away,
  { typed, faults }: FormState,
): RegisterView["schools"][number]["teachers"][number] {
  const [was, why] = [nameOfTeacher(one), nameOfWhy(one)];
  const called = `${name}, ${low(one.role)}`;
  const fault = faults.find(({ field }) => field === was)?.text;
  return {
    was: {
      idPrefix: idOf(was),
      name: was,
      classes: "govuk-radios--inline govuk-radios--small",
      fieldset: { legend: { text: called } },
      formGroup: { classes: "govuk-!-margin-bottom-2" },
      ...(fault !== undefined && { errorMessage: { text: fault } }),
      items: PICKS.map(([value, words]) => ({
        value,
        html: aloud(words, `: ${called}`).text,
        checked: textIn(typed, was) === value,
      })),
    },
    why: {
      id: idOf(why),
      name: why,
      label: { text: `Why ${called} was away`, classes: "govuk-visually-hidden" },
      formGroup: { classes: "govuk-!-margin-bottom-2" },
      items: [
        { value: "", text: "Why, if away" },
        ...away.map(({ code, text }) => ({ value: code, text, selected: textIn(typed, why) === code })),
      ],
    },
  };
}

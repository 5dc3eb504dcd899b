// The form of each command of a Work Group: the register apart, which has a page of its own.

import type { Catalogue } from "../../../libs/prospectus/lookup.ts";
import type { StaffChoice } from "../../../libs/service/hubs/staff.ts";
import type { GroupFacts } from "../../../libs/service/work-groups/group-facts.ts";
import { schoolsAtIt } from "../../../libs/service/work-groups/register-before.ts";
import { GROUP_FIELDS } from "../../../libs/work-group/command-fields.ts";
import { usualRoleOf } from "../../../libs/work-group/decide/form.ts";
import { registerTaskId, tooFewTaskId } from "../../../libs/work-group/task-ids.ts";
import { TASK_WORDS } from "../../../libs/words/task-words.ts";
import { TIMES, WHERE_TO } from "../arranging-fields.ts";
import type { Choice, FormField } from "../form-fields.ts";
import { html } from "../html.ts";
import { day, inWords, low, programmeInWords } from "../words.ts";
import { together, untaken, type GroupAction } from "./group-actions.ts";

const choices = (words: readonly string[] = []): Choice[] => words.map((value) => ({ value, words: inWords(value) }));
const REASON: FormField = { kind: "words", name: "reason", label: "Why", required: true };
const ON: FormField = { kind: "date", name: "on", label: "Date", required: true };

const led = (catalogue: Catalogue, staff: readonly StaffChoice[]): FormField[] => [
  {
    kind: "select",
    name: "lead",
    label: "Who leads it",
    hint: html`Somebody is missing? The hub lead enters them under <a class="govuk-link" href="/staff">Hub staff</a>.`,
    required: true,
    choices: staff.map(({ id, name }) => ({ value: id, words: name })),
  },
  {
    kind: "select",
    name: "leadRole",
    label: "As what",
    required: true,
    choices: choices([...new Set(catalogue.all().map(usualRoleOf))]),
  },
  {
    kind: "tick",
    name: "secondYearDone",
    label: "They have completed the second year of the national programme",
    hint: "Where the programme asks for it.",
    required: false,
  },
];

const session = ({ group }: GroupFacts): FormField => ({
  kind: "select",
  name: "session",
  label: "Which session",
  required: true,
  choices: group.sessions
    .filter(({ status }) => status !== "held")
    .map((one) => ({
      value: one.code,
      words: `${inWords(one.code)}, ${day(one.on)}${one.status === "cancelled" ? " (called off)" : ""}`,
    })),
});
/** The sessions that there are, and one more. */
const sessionOrMore = (facts: GroupFacts): FormField => {
  const numbers = facts.group.sessions.map(({ code }) => Number(/^session-(\d+)$/u.exec(code)?.[1] ?? 0));
  const more = `session-${Math.max(0, ...numbers) + 1}`;
  const had = session(facts);
  return "choices" in had
    ? {
        ...had,
        choices: [...had.choices, { value: more, words: `One more, ${inWords(more).toLowerCase()}: it binds nobody` }],
      }
    : had;
};
const named = ({ schools }: GroupFacts, journeys: readonly string[]): Choice[] =>
  journeys.map((journey) => ({ value: journey, words: schools.get(journey) ?? journey }));
/** One of the words that a command takes there. */
/** A day that is no school day is taken with its reason alone. */
const WHY_THAT_DAY: FormField = {
  ...REASON,
  label: "Why on that day",
  hint: "Only where there is no school that day.",
  required: false,
};

const word = (
  name: "ScheduleSession" | "MoveSession" | "BookSupportVisit" | "AdaptDelivery" | "DecideGroup",
  field: string,
  label: string,
  more: { hint?: string; required?: true } = {},
): FormField => ({
  kind: "one-of",
  name: field,
  label,
  required: false,
  ...more,
  choices: choices(GROUP_FIELDS[name][field]?.words),
});

/** `today` in London. */
interface Known {
  catalogue: Catalogue;
  today: string;
}

const tasks = (facts: GroupFacts, today: string): Choice[] => [
  ...(facts.group.below === null ? [] : [{ value: tooFewTaskId(facts.group.academicYear), words: TASK_WORDS.group }]),
  ...untaken(facts, today).map(({ code, on }) => ({
    value: registerTaskId(facts.group.academicYear, code),
    words: `Register of ${low(inWords(code))} on ${day(on)}`,
  })),
];

const FORMS: Readonly<Record<Exclude<GroupAction, "TakeRegister">, (facts: GroupFacts, known: Known) => FormField[]>> =
  {
    MoveSession: (facts) => [
      session(facts),
      { ...ON, label: "New date", hint: "If you leave it empty, the day stays.", required: false },
      ...TIMES,
      ...WHERE_TO,
      word("MoveSession", "where", "Where"),
      { ...REASON, hint: "Needed where the day or the time changes.", required: false },
    ],
    CancelSession: (facts) => [session(facts), REASON],
    ScheduleSession: (facts) => [
      sessionOrMore(facts),
      ON,
      ...TIMES,
      ...WHERE_TO,
      word("ScheduleSession", "length", "How long"),
      word("ScheduleSession", "where", "Where"),
      WHY_THAT_DAY,
    ],
    BookSupportVisit: (facts) => [
      {
        kind: "select",
        name: "journey",
        label: "Which school",
        required: true,
        choices: named(facts, schoolsAtIt(facts)),
      },
      ON,
      ...TIMES,
      word("BookSupportVisit", "term", "The visit of which term", { hint: "Else the next visit that is owed." }),
      WHY_THAT_DAY,
    ],
    OfferTogether: (facts) => [
      {
        kind: "many-of",
        name: "schools",
        label: "Which schools, two at least",
        required: true,
        choices: named(facts, together(facts)),
      },
      {
        kind: "date",
        name: "respondBy",
        label: "Last day to answer",
        hint: "If you leave it empty, as long as the programme says.",
        required: false,
      },
    ],
    AdaptDelivery: () => [
      word("AdaptDelivery", "delivery", "How does it go on?", { required: true }),
      {
        kind: "number",
        name: "weeks",
        label: "For extended: by how many weeks do the sessions to come move",
        required: false,
        step: 1,
        most: 52,
      },
      {
        kind: "date",
        name: "until",
        label: "Until when is nobody chased",
        hint: "If you leave it empty: for extended, as many weeks on; else chasing goes on.",
        required: false,
      },
      REASON,
    ],
    DecideGroup: ({ others }) => [
      word("DecideGroup", "decision", "What becomes of it?", { required: true }),
      {
        kind: "select",
        name: "workGroup",
        label: "For joining another: which Work Group",
        required: false,
        choices: others.map(({ id, name }) => ({ value: id, words: name })),
      },
      REASON,
    ],
    AssignTask: (facts, { today }) => [
      { kind: "select", name: "task", label: "Task", required: true, choices: tasks(facts, today) },
      {
        kind: "select",
        name: "assignee",
        label: "To whom",
        required: true,
        choices: facts.staff.map(({ id, name }) => ({ value: id, words: name })),
      },
      {
        kind: "date",
        name: "dueOn",
        label: "By when it is to be settled",
        hint: "If you leave it empty, the day stays.",
        required: false,
      },
    ],
    ChangeLead: ({ staff }, { catalogue }) => [...led(catalogue, staff), REASON],
  };

/** The fields of a command's form. */
export function groupFields(name: Exclude<GroupAction, "TakeRegister">, facts: GroupFacts, known: Known): FormField[] {
  return FORMS[name](facts, known);
}

/** The form of a new group: programmes of the year under way and later. */
export function formingFields(catalogue: Catalogue, academicYear: string, staff: readonly StaffChoice[]): FormField[] {
  const programmes = catalogue
    .all()
    .filter((one) => one.academicYear >= academicYear)
    .map((one) => ({ value: one.id, words: programmeInWords(one) }));
  return [
    { kind: "select", name: "prospectus", label: "Programme", required: true, choices: programmes },
    {
      kind: "line",
      name: "name",
      label: "What the hub calls it",
      hint: "As schools and staff will read it, such as North Readiness 1. No person’s name.",
      required: true,
    },
    {
      kind: "many-of",
      name: "also",
      label: "Other programmes of its year that it holds as well",
      hint: "Embedding and Sustaining of one phase may meet together.",
      required: false,
      choices: programmes,
    },
    {
      kind: "tick",
      name: "special",
      label: "All its schools are special schools: it may hold both phases",
      required: false,
    },
    ...led(catalogue, staff),
    {
      kind: "number",
      name: "places",
      label: "How many schools at most",
      hint: "If you leave it empty, as many as the programme says.",
      required: false,
      step: 1,
      most: 100,
    },
  ];
}

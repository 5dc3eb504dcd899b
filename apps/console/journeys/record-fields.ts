// The fields of what is recorded of a year, as a form asks for them: a question of the programme is a field of its own.

import { currentYear, stagesOf } from "../../../libs/journey/state.ts";
import { lateYear } from "../../../libs/journey/year-of-report.ts";
import type { RoutedCommand } from "../../../libs/service/commands/journey-commands.ts";
import type { Facts } from "../../../libs/service/journeys/journey-facts.ts";
import type { Criterion, Prospectus } from "../../../libs/prospectus/prospectus.ts";
import { bodyFrom, type Choice, type FormField, type Typed } from "../form-fields.ts";
import { TIMES, WHERE_TO } from "../arranging-fields.ts";
import { day, inWords } from "../words.ts";
import { teachers } from "./people-fields.ts";

const asChoices = (codes: readonly Criterion[] = []): Choice[] =>
  codes.map(({ code, text }) => ({ value: code, words: text }));

/** The prospectus of the year that is recorded. */
function ofYear({ state, rules, prospectus }: Facts): Prospectus | null {
  const year = currentYear(state) ?? stagesOf(state).at(-1);
  return year ? rules.catalogue.get(year.prospectus) : prospectus;
}

/** That of a year that is over, whose report or evaluation would come now. */
function ofReport(command: RoutedCommand, { state, rules, today }: Facts): Prospectus | null {
  const kind = command === "SubmitReport" ? "report" : command === "CompleteEvaluation" ? "evaluation" : null;
  const late = kind === null ? null : lateYear(state, kind, { on: today });
  return late && rules.catalogue.get(late.prospectus);
}

/** The fields of `name` that a form of records asks otherwise than by its kind; null for any other. */
export function recordFields(command: RoutedCommand, name: string, facts: Facts): FormField[] | null {
  const programme = ofReport(command, facts) ?? ofYear(facts);
  switch (name) {
    case "answers":
      return (programme?.yearEnd.value ?? []).map(({ code, text }) => ({
        kind: "words",
        name: `answers.${code}`,
        label: text,
        required: false,
      }));
    case "teachers":
      // Those of a visit; of a year to come they are asked for otherwise.
      if (command !== "RecordSupportVisit") return null;
      return [{ kind: "many-of", name, label: "Who was released for it", required: false, choices: teachers(facts) }];
    case "did":
      return [
        {
          kind: "many-of",
          name,
          label: "What it did",
          required: false,
          choices: asChoices(programme?.visitDoes.value),
        },
      ];
    case "late":
      return [{ kind: "many-of", name, label: "Of those, who came late", required: false, choices: teachers(facts) }];
    case "equivalent":
      return [
        {
          kind: "select",
          name,
          label: "If it was not as the programme has it: what it was",
          hint: "Say why, too.",
          required: false,
          choices: [
            { value: "full-day", words: "A full day, for two half-days" },
            { value: "twilight", words: "A twilight: two of them are one session" },
          ],
        },
      ];
    case "catchUp":
      return [{ kind: "tick", name, label: "A catch-up: the session itself was not held by this", required: false }];
    case "question":
      return [
        { kind: "select", name, label: "Which answer", required: true, choices: asChoices(programme?.yearEnd.value) },
      ];
    case "event":
      return command === "QuoteAnswer"
        ? [
            {
              kind: "select",
              name,
              label: "Of which report or evaluation",
              required: true,
              numbers: true,
              choices: answered(facts),
            },
          ]
        : null;
    default:
      return arrangingField(name);
  }
}

/** How a session is held for this school; how long it is, and where, is its group's to say. */
function arrangingField(name: string): FormField[] | null {
  if (name === "length" || name === "where") return [];
  const field = [...TIMES, ...WHERE_TO].find((one) => one.name === name);
  return field === undefined ? null : [field];
}

function answered({ state }: Facts): Choice[] {
  return stagesOf(state).flatMap(({ evidence, academicYear }) =>
    evidence.flatMap((one) =>
      "questions" in one && one.questions.length > 0
        ? [{ value: String(one.seq), words: `${inWords(one.kind)} of ${academicYear}, ${day(one.on)}` }]
        : [],
    ),
  );
}

/** The sessions beyond those that were promised, to choose from. */
export function extraSessions(command: RoutedCommand, { state }: Facts): Choice[] {
  const year = currentYear(state);
  if (!year) return [];
  const had = year.extras.map(({ code, on }) => ({ value: code, words: `${inWords(code)} (one more), ${day(on)}` }));
  if (command !== "ScheduleSession") return had;
  const codes = [
    ...year.commitments.flatMap((one) => (one.kind === "session" ? [one.code] : [])),
    ...year.extras.map(({ code }) => code),
  ];
  const more = `session-${Math.max(0, ...codes.map((code) => Number(code.slice("session-".length)))) + 1}`;
  return [...had, { value: more, words: `One more, ${inWords(more).toLowerCase()}: it binds nobody` }];
}

/** What a form of a journey's command sends: nothing where nothing was chosen, each answer by its question. */
export function bodyOf(fields: readonly FormField[], typed: Typed): Record<string, unknown> {
  const body = bodyFrom(fields, typed);
  for (const field of fields)
    if (field.kind === "many-of" && !field.required && (body[field.name] as unknown[]).length === 0)
      delete body[field.name];
  const { answers } = body;
  if (typeof answers !== "object" || answers === null) return body;
  return {
    ...body,
    answers: Object.entries(answers).map(([question, answer]) => ({ question, answer: answer as unknown })),
  };
}

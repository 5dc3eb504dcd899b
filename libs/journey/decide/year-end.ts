// What a school says at the end of its year, in the questions of its programme; what of it may be quoted; and help with
// textbooks in the second year of a school that began with Readiness.

import { localDate, type Instant, type LocalDate } from "../../calendar/instants.ts";
import type { Answer, CommandData, CommandOf } from "../commands.ts";
import type { JourneyEvent } from "../events.ts";
import { meetsAfterDay } from "../outcome.ts";
import { inField, reject, type Rejection } from "../rejection.ts";
import type { Decision, Rules, Verbs } from "../rules.ts";
import type { Begun, Journey, StageYear } from "../state.ts";
import { invalid } from "../wire.ts";
import { lateYear, type Reported } from "../year-of-report.ts";
import {
  because,
  beforeItsTime,
  dayToDecide,
  decided,
  misdated,
  needsCommitment,
  needsReason,
  needsYear,
  notNow,
} from "./common.ts";

export const YEAR_END: Verbs<
  "SubmitReport" | "CompleteEvaluation" | "QuoteAnswer" | "AskForTextbooks" | "DecideTextbooks"
> = {
  SubmitReport: (state, command, rules) => said(state, "report", command, rules),
  CompleteEvaluation: (state, command, rules) => said(state, "evaluation", command, rules),

  /** Somebody has made of an answer a quote in which nobody can be told: that, and nothing else, may be passed on. */
  QuoteAnswer: (state, { at, data }) => {
    if (state.status === "none") return reject("not-found", "answer");
    const year = [...state.past, ...yearOf(state)].find(({ evidence }) =>
      evidence.some(({ seq }) => seq === data.event),
    );
    const answered = year?.evidence.find(({ seq }) => seq === data.event);
    const asked = answered && "questions" in answered ? answered.questions : [];
    if (!year || !asked.includes(data.question)) return reject("not-found", "answer");
    if (!data.quote) return invalid([inField("/quote", "quote-missing")]);
    const { event: answer, question } = data;
    return decided({
      type: "AnswerQuoted",
      at,
      answer,
      question,
      prospectus: year.prospectus,
      quoteId: data.quote.id,
    });
  },

  AskForTextbooks: (state, { at, data }, rules) => {
    const open = needsYear(state);
    if ("rejection" in open) return open;
    if (!isSecondYear(open.state, open.year, rules)) return notNow(state, "no-textbooks");
    const task = textbookTask(open.year);
    if (open.state.tasks.some(({ id }) => id === task)) return notNow(state, "textbooks-asked");
    const { calendar } = rules;
    return decided(
      { type: "TextbooksAsked", at, ...(data.note && { noteId: data.note.id }) },
      { type: "TaskOpened", at, task, about: "textbooks", commitment: null, dueOn: dayToDecide(calendar, at) },
    );
  },

  DecideTextbooks: (state, { at, data }) => {
    const task =
      state.status === "none"
        ? undefined
        : state.tasks.find((one) => one.about === "textbooks" && one.status === "open");
    if (!task) return notNow(state, "textbooks-not-asked");
    const fault = needsReason(data);
    if (fault) return fault;
    // The page has it subject to confirmation by the department: nobody here can give it without.
    if (data.helps && data.confirmed !== true) return reject("stated-by-page", "textbooks");
    return decided(
      { type: "TextbooksDecided", at, helps: data.helps, ...because(data) },
      { type: "TaskDecided", at, task: task.id, decision: data.helps ? "helps" : "does-not-help", ...because(data) },
    );
  },
};

const yearOf = (state: Begun): readonly StageYear[] => ("year" in state && state.year ? [state.year] : []);

const textbookTask = ({ academicYear }: StageYear): string => `${academicYear}/textbooks`;

/** The year after a Readiness year that was completed, of a programme whose page offers help with textbooks. */
function isSecondYear({ past }: Begun, { stage }: StageYear, { catalogue }: Rules): boolean {
  const before = past.at(-1);
  if (stage !== "development" || before?.stage !== "readiness" || before.outcome !== "completed") return false;
  return catalogue.get(before.prospectus)?.textbookHelp?.value === true;
}

function said(
  state: Journey,
  kind: Reported,
  { at, data }: CommandOf<"SubmitReport"> | CommandOf<"CompleteEvaluation">,
  rules: Rules,
): Decision {
  const on = data.on ?? localDate(at);
  const late = lateYear(state, kind, { ...data, on });
  if (late !== null && state.status !== "none") return cameLate(state, late, kind, { at, data, on }, rules);
  const open = needsYear(state);
  if ("rejection" in open) return open;
  if (data.academicYear !== undefined && data.academicYear !== open.year.academicYear)
    return reject("unknown-commitment", "no-such-year", { academicYear: data.academicYear });
  const found = needsCommitment(open.year, kind);
  if ("rejection" in found) return found;
  return (
    misdated(on, at, open.year) ??
    (open.year.closing !== null && meetsAfterDay(open.year, on) ? beforeItsTime(data) : null) ??
    answersFit(open.year, data.answers ?? [], rules) ??
    decided({ ...asSaid(kind, at, on, data.answers ?? []), ...because(data) })
  );
}

/** After its year it comes with a reason; by it that promise of that year is met, and its task closes. */
function cameLate(
  state: Begun,
  year: StageYear,
  kind: Reported,
  { at, data, on }: { at: Instant; data: CommandData["SubmitReport"]; on: LocalDate },
  rules: Rules,
): Decision {
  const found = needsCommitment(year, kind);
  if ("rejection" in found) return found;
  const { status } = found.commitment;
  if (status !== "missed" && status !== "open") return notNow(state, "nothing-to-change", { commitment: status });
  const { academicYear } = year;
  return (
    misdated(on, at, year) ??
    (data.reason ? null : reject("reason-required", "after-its-year", { academicYear })) ??
    answersFit(year, data.answers ?? [], rules) ??
    decided({
      type: "ReportCameLate",
      at,
      what: kind,
      academicYear,
      on,
      ...answersGiven(data.answers ?? []),
      ...because(data),
    })
  );
}

function asSaid(kind: Reported, at: Instant, on: string, given: readonly Answer[]): JourneyEvent {
  const type = kind === "report" ? "ReportSubmitted" : "EvaluationCompleted";
  return { type, at, on, ...answersGiven(given) };
}

function answersGiven(given: readonly Answer[]): { answers?: { question: string; answerId: string }[] } {
  const answers = given.flatMap(({ question, answer }) => (answer ? [{ question, answerId: answer.id }] : []));
  return answers.length > 0 ? { answers } : {};
}

function answersFit(
  { prospectus }: StageYear,
  answers: readonly Answer[],
  { catalogue }: Rules,
): { rejection: Rejection } | null {
  const questions = catalogue.get(prospectus)?.yearEnd.value.map(({ code }) => code) ?? [];
  const faults = answers.flatMap(({ question }, index) => {
    const pointer = `/answers/${index}/question`;
    if (!questions.includes(question)) return [inField(pointer, "year-end-question", { questions })];
    return answers.findIndex((one) => one.question === question) < index ? [inField(pointer, "answered-twice")] : [];
  });
  return faults.length > 0 ? invalid(faults) : null;
}

// The words of the field, in one place: how letters name dates, money, roles, stages and commitments.

import { dateWithWeekday } from "../calendar/long-dates.ts";
import type { Term } from "../calendar/terms.ts";
import type { TaskDecision } from "../journey/commands.ts";
import type { CommitmentKind, Recipient } from "../journey/events.ts";
import type { Promised } from "../journey/sentences.ts";
import type { Prospectus, Stage } from "../prospectus/prospectus.ts";
import { hubNameOf } from "../words/hub-name.ts";

/** `a`, `a and b`, `a, b and c`. */
export function listOf(items: readonly string[], last: "and" | "or" = "and"): string {
  const end = items.at(-1) ?? "";
  return items.length < 2 ? end : `${items.slice(0, -1).join(", ")} ${last} ${end}`;
}

/** `1 thing`, `2 things`. */
export const count = (n: number, one: string, many: string = `${one}s`): string => `${n} ${n === 1 ? one : many}`;

/** `great-north` as `Great North Maths Hub`. */
export function hubName(hub: string): string {
  const named = hubNameOf(hub);
  return named === "" ? "your Maths Hub" : `${named} Maths Hub`;
}

/**
 * A Work Group as people speak of it: by its programme, and who leads it, as far as they are known. `you`: the reader.
 */
export function groupNamed(programme: Pick<Prospectus, "stage" | "phase"> | null, lead: string | null): string {
  const called = programme === null ? "Work Group" : `${programme.phase} ${stageName(programme.stage)} group`;
  return lead === "you" ? `your ${called}` : `the ${called}${lead === null ? "" : ` led by ${lead}`}`;
}

/** Words where a sentence begins with them. */
export const atStart = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;

/** Anybody who is written to. */
export type Reader = Recipient | "hub-coordinator" | "work-group-lead";

const ROLES: Record<Reader, string> = {
  "maths-lead": "maths lead",
  "lead-teacher": "lead teachers",
  "mastery-advocate": "Mastery Advocates",
  "subject-lead": "subject lead",
  representative: "school’s representative",
  headteacher: "headteacher",
  applicant: "person who applied",
  "hub-lead": "hub lead",
  "hub-coordinator": "hub coordinator",
  "work-group-lead": "Work Group lead",
};
/** A role as people say it, without its article. */
export const roleName = (role: Reader): string => ROLES[role];

const TERMS: Record<Term, string> = { autumn: "autumn term", spring: "spring term", summer: "summer term" };
export const termName = (term: Term): string => TERMS[term];

const STAGES: Record<Stage, string> = {
  readiness: "Mastery Readiness",
  development: "Development",
  embedding: "Embedding",
  sustaining: "Sustaining",
};
export const stageName = (stage: Stage): string => STAGES[stage];

/** To the school itself a promise is about `your` school; to others, about `the` school; `own`: to its headteacher. */
export type Whose = "your" | "the" | "own";
const your = (whose: Whose): string => (whose === "the" ? "the" : "your");

interface Wording {
  /** `target` counts half-days for support and release. What it is, with a capital: `Action plan for your school`. */
  name: (c: Promised, whose: Whose) => string;
  /** The same where there is little room, if that is shorter. */
  short?: (c: Promised, whose: Whose) => string;
  /** What the school does about it; to the headteacher, where it is theirs, what they do. */
  todo: string;
  own?: string;
  /** The same once its day is over, where that is something else. */
  over?: string;
  ownOver?: string;
  /** In a sentence it has no article. */
  proper?: true;
}

/** `meeting-2` → ` 2`; nothing for a code without a number. */
const number = ({ code }: Promised): string => (/-(\d+)$/.exec(code)?.[1] ? ` ${/-(\d+)$/.exec(code)?.[1]}` : "");
/** `support-visit-autumn` → ` in the autumn term`. */
const inTerm = ({ code }: Promised): string => {
  const term = /-(autumn|spring|summer)$/.exec(code)?.[1];
  return term ? ` in the ${term} term` : "";
};
/** Half-days as people count them: 8 is `4 days`, 1 is `half a day`. */
const days = (halfDays: number): string => (halfDays === 1 ? "half a day" : count(halfDays / 2, "day"));

const MEETS: Pick<Wording, "todo" | "over" | "proper"> = {
  todo:
    "Your teachers who take part come to it. If someone cannot come, tell us why, and agree with the Work Group lead " +
    "how to catch up.",
  over: "Agree with the Work Group lead how whoever was not there catches up, and tell us what you have agreed.",
  proper: true,
};

const COMMITMENTS: Record<CommitmentKind, Wording> = {
  teachers: {
    name: (_c, whose) => `The teachers who take part for ${your(whose)} school this year`,
    short: () => "Who takes part this year",
    todo:
      "Tell us who takes part this year, with as many teachers and in the parts that the programme asks for, also if " +
      "you have told us before.",
  },
  session: { name: (c) => `Work Group session${number(c)}${inTerm(c)}`, ...MEETS },
  meeting: { name: (c) => `Work Group meeting${number(c)}${inTerm(c)}`, ...MEETS },
  "headteacher-first-workshop": {
    name: (_c, whose) => `${whose === "own" ? "Your" : "Headteacher’s"} attendance at the first workshop`,
    todo:
      "The headteacher comes to the first workshop with the teachers who take part. If that is not possible, tell " +
      "us when they can meet the Work Group lead.",
    own:
      "You come to the first workshop with your teachers who take part. If that is not possible, tell us when you " +
      "can meet the Work Group lead.",
    over: "If the headteacher was there, tell us. If not, tell us when they can meet the Work Group lead instead.",
    ownOver: "If you were there, tell us. If not, tell us when you can meet the Work Group lead instead.",
  },
  visit: {
    name: (c) => `Support visit${inTerm(c) || number(c)}`,
    todo:
      "The Work Group lead visits your school. Agree a day with them, and make sure that the teachers who take part " +
      "are free.",
  },
  "in-school-support": {
    name: (c) => `In-school support${c.target === null ? "" : ` (${days(c.target)})`}${inTerm(c)}`,
    todo: "Agree days with the specialist who works with your department, and tell us once they have taken place.",
  },
  "headteacher-meeting": {
    name: (c, whose) => `${whose === "own" ? "Your" : "Headteacher’s"} meeting with the Work Group lead${inTerm(c)}`,
    short: (c, whose) => `${whose === "own" ? "Your" : "Headteacher’s"} meeting${inTerm(c)}`,
    todo: "The headteacher meets the Work Group lead, usually during a support visit. Tell us the day it took place.",
    own: "You meet the Work Group lead, usually during a support visit. Tell us the day it took place.",
    over: "Tell us the day on which the headteacher met the Work Group lead, or the day on which they can.",
    ownOver: "Tell us the day on which you met the Work Group lead, or the day on which you can.",
  },
  "headteachers-session": {
    name: () => "Meeting of the headteachers with the hub’s leadership",
    short: () => "Meeting of the headteachers",
    todo: "Your hub arranges it.",
  },
  "headteachers-meeting": {
    name: (_c, whose) =>
      `${whose === "own" ? "Your" : "Headteacher’s"} part in the meeting of headteachers with the hub’s leadership`,
    short: () => "Meeting of the headteachers",
    todo:
      "The headteacher meets the hub’s leadership and the other headteachers of the Work Group. If that is not " +
      "possible, tell us when they can.",
    own:
      "You meet the hub’s leadership and the other headteachers of the Work Group. If that is not possible, tell us " +
      "when you can.",
    over: "If the headteacher was there, tell us. If not, tell us when they can meet the hub’s leadership instead.",
    ownOver: "If you were there, tell us. If not, tell us when you can meet the hub’s leadership instead.",
  },
  "release-days": {
    name: (c, whose) =>
      c.target === null
        ? `Release time for ${your(whose)} lead teachers`
        : `Release time for ${your(whose)} lead teachers (${days(c.target)} between them)`,
    short: (_c, whose) => `Release time for ${your(whose)} lead teachers`,
    todo: "Tell us which teacher was released, on which days. Work Group meetings count.",
  },
  "gap-task": {
    name: (c) => `Task${number(c)} between sessions`,
    todo: "Finish the task and tell the Work Group lead it is done.",
    proper: true,
  },
  "action-plan": {
    name: (_c, whose) => `Action plan for ${your(whose)} school`,
    todo: "Agree the plan with the Work Group lead and tell us it is agreed.",
  },
  report: {
    name: (c, whose) => `Report to ${your(whose)} hub${inTerm(c) || number(c)}`,
    todo: "Send us the report. Reply if you need the form.",
  },
  evaluation: { name: () => "Evaluation of the year", todo: "Complete the evaluation and tell us it is done." },
  theme: { name: () => "Choice of theme for the year", todo: "Tell us which theme your school has chosen." },
};

/** What a commitment is called: `Action plan for your school`, `Work Group meeting 2`; to others `… for the school`. */
export const commitmentName = (commitment: Promised, whose: Whose = "your"): string =>
  COMMITMENTS[commitment.kind].name(commitment, whose);
/** The same for a subject. */
export function commitmentInShort(commitment: Promised, whose: Whose = "your"): string {
  const { name, short = name } = COMMITMENTS[commitment.kind];
  return short(commitment, whose);
}
/** What the school does about it, in a sentence or two. `over`: its day has gone by. */
export function commitmentTodo({ kind }: Promised, over = false, whose: Whose = "your"): string {
  const words = COMMITMENTS[kind];
  const { todo, own = todo, over: late = todo, ownOver = over ? late : own } = words;
  if (whose === "own") return over ? ownOver : own;
  return over ? late : todo;
}
/** The name where a sentence begins with it: `The action plan for your school`, `Task 1 between sessions`. */
function commitmentFirst(commitment: Promised, whose: Whose): string {
  const name = commitmentName(commitment, whose);
  return COMMITMENTS[commitment.kind].proper || /^(?:The|Your) /u.test(name)
    ? name
    : `The ${name.charAt(0).toLowerCase()}${name.slice(1)}`;
}

/** What is the reader’s own, in the middle of a sentence: `your meeting with the Work Group lead`. */
export function inSentence(commitment: Promised): string {
  const name = commitmentName(commitment, "own");
  return `${name.charAt(0).toLowerCase()}${name.slice(1)}`;
}

/** What has not come in, as a sentence: `The action plan for your school was due by Wednesday 3 February 2021. …`. */
export function whatIsMissing(commitment: Promised, whose: Whose = "your"): string {
  const due = dateWithWeekday(commitment.dueOn);
  const nobody = `We have no record that ${whose === "own" ? "you were" : "the headteacher was"} there.`;
  switch (commitment.kind) {
    case "meeting":
      return (
        `${commitmentName(commitment)} was planned for ${due}. We have no record that everyone from your ` +
        `school who takes part was there.`
      );
    case "teachers":
      return `We asked you to tell us by ${due} who takes part this year. We have not heard of all of them yet.`;
    case "headteacher-first-workshop":
      return `The first workshop was on ${due}. ${nobody}`;
    case "headteachers-meeting":
      return `The headteachers met the hub’s leadership on ${due}. ${nobody}`;
    default:
      return `${commitmentFirst(commitment, whose)} was due by ${due}. We have no record of it yet.`;
  }
}

const DECISIONS: Record<TaskDecision, string> = {
  extend: "Extend: give the school a new date",
  waive: "Waive: the school no longer owes it this year",
  visit: "Visit: someone from the hub goes to the school",
  concern: "Concern: agree steps with the school and a day to review them",
  release: "Release: the grant may be paid, once two people have approved it",
  part: "Part: a part of the grant may be paid, or is asked back",
  withhold: "Withhold: the grant is not paid for now",
  wait: "Wait: decide at a later day",
  keep: "Keep: the school keeps what was paid",
  "ask-back": "Ask back: all that was paid",
  withdraw: "Withdraw: the school leaves the programme",
  counts: "It counts: not completed, but the school goes on as it said",
  "keep-date": "Keep the date: it stays as it was",
  "let-go": "Let go: the school does not go on; it is told, and may come back",
  "leave-it": "Leave it: its year is over, and nobody asks for it any more",
};
/** The choices of a hub lead, in the order in which they are offered. */
export const decisionsInWords = (decisions: readonly TaskDecision[]): string[] =>
  decisions.map((each) => DECISIONS[each]);

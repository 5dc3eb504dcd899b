// What a journey brings to a hub's morning: a task to decide, an application, an answer of its school.

import { startOfDay, type Instant, type LocalDate } from "../calendar/instants.ts";
import { dateWithWeekday } from "../calendar/long-dates.ts";
import type { TaskDecision } from "../journey/commands.ts";
import type { TaskAbout } from "../journey/event-words.ts";
import type { EventType } from "../journey/events.ts";
import type { Promised } from "../journey/sentences.ts";
import { lineOf } from "../journey/tasks.ts";
import { TASK_WORDS } from "../words/task-words.ts";
import type { MorningThing } from "./morning-lines.ts";
import { commitmentName } from "./words.ts";

/** The school that a thing is of: its journey's id, what it is called, its Work Group. */
export interface MorningSchool {
  journey: string;
  school: string | null;
  urn: string;
  workGroup: string | null;
}

export interface MorningTask {
  id: string;
  about: TaskAbout;
  commitment: string | null;
  openedAt: string;
  dueOn: LocalDate | null;
  assignee?: string | null;
  givenAt?: Instant | null;
}

const CHOICE: Readonly<Record<TaskDecision, string>> = {
  extend: "give a new date",
  waive: "no longer ask it of the school",
  visit: "send somebody to the school",
  concern: "agree steps with the school",
  release: "let the grant be paid",
  part: "settle on a part of it",
  withhold: "not pay the grant for now",
  wait: "decide on a later day",
  keep: "let the school keep it",
  "keep-date": "leave the date as it is",
  "ask-back": "ask all of it back",
  withdraw: "let the school leave the programme",
  counts: "let it go on though the year was not completed",
  "let-go": "let the school go",
  "leave-it": "ask for it no more",
};

/** What is decided by a command of its own. */
const OWN_CHOICES: Partial<Record<TaskAbout, readonly string[]>> = {
  readiness: ["ready, and the school can be invited to Development", "not ready, and its journey ends here"],
  outcome: ["completed", "not completed"],
  invitation: ["invite the school", "note that it goes on"],
  waiting: ["offer a place", "place it in its group", "turn it down"],
  move: ["let the school go", "keep it"],
  "bounced-letter": ["correct the address", "send the letter again", "name somebody else"],
  textbooks: ["help the school", "not help it"],
  pause: ["say until when it pauses", "take it back", "withdraw it"],
};

/** A task: `promised`: the promise that it is about, where that is known; `choices`: what the rules would take now. */
export function taskThing(
  of: MorningSchool,
  { id, about, commitment, openedAt, dueOn, assignee = null, givenAt = null }: MorningTask,
  { promised, choices = [] }: { promised?: Promised | undefined; choices?: readonly TaskDecision[] } = {},
): MorningThing {
  const cameBack = about === "bounced-letter";
  return {
    ...placeOf(of, "/tasks"),
    cause: cameBack ? "came-back" : "decision",
    code: lineOf({ id, about }),
    about: commitment ?? about,
    what: whatOf(about, promised),
    since: openedAt,
    dueOn,
    assignee,
    givenAt,
    choices: [...(OWN_CHOICES[about] ?? []), ...choices.map((each) => CHOICE[each])],
    ...(about === "missed-commitment" && promised !== undefined && { promisedFor: promised.dueOn }),
  };
}

function whatOf(about: TaskAbout, promised: Promised | undefined): string {
  if (about === "bounced-letter") return "A letter to somebody at the school came back";
  if (about !== "missed-commitment") return TASK_WORDS[about];
  if (promised === undefined) return "A promise was missed";
  const name = commitmentName(promised, "the");
  return promised.by === "hub" ? `The hub’s own promise was missed: ${name}` : `Missed: ${name}`;
}

/** An application that nobody has answered yet. `programme`: by its title and year. */
export function applicationThing(of: MorningSchool, programme: string, receivedAt: string): MorningThing {
  return {
    ...placeOf({ ...of, workGroup: null }, "/triage"),
    cause: "application",
    code: programme,
    about: "application",
    what: `Applied for ${programme}`,
    since: receivedAt,
    dueOn: null,
    choices: [],
  };
}

const TEACHERS = ["teachers", "Said which teachers take part"] as const;
/** What schools answer, and do of what they promised: what it is about, and in words. */
const ANSWERS: Partial<Record<EventType, readonly [string, string]>> = {
  InformationProvided: ["information", "Answered the hub’s question about the application"],
  OfferAccepted: ["place-accepted", "Took the place that was offered"],
  OfferDeclined: ["place-declined", "Does not take the place that was offered"],
  ApplicationWithdrawn: ["application-withdrawn", "Took the application back"],
  NextStageConfirmed: ["next-stage-confirmed", "Goes on to the next stage"],
  NextStageDeclined: ["next-stage-declined", "Does not go on to the next stage"],
  ParticipantNominated: TEACHERS,
  ParticipantReplaced: TEACHERS,
  ParticipantReleased: TEACHERS,
  ReleaseDaysRecorded: ["release-days", "Told us of release days"],
  GapTaskCompleted: ["gap-task", "Finished a task between sessions"],
  ActionPlanAgreed: ["action-plan", "Agreed its action plan"],
  ReportSubmitted: ["report", "Sent its report"],
  EvaluationCompleted: ["evaluation", "Completed the evaluation"],
  ReportCameLate: ["report", "Sent what was missing of the year before"],
  ThemeChosen: ["theme", "Chose its theme"],
  RemindersOptedOut: ["reminders", "Asked for no more reminders this term"],
};

/** Of which events an answer is made where a school brought them. */
export const ANSWERING = Object.keys(ANSWERS) as readonly EventType[];

/** What a school has answered; null for an event that is no answer. */
export function answerThing(of: MorningSchool, { type, at }: { type: EventType; at: string }): MorningThing | null {
  const [about, what] = ANSWERS[type] ?? [];
  if (about === undefined || what === undefined) return null;
  const place = placeOf(of, of.workGroup === null ? "/" : `/groups/${of.workGroup}`);
  return { ...place, cause: "answer", code: about, about, what, since: at, dueOn: null, choices: [] };
}

/** A Work Group meets on a day, by the code of its session. What is said of a group follows its name in the letter. */
export interface Meeting {
  workGroup: string;
  code: string;
  on: LocalDate;
}

/** A session of the day. */
export function sessionThing({ workGroup, code, on }: Meeting): MorningThing {
  const what = code === "headteachers-session" ? "has its meeting of headteachers today" : "meets today";
  return { ...ofGroup(workGroup), cause: "session", code, about: code, what, since: startOfDay(on), dueOn: null };
}

/** What is known of a task of a group: since when, by when, and whose it is. */
interface OfGroup {
  openedAt: Instant;
  dueOn: LocalDate;
  assignee?: string | null;
  givenAt?: Instant | null;
}

/** A session whose register nobody took: from the day after; by `dueOn` somebody takes it, moves it or calls it off. */
export function registerThing(
  { workGroup, code, on }: Meeting,
  { openedAt: since, dueOn, assignee = null, givenAt = null }: OfGroup,
): MorningThing {
  const what = `met on ${dateWithWeekday(on)}, and who was there is not recorded`;
  return { ...ofGroup(workGroup), cause: "register", code, about: code, what, since, dueOn, assignee, givenAt };
}

/** A Work Group with too few schools, and by when somebody is to decide on it. */
export function tooFewThing(workGroup: string, { openedAt: since, ...task }: OfGroup): MorningThing {
  const what = "has fewer schools than it needs";
  return { ...ofGroup(workGroup), ...task, cause: "decision", code: "group", about: "group", what, since };
}

const MONEY_WAITS = {
  first: "Grants that may be paid wait for two people’s approval",
  second: "Grants wait for the approval of a second person",
  run: "Released grants wait for a payment run",
} as const;

/** A grant that waits for an approval, or, released, for a payment run. */
export function grantThing(
  of: MorningSchool,
  { waits, pence, since }: { waits: keyof typeof MONEY_WAITS; pence: number; since: Instant },
): MorningThing {
  const place = placeOf(of, waits === "run" ? "/money/runs" : "/money");
  // Whoever released it has had it in hand: a run gathers what is there.
  return { ...place, ...money(waits, MONEY_WAITS[waits], since), pence, ...(waits === "run" && { quiet: true }) };
}

/** A payment run that waits for its second person. */
export function runThing(id: string, pence: number, since: Instant): MorningThing {
  const place = { workGroup: null, school: null, page: `/money/runs/${id}`, together: "/money/runs" };
  return { ...place, ...money(id, "A payment run waits for somebody else to authorise it", since), pence };
}

/** A note of the hub whose day has come: neither of which school nor what it says. Where the list of them stands. */
export function noteThing(on: LocalDate): MorningThing {
  const page = "/follow-ups?due=now";
  return {
    ...{ cause: "note", code: "note", about: "note", what: "Notes to follow up" },
    ...{ workGroup: null, school: null, since: startOfDay(on), dueOn: null, choices: [], page, together: page },
  };
}

function money(
  code: string,
  what: string,
  since: Instant,
): Pick<MorningThing, "cause" | "code" | "about" | "what" | "since" | "dueOn" | "choices"> {
  return { cause: "money", code, about: "money", what, since, dueOn: null, choices: [] };
}

function ofGroup(workGroup: string): Pick<MorningThing, "workGroup" | "school" | "choices" | "page" | "together"> {
  const page = `/groups/${workGroup}`;
  return { workGroup, school: null, choices: [], page, together: page };
}

/** `together`: where several schools are seen at once. */
function placeOf(
  { journey, school, urn, workGroup }: MorningSchool,
  together: string,
): Pick<MorningThing, "workGroup" | "school" | "page" | "together"> {
  return { workGroup, school: school ?? `School ${urn}`, page: `/journeys/${journey}`, together };
}

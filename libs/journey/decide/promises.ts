// Commitments changed by agreement, and the hub lead's decision on one that was missed.

import { lastDay } from "../../calendar/academic-years.ts";
import { localDate, type Instant } from "../../calendar/instants.ts";
import type { CommandOf, TaskDecision } from "../commands.ts";
import { announcing } from "../announce.ts";
import { chasing } from "../commitments.ts";
import type { AtHand, Decision, Rules, Verbs } from "../rules.ts";
import type { JourneyEvent, Recipient, TaskAbout } from "../events.ts";
import { reject, inField, type Rejection } from "../rejection.ts";
import { dateTask, whoAskedForDate } from "../said.ts";
import { isSession, isHeadteachers } from "../event-words.ts";
import { headteacherOf, leadTeachers } from "../teachers.ts";
import { partsOf, standDown, taskId } from "../settle.ts";
import {
  currentYear,
  stagesOf,
  type Begun,
  type Commitment,
  type Journey,
  type StageYear,
  type Task,
} from "../state.ts";
import { invalid } from "../wire.ts";
import { assign } from "./assign.ts";
import { because, decided, needsCommitment, needsReason, needsYear, notNow } from "./common.ts";
import { decideGrant } from "./grant-task.ts";
import { MONEY } from "./money.ts";
import { OUTCOME } from "./outcome.ts";
import { onSchoolDayOrWhy } from "./school-day.ts";
import { TROUBLE } from "./trouble.ts";
import { lapses } from "./stage-ends.ts";

export const PROMISES: Verbs<"RescheduleCommitment" | "WaiveCommitment" | "DecideTask" | "AssignTask"> = {
  RescheduleCommitment: (state, { at, data }, { calendar }) => {
    const found = changeable(state, data.commitment);
    if ("rejection" in found) return found;
    const fault = needsReason(data);
    if (fault) return fault;
    const { commitment, year } = found;
    const last = lastDay(year.academicYear);
    if (data.dueOn < localDate(at) || data.dueOn > last) {
      return invalid([inField("/dueOn", "due-in-the-year", { last })]);
    }
    const day = onSchoolDayOrWhy(calendar, data.dueOn, data);
    if (day) return day;
    // Once for each commitment: who was reminded of the old date is not reminded of the new one.
    const days = commitment.chaseAt === null ? 0 : (year.reminding?.chaserDays ?? 0);
    const chased = chasing({ ...commitment, dueOn: data.dueOn }, days, calendar, at);
    return decided(
      {
        type: "CommitmentRescheduled",
        at,
        commitment: commitment.code,
        dueOn: data.dueOn,
        ...chased,
        ...(isSession(commitment) && announcing(calendar, data.dueOn, at)),
        ...because(data),
      },
      ...standDown(commitment.code, commitment.level, at),
    );
  },

  WaiveCommitment: (state, { at, data }) => {
    const found = changeable(state, data.commitment);
    if ("rejection" in found) return found;
    const { commitment, year } = found;
    // What hangs on a session that will not be held is owed by nobody.
    const hung = commitment.kind === "session" || commitment.kind === "visit";
    const parts = hung ? partsOf(year, commitment) : [commitment];
    return (
      needsReason(data) ??
      decided(
        ...parts.flatMap((one): JourneyEvent[] => [
          { type: "CommitmentWaived", at, commitment: one.code, ...because(data) },
          ...standDown(one.code, one.level, at),
        ]),
      )
    );
  },

  DecideTask: (state, command, rules, atHand) => {
    const open = openTask(state, command.data.task);
    if ("rejection" in open) return open;
    const { task } = open;
    if (task.about === "bounced-letter") {
      return notNow(open.state, "task-closes-itself");
    }
    if (task.about === "move") return notNow(open.state, "task-of-move");
    if (task.about === "textbooks") return notNow(open.state, "task-of-textbooks");
    if (task.about === "contact") return notNow(open.state, "task-of-contact");
    if (task.about === "waiting") return notNow(open.state, "task-of-waiting");
    if (task.about === "pause") return notNow(open.state, "task-of-pause");
    if (task.about === "readiness") return notNow(open.state, "task-of-readiness");
    const { decision: choiceMade } = command.data;
    if (
      !DECISIONS_OF[task.about].includes(choiceMade) ||
      (SCHOOLS_ALONE.includes(choiceMade) && isHubs(open.state, task))
    )
      return notNow(open.state, "not-a-choice", { decision: choiceMade });
    const fault = needsReason(command.data);
    if (fault) return fault;
    const choice =
      task.grant === null
        ? chosen(open.state, command, task, rules, atHand)
        : decideGrant(open.state, command, { ...task, grant: task.grant }, rules);
    if ("rejection" in choice) return choice;
    const { task: id, decision } = command.data;
    return decided(
      {
        type: "TaskDecided",
        at: command.at,
        task: id,
        decision,
        ...(decision === "keep-date" && { to: whoHearsOfDate(open.state, task) }),
        ...because(command.data),
      },
      ...choice.events,
    );
  },

  AssignTask: (state, { at, data }, { calendar }) => {
    const open = openTask(state, data.task);
    return "rejection" in open ? open : assign(open.task, data, at, calendar);
  },
};

function openTask(state: Journey, id: string): { task: Task; state: Begun } | { rejection: Rejection } {
  const task = state.status === "none" ? undefined : state.tasks.find((one) => one.id === id && one.status === "open");
  if (state.status !== "none" && task) return { task, state };
  return reject("not-found", "task");
}

/** That a date stays is told to whom its promise concerns, and to who asked for another. */
function whoHearsOfDate(state: Begun, { id, commitment }: Task): Recipient[] {
  const promised = currentYear(state)?.commitments.find(({ code }) => code === commitment);
  if (promised === undefined) return [];
  const all = isHeadteachers(promised) ? headteacherOf(state) : leadTeachers(state);
  return [...new Set([...all, ...whoAskedForDate(state, id)])];
}

function changeable(state: Journey, code: string) {
  const open = needsYear(state);
  if ("rejection" in open) return open;
  const found = needsCommitment(open.year, code);
  if ("rejection" in found) return found;
  const { commitment } = found;
  if (commitment.status === "open" || commitment.status === "missed") return { commitment, year: open.year };
  return notNow(state, "nothing-to-change", { commitment: commitment.status });
}

/** What can be chosen of each task; some are decided by a command of their own, or close by themselves. */
const OF_MISSED = ["extend", "waive", "visit", "concern", "withhold", "withdraw", "leave-it"] as const;
/** What the hub itself has left undone costs no school its grant or its place. */
const SCHOOLS_ALONE: readonly TaskDecision[] = ["withhold", "withdraw"];
const isHubs = (state: Begun, { id, commitment }: Task): boolean =>
  stagesOf(state)
    .findLast((year) => id === taskId(year, commitment ?? ""))
    ?.commitments.find(({ code }) => code === commitment)?.by === "hub";
const DECISIONS_OF: Readonly<Record<TaskAbout, readonly TaskDecision[]>> = {
  "missed-commitment": OF_MISSED,
  invitation: ["let-go"],
  outcome: ["counts", "let-go"],
  grant: ["release", "part", "withhold", "wait", "keep", "ask-back"],
  teachers: OF_MISSED,
  textbooks: [],
  readiness: [],
  waiting: [],
  register: [],
  group: [],
  "bounced-letter": [],
  move: [],
  "another-date": ["extend", "waive", "keep-date"],
  contact: [],
  pause: [],
};

/** The school does not go on: at once where it waits between two years, else at the end of its year. */
function letGo(state: Begun, at: Instant): Decision {
  const last = currentYear(state) ?? stagesOf(state).at(-1);
  if (state.status !== "participating" || !last) return notNow(state, "next-settled");
  return { events: [lapses(state, last, "let-go", at)] };
}

const isOfYear = ({ id }: Task, year: StageYear, commitment: string): boolean =>
  id === taskId(year, commitment) || id === dateTask(year.academicYear, commitment);

/** While its year is under way a school is given a new date or let off; once that is over, what it owes can be left. */
function fitsYear(state: Begun, year: StageYear | undefined, decision: TaskDecision): { rejection: Rejection } | null {
  const over = year !== currentYear(state);
  if (over && (decision === "extend" || decision === "waive")) return notNow(state, "year-of-task-over");
  return !over && decision === "leave-it" ? notNow(state, "year-of-task-not-over") : null;
}

/** What the hub lead's choice brings with it. */
function chosen(
  state: Begun,
  { at, by, id, data }: CommandOf<"DecideTask">,
  task: Task,
  rules: Rules,
  atHand: AtHand,
): Decision {
  const commitment: Commitment["code"] = task.commitment ?? "";
  // A task may outlive its stage-year; the next one has promises and a grant of its own.
  const year = stagesOf(state).findLast((one) => isOfYear(task, one, commitment));
  const fault = fitsYear(state, year, data.decision);
  if (fault) return fault;
  const { reason, reasonCode, dueOn } = data;
  const why = { ...(reason && { reason }), ...(reasonCode !== undefined && { reasonCode }) };
  const as = { id, at, by };
  switch (data.decision) {
    case "extend":
      if (dueOn === undefined) return invalid([inField("/dueOn", "until-when")]);
      return PROMISES.RescheduleCommitment(
        state,
        { ...as, type: "RescheduleCommitment", data: { commitment, dueOn, ...why } },
        rules,
        atHand,
      );
    case "waive":
      return PROMISES.WaiveCommitment(
        state,
        { ...as, type: "WaiveCommitment", data: { commitment, ...why } },
        rules,
        atHand,
      );
    case "concern":
      return TROUBLE.RaiseConcern(state, { ...as, type: "RaiseConcern", data: { commitment, ...why } }, rules, atHand);
    case "withhold":
      return MONEY.WithholdGrant(
        state,
        {
          ...as,
          type: "WithholdGrant",
          data: { ...(year && { stage: year.stage, academicYear: year.academicYear }), ...why },
        },
        rules,
        atHand,
      );
    case "withdraw":
      return TROUBLE.WithdrawSchool(state, { ...as, type: "WithdrawSchool", data: why }, rules, atHand);
    case "leave-it":
    case "visit":
    case "keep-date":
      return { events: [] satisfies JourneyEvent[] };
    case "release":
    case "part":
    case "wait":
    case "keep":
    case "ask-back":
      return notNow(state, "choice-of-another-task");
    case "counts":
      return OUTCOME.ConfirmCompletion(
        state,
        { ...as, type: "ConfirmCompletion", data: { completed: false, counts: true, ...why } },
        rules,
        atHand,
      );
    case "let-go":
      return letGo(state, at);
    default:
      return data.decision satisfies never;
  }
}

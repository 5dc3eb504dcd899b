// What a person decides on a grant: before it is paid to release it, a part of it, to withhold it, or to wait; where it
// is paid to keep it with the school, or to ask a part of it or all of it back.

import { addDays } from "../../calendar/dates.ts";
import { localDate } from "../../calendar/instants.ts";
import { nextSchoolDay } from "../../calendar/terms.ts";
import type { CommandOf, TaskDecision } from "../commands.ts";
import type { AskedOfGrant } from "../event-words.ts";
import type { JourneyEvent } from "../events.ts";
import { grantTask, permits, questionOf } from "../grant-questions.ts";
import { inField, reject } from "../rejection.ts";
import type { Decision, Rules } from "../rules.ts";
import { step } from "../settle.ts";
import type { Begun, Grant, Journey, Task } from "../state.ts";
import { invalid } from "../wire.ts";
import { because, dayToDecide, decided, notNow } from "./common.ts";
import { onSchoolDay } from "./school-day.ts";

type Command = CommandOf<"DecideTask">;

/** Days, of a grant whose programme the catalogue does not have any more. */
const USUAL_WAIT = 28;

const BEFORE = ["release", "part", "withhold", "wait"] as const satisfies readonly TaskDecision[];
const AFTER = ["keep", "part", "ask-back"] as const satisfies readonly TaskDecision[];

/** What the choice on a task about a grant brings with it, beside `TaskDecided`. */
export function decideGrant(
  state: Begun,
  command: Command,
  task: Task & { grant: AskedOfGrant },
  rules: Rules,
): Decision {
  const { stage, academicYear, paid } = task.grant;
  const grant = state.grants.findLast((one) => one.stage === stage && one.academicYear === academicYear);
  const choices: readonly TaskDecision[] = paid ? AFTER : BEFORE;
  if (grant === undefined || !choices.includes(command.data.decision)) return notNow(state, "choice-of-another-task");
  if (command.data.decision === "wait") return putOff(state, command, task, rules);
  return paid ? ofPaid(grant, command, task.grant) : ofUnpaid(state, grant, command, task.grant);
}

/**
 * The tasks that these events bring about grants, to be decided with them: a payment run does not wake a school's
 * journey for its clock.
 */
export function askedWith(state: Begun, events: readonly JourneyEvent[], { calendar }: Rules): JourneyEvent[] {
  const after = events.reduce<Journey>(step, state);
  const at = events.at(-1)?.at;
  if (after.status === "none" || at === undefined) return [];
  const { grants, tasks } = after;
  return grants.flatMap((grant): JourneyEvent[] => {
    const grantAsks = questionOf(after, grant);
    if (grantAsks === null) return [];
    const task = grantTask(grantAsks);
    if (tasks.some((one) => one.id === task && one.status === "open")) return [];
    const dueOn = dayToDecide(calendar, at);
    return [{ type: "TaskOpened", at, task, about: "grant", commitment: null, dueOn, grant: grantAsks }];
  });
}

/** It stays a task, of a later day: nothing waits for nobody. */
function putOff(
  { school }: Begun,
  { at, data }: Command,
  { id, grant }: Task & { grant: AskedOfGrant },
  { calendar, catalogue }: Rules,
): Decision {
  if (data.dueOn !== undefined && data.dueOn <= localDate(at))
    return invalid([inField("/dueOn", "day-to-decide-past")]);
  const day = data.dueOn === undefined ? null : onSchoolDay(calendar, data.dueOn);
  if (day) return day;
  const days = catalogue.of(grant.academicYear, school.phase, grant.stage)?.grantWaitDays.value ?? USUAL_WAIT;
  const dueOn = data.dueOn ?? nextSchoolDay(calendar, addDays(localDate(at), days));
  return decided({ type: "TaskOpened", at, task: id, about: "grant", commitment: null, dueOn, grant });
}

function ofUnpaid(state: Begun, grant: Grant, { at, data }: Command, asked: AskedOfGrant): Decision {
  const { stage, academicYear, cause } = asked;
  const of = { stage, academicYear };
  const why = because(data);
  const decision = data.decision as (typeof BEFORE)[number];
  const settled: JourneyEvent = {
    type: "GrantDecided",
    at,
    ...of,
    cause,
    decision: decision === "wait" ? "release" : decision,
    ...(permits(cause) && decision !== "withhold" && { permits: true as const }),
    ...why,
  };
  if (decision === "release") return decided(settled);
  const recalled = recall(state, grant, at);
  if ("rejection" in recalled) return recalled;
  if (decision === "withhold")
    return decided(...recalled.events, settled, { type: "GrantWithheld", at, ...of, ...why });
  const amountPence = data.amountPence ?? asked.proposedPence;
  if (amountPence === undefined || amountPence > grant.amountPence || amountPence === 0)
    return invalid([inField("/amount", "part-of-a-grant", { amountPence: grant.amountPence })]);
  return decided(...recalled.events, { type: "GrantAdjusted", at, ...of, amountPence, ...why }, settled);
}

/** What was released is not: out of a run that is prepared; from one that is authorised a person takes it out first. */
function recall(
  state: Begun,
  { stage, academicYear, status, run, preparedBy, authorisedBy }: Grant,
  at: string,
): Decision {
  if (status !== "released") return { events: [] };
  if (authorisedBy !== null) return notNow(state, "run-authorised-first", { run: run ?? "not named" });
  const of = { stage, academicYear };
  return decided(...(preparedBy === null ? [] : [{ type: "PaymentRunCancelled" as const, at, ...of, run }]), {
    type: "GrantRecalled",
    at,
    ...of,
  });
}

function ofPaid(grant: Grant, { at, data }: Command, { stage, academicYear, cause }: AskedOfGrant): Decision {
  const of = { stage, academicYear };
  const decision = data.decision as (typeof AFTER)[number];
  const why = because(data);
  const settled: JourneyEvent = { type: "GrantDecided", at, ...of, cause, decision, ...why };
  if (decision === "keep") return decided(settled);
  if (grant.clawback.status !== "none") return reject("grant-not-due", "claw-back", { status: grant.status });
  const amountPence = decision === "ask-back" ? grant.amountPence : data.amountPence;
  if (amountPence === undefined || amountPence > grant.amountPence || amountPence === 0)
    return invalid([inField("/amount", "part-of-a-grant", { amountPence: grant.amountPence })]);
  const how = data.invoiced === true ? { invoiced: true } : {};
  return decided(settled, { type: "ClawbackRequested", at, ...of, amountPence, ...how, ...why });
}

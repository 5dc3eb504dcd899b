// What the hub lead says of a stage-year: is the school Mastery Ready, has it completed its year.

import { nextAcademicYear, yearBegins } from "../../calendar/academic-years.ts";
import { localDate, type Instant } from "../../calendar/instants.ts";
import { addSchoolDays, previousSchoolDay, schoolDayAt9 } from "../../calendar/terms.ts";
import { beginYear } from "../commitments.ts";
import type { CommandData } from "../commands.ts";
import type { JourneyEvent } from "../events.ts";
import { AFTER, evidentOutcome, isBeyond, meetsAfter } from "../outcome.ts";
import type { AtHand, Decision, Rules, Verbs } from "../rules.ts";
import { currentYear, type Begun, type Journey, type StageYear } from "../state.ts";
import { because, decided, needsReason, notNow } from "./common.ts";
import { lapses, task } from "./stage-ends.ts";

/** School days after which a hub that has confirmed a school as ready is asked why it has not invited it. */
const INVITES_WITHIN = 10;

export const OUTCOME: Verbs<"ConfirmReadiness" | "ConfirmCompletion"> = {
  ConfirmReadiness: (state, { at, data }, { calendar, catalogue }) => {
    const year = readinessYear(state);
    if (state.status === "none" || !year) return notNow(state, "readiness-of-its-year");
    const fault = data.ready ? null : needsReason(data);
    if (fault) return fault;
    const inviteBy = schoolDayAt9(calendar, addSchoolDays(calendar, localDate(at), INVITES_WITHIN));
    const follows = catalogue.of(nextAcademicYear(year.academicYear), state.school.phase, AFTER.readiness) !== null;
    return decided({
      type: "ReadinessConfirmed",
      at,
      ready: data.ready,
      ...(data.ready && year.closing !== null && follows && { inviteBy }),
      ...because(data),
    });
  },

  ConfirmCompletion: (state, { at, data }, rules, atHand) => {
    const year = completionYear(state);
    if (state.status === "none" || !year) return notNow(state, "completion-of-its-year");
    // What the evidence says anyway needs no words.
    const evident = data.completed && evidentOutcome(year, state.participants).outcome === "completed";
    const fault = evident && !meetsAfter(year, at) ? null : needsReason(data);
    return fault ?? completed(state, year, at, data, rules, atHand);
  },
};

/** The Readiness year under way; or one that ended without a decision. */
function readinessYear(state: Journey): StageYear | null {
  if (state.status !== "participating" && state.status !== "paused" && state.status !== "completed") return null;
  const year = currentYear(state);
  if (year) return state.status === "participating" && year.readinessAsked ? year : null;
  const last = state.past.at(-1);
  return last && last.readinessAsked && last.ready === null && last.outcome === "not-ready" ? last : null;
}

/** The year under way, or the last that ended, of a stage that is completed. */
function completionYear(state: Journey): StageYear | null {
  if (state.status !== "participating" && state.status !== "paused" && state.status !== "completed") return null;
  const year = currentYear(state) ?? state.past.at(-1);
  if (!year || year.readinessAsked || year.outcome === "withdrawn") return null;
  // Once it is settled and held by nothing, the next stage goes on.
  const goesOn = state.status === "participating" && state.year === null && state.waitsUntil === null;
  return goesOn ? null : year;
}

function completed(
  state: Begun,
  year: StageYear,
  at: Instant,
  data: CommandData["ConfirmCompletion"],
  rules: Rules,
  atHand: AtHand,
): Decision {
  const { calendar, catalogue } = rules;
  const { stage, academicYear } = year;
  const counts = !data.completed && data.counts === true;
  const said: JourneyEvent = {
    type: "CompletionConfirmed",
    at,
    stage,
    academicYear,
    completed: data.completed,
    ...(counts && { counts }),
    ...because(data),
  };
  if (state.status !== "participating" || state.waitsUntil === null) return decided(said);
  const done = data.completed || counts;
  const { next, invitation } = state;
  // What was held for this word begins now; what fell due while it was awaited is not owed.
  const begins = done && next !== null && at > yearBegins(next.academicYear) ? catalogue.get(next.prospectus) : null;
  if (begins && next) return decided(said, ...beginYear(begins, rules, atHand, at, next.workGroup, state));
  const waits = next === null && (invitation !== null || done);
  if (!done && next !== null && isBeyond(next.stage, stage))
    return decided(said, lapses(state, year, "not-completed", at));
  if (!done && invitation === null) return decided(said, lapses(state, year, "not-completed", at));
  const asked = state.tasks.some(({ about, status }) => about === "invitation" && status === "open");
  const follows = catalogue.of(nextAcademicYear(academicYear), state.school.phase, stage) !== null;
  return waits && !asked && follows
    ? decided(said, task(year, "invitation", at, previousSchoolDay(calendar, state.waitsUntil)))
    : decided(said);
}

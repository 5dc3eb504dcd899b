// When things do not go to plan: concerns, a pause and the return from it, withdrawal, a successor school.

import { isSession } from "../event-words.ts";
import { yearBegins } from "../../calendar/academic-years.ts";
import { addDays } from "../../calendar/dates.ts";
import { localDate, type Instant, type LocalDate } from "../../calendar/instants.ts";
import { nextSchoolDay, schoolDayAt9, type SchoolCalendar } from "../../calendar/terms.ts";
import { announcing } from "../announce.ts";
import { arrange, arrangesAnew, arrangingOf } from "../arranged.ts";
import { beginYear, lastSchoolDayLeft, laterWorkshop, teachersAskedAgain } from "../commitments.ts";
import { sessionOf } from "../group-dates.ts";
import type { AtHand, Decision, GroupAtHand, Rules, Verbs } from "../rules.ts";
import type { JourneyEvent } from "../events.ts";
import { isOfYearThatAsks } from "../grant-questions.ts";
import { reject, inField } from "../rejection.ts";
import { standDown } from "../settle.ts";
import { stagesOf, type Commitment, type Concern, type Journey, type Paused, type StageYear } from "../state.ts";
import { invalid } from "../wire.ts";
import { because, dayToDecide, decided, needsReason, notNow } from "./common.ts";
import { noRoom, unfitGroup } from "./fits-group.ts";
import { remindedAfter } from "./next-stage.ts";
import { entersOn } from "./return.ts";
import { onSchoolDay } from "./school-day.ts";
import { task } from "./stage-ends.ts";

/**
 * Days after a return by which what fell due in the pause is owed (assumption: no page speaks of pauses within a year).
 */
export const DAYS_AFTER_RETURN = 14;

export const TROUBLE: Verbs<
  | "RaiseConcern"
  | "AgreeConcernSteps"
  | "ReviewConcern"
  | "ResolveConcern"
  | "PauseJourney"
  | "ReturnToProgramme"
  | "WithdrawSchool"
  | "SucceedSchool"
> = {
  RaiseConcern: (state, { at, data }) => {
    if (state.status !== "participating" && state.status !== "paused")
      return notNow(state, "concern-of-who-takes-part");
    const concern = `concern-${state.concerns.length + 1}`;
    if (
      data.commitment !== undefined &&
      !stagesOf(state).some((year) => year.commitments.some((one) => one.code === data.commitment))
    ) {
      return reject("unknown-commitment", "journey");
    }
    return (
      needsReason(data) ??
      decided({ type: "ConcernRaised", at, concern, commitment: data.commitment ?? null, ...because(data) })
    );
  },

  AgreeConcernSteps: (state, { at, data }, { calendar }) => {
    const found = findConcern(state, data.concern, ["raised", "reviewed"]);
    if ("rejection" in found) return found;
    if (!data.steps) return reject("reason-required", "steps");
    const day = data.reviewOn === undefined ? null : onSchoolDay(calendar, data.reviewOn);
    if (day) return day;
    return decided({
      type: "ConcernStepsAgreed",
      at,
      concern: found.id,
      stepsId: data.steps.id,
      reviewOn: data.reviewOn ?? null,
    });
  },

  ReviewConcern: (state, { at, data }) => {
    const found = findConcern(state, data.concern, ["steps-agreed"]);
    return "rejection" in found
      ? found
      : decided({ type: "ConcernReviewed", at, concern: found.id, noteId: data.note?.id ?? null });
  },

  ResolveConcern: (state, { at, data }) => {
    const found = findConcern(state, data.concern, ["raised", "steps-agreed", "reviewed"]);
    return "rejection" in found
      ? found
      : decided({ type: "ConcernResolved", at, concern: found.id, noteId: data.note?.id ?? null });
  },

  PauseJourney: (state, { at, data }) => {
    // A pause may be given another end, or one at all.
    const ends = state.status === "paused" && data.until !== undefined;
    if (state.status !== "participating" && !ends) return notNow(state, "pauses-who-takes-part");
    const fault = needsReason(data);
    if (fault) return fault;
    // Any day will do: nobody owes anything on the last day of a pause, and a pause has its reason anyway.
    if (data.until !== undefined && data.until < localDate(at)) return invalid([inField("/until", "pause-past")]);
    return decided({ type: "JourneyPaused", at, until: data.until ?? null, ...because(data) });
  },

  ReturnToProgramme: (state, { at }, rules, atHand) =>
    state.status === "paused" ? comeBack(state, at, rules, atHand) : notNow(state, "returns-who-paused"),

  WithdrawSchool: (state, { at, data }) => {
    if (state.status !== "accepted" && state.status !== "participating" && state.status !== "paused") {
      return notNow(state, "withdraws-who-has-its-place");
    }
    // Of a year that asks for its teachers a person decides (grant-questions.ts); one of before goes on as it began.
    const open = state.grants.filter(
      (one) => (one.status === "due" || one.status === "payable") && !isOfYearThatAsks(state, one),
    );
    const why = because(data);
    const withheld = open.map(({ stage, academicYear }): JourneyEvent => ({
      type: "GrantWithheld",
      at,
      stage,
      academicYear,
      ...why,
    }));
    return needsReason(data) ?? decided(...withheld, { type: "SchoolWithdrawn", at, ...why });
  },

  SucceedSchool: (state, { at, data }) => {
    if (state.status === "none") return notNow(state, "nothing-to-hand-on");
    const { urn } = state.school;
    const fault = needsReason(data);
    if (fault) return fault;
    if (data.urn === urn || state.aliases.includes(data.urn)) return invalid([inField("/urn", "urn-already")]);
    return decided({ type: "SchoolSucceeded", at, urn: data.urn, was: urn, ...because(data) });
  },
};

/**
 * The return from a pause: by command, or `from` its last day on where time brings it. Within the stage-year the school
 * goes on with it; after it, it enters the year under way or the next to begin (return.ts). A group that is full by
 * then is a task of the hub lead.
 */
export function comeBack(state: Paused, at: Instant, rules: Rules, atHand: AtHand, from: Instant = at): Decision {
  if (state.year) {
    const chaseFrom = schoolDayAt9(rules.calendar, addDays(localDate(at), DAYS_AFTER_RETURN));
    return decided(
      { type: "SchoolReturned", at, resumes: "this-year", chaseFrom, ...remindedAfter(state.invitation, at, rules) },
      ...takenUp(state.year, state.pausedAt, at, rules, atHand),
      ...whoTheyAreNow(state.year, at, rules),
      ...stillToPlace(state, state.year, at, rules),
    );
  }
  const { stage, academicYear } = entersOn(state, localDate(from));
  const kept = state.next?.stage === stage && state.next.academicYear === academicYear ? state.next : null;
  const prospectus = kept
    ? rules.catalogue.get(kept.prospectus)
    : rules.catalogue.of(academicYear, state.school.phase, stage);
  if (!prospectus) return reject("not-found", "prospectus-of-return", { stage, academicYear });
  const back = {
    type: "SchoolReturned" as const,
    at,
    resumes: "next-year" as const,
    prospectus: prospectus.id,
    stage,
    academicYear,
  };
  if (from <= yearBegins(academicYear)) return decided(back);
  // It enters the year under way: in the group in which its place is kept, or in which it was, if that has one.
  const named = kept ? kept.workGroup : (state.past.at(-1)?.workGroup ?? null);
  const group = named === null ? null : (atHand.groupOf?.(named) ?? null);
  const full = group !== null && (unfitGroup(group, prospectus, state.hub) ?? noRoom(group)) !== null;
  const workGroup = full ? null : named;
  return decided(
    { ...back, workGroup },
    ...beginYear(prospectus, rules, atHand, at, workGroup, state, from),
    ...(full ? [task({ academicYear }, "waiting", at, dayToDecide(rules.calendar, at))] : []),
  );
}

/** A school that had no group when it went has none yet: its hub is asked again, where it was asked before. */
function stillToPlace({ tasks }: Paused, year: StageYear, at: Instant, { calendar }: Rules): JourneyEvent[] {
  const again = task(year, "waiting", at, dayToDecide(calendar, at));
  const asked = tasks.some(({ id, status }) => again.type === "TaskOpened" && id === again.task && status === "closed");
  return year.workGroup === null && asked ? [again] : [];
}

/** A school that comes back is asked who its teachers are now, and has as long to say so as a school that comes new. */
function whoTheyAreNow(year: StageYear, at: Instant, { calendar }: Rules): JourneyEvent[] {
  const asked = year.commitments.find((one) => one.kind === "teachers" && one.status !== "waived");
  if (year.teachers === null || asked === undefined) return [];
  return [teachersAskedAgain(year, asked, calendar, at, "returned"), ...standDown(asked.code, asked.level, at)];
}

/**
 * What fell due in the pause: sessions and visits of those weeks are gone, everything else has a fortnight. What the
 * Work Group has decided on its sessions meanwhile holds for the school too.
 */
function takenUp(
  year: StageYear,
  pausedAt: Instant,
  at: Instant,
  { calendar }: Rules,
  { groupOf }: AtHand,
): JourneyEvent[] {
  const group = year.workGroup === null ? null : groupOf?.(year.workGroup);
  const decided = year.commitments
    .map((one) => [one.code, asGroupDecided(one, sessionOf(one, year.prospectus, group), calendar, at)] as const)
    .filter(([, events]) => events.length > 0);
  const known = new Set(decided.map(([code]) => code));
  const [since, today] = [localDate(pausedAt), localDate(at)];
  const soon = nextSchoolDay(calendar, addDays(today, DAYS_AFTER_RETURN));
  const last = lastSchoolDayLeft(year, at, calendar);
  const passed = year.commitments.filter(
    (one) =>
      one.status === "open" &&
      one.kind !== "teachers" &&
      since <= one.dueOn &&
      one.dueOn < today &&
      !known.has(one.code),
  );
  const gone = passed.map((one): JourneyEvent => {
    const over =
      one.kind === "session" ||
      one.kind === "meeting" ||
      one.kind === "visit" ||
      one.kind === "headteacher-first-workshop" ||
      one.kind === "headteacher-meeting" ||
      one.kind === "headteachers-session" ||
      one.kind === "headteachers-meeting";
    const later = laterWorkshop(year, one, calendar, at, "paused");
    if (later !== null) return later;
    // Who comes back after the last school day of the summer term has no day left to do it on.
    if (over || last === null) return { type: "CommitmentWaived", at, commitment: one.code, reasonCode: "paused" };
    return {
      type: "CommitmentRescheduled",
      at,
      commitment: one.code,
      dueOn: soon < last ? soon : last,
      reasonCode: "paused",
    };
  });
  return [...gone, ...decided.flatMap(([, events]) => events)];
}

/**
 * A session that its group held, called off, moved or holds otherwise since the school went; nothing where it stands as
 * the school knew it.
 */
function asGroupDecided(
  one: Commitment,
  session: GroupAtHand["sessions"][number] | null,
  calendar: SchoolCalendar,
  at: Instant,
): JourneyEvent[] {
  if (session === null || (one.status !== "open" && one.status !== "missed")) return [];
  const toCome = session.status === "scheduled" && session.on >= localDate(at);
  const moved = toCome && session.on !== one.dueOn;
  const held = arrangingOf(session);
  if (toCome && isSession(one) && (moved || arrangesAnew(held, one.arranged ?? {})))
    return [
      {
        type: "SessionMoved",
        at,
        session: one.code,
        on: session.on,
        from: one.dueOn,
        ...arrange(held, {}),
        ...announcing(calendar, session.on, at),
        reasonCode: "of-the-group",
      },
      ...(moved ? redated(one, session.on, at) : []),
    ];
  if (moved) return redated(one, session.on, at);
  if (session.status === "scheduled" || (session.status === "held" && one.status === "missed")) return [];
  const reasonCode = session.status === "held" ? "paused" : "session-cancelled";
  return [{ type: "CommitmentWaived", at, commitment: one.code, reasonCode }, ...standDown(one.code, one.level, at)];
}

const redated = ({ code, level }: Commitment, dueOn: LocalDate, at: Instant): JourneyEvent[] => [
  { type: "CommitmentRescheduled", at, commitment: code, dueOn, reasonCode: "session-dated" },
  ...standDown(code, level, at),
];

function findConcern(state: Journey, id: string | undefined, statuses: readonly Concern["status"][]) {
  const open = state.status === "none" ? [] : state.concerns.filter((one) => one.status !== "resolved");
  const found = id === undefined ? open.at(-1) : open.find((one) => one.id === id);
  if (!found) return reject("not-found", "concern");
  return statuses.includes(found.status) ? found : notNow(state, "concern-step", { concern: found.status });
}

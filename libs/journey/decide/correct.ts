// What was a mistake is taken back: a record, or a decision by which a school's way ended or went on. Nothing is
// deleted.

import { addDays } from "../../calendar/dates.ts";
import { localDate, type Instant } from "../../calendar/instants.ts";
import { schoolDayAt9 } from "../../calendar/terms.ts";
import type { ActorRole, CommandOf } from "../commands.ts";
import type { JourneyEvent } from "../events.ts";
import { reject, type Rejection } from "../rejection.ts";
import type { AtHand, Decision, GroupAtHand, Rules, Verbs } from "../rules.ts";
import { currentYear, type Begun, type Journey, type StageYear, type Undoable } from "../state.ts";
import type { Restored, TakenBack } from "../taken-back.ts";
import { because, decided, needsReason, needsYear, notNow } from "./common.ts";
import { yearStillOpen } from "./intake.ts";
import { lastDayToAnswer, latestToAnswer, offerDays } from "./days-to-answer.ts";
import { DAYS_AFTER_RETURN } from "./trouble.ts";

type Fault = { rejection: Rejection } | null;

/** Who may take it back: who may do it; of a withdrawal, the hub lead. */
const TAKES_BACK: Readonly<Record<TakenBack, readonly ActorRole[]>> = {
  ApplicationDeclined: ["hub-coordinator", "hub-lead"],
  ApplicationRedirected: ["hub-coordinator", "hub-lead"],
  ApplicationWithdrawn: ["hub-lead"],
  OfferDeclined: ["school-contact", "hub-coordinator", "hub-lead"],
  OfferLapsed: ["hub-coordinator", "hub-lead"],
  SchoolPlaced: ["hub-coordinator", "hub-lead"],
  SchoolWithdrawn: ["hub-lead"],
};
/** Of a record; the operator mends what a system has sent. */
const OF_RECORDS: readonly ActorRole[] = ["hub-coordinator", "hub-lead", "operator"];

export const CORRECT: Verbs<"CorrectRecord"> = {
  CorrectRecord: (state, command, rules, atHand) => {
    const { at, data, by } = command;
    const undoable = undoableAt(state, data.event);
    const fault = mayTakeBack(by.role, undoable?.type ?? null);
    if (fault) return fault;
    if (state.status !== "none" && undoable !== null)
      return needsReason(data) ?? takenBack(state, undoable, command, rules, atHand);
    const said = state.status !== "none" && state.said.some(({ seq }) => seq === data.event);
    if (said) return needsReason(data) ?? decided({ type: "RecordCorrected", at, event: data.event, ...because(data) });
    const year = currentYear(state);
    if (!year) return noRecord(state, data.event);
    const reason = needsReason(data);
    if (reason) return reason;
    if (year.evidence.some((one) => one.seq === data.event))
      return decided({ type: "RecordCorrected", at, event: data.event, ...because(data) });
    if (state.status !== "none" && state.takenBack.includes(data.event)) return notNow(state, "taken-back-already");
    return reject("not-found", "record");
  },
};

/**
 * The events that somebody in this role may take back now: records of the stage-year, what was said that stands, and
 * the last decision.
 */
export function takenBackBy(state: Journey, role: ActorRole): number[] {
  if (state.status === "none") return [];
  const { undoable } = state;
  const records = mayTakeBack(role, null) === null ? [...(currentYear(state)?.evidence ?? []), ...state.said] : [];
  const decision = undoable !== null && mayTakeBack(role, undoable.type) === null ? [undoable.event] : [];
  return [...records.map(({ seq }) => seq), ...decision];
}

function undoableAt(state: Journey, event: number): Undoable | null {
  return state.status !== "none" && state.undoable?.event === event ? state.undoable : null;
}

function mayTakeBack(role: ActorRole, type: TakenBack | null): Fault {
  const allowed = type === null ? OF_RECORDS : TAKES_BACK[type];
  // `service`: a rule tried by itself, with nobody behind it.
  return role === "service" || allowed.includes(role)
    ? null
    : reject("forbidden", "takes-back", { roles: allowed.join(" or ") });
}

/** Outside a stage-year there is no record to take back. */
function noRecord(state: Journey, event: number): { rejection: Rejection } {
  if (state.status === "none" || event > state.seq) return reject("not-found", "event");
  if (state.takenBack.includes(event)) return notNow(state, "taken-back-already");
  if (state.status === "participating" || state.status === "paused")
    return needsYear(state) as { rejection: Rejection };
  return notNow(state, "not-to-be-taken-back");
}

/**
 * The decision is taken back: the journey is what it was before, as far as that is still so. An offer is made anew,
 * with days to answer; a place is reserved again while its Work Group has one, else the school waits for the next.
 */
function takenBack(
  state: Begun,
  { type, before }: Undoable,
  { at, data }: CommandOf<"CorrectRecord">,
  rules: Rules,
  atHand: AtHand,
): Decision {
  const fault = stillSo(state, type, before, at, rules);
  if (fault) return fault;
  const workGroup = groupBefore(before);
  const group = workGroup === null ? null : (atHand.groupOf?.(workGroup) ?? null);
  const full = group !== null && !group.hasRoom && !group.holdsPlace && group.stillFree !== true;
  const place = placeBefore(before, type);
  const waits = "application" in before && full && place !== "waiting";
  if (full && !waits && place !== "waiting" && place !== null) return reject("group-full", "meanwhile");
  const offers = before.status === "offered" && !waits ? offered(before, at, rules, group) : null;
  if (offers !== null && "rejection" in offers) return offers;
  const restores: Restored = {
    was: type,
    status: before.status,
    workGroup,
    place: waits || offers ? null : place,
    tells: !waits && !offers,
  };
  const corrected: JourneyEvent = {
    type: "RecordCorrected",
    at,
    event: data.event,
    ...because(data),
    restores,
    ...(currentYear(before) && { chaseFrom: schoolDayAt9(rules.calendar, addDays(localDate(at), DAYS_AFTER_RETURN)) }),
  };
  return decided(
    corrected,
    ...(waits ? [{ type: "ApplicationWaitlisted" as const, at, workGroup, reasonCode: "group-full" }] : []),
    ...(offers ? [offers.event] : []),
    ...(type === "SchoolWithdrawn" ? grantsBack(state, at) : []),
  );
}

/** Does nothing stand against it that has happened since? */
function stillSo(state: Begun, type: TakenBack, before: Begun, at: Instant, { catalogue }: Rules): Fault {
  if ("application" in before) {
    const prospectus = catalogue.get(before.application.prospectus);
    if (!prospectus || !yearStillOpen(prospectus, localDate(at))) return notNow(state, "year-applied-for-over");
  }
  if (type !== "SchoolPlaced") return null;
  if (state.status !== "participating" || state.past.length > before.past.length) return notNow(state, "place-is-used");
  if (before.status === "participating") return state.next === null ? notNow(state, "place-is-used") : null;
  const used = state.year !== null && isUsed(state.year);
  const paid = state.grants.some(
    (one) =>
      !before.grants.includes(one) && (one.approvers.length > 0 || (one.status !== "due" && one.status !== "payable")),
  );
  return used || paid ? notNow(state, "place-is-used") : null;
}

const isUsed = ({ evidence }: StageYear): boolean => evidence.some(({ kind }) => kind !== "theme");

/** The Work Group in which it had, or waited for, a place. */
function groupBefore(before: Begun): string | null {
  if ("offer" in before) return before.offer.workGroup;
  if ("application" in before) return before.application.waitsIn;
  if (before.status !== "participating" && before.status !== "paused") return null;
  return before.next?.workGroup ?? before.year?.workGroup ?? null;
}

function placeBefore(before: Begun, type: TakenBack): Restored["place"] {
  if (groupBefore(before) === null) return null;
  if (before.status === "accepted" || before.status === "offered") return "reserved";
  if ("application" in before) return "waiting";
  // Taken back is the place in a group of the year to come: it goes on without one, until it is placed.
  if (type === "SchoolPlaced") return null;
  return before.status === "participating" || before.status === "paused" ? "taken" : null;
}

/** The offer is made once more: with the days it still has, or with new ones where its last is over. */
function offered(
  { application, offer }: Extract<Begun, { status: "offered" }>,
  at: Instant,
  { catalogue, calendar }: Rules,
  group: GroupAtHand | null,
): { event: JourneyEvent } | { rejection: Rejection } | null {
  const prospectus = catalogue.get(application.prospectus);
  if (!prospectus) return null;
  const today = localDate(at);
  const latest = latestToAnswer(prospectus, calendar, at, group);
  const by = offer.respondBy >= today ? offer.respondBy : lastDayToAnswer(prospectus, calendar, at, {}, latest);
  if (typeof by !== "string") return by;
  const { workGroup } = offer;
  return {
    event: { type: "PlaceOffered", at, workGroup, ...offerDays(prospectus, calendar, at, by) },
  };
}

/** Grants that the withdrawal withheld wait again. */
function grantsBack(state: Begun, at: Instant): JourneyEvent[] {
  const reasonId = state.undoable?.reasonId ?? null;
  return state.grants
    .filter((one) => one.status === "withheld" && reasonId !== null && one.withheldFor === reasonId)
    .map(({ stage, academicYear }) => ({ type: "GrantReopened", at, stage, academicYear }));
}

// The made-up hub of a rehearsal. `attentive` answers, runs what it promised, decides and pays, each in good time; it
// never waives, withholds or withdraws. `absent` does none of it.

import { isSession } from "../journey/event-words.ts";
import { lastDay, nextAcademicYear } from "../calendar/academic-years.ts";
import { addDays } from "../calendar/dates.ts";
import { instantAt, localDate, type Instant, type LocalDate } from "../calendar/instants.ts";
import { addSchoolDays, lastSchoolDay, nextSchoolDay, previousSchoolDay, termAt, termsOf } from "../calendar/terms.ts";
import { AFTER } from "../journey/outcome.ts";
import type { Commitment, Participating, StageYear } from "../journey/state.ts";
import { registersOf, supportHalfDays, takenUp } from "../journey/settle-evidence.ts";
import { grantMoves } from "./hub-money.ts";
import {
  dayOf,
  daysAfter,
  later,
  latest,
  scriptApplies,
  scriptOfApplication,
  scriptOfYear,
  type Move,
  type Scene,
} from "./scene.ts";

/** What the hub would do as things stand, each at its time. */
export function hubMoves(scene: Scene): Move[] {
  if (scene.rehearsal.hub === "absent") return [];
  return [...ofCourse(scene), ...grantMoves(scene)];
}

function ofCourse(scene: Scene): Move[] {
  const { state } = scene;
  switch (state.status) {
    case "applied":
      return offer(scene);
    case "accepted":
      return place(scene);
    case "participating":
      return [...inYear(scene, state), ...decideTasks(scene, state), ...invite(scene, state)];
    default:
      return [];
  }
}

function offer(scene: Scene): Move[] {
  const submitted = latest(scene, "ApplicationSubmitted");
  if (
    !submitted ||
    scriptApplies(scene, "OfferPlace", "WaitlistApplication", "DeclineApplication", "RedirectApplication")
  )
    return [];
  // A question that the script asks within the week comes first.
  const week = daysAfter(submitted.at, 7, "10:00");
  if (
    scriptOfApplication(scene).some(
      ({ command, at }) => command === "RequestInformation" && scene.now < at && at <= week,
    )
  )
    return [];
  const answered = latest(scene, "InformationProvided");
  const ready = daysAfter(submitted.at, 3, "10:00");
  const at = answered && answered.seq > submitted.seq ? later(ready, daysAfter(answered.at, 1, "10:00")) : ready;
  return [
    {
      key: `offer ${submitted.seq}`,
      at,
      command: "OfferPlace",
      with: { workGroup: "work-group-1" },
    },
  ];
}

function place(scene: Scene): Move[] {
  const accepted = latest(scene, "OfferAccepted");
  if (!accepted || scriptApplies(scene, "PlaceInWorkGroup")) return [];
  return [
    { key: `place ${accepted.seq}`, at: daysAfter(accepted.at, 3, "11:00"), command: "PlaceInWorkGroup", with: {} },
  ];
}

function inYear(scene: Scene, { year }: Participating): Move[] {
  if (!year) return [];
  const owed = year.commitments.filter(({ by, status }) => by === "hub" && (status === "open" || status === "missed"));
  return [
    ...owed
      .filter((one) => isSession(one) && !year.calledOff.includes(one.code))
      .flatMap((one) => runSession(scene, year, one)),
    ...year.extras
      .filter(({ code }) => registersOf(year, code).length === 0)
      .flatMap(({ code, on }) => runSession(scene, year, { code, dueOn: on })),
    ...owed.filter(({ kind }) => kind === "visit").flatMap((one) => visit(scene, year, one)),
    ...owed.filter(({ kind }) => kind === "in-school-support").flatMap((one) => support(scene, year, one)),
    ...confirmReadiness(scene, year),
  ];
}

function runSession(
  scene: Scene,
  year: StageYear,
  session: Pick<Commitment, "code" | "dueOn"> & Partial<Commitment>,
): Move[] {
  const codes = [
    session.code,
    ...year.commitments.filter(({ after }) => after === session.code).map(({ code }) => code),
  ];
  const scripted = scriptOfYear(scene, year.academicYear, "RecordAttendance", "TakeRegister").some((entry) =>
    codes.includes(String(entry.with["session"])),
  );
  if (scripted) return [];
  const at = instantAt(session.dueOn, "16:00");
  const register = { session: session.code, on: localDate(later(at, scene.now)), ...whoComes(scene, session) };
  return [{ key: `${year.academicYear} ${session.code}`, at, command: "RecordAttendance", with: register }];
}

/** An exemplary school sends everybody; of another it is only known that nobody came. */
function whoComes(
  { state, rehearsal }: Scene,
  { code }: Pick<Commitment, "code">,
): { present: string[]; headteacher: boolean } {
  if (rehearsal.behaviour !== "exemplary" || state.status === "none") return { present: [], headteacher: false };
  if (code === "headteachers-session") return { present: [], headteacher: true };
  return { present: state.participants.filter(({ left }) => !left).map(({ id }) => id), headteacher: true };
}

function visit(scene: Scene, year: StageYear, commitment: Commitment): Move[] {
  const term = termAt(scene.rules.calendar, commitment.dueOn)?.term;
  if (scriptedVisitTerms(scene, year).has(term)) return [];
  const at = instantAt(commitment.dueOn, "15:00");
  return [
    { key: `${year.academicYear} ${commitment.code}`, at, command: "RecordSupportVisit", with: visited(scene, at, 1) },
  ];
}

/**
 * The next half-days of in-school support, spread evenly over the terms: a day at most, a week apart, the last of it
 * before it is due. What finds no day left in its term, as the school was not there or its days are full, is made up
 * in the next: so a day that was planned is still the plan when it comes.
 */
function support(scene: Scene, year: StageYear, commitment: Commitment): Move[] {
  const { calendar } = scene.rules;
  const given = supportHalfDays(year, commitment);
  const scripted = scriptedVisitTerms(scene, year);
  const terms = termsOf(calendar, year.academicYear).filter(({ start }) => start < commitment.dueOn);
  const share = (index: number): number => Math.ceil(((commitment.target ?? 1) * (index + 1)) / terms.length);
  for (const [index, { term, start, end }] of terms.entries()) {
    const halfDays = Math.min(2, share(index) - given);
    if (halfDays <= 0 || scripted.has(term)) continue;
    const before = Math.max(0, given - (index === 0 ? 0 : share(index - 1)));
    const day = dayForSupport(scene, year, commitment, { from: addDays(start, 28 + before * 4), halfDays });
    if (day > end && index < terms.length - 1) continue;
    const at = instantAt(day, "15:00");
    const key = `${year.academicYear} ${commitment.code} ${given}`;
    return [{ key, at, command: "RecordSupportVisit", with: visited(scene, at, halfDays) }];
  }
  return [];
}

/** The first day that has room, from a day on but not before today; before the support is due where it can be. */
function dayForSupport(
  { rules: { calendar }, now }: Scene,
  year: StageYear,
  { dueOn }: Commitment,
  { from, halfDays }: { from: LocalDate; halfDays: number },
): LocalDate {
  const planned = nextSchoolDay(calendar, from);
  const last = previousSchoolDay(calendar, addDays(dueOn, -1));
  const meets = new Set(year.commitments.flatMap((one) => (one.kind === "session" ? [one.dueOn] : [])));
  let day = later(planned < last ? planned : last, localDate(now));
  while (meets.has(day) || takenUp(year, day) + halfDays > 2) day = addSchoolDays(calendar, day, 1);
  return day;
}

function visited(scene: Scene, at: Instant, halfDays: number): Record<string, unknown> {
  return { on: localDate(later(at, scene.now)), halfDays, headteacher: scene.rehearsal.behaviour === "exemplary" };
}

function scriptedVisitTerms(scene: Scene, year: StageYear): ReadonlySet<string | undefined> {
  return new Set(
    scriptOfYear(scene, year.academicYear, "RecordSupportVisit").map(
      (entry) => termAt(scene.rules.calendar, dayOf(entry))?.term,
    ),
  );
}

/** On the last school day of the year: ready only if the school has done all it promised. */
function confirmReadiness(scene: Scene, year: StageYear): Move[] {
  if (
    !year.readinessAsked ||
    year.ready !== null ||
    scriptOfYear(scene, year.academicYear, "ConfirmReadiness").length > 0
  )
    return [];
  const owed = year.commitments.filter(({ by, status }) => by === "school" && status !== "met" && status !== "waived");
  const said =
    owed.length === 0
      ? { ready: true }
      : { ready: false, reason: `Still outstanding: ${owed.map(({ code }) => code).join(", ")}` };
  return [
    {
      key: `${year.academicYear} readiness`,
      at: lastDayAt(scene, year, "12:00"),
      command: "ConfirmReadiness",
      with: said,
    },
  ];
}

/**
 * Every school that may go on is invited by 1 June, or once it is confirmed as ready; one found not ready is not, nor
 * one that has not completed its year.
 */
function invite(scene: Scene, { year, next, invitation, past, school }: Participating): Move[] {
  const last = year ?? past.at(-1);
  if (!last || next || invitation || (last.readinessAsked && last.ready !== true) || (!year && !last.readinessAsked))
    return [];
  if (last.completed === false) return [];
  if (!scene.rules.catalogue.of(nextAcademicYear(last.academicYear), school.phase, AFTER[last.stage])) return [];
  if (scriptOfYear(scene, last.academicYear, "InviteToNextStage").length > 0) return [];
  const june = addSchoolDays(scene.rules.calendar, `${lastDay(last.academicYear).slice(0, 4)}-06-01`, -1);
  const at = last.readinessAsked ? lastDayAt(scene, last, "13:00") : instantAt(june, "13:00");
  return [{ key: `${last.academicYear} invite`, at, command: "InviteToNextStage", with: {} }];
}

function lastDayAt(scene: Scene, year: StageYear, time: string): Instant {
  return instantAt(lastSchoolDay(scene.rules.calendar, year.academicYear, "summer"), time);
}

function decideTasks(scene: Scene, { tasks }: Participating): Move[] {
  const scripted = new Set(
    scene.script.flatMap((entry) => (entry.command === "DecideTask" ? [entry.with["task"]] : [])),
  );
  return tasks
    .filter(
      ({ id, status, about }) =>
        status === "open" && (about === "missed-commitment" || about === "teachers") && !scripted.has(id),
    )
    .map(({ id, openedAt }) => ({
      key: `decide ${id} ${openedAt}`,
      at: daysAfter(openedAt, 1, "10:00"),
      command: "DecideTask",
      with: { task: id, decision: "concern", reason: "To be talked over with the school." },
    }));
}

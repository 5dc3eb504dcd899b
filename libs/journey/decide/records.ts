// Evidence: what was done in a stage-year, and by it which commitments are met (settle.ts says which).

import { isSession } from "../event-words.ts";
import { localDate, type Instant, type LocalDate } from "../../calendar/instants.ts";
import type { Theme, Stage } from "../../prospectus/prospectus.ts";
import { closedTheme } from "../../prospectus/theme.ts";
import { isOfTheme, visitsOfTheme } from "../commitments.ts";
import type { Absence, CommandOf } from "../commands.ts";
import type { Decide, Decision, Rules, Verbs } from "../rules.ts";
import type { JourneyEvent } from "../events.ts";
import { reject, type Rejection, inField } from "../rejection.ts";
import { countsAsDone } from "../outcome.ts";
import { currentYear, stagesOf, type Begun, type Commitment, type Journey, type StageYear } from "../state.ts";
import { invalid } from "../wire.ts";
import {
  beforeItsTime,
  because,
  decided,
  misdated,
  needsCommitment,
  needsReason,
  needsYear,
  notNow,
  statusInWords,
} from "./common.ts";
import { absenceFits, inMonths, releaseFitsDays, sessionFitsDay, visitDid, visitFitsDay } from "./evidence.ts";

export const RECORDS: Verbs<
  | "RecordAttendance"
  | "TakeRegister"
  | "RecordSupportVisit"
  | "RecordReleaseDays"
  | "CompleteGapTask"
  | "AgreeActionPlan"
  | "ChooseTheme"
> = {
  RecordAttendance: attendance,

  /**
   * A register taken again for the same day stands in place of what was recorded of that day; one of another day is a
   * repeat, and adds.
   */
  TakeRegister: (state, command, rules) => {
    const taken = attendance(state, command, rules);
    if ("rejection" in taken) return taken;
    const { at, data } = command;
    const session = taken.events.find((event) => event.type === "AttendanceRecorded")?.session;
    const earlier = (currentYear(state)?.evidence ?? []).filter(
      (one) => one.kind === "attendance" && !one.catchUp && one.session === session && one.on === data.on,
    );
    const corrected = earlier.map(({ seq }): JourneyEvent => ({
      type: "RecordCorrected",
      at,
      event: seq,
      reasonCode: "register-taken-again",
    }));
    return decided(...corrected, ...taken.events);
  },

  RecordSupportVisit: (state, { at, data }, rules) => {
    const open = needsYear(state);
    if ("rejection" in open) return open;
    const { on, halfDays, headteacher = false, notes } = data;
    const { state: now, year } = open;
    const teachers = data.teachers && [...new Set(data.teachers)];
    const did = data.did && [...new Set(data.did)];
    if (teachers && !takePart(now, teachers)) return unknownParticipant();
    return (
      misdated(on, at, year) ??
      visitDid(year, did ?? [], rules) ??
      visitFitsDay(year, data) ??
      decided({
        type: "SupportVisitRecorded",
        at,
        on,
        halfDays,
        headteacher,
        ...(notes && { notesId: notes.id }),
        ...(teachers && { teachers }),
        ...(did && { did }),
      })
    );
  },

  RecordReleaseDays: (state, { at, data }, { calendar }) => {
    const open = needsYear(state);
    if ("rejection" in open) return open;
    const { participant, days, on } = data;
    if (!takePart(open.state, [participant])) return unknownParticipant();
    return (
      misdated(on, at, open.year) ??
      releaseFitsDays(open.year, data, calendar) ??
      decided({ type: "ReleaseDaysRecorded", at, participant, days, on })
    );
  },

  CompleteGapTask: (state, { at, data }) => {
    const open = needsYear(state);
    if ("rejection" in open) return open;
    const next = open.year.commitments.find(
      (one) => one.kind === "gap-task" && (one.status === "open" || one.status === "missed"),
    );
    const found = needsCommitment(open.year, data.commitment ?? next?.code ?? "gap-task");
    if ("rejection" in found) return found;
    if (found.commitment.kind !== "gap-task") return reject("unknown-commitment", "gap-task");
    const on = data.on ?? localDate(at);
    // A year that began before the order was asked for goes on as it began.
    const asksOrder = open.year.closing !== null;
    const early = asksOrder && isOutOfOrder(open.year, found.commitment, on) ? beforeItsTime(data) : null;
    return (
      misdated(on, at, open.year) ??
      early ??
      decided({ type: "GapTaskCompleted", at, commitment: found.commitment.code, on, ...because(data) })
    );
  },

  AgreeActionPlan: done("action-plan", (at, on) => ({ type: "ActionPlanAgreed", at, on })),

  ChooseTheme: (state, { at, data }, rules) => {
    const target = themeYear(state, rules);
    if ("rejection" in target) return target;
    const theme = target.themes.find((one) => one.code === data.theme);
    if (!theme) return reject("theme-unknown", "not-on-the-list", { themes: target.themes.map((one) => one.code) });
    const { academicYear } = target;
    const asks = data.visits === true && theme.visits !== undefined && !target.hasVisits;
    const goesOn = target.chosen === theme.code && asks;
    const closed = goesOn ? null : closedTheme(theme, academicYear, rules.calendar, localDate(at));
    if (closed !== null) return reject("theme-closed", "page", { because: closed });
    const missing = themeNeeds(theme, state);
    if (missing !== null) return reject("prior-stage-missing", "theme", { stage: missing });
    if (target.chosen !== null && !goesOn) return reject("one-theme-only", "chosen", { theme: target.chosen });
    const visits = asks ? visitsOfTheme(academicYear, rules.calendar, localDate(at), theme.visits?.value ?? 1) : [];
    return decided({
      type: "ThemeChosen",
      at,
      theme: theme.code,
      academicYear,
      ...(visits.length > 0 && { visits }),
    });
  },
};

function attendance(
  state: Journey,
  { type, at, data }: CommandOf<"RecordAttendance"> | CommandOf<"TakeRegister">,
  rules: Rules,
): Decision {
  const open = needsYear(state);
  if ("rejection" in open) return open;
  const { year } = open;
  const session = sessionOf(year, data.session);
  if (session === null) return unknownSession(year);
  const { on, absent, late, headteacher = false, equivalent } = data;
  const catchUp = type === "RecordAttendance" && data.catchUp === true;
  const present = [...new Set(data.present)];
  const fault = namesFit(open.state, present, absent ?? [], late ?? []) ?? absenceFits(year, absent ?? [], rules);
  if (fault) return fault;
  return (
    misdated(on, at, year) ??
    (catchUp ? null : inMonths(year, on)) ??
    (equivalent === undefined ? null : needsReason(data)) ??
    (catchUp ? null : sessionFitsDay(year, session, data)) ??
    decided({
      type: "AttendanceRecorded",
      at,
      session,
      on,
      present,
      ...(absent && { absent }),
      headteacher,
      ...(late && { late: [...new Set(late)] }),
      ...(catchUp && { catchUp }),
      ...(equivalent && { equivalent }),
      ...because(data),
    })
  );
}

/** Everybody takes part, or did; nobody is both there and not, and who was late was there. */
function namesFit(
  state: Begun,
  present: readonly string[],
  absent: readonly Absence[],
  late: readonly string[],
): { rejection: Rejection } | null {
  if (!takePart(state, [...present, ...late, ...absent.map((one) => one.participant)])) return unknownParticipant();
  const both = absent.findIndex((one) => present.includes(one.participant));
  if (both >= 0) return invalid([inField(`/absent/${both}/participant`, "present-and-absent")]);
  return late.every((one) => present.includes(one)) ? null : invalid([inField("/late", "late-present")]);
}

function takePart({ participants }: Pick<Begun, "participants">, ids: readonly string[]): boolean {
  return ids.every((id) => participants.some((one) => one.id === id));
}

/**
 * The code of a session of the year, named by itself (`session-1`) or by the school's part in it (`meeting-1`); null if
 * there is none.
 */
export function sessionOf(year: StageYear, name: string): string | null {
  const commitment = year.commitments.find((one) => one.code === name);
  if (commitment && isSession(commitment)) return commitment.code;
  if (commitment?.kind === "meeting" || commitment?.kind === "headteachers-meeting") return commitment.after;
  return year.extras.find(({ code }) => code === name || code.replace("session-", "meeting-") === name)?.code ?? null;
}

/** `unknown-session`, with those that there are. */
export function unknownSession(year: StageYear): { rejection: Rejection } {
  const meetings = year.commitments.filter((one) => one.kind === "meeting").map(({ code }) => code);
  return reject("unknown-session", "stage-year", { codes: [...meetings, ...year.extras.map(({ code }) => code)] });
}

/**
 * A task between two meetings comes after the first of them, and after the tasks before it that are still in time.
 */
function isOutOfOrder(year: StageYear, task: Commitment, on: LocalDate): boolean {
  const before = year.commitments.filter(({ dueOn }) => dueOn < task.dueOn);
  const meets = before.filter(({ kind, status, dueOn }) => kind === "session" && status === "open" && dueOn > on);
  return (
    meets.length > 0 ||
    before.some(({ kind, status, dueOn }) => kind === "gap-task" && status === "open" && dueOn >= on)
  );
}

function unknownParticipant(): { rejection: Rejection } {
  return reject("unknown-participant", "named");
}

function done(kind: "action-plan", event: (at: Instant, on: string) => JourneyEvent): Decide<"AgreeActionPlan"> {
  return (state, { at, data }) => {
    const open = needsYear(state);
    if ("rejection" in open) return open;
    const found = needsCommitment(open.year, kind);
    if ("rejection" in found) return found;
    const on = data.on ?? localDate(at);
    return misdated(on, at, open.year) ?? decided(event(at, on));
  };
}

/**
 * The stage that a theme asks a school to have been in, or to be in, and that this one has not; null where nothing
 * stands against it.
 */
export function themeNeeds({ after }: Theme, state: Journey): Stage | null {
  if (after === undefined || state.status === "none") return null;
  const there = stagesOf(state).some(
    (one) => one.stage === after && (countsAsDone(one) || one.outcome === "under-way"),
  );
  const before = state.school.history.some(
    (one) => "stage" in one && one.stage === after && (one.phase ?? state.school.phase) === state.school.phase,
  );
  return there || before ? null : after;
}

/** The year a theme is chosen for: the one under way if it has themes, else the one to come, from acceptance on. */
function themeYear(
  state: Journey,
  { catalogue }: Rules,
):
  | { academicYear: string; themes: readonly Theme[]; chosen: string | null; hasVisits: boolean }
  | { rejection: Rejection } {
  if (state.status !== "participating" && state.status !== "accepted") {
    return reject("not-participating", "theme", { status: statusInWords(state) });
  }
  const ids =
    state.status === "accepted" ? [state.application.prospectus] : [state.year?.prospectus, state.next?.prospectus];
  const known = ids.flatMap((id) => (id === undefined ? [] : (catalogue.get(id) ?? [])));
  const prospectus = known.find((one) => one.themes) ?? known[0];
  if (!prospectus) return notNow(state, "no-themes");
  const { academicYear } = prospectus;
  const year = state.status === "participating" && state.year?.academicYear === academicYear ? state.year : null;
  const chosen = year ? year.theme : state.theme?.academicYear === academicYear ? state.theme.theme : null;
  const before = state.theme?.academicYear === academicYear ? state.theme.visits : [];
  const hasVisits = year ? year.commitments.some(({ code }) => isOfTheme(code)) : before.length > 0;
  return { academicYear, themes: prospectus.themes?.value ?? [], chosen, hasVisits };
}

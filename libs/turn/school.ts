// The year's turn for one school: does it complete, is it ready, what comes next, and is it to be invited. Pure.

import { nextAcademicYear, type AcademicYear } from "../calendar/academic-years.ts";
import { localDate, type Instant } from "../calendar/instants.ts";
import type { CommandData } from "../journey/commands.ts";
import { decide } from "../journey/decide.ts";
import type { Rules } from "../journey/rules.ts";
import { hasDeveloped, mustRepeat } from "../journey/decide/next-stage.ts";
import { AFTER } from "../journey/outcome.ts";
import { themeNeeds } from "../journey/decide/records.ts";
import { comeBack } from "../journey/decide/trouble.ts";
import { type Rejection, reject } from "../journey/rejection.ts";
import { keptPlace } from "../journey/places.ts";
import { currentYear, type Begun, type Journey, type StageYear } from "../journey/state.ts";
import type { Prospectus, Stage } from "../prospectus/prospectus.ts";
import { closedTheme } from "../prospectus/theme.ts";
import { sentenceOfRejection } from "../words/rejection.ts";
import { nothingFor, whyNothing, type WhyNothing } from "../words/turn.ts";

/**
 * Why a school is not invited in the turn. `settled`: the year to come is settled for it; `invited`: it has its
 * invitation; `left`: it is no longer in the programme, and is welcome back; `left-out`: the hub has left it out of the
 * turn; `no-prospectus`: the catalogue lacks the year to come; else a code of the rules.
 */
export type WhyNot =
  | "readiness-undecided"
  | "not-ready"
  | "not-completed"
  | "settled"
  | "invited"
  | "paused"
  | "left"
  | "left-out"
  | "no-prospectus"
  | Rejection["code"];

/** A theme of the coming year. `why`: `theme-closed` since it started, or `prior-stage-missing`. */
export interface ThemeChoice {
  theme: string;
  open: boolean;
  why: "theme-closed" | "prior-stage-missing" | null;
  detail: string | null;
}

/** A school in the turn, before its group is found. */
export interface SchoolTurn {
  journey: string;
  urn: string;
  /** Its latest stage-year, and how that ends as things stand. */
  now: {
    stage: Stage;
    academicYear: AcademicYear;
    workGroup: string | null;
    outcome: StageYear["outcome"];
    completes: boolean;
  } | null;
  readiness: "ready" | "not-ready" | "undecided" | null;
  /** What the school has missed in the stage-year under way, and what it still owes in it: codes of commitments. */
  outstanding: readonly string[];
  comingUp: readonly string[];
  /** Its stage in the year to come, if it goes on. */
  next: { prospectus: string; stage: Stage } | null;
  /** What the turn does for it: an invitation; a place, where it is known that it goes on; nothing, and why. */
  does: "invite" | "place" | "nothing";
  why: WhyNot | null;
  /** The same as a sentence needs it; a plan that was begun before has the sentence alone. */
  because?: WhyNothing | null;
  detail: string | null;
  themes: readonly ThemeChoice[];
}

/** What the turn is judged by: the year to come, the instant, the rules. */
export interface Turning {
  into: AcademicYear;
  at: Instant;
  rules: Rules;
}

/**
 * A school's turn into the year to come; null for one that the turn does not concern (it applies for the first time, or
 * is gone for good). Whether it may be invited is what the rules of the invitation itself say.
 */
export function schoolTurn(journey: string, state: Journey, turning: Turning): SchoolTurn | null {
  if (state.status !== "participating" && state.status !== "paused" && state.status !== "completed") return null;
  const last = currentYear(state) ?? state.past.at(-1) ?? null;
  const verdict = judge(state, last, turning);
  if (verdict === null) return null;
  const { next, why = null, because = null } = verdict;
  const prospectus = next === null ? null : turning.rules.catalogue.get(next.prospectus);
  return {
    journey,
    urn: state.school.urn,
    now: last && standing(last),
    readiness: readinessOf(last),
    ...owedIn(currentYear(state)),
    next,
    does: verdict.does,
    why,
    because,
    detail: whyNothing({ because, detail: null }),
    themes: prospectus ? themesFor(prospectus, state, turning) : [],
  };
}

interface Verdict {
  next: SchoolTurn["next"];
  does: SchoolTurn["does"];
  why?: WhyNot;
  because?: WhyNothing;
}

const nothing = (why: WhyNot, because: WhyNothing, next: Prospectus | SchoolTurn["next"] = null): Verdict => ({
  next: next && named(next),
  does: "nothing",
  why,
  because,
});
const named = (next: Prospectus | NonNullable<SchoolTurn["next"]>): NonNullable<SchoolTurn["next"]> =>
  "id" in next ? { prospectus: next.id, stage: next.stage } : next;

function judge(
  state: Exclude<Begun, { status: "interested" }>,
  last: StageYear | null,
  { into, at, rules }: Turning,
): Verdict | null {
  if (state.status === "paused") return away(state, { into, at, rules });
  if (last !== null && last.academicYear >= into)
    return nothing("settled", nothingFor("in-its-year", { academicYear: last.academicYear }));
  if (state.status === "participating" && state.next)
    return state.waitsUntil === null
      ? goesOn(state.next, into)
      : nothing("not-completed", nothingFor("held", { until: state.waitsUntil }), state.next);
  if (last === null) return null;
  if (state.invitation && state.invitation.academicYear >= into) {
    const kept = keptPlace(state);
    const because = nothingFor("invited", {
      stage: state.invitation.stage,
      keptIn: kept?.workGroup ?? null,
      keptUntil: kept?.respondBy ?? null,
    });
    return nothing("invited", because, state.invitation);
  }
  const readiness = readinessOf(last);
  const stage = nextStage(state, last, into);
  const { phase } = state.school;
  const prospectus = rules.catalogue.of(into, phase, stage);
  if (state.status === "completed" && last.academicYear < nextAcademicYear(into, -1)) {
    // Whoever left before is not written to unasked; one that has not developed comes back by an application.
    return hasDeveloped(state)
      ? nothing("left", nothingFor("left", { academicYear: last.academicYear }), prospectus)
      : null;
  }
  if (readiness === "undecided") return nothing("readiness-undecided", nothingFor("readiness-undecided"), prospectus);
  if (readiness === "not-ready") return nothing("not-ready", nothingFor("not-ready"));
  if (last.outcome !== "under-way" && mustRepeat(last)) return nothing("not-completed", nothingFor("not-completed"));
  if (!prospectus) return nothing("no-prospectus", nothingFor("no-prospectus", { phase, stage, into }));
  return invited(state, prospectus, at, rules);
}

/** Asked of the rules themselves, so that the preview and the doing judge alike. */
function invited(state: Journey, prospectus: Prospectus, at: Instant, rules: Rules): Verdict {
  const data: CommandData["InviteToNextStage"] = { prospectus: prospectus.id };
  const decision = decide(
    state,
    { id: "preview", type: "InviteToNextStage", at, by: { who: "preview", role: "service" }, data },
    rules,
  );
  if ("rejection" in decision) return nothing(decision.rejection.code, { rejection: decision.rejection }, prospectus);
  return { next: named(prospectus), does: "invite" };
}

/** It is settled that it goes on; whether it has its place, its group's book says (groups.ts). */
function goesOn(next: { prospectus: string; stage: Stage; academicYear: AcademicYear }, into: AcademicYear): Verdict {
  if (next.academicYear !== into)
    return nothing("settled", nothingFor("goes-on-later", { stage: next.stage, academicYear: next.academicYear }));
  return { next: { prospectus: next.prospectus, stage: next.stage }, does: "place" };
}

/**
 * A school that is away: where its return would take it. “Returners after a pause of years welcome”: to Sustaining, if
 * Development was completed.
 */
function away(state: Extract<Begun, { status: "paused" }>, { into, at, rules }: Turning): Verdict {
  const { until } = state;
  if (state.year) {
    const prospectus = rules.catalogue.of(into, state.school.phase, AFTER[state.year.stage]);
    return nothing("paused", nothingFor("pauses-in-its-year", { until }), prospectus);
  }
  const back = comeBack(state, at, rules, {});
  const returned = "events" in back ? back.events[0] : undefined;
  const next =
    returned?.type === "SchoolReturned" && returned.resumes === "next-year"
      ? { prospectus: returned.prospectus, stage: returned.stage }
      : null;
  return nothing("paused", nothingFor("pauses", { until, returnsTo: next?.stage ?? null }), next);
}

/** The year after Development is Embedding; after a pause of years it is Sustaining. */
function nextStage(state: Journey, last: StageYear, into: AcademicYear): Stage {
  const missedYears = last.academicYear < nextAcademicYear(into, -1);
  return missedYears && hasDeveloped(state) ? "sustaining" : AFTER[last.stage];
}

function readinessOf(year: StageYear | null): SchoolTurn["readiness"] {
  if (!year?.readinessAsked) return null;
  return year.ready === null ? "undecided" : year.ready ? "ready" : "not-ready";
}

function standing(year: StageYear): NonNullable<SchoolTurn["now"]> {
  const { stage, academicYear, workGroup, outcome } = year;
  const completes = outcome === "under-way" ? !year.readinessAsked || year.ready === true : outcome === "completed";
  return { stage, academicYear, workGroup, outcome, completes };
}

function owedIn(year: StageYear | null): Pick<SchoolTurn, "outstanding" | "comingUp"> {
  const ours = (year?.commitments ?? []).filter((one) => one.by === "school");
  const codes = (status: string): string[] => ours.filter((one) => one.status === status).map((one) => one.code);
  return { outstanding: codes("missed"), comingUp: codes("open") };
}

function themesFor(prospectus: Prospectus, state: Journey, turning: Turning): ThemeChoice[] {
  return (prospectus.themes?.value ?? []).map((one) => {
    const closed = closedTheme(one, prospectus.academicYear, turning.rules.calendar, localDate(turning.at));
    if (closed !== null) return { theme: one.code, open: false, why: "theme-closed", detail: closed };
    const missing = themeNeeds(one, state);
    return {
      theme: one.code,
      open: missing === null,
      why: missing === null ? null : "prior-stage-missing",
      detail: missing === null ? null : needs(missing),
    };
  });
}

const needs = (stage: Stage): string =>
  sentenceOfRejection(reject("prior-stage-missing", "theme", { stage }).rejection);

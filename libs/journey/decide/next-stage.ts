// The year's turn: is the school ready, what comes next, does it go on. Readiness → Development → Embedding →
// Sustaining, each year again.

import type { Prospectus, Stage } from "../../prospectus/prospectus.ts";
import { academicYearOf, nextAcademicYear, yearBegins } from "../../calendar/academic-years.ts";
import { localDate, type Instant, type LocalDate } from "../../calendar/instants.ts";
import type { Because } from "../commands.ts";
import { beginYear } from "../commitments.ts";
import type { AtHand, Rules, Verbs } from "../rules.ts";
import type { JourneyEvent } from "../events.ts";
import { reject, type Rejection } from "../rejection.ts";
import { keptPlace } from "../places.ts";
import { currentYear, stagesOf, type Begun, type Journey, type StageYear } from "../state.ts";
import { AFTER, because, decided, needsReason, notNow } from "./common.ts";
import { lastDayToAnswer } from "./days-to-answer.ts";
import { noRoom, unfitGroup } from "./fits-group.ts";
import { namedTogether } from "./people.ts";

const ORDER: readonly Stage[] = ["readiness", "development", "embedding", "sustaining"];

export const NEXT_STAGE: Verbs<"ConfirmReadiness" | "InviteToNextStage" | "ConfirmNextStage"> = {
  ConfirmReadiness: (state, { at, data }) => {
    const year = state.status === "participating" ? (state.year ?? undecided(state)) : null;
    if (!year?.readinessAsked) return notNow(state, "readiness-of-its-year");
    const fault = data.ready ? null : needsReason(data);
    return fault ?? decided({ type: "ReadinessConfirmed", at, ready: data.ready, ...because(data) });
  },

  InviteToNextStage: (state, { at, data }, rules, atHand) => {
    if (state.status !== "participating" && state.status !== "completed")
      return notNow(state, "invites-who-takes-part");
    const last = currentYear(state) ?? state.past.at(-1);
    if (!last || (state.status === "participating" && state.next)) return notNow(state, "next-settled");
    if (last.readinessAsked && last.ready !== true) return notNow(state, "not-ready");
    const next = nextProspectus(state, last, data.prospectus, at, rules);
    if ("rejection" in next) return next;
    const { id: prospectus, stage, academicYear } = next;
    if (state.invitation?.prospectus === prospectus) return notNow(state, "invited-already");
    const place =
      data.workGroup === undefined
        ? null
        : placeFor(state, { ...data, workGroup: data.workGroup }, next, at, rules, atHand);
    if (place !== null && "rejection" in place) return place;
    return decided({ type: "NextStageInvited", at, prospectus, stage, academicYear, ...place });
  },

  ConfirmNextStage: (state, { at, data }, rules, atHand) => {
    const open = state.status === "participating" || state.status === "completed";
    if (!open || !state.invitation) return notNow(state, "not-invited");
    if (isOver(state.invitation.academicYear, at))
      return notNow(state, "invited-year-over", { academicYear: state.invitation.academicYear });
    const { prospectus, stage, academicYear, workGroup } = state.invitation;
    const named = keptPlace(state) === null || workGroup === null ? {} : { workGroup };
    const found = rules.catalogue.get(prospectus);
    const said = Array.isArray(data.teachers) && found ? namedTogether(found, data.teachers) : null;
    if (said !== null && "rejection" in said) return said;
    const teachers = said?.named ?? (data.teachers === "same" ? data.teachers : null);
    const confirmed: JourneyEvent = {
      type: "NextStageConfirmed",
      at,
      prospectus,
      stage,
      academicYear,
      ...named,
      ...(teachers && { teachers }),
    };
    // A word that comes in the year itself starts it there and then.
    const begun = at >= yearBegins(academicYear) && currentYear(state) === null ? found : null;
    return decided(confirmed, ...(begun ? beginYear(begun, rules, atHand, at, workGroup, state) : []));
  },
};

/**
 * The place that an invitation names is kept, as an offered one is: in a formed group of this hub and programme, while
 * it has one.
 */
function placeFor(
  state: Begun,
  data: Because & { workGroup: string; respondBy?: LocalDate },
  next: Prospectus,
  at: Instant,
  { calendar }: Rules,
  { groupOf }: AtHand,
): { workGroup: string; respondBy: LocalDate } | { rejection: Rejection } {
  const { workGroup } = data;
  const group = groupOf?.(workGroup) ?? null;
  if (groupOf && !group) return reject("not-found", "work-group-to-invite-to");
  const fault = group && (unfitGroup(group, next, state.hub) ?? noRoom(group));
  if (fault) return fault;
  const by = lastDayToAnswer(next, calendar, at, data);
  return typeof by === "string" ? { workGroup, respondBy: by } : by;
}

/** The Readiness year that ended without a decision. */
function undecided(state: Begun): StageYear | null {
  const last = state.past.at(-1);
  return last && last.readinessAsked && last.ready === null && last.outcome === "not-ready" ? last : null;
}

/** Has it completed a Development year, or a later one, in this journey? */
export function hasDeveloped(state: Journey): boolean {
  return stagesOf(state).some((one) => one.outcome === "completed" && one.stage !== "readiness");
}

function isOver(academicYear: string, at: Instant): boolean {
  return academicYearOf(localDate(at)) > academicYear;
}

function nextProspectus(
  state: Journey,
  last: StageYear,
  named: string | undefined,
  at: Instant,
  { catalogue }: Rules,
): Prospectus | { rejection: Rejection } {
  const now = catalogue.get(last.prospectus);
  const found =
    named !== undefined
      ? catalogue.get(named)
      : now && catalogue.of(nextAcademicYear(last.academicYear), now.phase, AFTER[last.stage]);
  if (!found) return reject("not-found", "prospectus-of-next-stage");
  if (now && found.phase !== now.phase) return reject("wrong-phase", "journey", { phase: now.phase });
  if (found.academicYear <= last.academicYear) return notNow(state, "later-year");
  // “Returners after a pause of years welcome”: the year after Development is Embedding, later ones are Sustaining.
  const away = found.academicYear > nextAcademicYear(last.academicYear) && hasDeveloped(state);
  if (!away && ORDER.indexOf(found.stage) > ORDER.indexOf(AFTER[last.stage])) {
    return reject("prior-stage-missing", "order", { stage: last.stage, next: AFTER[last.stage] });
  }
  if (isOver(found.academicYear, at)) return notNow(state, "next-year-over", { academicYear: found.academicYear });
  return found;
}

// A place: offered, answered, taken up.

import { firstDay, lastDay } from "../../calendar/academic-years.ts";
import { addDays, daysBetween } from "../../calendar/dates.ts";
import { endOfDay, instantAt, localDate, type Instant, type LocalDate } from "../../calendar/instants.ts";
import type { Prospectus } from "../../prospectus/prospectus.ts";
import { beginYear } from "../commitments.ts";
import type { Decision, GroupAtHand, Rules, Verbs } from "../rules.ts";
import { reject, type Rejection, inField } from "../rejection.ts";
import type { Participating } from "../state.ts";
import { invalid } from "../wire.ts";
import { because, decided, notNow } from "./common.ts";
import { yearStillOpen } from "./intake.ts";

export const OFFER: Verbs<"OfferPlace" | "AcceptOffer" | "DeclineOffer" | "PlaceInWorkGroup"> = {
  OfferPlace: (state, { at, data }, { catalogue }, { groupOf }) => {
    if (state.status !== "applied" && state.status !== "waitlisted") return notNow(state, "offers-to-an-application");
    const prospectus = catalogue.get(state.application.prospectus);
    const today = localDate(at);
    if (!prospectus || !yearStillOpen(prospectus, today)) return notNow(state, "year-applied-for-over");
    const respondBy = lastDayToAnswer(prospectus, at, data.respondBy);
    if (typeof respondBy !== "string") return respondBy;
    const group = (data.workGroup !== undefined && groupOf?.(data.workGroup)) || null;
    const unfit = group && unfitGroup(group, prospectus, state.hub);
    if (unfit) return unfit;
    if (!group || group.hasRoom || group.holdsPlace) {
      return decided({
        type: "PlaceOffered",
        at,
        workGroup: data.workGroup ?? null,
        respondBy,
        remindAt: remindAt(prospectus, today, respondBy),
      });
    }
    // "Two offers for the last place": one is made, one school waits its turn. Its turn elsewhere is not lost by the
    // attempt.
    const { waitsIn } = state.application;
    if (state.status === "waitlisted" && waitsIn !== null) {
      return reject("group-full", "waits", { workGroup: waitsIn });
    }
    return decided({ type: "ApplicationWaitlisted", at, workGroup: group.id, reasonCode: "group-full" });
  },

  AcceptOffer: (state, { at }) => {
    const lapsed = state.status === "lapsed" || (state.status === "offered" && at > endOfDay(state.offer.respondBy));
    if (lapsed) return reject("offer-lapsed", "last-day");
    return state.status === "offered" ? decided({ type: "OfferAccepted", at }) : notNow(state, "no-offer-to-accept");
  },

  DeclineOffer: (state, { at, data }) => {
    if (state.status === "offered") return decided({ type: "OfferDeclined", at, ...because(data) });
    const invited = state.status === "participating" || state.status === "completed" ? state.invitation : null;
    if (invited) return decided({ type: "NextStageDeclined", at, prospectus: invited.prospectus, ...because(data) });
    return notNow(state, "no-offer-to-decline");
  },

  PlaceInWorkGroup: (state, { at, data }, rules, atHand) => {
    const next =
      state.status === "participating" && data.workGroup !== undefined ? atHand.groupOf?.(data.workGroup) : null;
    if (state.status === "participating" && next) return placedNext(state, at, next, rules);
    if (state.status !== "accepted") return notNow(state, "places-who-accepted");
    const { workGroup } = state.offer;
    if (data.workGroup !== undefined && workGroup !== null && data.workGroup !== workGroup) {
      return reject("wrong-group", "offered");
    }
    const prospectus = rules.catalogue.get(state.application.prospectus);
    const today = localDate(at);
    if (!prospectus || !yearStillOpen(prospectus, today)) return notNow(state, "year-applied-for-over");
    const { id, stage, academicYear } = prospectus;
    const named = data.workGroup ?? workGroup;
    const group = (named !== null && atHand.groupOf?.(named)) || null;
    const unfit = group && (unfitGroup(group, prospectus, state.hub) ?? noRoom(group));
    if (unfit) return unfit;
    const begins = today >= firstDay(academicYear) ? beginYear(prospectus, rules, atHand, at, named, state.grants) : [];
    return decided({ type: "SchoolPlaced", at, workGroup: named, stage, academicYear, prospectus: id }, ...begins);
  },
};

/**
 * One reminder, at nine o'clock so many days before the last day to answer; half-way there where that is nearer, and
 * none where it is tomorrow.
 */
export function remindAt({ offerReminderDays }: Prospectus, today: string, respondBy: string): Instant | null {
  const before = Math.min(offerReminderDays.value, Math.floor(daysBetween(today, respondBy) / 2));
  return before < 1 ? null : instantAt(addDays(respondBy, -before), "09:00");
}

/** A school that goes on is placed in a group of the year to come, once that is settled. */
function placedNext(state: Participating, at: Instant, group: GroupAtHand, { catalogue }: Rules): Decision {
  const prospectus = state.next && catalogue.get(state.next.prospectus);
  if (!prospectus) return notNow(state, "places-who-goes-on");
  const unfit = unfitGroup(group, prospectus, state.hub) ?? noRoom(group);
  if (unfit) return unfit;
  if (group.holdsPlace) return notNow(state, "has-its-place");
  const { id, stage, academicYear } = prospectus;
  return decided({ type: "SchoolPlaced", at, workGroup: group.id, stage, academicYear, prospectus: id });
}

/**
 * The last day to answer: as asked, else as long as the prospectus keeps an offer open; never after the academic year.
 */
export function lastDayToAnswer(
  prospectus: Prospectus,
  at: Instant,
  asked: LocalDate | undefined,
): LocalDate | { rejection: Rejection } {
  const today = localDate(at);
  const last = lastDay(prospectus.academicYear);
  const usual = addDays(today, prospectus.offerDays.value);
  const by = asked ?? (usual < last ? usual : last);
  if (by >= today && by <= last) return by;
  return invalid([inField("/respondBy", "respond-by", { last })]);
}

/** `wrong-group` for one of another hub or programme. */
export function unfitGroup(group: GroupAtHand, prospectus: Prospectus, hub: string): { rejection: Rejection } | null {
  if (group.prospectus === prospectus.id && group.hub === hub) return null;
  return reject("wrong-group", "unfit");
}

/** An offer that named no Work Group has reserved no place. */
export function noRoom(group: GroupAtHand): { rejection: Rejection } | null {
  return group.hasRoom || group.holdsPlace ? null : reject("group-full", "meanwhile");
}

// A place: offered, answered, taken up.

import { firstDay, lastDay } from "../../calendar/academic-years.ts";
import { addDays, daysBetween } from "../../calendar/dates.ts";
import { endOfDay, instantAt, localDate, type Instant, type LocalDate } from "../../calendar/instants.ts";
import type { Prospectus } from "../../prospectus/prospectus.ts";
import { beginYear } from "../commitments.ts";
import type { Decision, GroupAtHand, Rules, Verbs } from "../rules.ts";
import { reject, type Rejection } from "../rejection.ts";
import type { Participating } from "../state.ts";
import { invalid } from "../wire.ts";
import { because, decided, notNow } from "./common.ts";
import { yearStillOpen } from "./intake.ts";

export const OFFER: Verbs<"OfferPlace" | "AcceptOffer" | "DeclineOffer" | "PlaceInWorkGroup"> = {
  OfferPlace: (state, { at, data }, { catalogue }, { groupOf }) => {
    if (state.status !== "applied" && state.status !== "waitlisted")
      return notNow(state, "A place is offered to an application that waits for its answer.");
    const prospectus = catalogue.get(state.application.prospectus);
    const today = localDate(at);
    if (!prospectus || !yearStillOpen(prospectus, today))
      return notNow(state, "The academic year applied for is over.");
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
      return reject(
        "group-full",
        `The Work Group is full. The school is on the waitlist of ${waitsIn}: the next place there that ` +
          `falls free goes to the first who waits.`,
      );
    }
    return decided({ type: "ApplicationWaitlisted", at, workGroup: group.id, reasonCode: "group-full" });
  },

  AcceptOffer: (state, { at }) => {
    const lapsed = state.status === "lapsed" || (state.status === "offered" && at > endOfDay(state.offer.respondBy));
    if (lapsed)
      return reject(
        "offer-lapsed",
        "The offer was open until its last day to answer; ask the hub whether a place is still free.",
      );
    return state.status === "offered"
      ? decided({ type: "OfferAccepted", at })
      : notNow(state, "There is no offer to accept.");
  },

  DeclineOffer: (state, { at, data }) => {
    if (state.status === "offered") return decided({ type: "OfferDeclined", at, ...because(data) });
    const invited = state.status === "participating" || state.status === "completed" ? state.invitation : null;
    if (invited) return decided({ type: "NextStageDeclined", at, prospectus: invited.prospectus, ...because(data) });
    return notNow(state, "There is no offer to decline.");
  },

  PlaceInWorkGroup: (state, { at, data }, rules, atHand) => {
    const next =
      state.status === "participating" && data.workGroup !== undefined ? atHand.groupOf?.(data.workGroup) : null;
    if (state.status === "participating" && next) return placedNext(state, at, next, rules);
    if (state.status !== "accepted") return notNow(state, "A school is placed once it has accepted its offer.");
    const { workGroup } = state.offer;
    if (data.workGroup !== undefined && workGroup !== null && data.workGroup !== workGroup) {
      return reject("wrong-group", "The offer named another Work Group: place the school in that one.");
    }
    const prospectus = rules.catalogue.get(state.application.prospectus);
    const today = localDate(at);
    if (!prospectus || !yearStillOpen(prospectus, today))
      return notNow(state, "The academic year applied for is over.");
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
function remindAt({ offerReminderDays }: Prospectus, today: string, respondBy: string): Instant | null {
  const before = Math.min(offerReminderDays.value, Math.floor(daysBetween(today, respondBy) / 2));
  return before < 1 ? null : instantAt(addDays(respondBy, -before), "09:00");
}

/** A school that goes on is placed in a group of the year to come, once that is settled. */
function placedNext(state: Participating, at: Instant, group: GroupAtHand, { catalogue }: Rules): Decision {
  const prospectus = state.next && catalogue.get(state.next.prospectus);
  if (!prospectus)
    return notNow(state, "A school that goes on is placed in a Work Group once its next stage is settled.");
  const unfit = unfitGroup(group, prospectus, state.hub) ?? noRoom(group);
  if (unfit) return unfit;
  if (group.holdsPlace) return notNow(state, "The school has its place in that Work Group already.");
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
  return invalid([
    {
      pointer: "/respondBy",
      detail: `The last day to answer lies between today and the end of the academic year, ${last}.`,
    },
  ]);
}

/** `wrong-group` for one of another hub or programme. */
export function unfitGroup(group: GroupAtHand, prospectus: Prospectus, hub: string): { rejection: Rejection } | null {
  if (group.prospectus === prospectus.id && group.hub === hub) return null;
  return reject(
    "wrong-group",
    "That Work Group is another hub’s or of another programme: take one of this hub and this programme.",
  );
}

/** An offer that named no Work Group has reserved no place. */
export function noRoom(group: GroupAtHand): { rejection: Rejection } | null {
  return group.hasRoom || group.holdsPlace
    ? null
    : reject("group-full", "The Work Group has become full: place the school in another one.");
}

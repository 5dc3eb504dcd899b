// A place: offered, answered, taken up.

import { firstDay, lastDay } from "../../calendar/academic-years.ts";
import { addDays, daysBetween } from "../../calendar/dates.ts";
import { endOfDay, instantAt, localDate, type Instant, type LocalDate } from "../../calendar/instants.ts";
import { nextSchoolDay, previousSchoolDay, type SchoolCalendar } from "../../calendar/terms.ts";
import type { Prospectus } from "../../prospectus/prospectus.ts";
import type { Because, CommandOf } from "../commands.ts";
import { beginYear } from "../commitments.ts";
import type { AtHand, Decision, GroupAtHand, Rules, Verbs } from "../rules.ts";
import { reject, type Rejection, inField } from "../rejection.ts";
import type { Participating } from "../state.ts";
import { invalid } from "../wire.ts";
import { because, decided, notNow } from "./common.ts";
import { changeGroup, changesGroup } from "./change-group.ts";
import { noRoom, unfitGroup } from "./fits-group.ts";
import { yearStillOpen } from "./intake.ts";
import { onSchoolDayOrWhy } from "./school-day.ts";

export const OFFER: Verbs<"OfferPlace" | "AcceptOffer" | "DeclineOffer" | "PlaceInWorkGroup"> = {
  OfferPlace: (state, { at, data }, { catalogue, calendar }, { groupOf }) => {
    if (state.status !== "applied" && state.status !== "waitlisted") return notNow(state, "offers-to-an-application");
    const prospectus = catalogue.get(state.application.prospectus);
    const today = localDate(at);
    if (!prospectus || !yearStillOpen(prospectus, today)) return notNow(state, "year-applied-for-over");
    const respondBy = lastDayToAnswer(prospectus, calendar, at, data);
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
        remindAt: remindAt(prospectus, calendar, today, respondBy),
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

  PlaceInWorkGroup: (state, command, rules, atHand) => {
    const { at, data } = command;
    if (state.status === "participating") return placedAnew(state, command, rules, atHand);
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
 * none where it is tomorrow. On a school day: the one before, or else the one after, that lies between the two.
 */
export function remindAt(
  { offerReminderDays }: Prospectus,
  calendar: SchoolCalendar,
  today: LocalDate,
  respondBy: LocalDate,
): Instant | null {
  const before = Math.min(offerReminderDays.value, Math.floor(daysBetween(today, respondBy) / 2));
  if (before < 1) return null;
  const meant = addDays(respondBy, -before);
  const on = [previousSchoolDay(calendar, meant), nextSchoolDay(calendar, meant)].find(
    (day) => today < day && day < respondBy,
  );
  return on === undefined ? null : instantAt(on, "09:00");
}

/** A school that takes part goes to another group of its year, or is placed in one of the year to come. */
function placedAnew(
  state: Participating,
  command: CommandOf<"PlaceInWorkGroup">,
  rules: Rules,
  { groupOf }: AtHand,
): Decision {
  const { workGroup: id } = command.data;
  const group = (id !== undefined && groupOf?.(id)) || null;
  if (id !== undefined && state.year && changesGroup(state, id, group))
    return changeGroup(state, state.year, command, { id, group }, rules);
  return group ? placedNext(state, command.at, group, rules) : notNow(state, "places-who-accepted");
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
 * The last day to answer: as asked, else as long as the prospectus keeps an offer open and on to the next school day;
 * never after the academic year. One that was asked for and is no school day is `not-a-school-day`, but for a reason.
 */
export function lastDayToAnswer(
  prospectus: Prospectus,
  calendar: SchoolCalendar,
  at: Instant,
  { respondBy: asked, ...why }: Because & { respondBy?: LocalDate },
): LocalDate | { rejection: Rejection } {
  const today = localDate(at);
  const last = lastDay(prospectus.academicYear);
  if (asked === undefined) return usualLastDay(calendar, today, addDays(today, prospectus.offerDays.value), last);
  if (asked < today || asked > last) return invalid([inField("/respondBy", "respond-by", { last })]);
  return onSchoolDayOrWhy(calendar, asked, why) ?? asked;
}

/** In the summer after the year's last school day there is none left to answer on: then it is the year's last day. */
function usualLastDay(calendar: SchoolCalendar, today: LocalDate, usual: LocalDate, last: LocalDate): LocalDate {
  const next = nextSchoolDay(calendar, usual);
  if (next <= last) return next;
  const previous = previousSchoolDay(calendar, last);
  return previous > today ? previous : last;
}

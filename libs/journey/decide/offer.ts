// A place: offered, answered, taken up.

import { firstDay } from "../../calendar/academic-years.ts";
import { endOfDay, localDate, type Instant } from "../../calendar/instants.ts";
import type { CommandOf } from "../commands.ts";
import { beginYear } from "../commitments.ts";
import type { AtHand, Decision, GroupAtHand, Rules, Verbs } from "../rules.ts";
import { reject } from "../rejection.ts";
import type { Participating } from "../state.ts";
import { because, decided, notNow } from "./common.ts";
import { changeGroup, changesGroup } from "./change-group.ts";
import { noRoom, unfitGroup, wrongGroup } from "./fits-group.ts";
import { lastDayToAnswer, latestToAnswer, offerDays, placedBy } from "./days-to-answer.ts";
import { yearStillOpen } from "./intake.ts";

export const OFFER: Verbs<"OfferPlace" | "AcceptOffer" | "DeclineOffer" | "PlaceInWorkGroup"> = {
  OfferPlace: (state, { at, data, by }, { catalogue, calendar }, { groupOf }) => {
    if (state.status !== "applied" && state.status !== "waitlisted") return notNow(state, "offers-to-an-application");
    const prospectus = catalogue.get(state.application.prospectus);
    const today = localDate(at);
    if (!prospectus || !yearStillOpen(prospectus, today)) return notNow(state, "year-applied-for-over");
    const group = (data.workGroup !== undefined && groupOf?.(data.workGroup)) || null;
    const unfit = group && wrongGroup(group, prospectus, state, { data, by });
    const latest = latestToAnswer(prospectus, calendar, at, unfit ? null : group);
    const respondBy = lastDayToAnswer(prospectus, calendar, at, data, latest);
    if (typeof respondBy !== "string") return respondBy;
    if (unfit) return unfit;
    if (!group || group.hasRoom || group.holdsPlace) {
      return decided({
        type: "PlaceOffered",
        at,
        workGroup: data.workGroup ?? null,
        ...offerDays(prospectus, calendar, at, respondBy),
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

  AcceptOffer: (state, { at }, { catalogue, calendar }, { groupOf }) => {
    const lapsed = state.status === "lapsed" || (state.status === "offered" && at > endOfDay(state.offer.respondBy));
    if (lapsed) return reject("offer-lapsed", "last-day");
    if (state.status !== "offered") return notNow(state, "no-offer-to-accept");
    const { workGroup } = state.offer;
    const prospectus = catalogue.get(state.application.prospectus);
    const group = (workGroup !== null && groupOf?.(workGroup)) || null;
    return decided({ type: "OfferAccepted", at, ...(prospectus && placedBy(prospectus, calendar, at, group)) });
  },

  DeclineOffer: (state, { at, data }) => {
    if (state.status === "offered") return decided({ type: "OfferDeclined", at, ...because(data) });
    const invited = state.status === "participating" || state.status === "completed" ? state.invitation : null;
    // Whoever said yes may say no, too, until that year begins.
    const goesOn = state.status === "participating" && (state.year ?? state.waitsUntil) !== null ? state.next : null;
    const prospectus = (invited ?? goesOn)?.prospectus;
    if (prospectus !== undefined) return decided({ type: "NextStageDeclined", at, prospectus, ...because(data) });
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
    const unfit = group && (wrongGroup(group, prospectus, state, command) ?? noRoom(group));
    if (unfit) return unfit;
    const begins = today >= firstDay(academicYear) ? beginYear(prospectus, rules, atHand, at, named, state) : [];
    return decided({ type: "SchoolPlaced", at, workGroup: named, stage, academicYear, prospectus: id }, ...begins);
  },
};

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

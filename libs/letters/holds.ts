// Whether what a letter would say still holds: a journey that has gone on is not asked for what is settled.

import { endOfDay } from "../calendar/instants.ts";
import { effectOf } from "../journey/effects.ts";
import type { EventOf, JourneyEvent, Recorded } from "../journey/events.ts";
import type { JourneyStatus } from "../journey/state.ts";
import type { Told } from "./told.ts";

/** In which statuses a notice still says what is so; any, for the ones not named. */
const HOLDS: Partial<Record<JourneyEvent["type"], readonly JourneyStatus[]>> = {
  ApplicationInvited: ["interested"],
  InformationRequested: ["information-requested"],
  PlaceOffered: ["offered"],
  ApplicationWaitlisted: ["waitlisted"],
  ApplicationDeclined: ["not-selected"],
  ApplicationRedirected: ["redirected"],
  OfferReminderDue: ["offered"],
  OfferLapsed: ["lapsed"],
  ApplicationEndTold: ["lapsed"],
  SchoolPlaced: ["participating", "paused"],
  NextStageInvited: ["participating", "paused", "completed"],
  NextStageReminderDue: ["participating", "completed"],
  NextStageLapsed: ["participating", "paused", "completed"],
};

/**
 * Has the journey gone on, so that the letter would ask for what is settled? A later one of its kind replaces it too.
 */
export function isSuperseded({ event, events, state }: Told): boolean {
  const statuses = HOLDS[event.type];
  if (statuses && !statuses.includes(state.status)) return true;
  // An application stays received, however it went on; but one that was taken back needs no receipt.
  if (event.type === "ApplicationSubmitted") return state.status === "withdrawn";
  if (event.type === "OfferReminderDue" && event.at > endOfDay(event.respondBy)) return true;
  // Another offer was made meanwhile, or another interest expressed: that one is told of by itself.
  if (
    event.type === "OfferReminderDue" &&
    events.some((later) => later.seq > event.seq && later.type === "PlaceOffered")
  )
    return true;
  if (event.type === "ApplicationInvited")
    return state.status === "interested" && state.invited?.prospectus !== event.prospectus;
  if (event.type === "TaskOpened") return !state.tasks.some((task) => task.id === event.task && task.status === "open");
  if (event.type === "SchoolJoinedHub") return state.hub !== event.to;
  if (event.type === "RecordCorrected") return !isNews({ event, events, state });
  if (event.type === "NextStageInvited" || event.type === "NextStageReminderDue")
    return state.invitation?.prospectus !== event.prospectus;
  return isOutdone({ event, events });
}

/** Something later of its kind says more. */
export const isOutdone = ({ event: { seq, type }, events }: Pick<Told, "events"> & { event: Recorded }): boolean =>
  events.some((later) => later.seq > seq && later.type === type);

/**
 * A mistake that was taken back is told while the journey stands so, and where the school had been told: of a decision
 * whose own letter never went out there is nothing to put right.
 */
function isNews({
  event,
  events,
  state,
}: Pick<Told, "events" | "state"> & { event: Recorded<EventOf<"RecordCorrected">> }): boolean {
  if (event.restores?.status !== state.status) return false;
  const mistake = events.find(({ seq }) => seq === event.event);
  if (mistake === undefined || effectOf(mistake) === null) return true;
  return events.some((one) => one.type === "EffectPerformed" && one.effect === mistake.seq && one.messageId !== null);
}

/** The school does not take part any more. */
export const hasLeft = ({ status }: Told["state"]): boolean => status === "withdrawn" || status === "ineligible";

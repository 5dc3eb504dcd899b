// What a school has answered, told to those who did not say it themselves, as it stands when the letter goes.

import type { Recorded } from "../journey/events.ts";
import type { Begun } from "../journey/state.ts";
import { teachersNow } from "../journey/teachers.ts";
import {
  applicationWithdrawn,
  nextStageConfirmed,
  nextStageDeclined,
  offerAccepted,
  offerDeclined,
  placeNotKept,
} from "./answers.ts";
import type { TellsOf } from "./told.ts";

export const OF_ANSWERS: {
  [
    T in
      | "ApplicationWithdrawn"
      | "OfferAccepted"
      | "OfferDeclined"
      | "NextStageConfirmed"
      | "NextStageDeclined"
      | "NextStagePlaceLapsed"
  ]: TellsOf<T>;
} = {
  ApplicationWithdrawn: ({ event, events, state }) =>
    state.status === "withdrawn"
      ? { ...asked("application-withdrawn", events, event.seq), write: applicationWithdrawn }
      : null,

  OfferAccepted: ({ event, events, state }) => {
    if (state.status !== "accepted") return null;
    const facts = { placeBy: event.placeBy ?? null, named: teachersNow(state).length > 0 };
    return { ...asked("offer-accepted", events, event.seq), write: (envelope) => offerAccepted(envelope, facts) };
  },

  OfferDeclined: ({ event, events, state }) =>
    state.status === "declined" ? { ...asked("offer-declined", events, event.seq), write: offerDeclined } : null,

  NextStageConfirmed: ({ event, state }) => {
    const { prospectus, stage, academicYear, workGroup, held = false, teachers } = event;
    if (nextProspectus(state) !== prospectus) return null;
    const facts = { stage, academicYear, kept: workGroup !== undefined, held, teachers: teachers !== undefined };
    return of("next-stage-confirmed", prospectus, (envelope) => nextStageConfirmed(envelope, facts));
  },

  NextStageDeclined: ({ event: { prospectus }, state }) => {
    if (state.invitation !== null || nextProspectus(state) === prospectus) return null;
    const yearGoesOn = state.status === "participating" && state.year !== null;
    return of("next-stage-declined", prospectus, (envelope) => nextStageDeclined(envelope, { yearGoesOn }));
  },

  NextStagePlaceLapsed: ({ event: { respondBy }, state: { invitation, status } }) => {
    if (invitation === null || (status !== "participating" && status !== "completed")) return null;
    const { prospectus, academicYear } = invitation;
    return of("place-not-kept", prospectus, (envelope) => placeNotKept(envelope, { respondBy, academicYear }));
  },
};

const of = <W>(kind: string, prospectus: string, write: W) => ({ kind, about: [prospectus], prospectus, write });

/** The year that the school has said yes to, or is in by that. */
function nextProspectus(state: Begun): string | null {
  if (state.status !== "participating") return null;
  return (state.next ?? state.year)?.prospectus ?? null;
}

/** What the school had asked for when that happened. */
function asked(kind: string, events: readonly Recorded[], seq: number) {
  const last = events.findLast(
    (one) => one.seq < seq && (one.type === "ApplicationSubmitted" || one.type === "InterestExpressed"),
  );
  const prospectus = last !== undefined && "prospectus" in last ? (last.prospectus ?? null) : null;
  return { kind, about: prospectus === null ? [] : [prospectus], prospectus };
}

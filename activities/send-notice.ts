// Letters on the way of an application, and invitations: sent only while what they say still holds.

import { applicationEnded } from "../libs/letters/application-ended.ts";
import { cataloguesOfHubs } from "../libs/book/hub-rules.ts";
import { offerLapsed } from "../libs/letters/offer-lapsed.ts";
import { redirected } from "../libs/letters/redirected.ts";
import { notSelected } from "../libs/letters/not-selected.ts";
import { waitlisted } from "../libs/letters/waitlisted.ts";
import { offerReminder } from "../libs/letters/offer-reminder.ts";
import { placeOffered } from "../libs/letters/place-offered.ts";
import { informationNeeded } from "../libs/letters/information-needed.ts";
import { applicationReceived } from "../libs/letters/application-received.ts";
import { applicationInvited } from "../libs/letters/application-invited.ts";
import { nextStageInvited } from "../libs/letters/next-stage-invited.ts";
import { nextStageLapsed } from "../libs/letters/next-stage-lapsed.ts";
import { nextStageReminder } from "../libs/letters/next-stage-reminder.ts";
import { readinessUndecided } from "../libs/letters/readiness-undecided.ts";
import { hubChanged } from "../libs/letters/hub-changed.ts";
import { takenBack } from "../libs/letters/taken-back.ts";
import { settledBy } from "../libs/calendar/academic-years.ts";
import { endOfDay, localDate } from "../libs/calendar/instants.ts";
import type { EffectResult, PerformEffect } from "../libs/contract/journey.ts";
import { placeOf } from "../libs/journey/describe.ts";
import { effectOf, type Noticed } from "../libs/journey/effects.ts";
import type { Rules } from "../libs/journey/rules.ts";
import type { EventOf, JourneyEvent, Recipient, Recorded } from "../libs/journey/events.ts";
import { keptPlace } from "../libs/journey/places.ts";
import { type JourneyStatus } from "../libs/journey/state.ts";
import { getText } from "../libs/people/people.ts";
import { deliver, type LetterDeps, type Notice } from "./deliver.ts";
import { failure, performOnce, type Asked } from "./effects.ts";
import { escalationLetter } from "./escalate-commitment.ts";
import { meetingsOf, placedNotice } from "./placed-notice.ts";
import { reminderLetter } from "./send-reminder.ts";
import { writtenNotice } from "./written-notice.ts";

export type NoticeDeps = LetterDeps & Rules;

/** The activity `send-notice`. */
export function makeSendNotice(deps: NoticeDeps): (request: PerformEffect) => Promise<EffectResult> {
  return (request) =>
    performOnce(deps.dataSource, request, async (asked, lease) => {
      const first = asFirstAsked(asked);
      const notice = await letterOf(deps, request.journey, first);
      if (notice === null) return { code: "superseded" };
      const only = asked.event.type === "LetterResent" ? { only: asked.event.addressee } : {};
      return deliver(deps, { request, asked, lease, ...notice, ...only });
    });
}

/** A letter that is sent once more says what the event that asked for it at first has it say, as things stand now. */
function asFirstAsked(asked: Asked): Asked {
  let { event } = asked;
  for (let again = event; again.type === "LetterResent"; again = event) {
    const { letter } = again;
    const before = asked.events.find(({ seq }) => seq === letter);
    if (before === undefined || before.seq >= again.seq) throw failure("unknown-effect");
    event = before;
  }
  return { ...asked, event };
}

/** The letter that an event asks for; null where the journey has gone on. */
async function letterOf(deps: NoticeDeps, journey: string, asked: Asked): Promise<Notice | null> {
  switch (effectOf(asked.event)) {
    case "send-reminder":
      return reminderLetter(deps, asked);
    case "escalate-commitment":
      return escalationLetter(deps, asked);
    default:
      if (asked.event.type === "LetterWritten") return writtenNotice(deps, journey, asked, asked.event);
      return isSuperseded(asked) ? null : noticeOf(await asItsHubHasIt(deps, asked), asked);
  }
}

/** What is said of a programme is what the school's hub has of it: its figures, and no page's that is another hub's. */
async function asItsHubHasIt(deps: NoticeDeps, { state }: Asked): Promise<NoticeDeps> {
  return { ...deps, catalogue: (await cataloguesOfHubs(deps.dataSource, deps.catalogue))(state.hub) };
}

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
function isSuperseded({ event, events, state }: Asked): boolean {
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
  return events.some((later) => later.seq > event.seq && later.type === event.type);
}

/**
 * A mistake that was taken back is told while the journey stands so, and where the school had been told: of a decision
 * whose own letter never went out there is nothing to put right.
 */
function isNews({
  event,
  events,
  state,
}: Pick<Asked, "events" | "state"> & { event: Recorded<EventOf<"RecordCorrected">> }): boolean {
  if (event.restores?.status !== state.status) return false;
  const mistake = events.find(({ seq }) => seq === event.event);
  if (mistake === undefined || effectOf(mistake) === null) return true;
  return events.some((one) => one.type === "EffectPerformed" && one.effect === mistake.seq && one.messageId !== null);
}

async function noticeOf(deps: NoticeDeps, asked: Asked): Promise<Notice> {
  const { event } = asked;
  const applied = { to: ["applicant"] satisfies Recipient[], prospectus: applicationProspectus(asked) };
  switch (event.type) {
    case "ApplicationInvited": {
      const { prospectus, closesOn: until } = event;
      return { ...applied, prospectus, write: (envelope) => applicationInvited(envelope, { until }) };
    }
    case "ApplicationSubmitted":
      return { ...applied, write: (envelope) => applicationReceived(envelope, { receivedOn: localDate(event.at) }) };
    case "InformationRequested": {
      const question = event.reasonId ? await getText(deps.dataSource, event.reasonId) : null;
      return { ...applied, write: (envelope) => informationNeeded(envelope, { question }) };
    }
    case "PlaceOffered": {
      const prospectus = applied.prospectus === null ? null : deps.catalogue.get(applied.prospectus);
      const { respondBy, together = false } = event;
      return { ...applied, write: (envelope) => placeOffered(envelope, { respondBy, prospectus, together }) };
    }
    case "ApplicationWaitlisted":
      return {
        ...applied,
        write: (envelope) => waitlisted(envelope, { together: event.reasonCode === "no-room-together" }),
      };
    case "ApplicationDeclined":
      return { ...applied, write: notSelected };
    case "ApplicationRedirected": {
      const instead = titleOf(deps, event.prospectus);
      return { ...applied, write: (envelope) => redirected(envelope, { instead }) };
    }
    case "OfferReminderDue":
      return { ...applied, write: (envelope) => offerReminder(envelope, { respondBy: event.respondBy }) };
    case "OfferLapsed":
      return { ...applied, write: (envelope) => offerLapsed(envelope, { respondBy: event.respondBy }) };
    case "ApplicationEndTold":
      return endNotice(asked, event.ended);
    case "SchoolJoinedHub":
      return hubNotice(asked, event.from);
    case "RecordCorrected":
      return correctedNotice(asked, event);
    case "SchoolPlaced":
      return placedNotice(deps, asked, event);
    case "NextStageInvited":
      return invitedNotice(deps, asked, event);
    case "NextStageReminderDue":
      return invitationReminder(deps, asked, event);
    case "NextStageLapsed":
      return lapsedNotice(asked, event);
    case "TaskOpened": {
      // Opened in the moment in which the year ends: by now it is the last one past.
      const year = asked.state.past.findLast((one) => one.readinessAsked && one.ready === null);
      if (!year || event.about !== "readiness") throw failure("wrong-effect");
      return { to: ["hub-lead"], prospectus: year.prospectus, write: (envelope) => readinessUndecided(envelope, year) };
    }
    default:
      // The compiler asks for every letter; one that is sent once more is another event's (`asFirstAsked`).
      event.type satisfies Exclude<JourneyEvent["type"], Exclude<Noticed, "LetterResent" | "LetterWritten">>;
      throw failure("wrong-effect");
  }
}

function lapsedNotice({ state }: Asked, { into, why }: EventOf<"NextStageLapsed">): Notice {
  return {
    to: ["applicant", "headteacher"],
    prospectus: placeOf(state).prospectus,
    write: (envelope) => nextStageLapsed(envelope, { into, why, away: state.status === "paused" }),
  };
}

function invitedNotice(
  { catalogue }: NoticeDeps,
  { state }: Asked,
  { prospectus, stage, academicYear }: EventOf<"NextStageInvited">,
): Notice {
  const texts = catalogue.get(prospectus)?.texts;
  const facts = {
    stage,
    academicYear,
    about: texts?.about ?? null,
    expectations: texts?.expectations ?? [],
    keptUntil: keptPlace(state)?.respondBy ?? null,
  };
  return {
    to: ["applicant", "headteacher"],
    prospectus,
    write: (envelope) => nextStageInvited(envelope, facts),
  };
}

/** Says once more what it is invited to, until when, and when its group will meet. */
async function invitationReminder(
  deps: NoticeDeps,
  { state }: Asked,
  { prospectus: id, academicYear, to }: EventOf<"NextStageReminderDue">,
): Promise<Notice> {
  const prospectus = deps.catalogue.get(id);
  const group = await meetingsOf(deps, state.invitation?.workGroup ?? null);
  const sessions = (group?.prospectus === id ? group.sessions : [])
    .filter(({ status }) => status === "scheduled")
    .map(({ on }) => on)
    .sort();
  const stage = state.invitation?.stage ?? prospectus?.stage;
  if (stage === undefined) throw failure("wrong-effect");
  const facts = { stage, academicYear, until: settledBy(academicYear), sessions };
  return { to, prospectus: id, write: (envelope) => nextStageReminder(envelope, facts) };
}

/** A programme as people call it, with its year; null where there is none. */
function titleOf({ catalogue }: NoticeDeps, id: string | null): string | null {
  const found = id === null ? null : catalogue.get(id);
  return found ? `${found.title} ${found.academicYear}` : null;
}

function endNotice({ events }: Asked, ended: number): Notice {
  const end = events.find(({ seq }) => seq === ended);
  if (end?.type !== "ApplicationEnded") throw failure("unknown-effect");
  const { stood, prospectus } = end;
  return { to: ["applicant"], prospectus, write: (envelope) => applicationEnded(envelope, { stood }) };
}

function hubNotice({ state }: Asked, from: string): Notice {
  const takesPart = state.status === "participating" || state.status === "paused";
  return {
    to: ["applicant", "headteacher"],
    prospectus: placeOf(state).prospectus,
    write: (envelope) => hubChanged(envelope, { from, takesPart }),
  };
}

function correctedNotice(asked: Asked, { restores }: EventOf<"RecordCorrected">): Notice {
  if (restores === undefined) throw failure("wrong-effect");
  const prospectus = applicationProspectus(asked);
  return { to: ["applicant"], prospectus, write: (envelope) => takenBack(envelope, restores) };
}

/** The prospectus of the latest application up to the event. */
function applicationProspectus({ event, events }: Asked): string | null {
  const applications = events.flatMap((one) =>
    one.type === "ApplicationSubmitted" && one.seq <= event.seq ? [one] : [],
  );
  return applications.at(-1)?.prospectus ?? null;
}

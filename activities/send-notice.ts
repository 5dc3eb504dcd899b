// Letters on the way of an application, and invitations: sent only while what they say still holds.

import { offerLapsed } from "../libs/letters/offer-lapsed.ts";
import { redirected } from "../libs/letters/redirected.ts";
import { notSelected } from "../libs/letters/not-selected.ts";
import { waitlisted } from "../libs/letters/waitlisted.ts";
import { offerReminder } from "../libs/letters/offer-reminder.ts";
import { placeOffered } from "../libs/letters/place-offered.ts";
import { informationNeeded } from "../libs/letters/information-needed.ts";
import { applicationReceived } from "../libs/letters/application-received.ts";
import { applicationInvited } from "../libs/letters/application-invited.ts";
import type { Envelope, Letter } from "../libs/letters/letter.ts";
import type { Promised } from "../libs/journey/sentences.ts";
import { nextStageInvited } from "../libs/letters/next-stage-invited.ts";
import { readinessUndecided } from "../libs/letters/readiness-undecided.ts";
import { placed } from "../libs/letters/placed.ts";
import { localDate } from "../libs/calendar/instants.ts";
import type { EffectResult, PerformEffect } from "../libs/contract/journey.ts";
import { groupName } from "../libs/contract/work-group.ts";
import { asGroupMeets, planOf, sessionOf } from "../libs/journey/commitments.ts";
import type { Noticed } from "../libs/journey/effects.ts";
import type { Rules } from "../libs/journey/rules.ts";
import type { EventOf, JourneyEvent, Recipient, Recorded } from "../libs/journey/events.ts";
import { currentYear, keptPlace, type JourneyStatus } from "../libs/journey/state.ts";
import { getText } from "../libs/people/people.ts";
import { load } from "../libs/store/events/event-store.ts";
import { recordedOfGroup } from "../libs/store/events/known-events.ts";
import { fold } from "../libs/work-group/evolve.ts";
import type { Formed } from "../libs/work-group/state.ts";
import { deliver, type LetterDeps } from "./deliver.ts";
import { failure, performOnce, type Asked } from "./effects.ts";

export type NoticeDeps = LetterDeps & Pick<Rules, "calendar" | "calendarOf">;

interface Notice {
  to: Recipient[];
  prospectus: string | null;
  write: (envelope: Envelope) => Letter;
}

/** The activity `send-notice`. */
export function makeSendNotice(deps: NoticeDeps): (request: PerformEffect) => Promise<EffectResult> {
  return (request) =>
    performOnce(deps.dataSource, request, async (asked, lease) => {
      if (isSuperseded(asked)) return { code: "superseded" };
      const notice = await noticeOf(deps, asked);
      return deliver(deps, { request, asked, lease, ...notice });
    });
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
  SchoolPlaced: ["participating", "paused"],
  NextStageInvited: ["participating", "paused", "completed"],
};

/**
 * Has the journey gone on, so that the letter would ask for what is settled? A later one of its kind replaces it too.
 */
function isSuperseded({ event, events, state }: Asked): boolean {
  const statuses = HOLDS[event.type];
  if (statuses && !statuses.includes(state.status)) return true;
  // An application stays received, however it went on; but one that was taken back needs no receipt.
  if (event.type === "ApplicationSubmitted") return state.status === "withdrawn";
  // Another offer was made meanwhile, or another interest expressed: that one is told of by itself.
  if (
    event.type === "OfferReminderDue" &&
    events.some((later) => later.seq > event.seq && later.type === "PlaceOffered")
  )
    return true;
  if (event.type === "ApplicationInvited")
    return state.status === "interested" && state.invited?.prospectus !== event.prospectus;
  if (event.type === "TaskOpened") return !state.tasks.some((task) => task.id === event.task && task.status === "open");
  if (event.type === "NextStageInvited") return state.invitation?.prospectus !== event.prospectus;
  return events.some((later) => later.seq > event.seq && later.type === event.type);
}

async function noticeOf(deps: NoticeDeps, asked: Asked): Promise<Notice> {
  const { event } = asked;
  const applied = { to: ["applicant" as const], prospectus: applicationProspectus(asked) };
  switch (event.type) {
    case "ApplicationInvited":
      return {
        to: ["applicant"],
        prospectus: event.prospectus,
        write: (envelope) => applicationInvited(envelope, { until: event.closesOn }),
      };
    case "ApplicationSubmitted":
      return { ...applied, write: (envelope) => applicationReceived(envelope, { receivedOn: localDate(event.at) }) };
    case "InformationRequested": {
      const question = event.reasonId ? await getText(deps.dataSource, event.reasonId) : null;
      return { ...applied, write: (envelope) => informationNeeded(envelope, { question }) };
    }
    case "PlaceOffered": {
      const prospectus = applied.prospectus === null ? null : deps.catalogue.get(applied.prospectus);
      return { ...applied, write: (envelope) => placeOffered(envelope, { respondBy: event.respondBy, prospectus }) };
    }
    case "ApplicationWaitlisted":
      return {
        ...applied,
        write: (envelope) => waitlisted(envelope, { together: event.reasonCode === "no-room-together" }),
      };
    case "ApplicationDeclined":
      return { ...applied, write: notSelected };
    case "ApplicationRedirected": {
      const other = event.prospectus === null ? null : deps.catalogue.get(event.prospectus);
      const instead = other ? `${other.title} ${other.academicYear}` : null;
      return { ...applied, write: (envelope) => redirected(envelope, { instead }) };
    }
    case "OfferReminderDue":
      return { ...applied, write: (envelope) => offerReminder(envelope, { respondBy: event.respondBy }) };
    case "OfferLapsed":
      return { ...applied, write: (envelope) => offerLapsed(envelope, { respondBy: event.respondBy }) };
    case "SchoolPlaced":
      return placedNotice(deps, asked, event, await meetingsOf(deps, event.workGroup));
    case "NextStageInvited": {
      const texts = deps.catalogue.get(event.prospectus)?.texts;
      const { stage, academicYear } = event;
      const facts = {
        stage,
        academicYear,
        about: texts?.about ?? null,
        expectations: texts?.expectations ?? [],
        keptUntil: keptPlace(asked.state)?.respondBy ?? null,
      };
      return {
        to: ["applicant", "headteacher"],
        prospectus: event.prospectus,
        write: (envelope) => nextStageInvited(envelope, facts),
      };
    }
    case "TaskOpened": {
      // Opened in the moment in which the year ends: by now it is the last one past.
      const year = asked.state.past.findLast((one) => one.readinessAsked && one.ready === null);
      if (!year || event.about !== "readiness") throw failure("wrong-effect");
      return { to: ["hub-lead"], prospectus: year.prospectus, write: (envelope) => readinessUndecided(envelope, year) };
    }
    default:
      // The compiler asks for the letter of every event that asks for one.
      event.type satisfies Exclude<JourneyEvent["type"], Noticed>;
      throw failure("wrong-effect");
  }
}

async function meetingsOf({ dataSource }: NoticeDeps, workGroup: string | null): Promise<Formed | null> {
  const group = workGroup === null ? null : fold(recordedOfGroup(await load(dataSource.manager, groupName(workGroup))));
  return group === null || group.status === "none" ? null : group;
}

function placedNotice(
  deps: NoticeDeps,
  asked: Asked,
  event: Recorded<EventOf<"SchoolPlaced">>,
  group: Formed | null,
): Notice {
  const { stage, academicYear, prospectus } = event;
  const facts = {
    stage,
    academicYear,
    commitments: datesOf(deps, asked, event, group),
    participants: asked.state.participants.some(({ left }) => !left),
  };
  return { to: ["applicant", "headteacher"], prospectus, write: (envelope) => placed(envelope, facts) };
}

/** The year's own dates once it has begun; before, those that its prospectus and its Work Group will give it. */
function datesOf(
  deps: NoticeDeps,
  { state }: Asked,
  event: Recorded<EventOf<"SchoolPlaced">>,
  group: Formed | null,
): readonly Promised[] {
  const year = currentYear(state);
  if (year?.prospectus === event.prospectus) return year.commitments;
  const prospectus = deps.catalogue.get(event.prospectus);
  if (!prospectus) return [];
  const from = localDate(event.at);
  const {
    hub,
    school: { urn, la },
  } = state;
  const calendar = deps.calendarOf?.({ hub, urn, ...(la !== undefined && { la }) }) ?? deps.calendar;
  return asGroupMeets(planOf(prospectus, calendar), prospectus.id, group).filter(
    (one) => one.dueOn >= from && sessionOf(one, prospectus.id, group)?.status !== "cancelled",
  );
}

/** The prospectus of the latest application up to the event. */
function applicationProspectus({ event, events }: Asked): string | null {
  const applications = events.flatMap((one) =>
    one.type === "ApplicationSubmitted" && one.seq <= event.seq ? [one] : [],
  );
  return applications.at(-1)?.prospectus ?? null;
}

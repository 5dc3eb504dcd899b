// From interest to a place, folded: what a school asked for, and what the hub and the school said to it.

import { addSeconds, endOfDay } from "../calendar/instants.ts";
import type { SchoolFacts } from "./commands.ts";
import type { EventOf, JourneyEvent, Recorded } from "./events.ts";
import { ended, known, misplaced } from "./known.ts";
import type { Application, Begun, Journey, Known } from "./state.ts";

/** The way begins, or begins again: with an interest, or with an application. */
export function enter(
  state: Journey,
  event: Recorded<EventOf<"InterestExpressed"> | EventOf<"ApplicationSubmitted">>,
): Begun {
  const before: Known | null = state.status === "none" ? null : known(state);
  const base: Known = {
    aliases: [],
    past: [],
    grants: [],
    tasks: [],
    concerns: [],
    effects: [],
    unsaid: [],
    written: [],
    remindersOffUntil: null,
    takenBack: [],
    ...before,
    undoable: null,
    move: null,
    said: [],
    holds: [],
    toTell: null,
    bounced: [],
    applicants: [event.contactId ?? [], before?.applicants ?? []].flat(),
    seq: event.seq,
    lastAt: event.at,
    school: schoolOf(event, before),
    hub: event.hub,
    participants: [],
    invitation: null,
    stopsBefore: null,
    theme: null,
    support: null,
    teachersNext: null,
  };
  if (event.type === "InterestExpressed")
    return {
      ...base,
      status: "interested",
      prospectus: event.prospectus,
      coming: event.coming,
      invited: null,
      since: event.at,
    };
  const { prospectus, contactId, criteria } = event;
  return {
    ...base,
    status: "applied",
    application: { prospectus, submittedAt: event.at, contactId, criteria, waitsIn: null, since: event.at },
  };
}

/** A headteacher who was named stays so when the school comes back, until it names another. */
function schoolOf({ school }: { school: SchoolFacts }, before: Known | null): SchoolFacts {
  const headteacherContact = school.headteacherContact ?? before?.school.headteacherContact;
  return headteacherContact === undefined ? school : { ...school, headteacher: true, headteacherContact };
}

/** The journey one event of its intake later; null where the event is about something else. */
export function evolveIntake(state: Begun, event: Recorded): Begun | null {
  switch (event.type) {
    case "WindowNoted":
    case "WindowPassed":
    case "ApplicationInvited":
      return awaiting(state, event);
    case "InformationRequested":
      return { ...known(state), status: "information-requested", application: since(state, event) };
    case "InformationProvided":
      return { ...known(state), status: "applied", application: since(state, event) };
    case "ApplicationWaitlisted":
      return waitlisted(state, event);
    case "PlaceOffered": {
      const { workGroup, respondBy, remindAt = null } = event;
      const lapsesAt = event.lapsesAt ?? addSeconds(endOfDay(respondBy), 1);
      const offer = { workGroup, respondBy, remindAt, lapsesAt, placeBy: null, askHubAt: null };
      return { ...known(state), status: "offered", application: since(state, event), offer };
    }
    case "OfferReminderDue":
      if (state.status !== "offered") throw misplaced(state, event);
      return { ...state, offer: { ...state.offer, remindAt: null } };
    case "OfferAccepted":
      if (state.status !== "offered") throw misplaced(state, event);
      return {
        ...state,
        status: "accepted",
        application: since(state, event),
        offer: { ...state.offer, placeBy: event.placeBy ?? null, askHubAt: event.askHubAt ?? null },
      };
    case "ApplicationDeclined":
      return ended(state, "not-selected");
    case "ApplicationRedirected":
      return ended(state, "redirected");
    case "ApplicationWithdrawn":
      return ended(state, "withdrawn");
    case "OfferDeclined":
      return ended(state, "declined");
    case "OfferLapsed":
      return ended(state, "lapsed");
    case "ApplicationEnded":
      return {
        ...ended(state, "lapsed"),
        toTell: event.tellAt === null ? null : { at: event.tellAt, ended: event.seq },
      };
    case "ApplicationEndTold":
      return { ...state, toTell: null };
    default:
      return null;
  }
}

function waitlisted(state: Begun, event: EventOf<"ApplicationWaitlisted">): Begun {
  const application = since(state, event);
  const waitsIn = event.workGroup ?? application.waitsIn;
  return { ...known(state), status: "waitlisted", application: { ...application, waitsIn } };
}

function awaiting(
  state: Begun,
  event: EventOf<"WindowNoted"> | EventOf<"WindowPassed"> | EventOf<"ApplicationInvited">,
): Begun {
  if (state.status !== "interested") throw misplaced(state, event);
  const { prospectus } = event;
  if (event.type === "ApplicationInvited")
    return { ...state, coming: [], invited: { prospectus, closesOn: event.closesOn } };
  const others = state.coming.filter((one) => one.prospectus !== prospectus);
  if (event.type === "WindowPassed") return { ...state, coming: others };
  return {
    ...state,
    coming: [...others, { prospectus, opensOn: event.opensOn, closesOn: event.closesOn, own: event.own }],
  };
}

/** The application as it stands by this event. */
function since(state: Begun, event: JourneyEvent): Application {
  if (!("application" in state)) throw misplaced(state, event);
  return { ...state.application, since: event.at };
}

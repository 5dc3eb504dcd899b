// What happened to a Work Group, as a line of the history that an operator reads in the Temporal Web UI.

import { dayAndTimes, longDate } from "../calendar/long-dates.ts";
import { capital, listed } from "../journey/sentences.ts";
import type { GroupNaming } from "../words/group-name.ts";
import { inWords, low } from "../words/in-words.ts";
import type { EventOf, EventType, GroupChoice, GroupEvent, WhyFreed } from "./events.ts";
import type { WorkGroup } from "./state.ts";

/** A school as people call it where no name may stand: by its URN. `journey`: its id. */
export const schoolOf = (journey: string): string => `URN ${journey.split("-")[0] ?? journey}`;

const WHY: Readonly<Record<WhyFreed, string>> = {
  declined: "it declined",
  lapsed: "it did not answer in time",
  withdrawn: "it withdrew",
  "turned-down": "the hub turned it down",
  redirected: "the hub pointed it elsewhere",
  "placed-elsewhere": "it was placed elsewhere",
  "not-available": "its turn came, and it could not be offered the place",
  "taken-back": "a mistake was taken back",
  moved: "it went to another hub",
  "not-going-on": "it does not go on to that year",
};
const CHOICES: Readonly<Record<GroupChoice, string>> = {
  waitlist: "it waits for more schools",
  join: "its schools join another",
  "go-on": "it goes on as it is",
};

type Sentences = { [T in EventType]: (event: EventOf<T>, called: GroupNaming) => string | null };
const SENTENCES: Sentences = {
  WorkGroupFormed: ({ sessions }) => `The Work Group is formed, with ${sessions.length} sessions planned.`,
  LeadChanged: () => "It has a new lead.",
  PlaceReserved: ({ journey, fromWaitlist }) =>
    fromWaitlist
      ? `It is the turn of ${schoolOf(journey)}: a place is kept for it.`
      : `${schoolOf(journey)} is offered a place.`,
  PlaceTaken: ({ journey }) => `${schoolOf(journey)} takes its place.`,
  PlaceFreed: ({ journey, why }) => `The place of ${schoolOf(journey)} falls free: ${WHY[why]}.`,
  SchoolWaitlisted: ({ journey }) => `${schoolOf(journey)} comes on the waitlist.`,
  SchoolLeftWaitlist: ({ journey, why }) => `${schoolOf(journey)} leaves the waitlist: ${WHY[why]}.`,
  TurnKept: ({ journey }) => `${schoolOf(journey)} keeps its turn; the place goes to the next.`,
  SchoolsWaitTogether: ({ journeys }) => `${listed(journeys.map(schoolOf))} wait together.`,
  TurnHeld: ({ journey }) => `${schoolOf(journey)} is passed over until it has answered the hub.`,
  TurnResumed: ({ journey }) => `${schoolOf(journey)} has answered; its turn may come again.`,
  SessionScheduled: ({ session, on, ...times }) => `${inWords(session)} will be held on ${dayAndTimes(on, times)}.`,
  SessionMoved: ({ session, on, from, ...times }) =>
    on === from
      ? `${inWords(session)} stays on ${dayAndTimes(on, times)}; how it is held changes.`
      : `${inWords(session)} moves to ${dayAndTimes(on, times)}.`,
  SessionCancelled: ({ session }) => `${inWords(session)} is cancelled.`,
  RegisterTaken: ({ session, on, schools }) =>
    `The register of ${low(session)} on ${longDate(on)} is taken for ${schools.length} schools.`,
  SupportVisitBooked: ({ journey, on, ...times }) =>
    `A visit to ${schoolOf(journey)} is booked for ${dayAndTimes(on, times)}.`,
  DeliveryAdapted: ({ delivery }) => `It goes on as: ${low(delivery)}.`,
  GroupFellBelow: ({ holding, least, dueOn }) =>
    `It holds ${holding} schools of at least ${least}: somebody decides by ${longDate(dueOn)}.`,
  GroupDecided: ({ decision, workGroup }, called) =>
    `Decided: ${CHOICES[decision]}${workGroup === undefined ? "" : `, ${called(workGroup)}`}.`,
  GroupWholeAgain: ({ holding }) => `It is whole again, with ${holding} schools.`,
  TaskAssigned: ({ task }) => `${capital(low(task.slice(task.lastIndexOf("/") + 1)))} is given to somebody to settle.`,
  WorkGroupEnded: ({ academicYear }) => `Its year ${academicYear} ends.`,
  EffectPerformed: () => null,
  EffectStalled: () => "The offer of a place does not get through; it is tried again.",
};

/** A sentence without ids and codes; null for what is nobody's news. `called`: what Work Groups are called. */
export function happened(event: GroupEvent, _: WorkGroup, called: GroupNaming): string | null {
  // The table holds for each type the sentence of that very type; TypeScript cannot see that through a union.
  return (SENTENCES[event.type] as (event: GroupEvent, called: GroupNaming) => string | null)(event, called);
}

// The event types this release can fold. An older worker that meets one from a newer release leaves it to a newer
// worker.

import type { EventType, Recorded } from "../../journey/events.ts";
import type { EventType as RunEventType, Recorded as RecordedOfRun } from "../../payments/events.ts";
import { EVENT_TYPES as TURN_EVENT_TYPES, type Recorded as RecordedOfTurn } from "../../turn/events.ts";
import type { EventType as GroupEventType, Recorded as RecordedOfGroup } from "../../work-group/events.ts";
import { StoreError } from "../errors.ts";
import type { StoredEvent } from "./event-store.ts";
import { currentVersion } from "./upcast.ts";

// A record and not a list: the compiler misses none.
const KNOWN: Record<EventType, true> = {
  InterestExpressed: true,
  WindowNoted: true,
  WindowPassed: true,
  ApplicationInvited: true,
  OfferReminderDue: true,
  ApplicationSubmitted: true,
  InformationRequested: true,
  InformationProvided: true,
  PlaceOffered: true,
  ApplicationWaitlisted: true,
  ApplicationDeclined: true,
  ApplicationRedirected: true,
  ApplicationWithdrawn: true,
  OfferAccepted: true,
  OfferDeclined: true,
  OfferLapsed: true,
  SchoolPlaced: true,
  ParticipantNominated: true,
  ParticipantReplaced: true,
  ParticipantReleased: true,
  HeadteacherNamed: true,
  StageStarted: true,
  AttendanceRecorded: true,
  SupportVisitRecorded: true,
  ReleaseDaysRecorded: true,
  GapTaskCompleted: true,
  ActionPlanAgreed: true,
  ReportSubmitted: true,
  EvaluationCompleted: true,
  ThemeChosen: true,
  CommitmentMet: true,
  CommitmentReopened: true,
  CommitmentRescheduled: true,
  CommitmentWaived: true,
  CommitmentMissed: true,
  CommitmentEscalated: true,
  EscalationWithdrawn: true,
  TaskOpened: true,
  TaskDecided: true,
  TaskClosed: true,
  ReminderDue: true,
  ReminderHeldBack: true,
  ChaserDue: true,
  ChaserHeldBack: true,
  TaskAssigned: true,
  LetterBounced: true,
  RemindersOptedOut: true,
  ReminderResent: true,
  ReadinessConfirmed: true,
  NextStageInvited: true,
  NextStageConfirmed: true,
  NextStageDeclined: true,
  NextStagePlaceLapsed: true,
  StageCompleted: true,
  StageInterrupted: true,
  ConcernRaised: true,
  ConcernStepsAgreed: true,
  ConcernReviewed: true,
  ConcernResolved: true,
  JourneyPaused: true,
  SchoolReturned: true,
  SchoolWithdrawn: true,
  SchoolSucceeded: true,
  RecordCorrected: true,
  GrantDue: true,
  GrantPayable: true,
  GrantReopened: true,
  GrantApproved: true,
  GrantReleased: true,
  GrantWithheld: true,
  GrantAdjusted: true,
  PaymentRunPrepared: true,
  PaymentRunAuthorised: true,
  GrantPaid: true,
  PaymentFailed: true,
  PaymentRunCancelled: true,
  ClawbackRequested: true,
  ClawbackRecovered: true,
  SessionScheduled: true,
  SessionMoved: true,
  SessionCancelled: true,
  SupportVisitBooked: true,
  DeliveryAdapted: true,
  WorkGroupFormed: true,
  LeadChanged: true,
  EffectPerformed: true,
  EffectStalled: true,
};

const KNOWN_OF_GROUPS: Record<GroupEventType, true> = {
  WorkGroupFormed: true,
  LeadChanged: true,
  PlaceReserved: true,
  PlaceTaken: true,
  PlaceFreed: true,
  SchoolWaitlisted: true,
  SchoolLeftWaitlist: true,
  TurnKept: true,
  SchoolsWaitTogether: true,
  TurnHeld: true,
  TurnResumed: true,
  SessionScheduled: true,
  SessionMoved: true,
  SessionCancelled: true,
  RegisterTaken: true,
  SupportVisitBooked: true,
  DeliveryAdapted: true,
  WorkGroupEnded: true,
  EffectPerformed: true,
  EffectStalled: true,
};

/** Every type of event that the feed may hold, of journeys and Work Groups. */
export const FEED_TYPES: ReadonlySet<string> = new Set([...Object.keys(KNOWN), ...Object.keys(KNOWN_OF_GROUPS)]);
const KNOWN_OF_RUNS: Record<RunEventType, true> = {
  PaymentRunPrepared: true,
  PaymentsTaken: true,
  PaymentRunAuthorised: true,
  PaymentsAuthorised: true,
  AllConfirmed: true,
  PaymentsConfirmed: true,
  PaymentsFailed: true,
  PaymentRunCancelled: true,
  PaymentsLetGo: true,
  PaymentRunCompleted: true,
  EffectPerformed: true,
  EffectStalled: true,
};

/**
 * Stored events as the rules see them. Throws StoreError `unknown-event` for a type, or a shape of one, that only a
 * newer release knows.
 */
export function recorded(stored: readonly StoredEvent[]): Recorded[] {
  // The store gives back what `append` was given as a JourneyEvent, brought to today's shape.
  return known(stored, KNOWN) as Recorded[];
}

/** The same for a Work Group's. */
export function recordedOfGroup(stored: readonly StoredEvent[]): RecordedOfGroup[] {
  return known(stored, KNOWN_OF_GROUPS) as RecordedOfGroup[];
}

/** The same for a payment run's. */
export function recordedOfRun(stored: readonly StoredEvent[]): RecordedOfRun[] {
  return known(stored, KNOWN_OF_RUNS) as RecordedOfRun[];
}

/** The same for a hub's turn's. */
export function recordedOfTurn(stored: readonly StoredEvent[]): RecordedOfTurn[] {
  return known(stored, TURN_EVENT_TYPES) as RecordedOfTurn[];
}

function known(stored: readonly StoredEvent[], types: Readonly<Record<string, true>>): object[] {
  return stored.map((event) => {
    if (!Object.hasOwn(types, event.type) || event.schemaVersion > currentVersion(event.type))
      throw new StoreError("unknown-event");
    return { ...event.data, type: event.type, at: event.at, seq: event.seq };
  });
}

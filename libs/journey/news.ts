// What has just changed, and to whom it is told: every event of a journey either names those who hear of it, or says
// why nobody does. What follows from a cause, recorded with it, is told with the cause and not again.

import { isHeadteachers } from "./event-words.ts";
import type { EventOf, EventType, JourneyEvent, Recipient } from "./events.ts";
import { currentYear, type Begun, type Commitment } from "./state.ts";
import { headteacherOf, leadTeachers, teachersOf, yearNamedFor } from "./teachers.ts";

type To<T extends EventType> = (event: EventOf<T>, after: Begun) => readonly Recipient[];

const OWN = "it has a letter of its own";
const THEIRS = "whoever did it knows it";
const HUBS = "it is the hub’s alone";
const FOLLOWS = "it follows from what is told";

/** Who hears of an event; else, in words, why nobody does. */
const NEWS: { readonly [T in EventType]: To<T> | string } = {
  InterestExpressed: THEIRS,
  WindowNoted: HUBS,
  WindowPassed: "the end of the interest is told",
  ApplicationInvited: OWN,
  ApplicationSubmitted: OWN,
  InformationRequested: OWN,
  InformationProvided: THEIRS,
  PlaceOffered: OWN,
  OfferReminderDue: OWN,
  ApplicationWaitlisted: OWN,
  ApplicationDeclined: OWN,
  ApplicationRedirected: OWN,
  ApplicationWithdrawn: () => ["applicant"],
  OfferAccepted: (_, after) => whoApplied(after),
  OfferDeclined: (_, after) => whoApplied(after),
  OfferLapsed: OWN,
  ApplicationEnded: "the school is told on a school day, or by its new application",
  ApplicationEndTold: OWN,
  SchoolPlaced: OWN,

  // Who was named when the school was placed had its letter then, of which these are told the same. Who leaves is told
  // as well (`leftBy`): the dates of the group stand in their calendar.
  ParticipantNominated: ({ role }, after) => (after.status === "participating" ? [role] : []),
  ParticipantReplaced: ({ role }, after) => (after.status === "participating" ? [role] : []),
  ParticipantReleased: () => [],
  HeadteacherNamed: THEIRS,
  SupportNamed: (_, after) => everybody(after),
  PersonCorrected: THEIRS,
  // A school that comes new was told its dates when it was placed.
  StageStarted: (_, after) => (after.past.length === 0 ? [] : everybody(after)),
  SchoolChangedGroup: (_, after) => everybody(after),
  AttendanceRecorded: THEIRS,
  SupportVisitRecorded: THEIRS,
  ReleaseDaysRecorded: THEIRS,
  GapTaskCompleted: THEIRS,
  ActionPlanAgreed: THEIRS,
  ReportSubmitted: THEIRS,
  EvaluationCompleted: THEIRS,
  ReportCameLate: THEIRS,
  AnswerQuoted: HUBS,
  TextbooksAsked: THEIRS,
  TextbooksDecided: (_, after) => everybody(after),
  ThemeChosen: THEIRS,
  CommitmentMet: "the termly letter says thank you",
  CommitmentReopened: "what is owed stands in the next reminder",
  CommitmentRescheduled: (event, after) => ofPromise(event, after),
  CommitmentWaived: (event, after) => ofPromise(event, after),
  CommitmentMissed: "its ladder tells",
  CommitmentEscalated: OWN,
  EscalationWithdrawn: FOLLOWS,
  TaskOpened: HUBS,
  TaskAssigned: HUBS,
  // What follows from any other decision is told.
  TaskDecided: ({ to = [] }) => to,
  TaskClosed: HUBS,
  ReminderDue: OWN,
  ReminderHeldBack: HUBS,
  ChaserDue: OWN,
  ChaserHeldBack: HUBS,
  RemindersOptedOut: THEIRS,
  AnotherDateAsked: THEIRS,
  ContactStopped: THEIRS,
  ReminderResent: OWN,

  ReadinessConfirmed: (_, after) => everybody(after),
  // What the evidence will say anyway is told, with thanks, when the year ends.
  CompletionConfirmed: (event, after) =>
    event.completed && currentYear(after)?.academicYear === event.academicYear ? [] : everybody(after),
  NextStageInvited: OWN,
  NextStageReminderDue: OWN,
  NextStageConfirmed: (_, after) => whoApplied(after),
  NextStageDeclined: (_, after) => whoApplied(after),
  NextStagePlaceLapsed: (_, after) => whoApplied(after),
  NextStageLapsed: OWN,
  StageCompleted: (_, after) => everybody(after),
  StageInterrupted: (_, after) => everybody(after),
  ConcernRaised: "people speak with the school about it",
  ConcernStepsAgreed: THEIRS,
  ConcernReviewed: HUBS,
  ConcernResolved: HUBS,
  // The service waits for the programmes of its hub: that is nothing the school has done, or can do.
  JourneyPaused: ({ reasonCode }, after) => (reasonCode === "no-prospectus" ? [] : everybody(after)),
  SchoolReturned: (_, after) => everybody(after),
  SchoolWithdrawn: (_, after) => [...new Set([...whoApplied(after), ...everybody(after)])],
  MoveAsked: "the answer is told",
  MoveRefused: "it is told to the hub that asked",
  SchoolLeftHub: "the hub to which it goes tells it",
  SchoolJoinedHub: OWN,
  SchoolSucceeded: "the register says so",
  RecordCorrected: OWN,

  GrantDue: "its year tells of it, and its release",
  GrantPayable: (_, after) => whoApplied(after),
  GrantReopened: (_, after) => whoApplied(after),
  GrantApproved: HUBS,
  GrantReleased: OWN,
  GrantWithheld: (_, after) => whoApplied(after),
  // Each other decision has an event that tells.
  GrantDecided: ({ decision }, after) => (decision === "keep" ? whoApplied(after) : []),
  GrantRecalled: (_, after) => whoApplied(after),
  GrantAdjusted: (_, after) => whoApplied(after),
  PaymentRunPrepared: HUBS,
  PaymentRunAuthorised: HUBS,
  GrantPaid: (_, after) => whoApplied(after),
  // They were told that it was on its way.
  PaymentFailed: (_, after) => whoApplied(after),
  PaymentHeld: (_, after) => whoApplied(after),
  PaymentReturned: (_, after) => whoApplied(after),
  PaymentRunCancelled: HUBS,
  ClawbackRequested: (_, after) => whoApplied(after),
  ClawbackInvoiced: (_, after) => whoApplied(after),
  ClawbackReopened: FOLLOWS,
  // What a payment kept back is told with the payment.
  ClawbackRecovered: ({ run }, after) => (run === undefined ? whoApplied(after) : []),

  SessionScheduled: (event, after) => ofSession(event, after),
  SessionMoved: (event, after) => ofSession(event, after),
  SessionCancelled: (event, after) => ofSession(event, after),
  SupportVisitBooked: ({ commitment }, after) => [...new Set([...leadTeachers(after), ...headAt(commitment, after)])],
  DeliveryAdapted: (_, after) => everybody(after),
  LeadChanged: (_, after) => everybody(after),
  WorkGroupFormed: HUBS,
  LettersDue: "it is the letters",
  LetterHeld: HUBS,
  HoldLifted: HUBS,
  MeetingAnnounced: OWN,
  EffectPerformed: HUBS,
  LetterWritten: OWN,
  LetterResent: OWN,
  LetterBounced: HUBS,
  EffectStalled: HUBS,
};

/** Might an event of this type be news to anybody? */
export const mayBeNews = (type: EventType): boolean => typeof NEWS[type] !== "string";

/**
 * Who is told at once of what has just happened, each role once; nobody, of most events. `after`: the journey as that
 * event leaves it, before what follows from it.
 */
export function newsTo(event: JourneyEvent, after: Begun): readonly Recipient[] {
  const to = NEWS[event.type];
  // The table holds for each type who hears of that very type; TypeScript cannot see that through a union.
  return typeof to === "string"
    ? []
    : (to as (event: JourneyEvent, after: Begun) => readonly Recipient[])(event, after);
}

/** Whom alone of those roles an event is news for, by their opaque id; null where it is for all of them. */
export function newsAbout(event: JourneyEvent): string | null {
  if (event.type === "ParticipantNominated") return event.participant;
  return event.type === "ParticipantReplaced" ? event.by : null;
}

/** Who by this event does not take part any more in the year under way or to come, and is told of it. */
export function leftBy(event: JourneyEvent, after: Begun): string[] {
  if (event.type !== "ParticipantReleased" && event.type !== "ParticipantReplaced") return [];
  if (after.status !== "participating") return [];
  const gone = after.participants.find(({ id }) => id === event.participant);
  const asks = after.year !== null && after.year.teachers !== null;
  return gone?.left === true && (!asks || gone.years.includes(yearNamedFor(after))) ? [gone.id] : [];
}

const whoApplied = (after: Begun): Recipient[] => [...new Set<Recipient>(["applicant", ...headteacherOf(after)])];

/** The teachers of the year, or of the last one where none is under way, and the headteacher. */
function everybody(after: Begun): Recipient[] {
  const over = currentYear(after) === null ? after.past.at(-1) : undefined;
  const roles = over === undefined ? [] : teachersOf(over, after.participants).map(({ role }) => role);
  return [...new Set([...(roles.length > 0 ? roles : leadTeachers(after)), ...headteacherOf(after)])];
}

/** The headteacher, where a part of the headteacher’s own hangs on a session or a visit. */
function headAt(code: string, after: Begun): Recipient[] {
  const year = currentYear(after);
  const part = year?.commitments.some((one) => one.after === code && isHeadteachers(one) && isOwed(one));
  return part === true ? headteacherOf(after) : [];
}

const isOwed = ({ status }: Commitment): boolean => status === "open" || status === "missed";

/** A session of the group: who takes part, and the headteacher where it is theirs too. */
function ofSession({ session, at }: { session: string; at: string }, after: Begun): Recipient[] {
  const year = currentYear(after);
  // Dated with the year, or with the group that the school came to: that tells of all its dates.
  if (after.status !== "participating" || year === null || year.datedAt === at) return [];
  const kind = year.commitments.find(({ code }) => code === session)?.kind;
  if (kind === "headteachers-session") return headteacherOf(after);
  return [...new Set([...leadTeachers(after), ...headAt(session, after)])];
}

/** What the rules themselves give as the reason of a new date, or of one that is owed no more: its cause is told. */
const BY_RULE: ReadonlySet<string> = new Set([
  "session-cancelled",
  "session-dated",
  "last-meeting-moved",
  "visit-booked",
  "held-before-coming",
  "paused",
  "returned",
  "teacher-left",
]);

function ofPromise(
  event: EventOf<"CommitmentRescheduled"> | EventOf<"CommitmentWaived">,
  after: Begun,
): readonly Recipient[] {
  if (event.reasonId === undefined && BY_RULE.has(event.reasonCode ?? "")) return [];
  const all = currentYear(after)?.commitments ?? [];
  const about = all.find(({ code }) => code === event.commitment);
  // That the session is let go is told with the school’s part in it.
  const told = all.some((one) => one.after === event.commitment && one.kind === "meeting");
  if (after.status !== "participating" || about === undefined || (about.kind === "session" && told)) return [];
  return isHeadteachers(about) || about.kind === "headteachers-session" ? headteacherOf(after) : leadTeachers(after);
}

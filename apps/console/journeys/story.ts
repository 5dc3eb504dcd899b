// What happened to a journey, in sentences.

import type { Instant } from "../../../libs/calendar/instants.ts";
import { dayAndTimes } from "../../../libs/calendar/long-dates.ts";
import { listed, pounds, WORD_OF } from "../../../libs/journey/sentences.ts";
import { thingInWords } from "../../../libs/journey/hold-in-words.ts";
import { effectOf } from "../../../libs/journey/effects.ts";
import type { EventOf, EventType, Recorded } from "../../../libs/journey/events.ts";
import { roleName } from "../../../libs/letters/words.ts";
import { performedAt } from "../../../libs/journey/performed.ts";
import type { EffectKind } from "../../../libs/journey/state.ts";
import type { Facts } from "../../../libs/service/journeys/journey-facts.ts";
import type { GroupNaming } from "../../../libs/words/group-name.ts";
import { day, hubInWords, inWords, low, programmeOfId, stageYear as year } from "../words.ts";

/** One line of it. `textIds`: of what was written with it; `letter`: what went out for it, and when. */
export interface Told {
  seq: number;
  type: EventType;
  on: Instant;
  says: string;
  textIds: string[];
  letter: string | null;
  /** There is more to read about it: why it came. */ explained: boolean;
}

/** Null: not a line of its own. */
type Says = { [T in EventType]: ((event: EventOf<T>, called: GroupNaming) => string) | null };

/**
 * What happened is said here; what the service only keeps for itself (a letter that went out, a grant on its way) is
 * not a line of its own.
 */
const SAYS: Says = {
  InterestExpressed: () => "The school expressed its interest",
  ApplicationInvited: (e) =>
    `The school was invited to apply for ${programmeOfId(e.prospectus)}, from ${day(e.opensOn)} to ${day(e.closesOn)}`,
  OfferReminderDue: (e) => `The school was reminded of its offer, to be answered by ${day(e.respondBy)}`,
  ChaserDue: (e) => `A chaser was due for: ${e.commitments.map(low).join(", ")}`,
  ChaserHeldBack: (e) => `A chaser was held back (${low(e.why)}) for: ${e.commitments.map(low).join(", ")}`,
  ApplicationSubmitted: (e) => `The school applied for ${programmeOfId(e.prospectus)}`,
  InformationRequested: () => "The hub asked for more information",
  InformationProvided: () => "The school answered",
  PlaceOffered: (e, called) =>
    `A place was offered${e.workGroup === null ? "" : ` in ${called(e.workGroup)}`}` +
    (e.together === true ? ", together with the schools it is to be placed with" : "") +
    `, to be answered by ${day(e.respondBy)}`,
  ApplicationWaitlisted: (e, called) =>
    `The application went on the waitlist${e.workGroup === null ? "" : ` of ${called(e.workGroup)}`}`,
  ApplicationDeclined: () => "The school was not selected",
  ApplicationRedirected: (e) =>
    `The school was sent to a better-suited ` +
    `programme${e.prospectus === null ? "" : `: ${programmeOfId(e.prospectus)}`}`,
  ApplicationWithdrawn: () => "The application was withdrawn",
  OfferAccepted: () => "The school accepted the place",
  OfferDeclined: () => "The school declined the place",
  OfferLapsed: () => "The offer lapsed without an answer",
  ApplicationEnded: (e) =>
    e.why === "later-application"
      ? `An application for a later year took the place of the one for ${programmeOfId(e.prospectus)}`
      : `The wait for ${programmeOfId(e.prospectus)} ended with nothing come of it (${low(e.stood)})`,
  ApplicationEndTold: () => "The school was told that it does not wait any more",
  SchoolPlaced: (e, called) =>
    `The school was placed${e.workGroup === null ? "" : ` in ${called(e.workGroup)}`} for ${year(e)}`,
  SchoolChangedGroup: (e, called) => `The school goes on in ${called(e.workGroup)}; what it has done stays`,
  AnswerQuoted: () => "An answer was made into a quote in which nobody can be told",
  TextbooksAsked: () => "The school asked for help with textbooks",
  TextbooksDecided: (e) => `The hub ${e.helps ? "helps" : "does not help"} with textbooks`,
  ParticipantNominated: (e) => `A teacher was named as ${low(e.role)}`,
  ParticipantReplaced: (e) => `A teacher took over from another, as ${low(e.role)}`,
  ParticipantReleased: () => "A teacher left; there is no substitute yet",
  ContactStopped: () => "Somebody is not the school’s contact any more; letters to them stopped",
  SupportNamed: () => "The hub said who supports the school",
  HeadteacherNamed: () => "The headteacher was named",
  PersonCorrected: (e) => `${listed(e.changed.map((one) => WORD_OF[one]))} of somebody at the school was corrected`,
  LetterWritten: (e) =>
    `The hub wrote a letter to ${listed(e.to.map((role) => `the ${roleName(role)}`))}` +
    (e.newsOf === undefined ? "" : `, with news of ${low(e.newsOf)}`) +
    (e.addressees?.length === 0 ? "; they have it by another school of theirs" : ""),
  LetterHeld: (e) =>
    `The hub held back ${listed(e.tells.map((code) => thingInWords(code, { commitment: low })))}` +
    (e.until === null ? "" : ` until ${day(e.until)}`),
  HoldLifted: () => "What the hub held back of letters may go",
  LetterResent: () => "A letter that came back was sent once more",
  StageStarted: (e) => `${year(e)} began`,
  AttendanceRecorded: (e) => `${inWords(e.session)} of ${day(e.on)}: ${e.present.length} of the school there`,
  SupportVisitRecorded: (e) => `Support visit on ${day(e.on)}${e.headteacher ? ", with the headteacher" : ""}`,
  ReleaseDaysRecorded: (e) => `${e.days === 1 ? "1 day" : `${e.days} days`} of release, to ${day(e.on)}`,
  GapTaskCompleted: (e) => `${inWords(e.commitment)} was done on ${day(e.on)}`,
  ActionPlanAgreed: (e) => `The action plan was agreed on ${day(e.on)}`,
  ReportSubmitted: (e) => `The report came in on ${day(e.on)}`,
  EvaluationCompleted: (e) => `The evaluation was done on ${day(e.on)}`,
  ReportCameLate: (e) =>
    `The ${e.what} of ${e.academicYear} ${e.what === "report" ? "came in" : "was done"} on ${day(e.on)}, ` +
    "after its year",
  ThemeChosen: (e) => `Theme chosen for ${e.academicYear}: ${low(e.theme)}`,
  CommitmentMet: (e) => `${inWords(e.commitment)}: met${e.late ? ", late" : ""}`,
  CommitmentReopened: (e) => `${inWords(e.commitment)}: open again`,
  CommitmentRescheduled: (e) => `${inWords(e.commitment)}: now due on ${day(e.dueOn)}`,
  AnotherDateAsked: (e) =>
    `${inWords(e.commitment)}: the school asked for another date${e.dueOn === undefined ? "" : `, ${day(e.dueOn)}`}`,
  CommitmentWaived: (e) => `${inWords(e.commitment)}: waived`,
  CommitmentMissed: (e) =>
    e.ofGroup === undefined
      ? `${inWords(e.commitment)}: missed, it was due on ${day(e.dueOn)}`
      : `${inWords(e.commitment)} on ${day(e.dueOn)}: the Work Group has not taken the register`,
  CommitmentEscalated: (e) => `${inWords(e.commitment)}: escalated to level ${e.level} (${e.to.map(low).join(", ")})`,
  EscalationWithdrawn: (e) => `${inWords(e.commitment)}: the escalation stood down`,
  TaskOpened: (e) => `A task for the hub lead: ${e.commitment === null ? low(e.about) : low(e.commitment)}`,
  TaskDecided: (e) => `The hub lead decided: ${low(e.decision)}`,
  TaskAssigned: () => "The task was given to somebody",
  TaskClosed: () => "The task was closed",
  ReminderDue: (e) =>
    `The ${e.term} reminder was due ` +
    `(${e.outstanding.length === 0 ? "nothing outstanding" : `outstanding: ${e.outstanding.map(low).join(", ")}`})`,
  ReminderHeldBack: (e) => `The ${e.term} reminder was held back: ${low(e.why)}`,
  RemindersOptedOut: (e) =>
    `${e.person === undefined ? "The school" : "Somebody at the school"} asked for no more reminders ` +
    `until ${day(e.until)}`,
  ReminderResent: (e) => `The ${e.term} reminder was sent again`,
  ReadinessConfirmed: (e) =>
    e.ready ? "The school was confirmed as Mastery Ready" : "The school was found not to be Mastery Ready",
  CompletionConfirmed: (e) =>
    `The hub lead confirmed that ${year(e)} was ${e.completed ? "" : "not "}completed` +
    (e.counts === true ? "; it counts as an earlier stage" : ""),
  NextStageReminderDue: null,
  NextStageLapsed: (e) => `Nothing is kept for the school in ${e.into} any more`,
  NextStageInvited: (e) => `The school was invited to ${year(e)}`,
  NextStageConfirmed: (e) => `The school goes on to ${year(e)}`,
  NextStageDeclined: (e) => `The school declined to go on to ${programmeOfId(e.prospectus)}`,
  NextStagePlaceLapsed: (e, called) => `The place kept in ${called(e.workGroup)} fell free; the invitation stands`,
  StageCompleted: (e) => `${year(e)} ended: ${low(e.outcome)}`,
  StageInterrupted: (e) => `${year(e)} was interrupted`,
  ConcernRaised: (e) => `A concern was raised${e.commitment === null ? "" : ` about ${low(e.commitment)}`}`,
  ConcernStepsAgreed: (e) => `Steps were agreed${e.reviewOn === null ? "" : `, to be looked at on ${day(e.reviewOn)}`}`,
  ConcernReviewed: () => "The concern was reviewed",
  ConcernResolved: () => "The concern was closed",
  JourneyPaused: (e) => `The journey was paused${e.until === null ? "" : ` until ${day(e.until)}`}`,
  SchoolReturned: () => "The school came back",
  SchoolWithdrawn: () => "The school left the programme",
  MoveAsked: (e) => `${hubInWords(e.to)} asked for the school; its hub answers by ${day(e.until)}, then an operator`,
  MoveRefused: (e) => `The school does not go to ${hubInWords(e.to)}`,
  SchoolLeftHub: (e) => `The school went to ${hubInWords(e.to)}`,
  SchoolJoinedHub: (e) => `The school came from ${hubInWords(e.from)}`,
  SchoolSucceeded: (e) => `The journey goes on under URN ${e.urn} (before: ${e.was})`,
  RecordCorrected: (e) =>
    e.restores === undefined
      ? "A record was taken back"
      : `A mistake was taken back: the journey is ${low(e.restores.status)} again`,
  GrantDue: (e) => `A grant of ${pounds(e.amountPence)} fell due for ${year(e)}`,
  GrantPayable: () => "The grant became payable",
  GrantReopened: () => "The grant was opened again",
  GrantApproved: () => "The grant was approved by one person",
  GrantReleased: (e) => `The grant of ${pounds(e.amountPence)} was released`,
  GrantWithheld: () => "The grant was withheld",
  GrantAdjusted: (e) => `The grant was changed to ${pounds(e.amountPence)}`,
  GrantDecided: (e) => `It was decided on the grant: ${low(e.decision)}`,
  GrantRecalled: () => "The grant is not to go out as it was released",
  PaymentHeld: (e) =>
    e.until === "decision"
      ? "The payment was taken out of its run until somebody decides"
      : "The payment was taken out of its run",
  PaymentReturned: () => "The bank gave the payment back",
  GrantPaid: () => "The grant was paid",
  PaymentFailed: () => "The payment failed",
  ClawbackRequested: (e) => `${pounds(e.amountPence)} of the grant were asked back`,
  ClawbackInvoiced: (e) =>
    e.invoiced ? "What was asked back is invoiced" : "What was asked back is kept back from the next payment",
  ClawbackReopened: (e) => `${pounds(e.amountPence)} of the grant are owed again`,
  ClawbackRecovered: ({ amountPence, leftPence = 0 }) =>
    `${pounds(amountPence)} of the grant came back${leftPence > 0 ? `, ${pounds(leftPence)} are owed` : ""}`,
  SessionScheduled: (e) => `${inWords(e.session)} was set for ${dayAndTimes(e.on, e)}`,
  SessionMoved: (e) =>
    e.from === e.on
      ? `${inWords(e.session)} of ${dayAndTimes(e.on, e)} is held in another way`
      : `${inWords(e.session)} was moved to ${dayAndTimes(e.on, e)}`,
  SessionCancelled: (e) => `${inWords(e.session)} was called off`,
  SupportVisitBooked: (e) => `A support visit was booked for ${dayAndTimes(e.on, e)}`,
  DeliveryAdapted: (e) =>
    `The group goes on ${e.delivery === null ? "in another way" : low(e.delivery)}` +
    (e.until === undefined ? "" : `; nobody is chased until ${day(e.until)}`),
  MeetingAnnounced: (e) =>
    `${inWords(e.meeting)} on ${day(e.on)} was ${e.off === true ? "called off, and that said" : "announced"} ` +
    "to those who are to come",
  LeadChanged: () => "The Work Group has another lead",
  // The window stands on the programme's page; what is handed on within the service, or came of a letter, is told by
  // what follows from it.
  WindowNoted: null,
  WindowPassed: null,
  LettersDue: null,
  WorkGroupFormed: null,
  PaymentRunPrepared: null,
  PaymentRunAuthorised: null,
  PaymentRunCancelled: null,
  LetterBounced: null,
  EffectPerformed: null,
  EffectStalled: null,
};

/** Of these the service says why (libs/journey/why). */
const EXPLAINED: readonly EventType[] = ["ReminderDue", "ReminderHeldBack", "CommitmentEscalated"];

/** Null for what is no letter. */
const LETTERS: Readonly<Record<EffectKind, string | null>> = {
  "send-notice": "Letter sent",
  "send-reminder": "Reminder sent",
  "escalate-commitment": "E-mail sent",
  "release-grant": null,
};

/** A journey's story, the oldest first. */
export function storyOf({ events, called }: Pick<Facts, "events" | "called">): Told[] {
  const sent = performedAt(events);
  return events.flatMap((event) => {
    const says = saidOf(event, called);
    if (says === null) return [];
    const effect = effectOf(event);
    const kind = (effect && LETTERS[effect]) ?? (event.tellAt ? "Letter sent" : null);
    const at = sent.get(event.seq);
    const letter = kind === null ? null : at === undefined ? "Not sent yet" : `${kind} ${day(at)}`;
    return [
      {
        seq: event.seq,
        type: event.type,
        on: event.at,
        says,
        textIds: textIdsOf(event),
        letter,
        explained: EXPLAINED.includes(event.type),
      },
    ];
  });
}

/** A record as it is picked out of a list: what, and when it was written down. */
export function recordInWords(event: Recorded, called: GroupNaming): string {
  return `${saidOf(event, called) ?? inWords(event.type)} (recorded ${day(event.at)})`;
}

function saidOf(event: Recorded, called: GroupNaming): string | null {
  // The table holds for each type the words of that very type; TypeScript cannot see that through a union.
  const say = SAYS[event.type] as ((event: Recorded, called: GroupNaming) => string) | null;
  return say && say(event, called);
}

/** The ids of the texts that were written with an event. */
function textIdsOf(event: Recorded): string[] {
  const { reasonId, reasonsId, answerId, stepsId, noteId } = event as Readonly<Record<string, unknown>>;
  return [reasonId, reasonsId, answerId, stepsId, noteId].filter((id): id is string => typeof id === "string");
}

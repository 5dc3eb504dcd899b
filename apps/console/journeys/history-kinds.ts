// What a school's history can be narrowed to: each thing that happens is of one kind, in the words of a person.

import type { CommandName } from "../../../libs/journey/commands.ts";
import type { EventType } from "../../../libs/journey/events.ts";
import { JOURNEY_COMMANDS, ROUTED_COMMANDS } from "../../../libs/service/commands/journey-commands.ts";

export const HISTORY_KINDS = {
  applications: "Applications and offers",
  years: "Years of the programme, and moves",
  meetings: "Meetings and attendance",
  evidence: "Evidence and reports",
  promises: "What was promised, kept and late",
  decisions: "Decisions, concerns and corrections",
  letters: "Letters",
  money: "Money",
  people: "People",
} as const;
export type HistoryKind = keyof typeof HISTORY_KINDS;

const OF_KIND: { readonly [K in HistoryKind]: readonly EventType[] } = {
  applications: [
    "InterestExpressed",
    "WindowNoted",
    "WindowPassed",
    "ApplicationInvited",
    "ApplicationSubmitted",
    "InformationRequested",
    "InformationProvided",
    "PlaceOffered",
    "OfferReminderDue",
    "ApplicationWaitlisted",
    "ApplicationDeclined",
    "ApplicationRedirected",
    "ApplicationWithdrawn",
    "OfferAccepted",
    "OfferDeclined",
    "OfferLapsed",
    "ApplicationEnded",
    "ApplicationEndTold",
    "SchoolPlaced",
  ],
  years: [
    "StageStarted",
    "SchoolChangedGroup",
    "WorkGroupFormed",
    "ThemeChosen",
    "ReadinessConfirmed",
    "CompletionConfirmed",
    "NextStageInvited",
    "NextStageReminderDue",
    "NextStageConfirmed",
    "NextStageDeclined",
    "NextStagePlaceLapsed",
    "NextStageLapsed",
    "StageCompleted",
    "StageInterrupted",
    "JourneyPaused",
    "SchoolReturned",
    "SchoolWithdrawn",
    "MoveAsked",
    "MoveRefused",
    "SchoolLeftHub",
    "SchoolJoinedHub",
    "SchoolSucceeded",
  ],
  meetings: [
    "SessionScheduled",
    "SessionMoved",
    "SessionCancelled",
    "SupportVisitBooked",
    "DeliveryAdapted",
    "MeetingAnnounced",
    "AttendanceRecorded",
    "SupportVisitRecorded",
  ],
  evidence: [
    "ReleaseDaysRecorded",
    "GapTaskCompleted",
    "ActionPlanAgreed",
    "ReportSubmitted",
    "EvaluationCompleted",
    "ReportCameLate",
    "AnswerQuoted",
    "TextbooksAsked",
    "TextbooksDecided",
  ],
  promises: [
    "CommitmentMet",
    "CommitmentReopened",
    "CommitmentRescheduled",
    "AnotherDateAsked",
    "CommitmentWaived",
    "CommitmentMissed",
    "CommitmentEscalated",
    "EscalationWithdrawn",
  ],
  decisions: [
    "TaskOpened",
    "TaskAssigned",
    "TaskDecided",
    "TaskClosed",
    "ConcernRaised",
    "ConcernStepsAgreed",
    "ConcernReviewed",
    "ConcernResolved",
    "RecordCorrected",
  ],
  letters: [
    "ReminderDue",
    "ReminderHeldBack",
    "RemindersOptedOut",
    "ReminderResent",
    "ChaserDue",
    "ChaserHeldBack",
    "LettersDue",
    "LetterWritten",
    "LetterHeld",
    "HoldLifted",
    "LetterResent",
    "LetterBounced",
    "EffectPerformed",
    "EffectStalled",
  ],
  money: [
    "GrantDue",
    "GrantPayable",
    "GrantReopened",
    "GrantApproved",
    "GrantReleased",
    "GrantWithheld",
    "GrantDecided",
    "GrantRecalled",
    "GrantAdjusted",
    "PaymentRunPrepared",
    "PaymentRunAuthorised",
    "PaymentRunCancelled",
    "GrantPaid",
    "PaymentFailed",
    "PaymentHeld",
    "PaymentReturned",
    "ClawbackRequested",
    "ClawbackInvoiced",
    "ClawbackReopened",
    "ClawbackRecovered",
  ],
  people: [
    "ParticipantNominated",
    "ParticipantReplaced",
    "ParticipantReleased",
    "HeadteacherNamed",
    "SupportNamed",
    "PersonCorrected",
    "ContactStopped",
    "LeadChanged",
  ],
};

/** Whether something is of a kind; what went out as a letter is of the letters too. */
export const isOfKind = (kind: HistoryKind, { type, letter }: { type: EventType; letter: string | null }): boolean =>
  OF_KIND[kind].includes(type) || (kind === "letters" && letter !== null);

/**
 * What is said by a command that schools may send: whoever else sends it does so on the school's behalf. Nothing, where
 * everybody speaks for themselves: a hub that corrects an address, or takes back a record of its own.
 */
export const SAID_BY: Readonly<Partial<Record<CommandName, readonly EventType[]>>> = {
  ExpressInterest: ["InterestExpressed"],
  SubmitApplication: ["ApplicationSubmitted"],
  ProvideInformation: ["InformationProvided"],
  WithdrawApplication: ["ApplicationWithdrawn"],
  AcceptOffer: ["OfferAccepted"],
  DeclineOffer: ["OfferDeclined", "NextStageDeclined"],
  NominateParticipant: ["ParticipantNominated"],
  ReplaceParticipant: ["ParticipantReplaced"],
  ReleaseParticipant: ["ParticipantReleased"],
  NameHeadteacher: ["HeadteacherNamed"],
  CorrectPerson: [],
  StopBeingContact: ["ContactStopped"],
  RecordReleaseDays: ["ReleaseDaysRecorded"],
  CompleteGapTask: ["GapTaskCompleted"],
  AgreeActionPlan: ["ActionPlanAgreed"],
  SubmitReport: ["ReportSubmitted", "ReportCameLate"],
  CompleteEvaluation: ["EvaluationCompleted", "ReportCameLate"],
  AskForTextbooks: ["TextbooksAsked"],
  AskForAnotherDate: ["AnotherDateAsked"],
  ChooseTheme: ["ThemeChosen"],
  ConfirmNextStage: ["NextStageConfirmed"],
  CorrectRecord: [],
  OptOutOfReminders: ["RemindersOptedOut"],
};

/** Those that have routes of their own, by school: for schools and hubs (intake.ts). */
const BEGINNINGS: readonly CommandName[] = ["ExpressInterest", "SubmitApplication"];

/** The commands that a school may send about itself, by who may send which. */
export const OF_SCHOOLS: readonly CommandName[] = [
  ...BEGINNINGS,
  ...ROUTED_COMMANDS.filter((name) => JOURNEY_COMMANDS[name].roles.some((role) => role === "school-contact")),
];

const OF_THE_SCHOOL = new Set(OF_SCHOOLS.flatMap((name) => SAID_BY[name] ?? []));

/** Whether it is the school's own word, whoever wrote it down. */
export const isOfTheSchool = (type: EventType): boolean => OF_THE_SCHOOL.has(type);

// Which commands of a journey have a route, who may send them, and in which words they are documented. Their bodies are
// in libs/journey/command-fields.ts.

import type { Role } from "../access/principal.ts";
import type { WireName } from "../../journey/wire.ts";

type Roles = readonly [Role, ...Role[]];
export interface JourneyCommand {
  roles: Roles;
  group: "Intake" | "People" | "Year" | "Trouble" | "Reminders" | "Money" | "Sessions";
  summary: string;
}

const COORDINATOR: Roles = ["hub-coordinator", "hub-lead"];
const LEAD: Roles = ["hub-lead"];
const SCHOOL: Roles = ["school-contact", "hub-coordinator", "hub-lead"];
const GROUP: Roles = ["work-group-lead", "hub-coordinator", "hub-lead"];
const SCHOOL_OR_GROUP: Roles = ["school-contact", "work-group-lead", "hub-coordinator", "hub-lead"];
const CONCERN: Roles = ["hub-coordinator", "hub-lead", "work-group-lead"];
const MONEY: Roles = ["finance-officer", "hub-lead"];

const route = (group: JourneyCommand["group"], roles: Roles, summary: string): JourneyCommand => ({
  group,
  roles,
  summary,
});

/**
 * The commands of one journey. Not among them: ExpressInterest and SubmitApplication (routes of their own, by school),
 * what a Work Group or a payment run passes on (routes of those, in later issues), Tick and RecordEffect (the service's
 * own).
 */
export const JOURNEY_COMMANDS = {
  RequestInformation: route("Intake", COORDINATOR, "Ask the school for more about its application"),
  ProvideInformation: route("Intake", SCHOOL, "Answer what the hub asked"),
  OfferPlace: route("Intake", COORDINATOR, "Offer a place in a Work Group"),
  WaitlistApplication: route("Intake", COORDINATOR, "Keep the application for the next free place"),
  DeclineApplication: route("Intake", COORDINATOR, "Do not select the school"),
  RedirectApplication: route("Intake", COORDINATOR, "Send the school to a better-suited programme"),
  WithdrawApplication: route("Intake", SCHOOL, "Withdraw the application"),
  AcceptOffer: route("Intake", SCHOOL, "Accept the place"),
  DeclineOffer: route("Intake", SCHOOL, "Decline the place, or the invitation to the next stage"),
  PlaceInWorkGroup: route("Intake", COORDINATOR, "Place the school in the Work Group offered"),
  NominateParticipant: route("People", SCHOOL, "Name a teacher for a role"),
  ReplaceParticipant: route("People", SCHOOL, "Name a teacher who takes over from another"),
  ReleaseParticipant: route("People", SCHOOL, "Say that a teacher leaves, with no substitute yet"),
  NameHeadteacher: route("People", SCHOOL, "Say who the headteacher is, or who it is now"),
  NameSupport: route("People", COORDINATOR, "Say who of the hub's local leaders (LLME) supports the school"),
  CorrectPerson: route(
    "People",
    SCHOOL,
    "Correct the name or address of somebody at the school; a letter of theirs that came back goes out again",
  ),
  StopBeingContact: route("People", SCHOOL, "Say that somebody is not the contact of this school any more"),
  RecordAttendance: route("Year", GROUP, "Record who of the school was at a session"),
  RecordSupportVisit: route("Year", GROUP, "Record a visit to the school"),
  RecordReleaseDays: route("Year", SCHOOL_OR_GROUP, "Record days of release of a teacher"),
  CompleteGapTask: route("Year", SCHOOL_OR_GROUP, "Record that a gap task is done"),
  AgreeActionPlan: route("Year", SCHOOL_OR_GROUP, "Record that the action plan is agreed"),
  SubmitReport: route("Year", SCHOOL_OR_GROUP, "Record that the report was handed in"),
  CompleteEvaluation: route("Year", SCHOOL_OR_GROUP, "Record that the evaluation is done"),
  QuoteAnswer: route(
    "Year",
    COORDINATOR,
    "Make of an answer a quote in which nobody can be told; it alone is passed on",
  ),
  AskForTextbooks: route("Year", SCHOOL, "Ask for help with textbooks, in the second year of a Readiness school"),
  DecideTextbooks: route("Year", LEAD, "Decide whether the hub helps with textbooks"),
  AskForAnotherDate: route("Year", SCHOOL, "Ask the hub for another date for what the school has promised"),
  RescheduleCommitment: route("Year", COORDINATOR, "Give a commitment another date"),
  WaiveCommitment: route("Year", LEAD, "Let the school off a commitment"),
  ChooseTheme: route("Year", SCHOOL, "Choose the theme of a Sustaining year"),
  ConfirmReadiness: route("Year", LEAD, "Decide whether the school is Mastery Ready"),
  ConfirmCompletion: route("Year", LEAD, "Decide whether the school has completed its stage-year"),
  InviteToNextStage: route("Year", COORDINATOR, "Invite the school to its next stage"),
  ConfirmNextStage: route("Year", SCHOOL, "Say that the school goes on"),
  RaiseConcern: route("Trouble", CONCERN, "Raise a concern about how it goes"),
  AgreeConcernSteps: route("Trouble", CONCERN, "Note what was agreed about a concern"),
  ReviewConcern: route("Trouble", CONCERN, "Note how a concern stands"),
  ResolveConcern: route("Trouble", CONCERN, "Close a concern"),
  DecideTask: route("Trouble", LEAD, "Decide a task that escalation put before the hub lead"),
  AssignTask: route("Trouble", COORDINATOR, "Say whose task it is, and by when it is to be decided"),
  PauseJourney: route("Trouble", COORDINATOR, "Pause the journey"),
  ReturnToProgramme: route("Trouble", COORDINATOR, "Take a paused school back"),
  WithdrawSchool: route("Trouble", COORDINATOR, "End the journey"),
  MoveToHub: route(
    "Trouble",
    ["hub-coordinator", "hub-lead", "operator"],
    "Let the school go to another hub, or answer one that asks for it; to its own hub: it stays",
  ),
  SucceedSchool: route(
    "Trouble",
    ["hub-coordinator", "hub-lead", "operator"],
    "Go on under the URN of a successor school",
  ),
  CorrectRecord: route(
    "Trouble",
    ["school-contact", "hub-coordinator", "hub-lead", "operator"],
    "Take back a record, or a decision by which the journey ended or went on, that was a mistake; nothing is deleted",
  ),
  OptOutOfReminders: route(
    "Reminders",
    SCHOOL,
    "Send no reminders to this school, or to one person, until the term ends; what a place or money depends on is " +
      "still sent",
  ),
  ResendReminder: route(
    "Reminders",
    ["hub-coordinator", "hub-lead", "operator"],
    "Send a reminder once more, with a reason; also to those whose letters came back",
  ),
  ResendLetter: route(
    "Reminders",
    ["hub-coordinator", "hub-lead", "operator"],
    "Send a letter that came back once more, to whom it was for",
  ),
  HoldLetter: route("Reminders", COORDINATOR, "Hold back what a letter to come would tell, with a reason"),
  LiftHold: route("Reminders", COORDINATOR, "Let go what was held back of letters"),
  ApproveGrant: route("Money", MONEY, "Approve the grant; released when two people have"),
  WithholdGrant: route("Money", MONEY, "Withhold the grant"),
  AdjustGrant: route("Money", MONEY, "Change the amount before it is released"),
  RequestClawback: route("Money", MONEY, "Ask for the grant back"),
  RecordRecovery: route("Money", ["finance-officer"], "Record what came back"),
  ScheduleSession: route("Sessions", GROUP, "Set the date of a session for this school"),
  MoveSession: route("Sessions", GROUP, "Move a session to another date"),
  CancelSession: route("Sessions", GROUP, "Call a session off"),
} satisfies Partial<Record<WireName, JourneyCommand>>;

export type RoutedCommand = keyof typeof JOURNEY_COMMANDS;

export const ROUTED_COMMANDS = Object.keys(JOURNEY_COMMANDS) as readonly RoutedCommand[];

/** Where a command is sent, below `/api/v1/journeys/{id}/`: `OfferPlace` gives `offer-place`. */
export function slugOf(name: string): string {
  return name.replace(/(?<=[a-z])(?=[A-Z])/gu, "-").toLowerCase();
}

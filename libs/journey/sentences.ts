// Each event in plain words: for the calendar of a rehearsal, for what lies ahead, for why, and for what a command
// would come to.

import type { LocalDate } from "../calendar/instants.ts";
import type { EventOf, EventType, JourneyEvent, Recipient } from "./events.ts";

type Sentence<T extends EventType> = (event: EventOf<T>) => string;

/** What codes are called by whoever reads a sentence: a commitment or session, a prospectus, a task. */
export interface Naming {
  commitment(code: string): string;
  prospectus(id: string): string;
  task(id: string): string;
}

/**
 * One event as a sentence that a person of a hub would say. `naming`: how its reader calls what the event names by
 * code; else the codes stand there.
 */
export function sentenceOf(event: JourneyEvent, naming?: Naming): string {
  // The table holds for each type the sentence of that very type; TypeScript cannot see that through a union.
  const sentence = SENTENCES[event.type] as (event: JourneyEvent) => string;
  return sentence(naming ? named(event, naming) : event);
}

/** The event with names where its codes were: for a sentence alone. */
function named(event: JourneyEvent, { commitment, prospectus, task }: Naming): JourneyEvent {
  const names: Readonly<Record<string, (code: string) => string>> = {
    commitment,
    session: commitment,
    commitments: commitment,
    outstanding: commitment,
    comingUp: commitment,
    prospectus,
    task,
  };
  const fields = Object.entries(event).map(([field, value]) => {
    const name = names[field];
    if (!name) return [field, value];
    if (typeof value === "string") return [field, name(value)];
    const codes = Array.isArray(value) && value.every((one) => typeof one === "string");
    return [field, codes ? value.map((one: string) => name(one)) : value];
  });
  // The same event but for the texts of these fields.
  return Object.fromEntries(fields) as JourneyEvent;
}

/** `1 September 2020`. */
export function longDate(date: LocalDate): string {
  return `${Number(date.slice(8, 10))} ${MONTHS[Number(date.slice(5, 7)) - 1]} ${date.slice(0, 4)}`;
}

/** Names of the months, January first. */
export const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

/** An amount in pence as people write it: `£1,000`, `£12.50`. */
export function pounds(pence: number): string {
  const [whole = "", part] = (pence / 100).toFixed(2).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/gu, ",");
  return part === "00" ? `£${grouped}` : `£${grouped}.${part}`;
}

/** `a`, `a and b`, `a, b and c`; `nobody` for none. */
export function listed(items: readonly string[], none = "nobody"): string {
  return items.length < 2 ? (items[0] ?? none) : `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
}

const to = (people: readonly Recipient[]): string => listed(people.map((role) => `the ${role.replace("-", " ")}`));
const stage = (of: { stage: string; academicYear: string }): string => `${of.stage} ${of.academicYear}`;
const toDecide = (about: string, commitment: string | null): string =>
  about === "readiness" ? "whether the school is Mastery Ready" : `about ${commitment ?? "a missed commitment"}`;
const days = (count: number, unit: string): string => `${count} ${unit}${count === 1 ? "" : "s"}`;

const SENTENCES: { [T in EventType]: Sentence<T> } = {
  InterestExpressed: ({ prospectus }) => `The school is interested in ${prospectus}.`,
  WindowNoted: ({ prospectus, opensOn, closesOn }) =>
    `Applications for ${prospectus} are taken from ${longDate(opensOn)} to ${longDate(closesOn)}.`,
  WindowPassed: ({ prospectus }) => `The window for ${prospectus} has gone by.`,
  ApplicationInvited: ({ prospectus, closesOn }) =>
    `The school is invited to apply for ${prospectus}, until ${longDate(closesOn)}.`,
  OfferReminderDue: ({ respondBy }) => `The school is reminded to answer by ${longDate(respondBy)}.`,
  ApplicationSubmitted: ({ prospectus }) => `The school applies for ${prospectus}.`,
  InformationRequested: () => "The hub asks the school for more information.",
  InformationProvided: () => "The school answers the hub.",
  PlaceOffered: ({ workGroup, respondBy }) =>
    `The hub offers a place${workGroup === null ? "" : ` in ${workGroup}`}, open until ${longDate(respondBy)}.`,
  ApplicationWaitlisted: () => "The hub puts the application on the waitlist.",
  ApplicationDeclined: () => "The hub turns the application down.",
  ApplicationRedirected: ({ prospectus }) => `The hub points the school to ${prospectus ?? "another programme"}.`,
  ApplicationWithdrawn: () => "The school withdraws its application.",
  OfferAccepted: () => "The school accepts the place.",
  OfferDeclined: () => "The school declines the place.",
  OfferLapsed: () => "The offer lapses: nobody answered in time.",
  SchoolPlaced: (event) => `The school is placed in ${event.workGroup ?? "its Work Group"} for ${stage(event)}.`,
  ParticipantNominated: ({ participant, role }) => `${participant} is nominated as ${role}.`,
  ParticipantReplaced: ({ participant, by, role }) => `${by} takes over from ${participant} as ${role}.`,
  ParticipantReleased: ({ participant }) => `${participant} leaves; nobody takes over yet.`,
  HeadteacherNamed: () => "The school names its headteacher.",
  StageStarted: (event) =>
    `*** ${stage(event)} begins (${event.prospectus}): ${days(event.commitments.length, "commitment")}.`,
  AttendanceRecorded: ({ session, present, headteacher }) =>
    `${session} is held: ${listed([...present, ...(headteacher ? ["the headteacher"] : [])])} from the ` +
    `school ${present.length + (headteacher ? 1 : 0) === 1 || present.length === 0 ? "is" : "are"} there.`,
  SupportVisitRecorded: ({ halfDays, headteacher }) =>
    `The hub visits the school (${days(halfDays, "half-day")})${headteacher ? " and meets the headteacher" : ""}.`,
  ReleaseDaysRecorded: ({ participant, days: count }) => `${participant} was released for ${days(count, "day")}.`,
  GapTaskCompleted: ({ commitment }) => `The school completes ${commitment}.`,
  ActionPlanAgreed: () => "The action plan is agreed.",
  ReportSubmitted: () => "The school submits its report.",
  EvaluationCompleted: () => "The school completes the evaluation.",
  ThemeChosen: ({ theme }) => `The school chooses the theme ${theme}.`,
  CommitmentMet: ({ commitment, late }) => `Met${late ? ", late" : ""}: ${commitment}.`,
  CommitmentReopened: ({ commitment }) => `Owed again: ${commitment}.`,
  CommitmentRescheduled: ({ commitment, dueOn }) => `${commitment} is now due on ${longDate(dueOn)}.`,
  CommitmentWaived: ({ commitment }) => `Waived: ${commitment}.`,
  CommitmentMissed: ({ commitment, dueOn }) => `Missed: ${commitment}, which was due on ${longDate(dueOn)}.`,
  CommitmentEscalated: ({ commitment, level, to: people }) =>
    `Escalation, level ${level}, to ${to(people)}: ${commitment}.`,
  EscalationWithdrawn: ({ commitment }) => `The escalation about ${commitment} stands down.`,
  TaskAssigned: ({ task, assignee }) => `${task} is ${assignee}'s to decide.`,
  LetterBounced: ({ addressee }) => `A letter came back: ${addressee} cannot be written to.`,
  TaskOpened: ({ about, commitment }) =>
    about === "bounced-letter"
      ? "The hub has to find out how the school can be written to."
      : `The hub lead has to decide ${toDecide(about, commitment)}.`,
  TaskDecided: ({ task, decision }) => `The hub lead decides on ${task}: ${decision}.`,
  TaskClosed: ({ task }) => `Nothing is left to decide on ${task}.`,
  ReminderDue: ({ term, to: people, outstanding, comingUp }) =>
    `${capital(term)} reminder to ${to(people)}: ` +
    `${outstanding.length === 0 ? "nothing outstanding" : `outstanding ${listed(outstanding)}`}; coming up ` +
    `${listed(comingUp, "nothing")}.`,
  ReminderHeldBack: ({ term, why }) => `The ${term} reminder is not sent (${why}).`,
  ChaserDue: ({ commitments, to: people }) => `Due soon: ${listed(commitments)}; ${to(people)} are reminded.`,
  ChaserHeldBack: ({ commitments, why }) => `Nobody is reminded that ${listed(commitments)} is due soon (${why}).`,
  RemindersOptedOut: ({ until }) => `The school asks for no reminders until ${longDate(until)}.`,
  ReminderResent: ({ term, to: people }) => `The ${term} reminder is sent again to ${to(people)}.`,
  ReadinessConfirmed: ({ ready }) => `The hub confirms that the school is ${ready ? "" : "not "}Mastery Ready.`,
  NextStageInvited: (event) =>
    `The hub invites the school to ` +
    `${stage(event)}${event.workGroup === undefined ? "" : `, with a place in ${event.workGroup}`}.`,
  NextStageConfirmed: (event) => `The school confirms that it goes on to ${stage(event)}.`,
  NextStageDeclined: () => "The school declines to go on to its next stage.",
  NextStagePlaceLapsed: ({ workGroup }) =>
    `Nobody answered in time: the place kept in ${workGroup} falls free. The invitation stands.`,
  StageCompleted: (event) =>
    `*** ${stage(event)} ends: ${event.outcome}${event.then === "ends" ? "; the journey ends here" : ""}.`,
  StageInterrupted: (event) => `*** ${stage(event)} ends: interrupted by the pause.`,
  ConcernRaised: ({ concern, commitment }) =>
    `A concern is raised${commitment === null ? "" : ` about ${commitment}`} (${concern}).`,
  ConcernStepsAgreed: ({ concern }) => `Steps are agreed on ${concern}.`,
  ConcernReviewed: ({ concern }) => `${capital(concern)} is reviewed.`,
  ConcernResolved: ({ concern }) => `${capital(concern)} is resolved.`,
  JourneyPaused: ({ until }) => `The school pauses${until === null ? "" : ` until ${longDate(until)}`}.`,
  SchoolReturned: (event) =>
    event.resumes === "this-year"
      ? "The school returns and goes on with the year."
      : `The school returns and will enter ${stage(event)}.`,
  SchoolWithdrawn: () => "The school is withdrawn.",
  MoveAsked: ({ to, until }) => `${to} asks for the school; its hub answers by ${longDate(until)}, then an operator.`,
  MoveRefused: ({ to }) => `The school does not go to ${to}.`,
  SchoolLeftHub: ({ to }) => `The school leaves its hub for ${to}: places and turns fall free.`,
  SchoolJoinedHub: ({ from, to }) => `The school comes from ${from} to ${to}.`,
  SchoolSucceeded: ({ urn, was }) => `The school is succeeded by another: URN ${urn} instead of ${was}.`,
  RecordCorrected: ({ event, restores }) =>
    restores === undefined
      ? `The record of event ${event} is corrected.`
      : `What was recorded by event ${event} was a mistake and is taken back: the journey is ${restores.status} again.`,
  GrantDue: (event) => `A grant of ${pounds(event.amountPence)} for ${stage(event)} is due.`,
  GrantPayable: (event) => `The grant for ${stage(event)} is payable.`,
  GrantReopened: (event) => `The grant for ${stage(event)} waits again.`,
  GrantApproved: (event) => `${event.approver} approves the grant for ${stage(event)}.`,
  GrantReleased: (event) => `The grant of ${pounds(event.amountPence)} for ${stage(event)} is released.`,
  GrantWithheld: (event) => `The grant for ${stage(event)} is withheld.`,
  GrantAdjusted: (event) => `The grant for ${stage(event)} is now ${pounds(event.amountPence)}.`,
  PaymentRunPrepared: ({ run, preparedBy }) =>
    `${preparedBy} prepares the payment run${run === null ? "" : ` ${run}`}.`,
  PaymentRunAuthorised: ({ run, authorisedBy }) =>
    `${authorisedBy} authorises the payment run${run === null ? "" : ` ${run}`}.`,
  GrantPaid: (event) => `The grant for ${stage(event)} is paid.`,
  PaymentFailed: (event) => `The payment of the grant for ${stage(event)} fails.`,
  PaymentRunCancelled: ({ run }) => `The payment run${run === null ? "" : ` ${run}`} is cancelled.`,
  ClawbackRequested: (event) => `The hub asks for ${pounds(event.amountPence)} back.`,
  ClawbackRecovered: (event) => `${pounds(event.amountPence)} came back.`,
  SessionScheduled: ({ session, on }) => `${session} will be held on ${longDate(on)}.`,
  SessionMoved: ({ session, on }) => `${session} moves to ${longDate(on)}.`,
  SessionCancelled: ({ session }) => `${session} is cancelled.`,
  SupportVisitBooked: ({ on }) => `A visit is booked for ${longDate(on)}.`,
  DeliveryAdapted: ({ delivery }) =>
    `The programme goes on ${delivery === null ? "in another way" : `as: ${delivery}`}.`,
  WorkGroupFormed: () => "The Work Group is formed.",
  LeadChanged: () => "The Work Group has a new lead.",
  EffectPerformed: ({ effect }) => `What event ${effect} asked for is done.`,
  EffectStalled: ({ effect }) => `What event ${effect} asked for cannot be done at present.`,
};

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

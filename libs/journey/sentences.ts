// Each event in plain words: for the calendar of a rehearsal, for what lies ahead, for why, and for what a command
// would come to.

import { ENDED, WHY_LAPSED } from "./ends-in-words.ts";
import { thingInWords } from "./hold-in-words.ts";
import { toDecide } from "./to-decide-in-words.ts";
import { dayAndTimes, longDate } from "../calendar/long-dates.ts";
import type { EventOf, EventType, JourneyEvent, PlannedCommitment, Recipient } from "./events.ts";

type Sentence<T extends EventType> = (event: EventOf<T>, name: Naming) => string;

/** How whoever reads a sentence calls what stands in it by its code. */
export interface Naming {
  /** A commitment, or a session. */
  commitment(code: string): string;
  prospectus(id: string): string;
  task(id: string): string;
  /** A Work Group. */
  workGroup(id: string): string;
  /** What follows "the payment run": its id, to who knows it by that. */
  run(id: string): string;
  stageYear(of: { stage: string; academicYear: string }): string;
  /** People of the school: by name, or as many as they are. */
  people(ids: readonly string[]): readonly string[];
  /** Any other code: a role, a decision, a theme, a concern, a reason. */
  word(code: string): string;
  /** A name with which a sentence begins. */
  first(name: string): string;
  /** What stands before a sentence by which a stage-year begins or ends. */
  mark: string;
}

/** A commitment, as far as its name goes by it. */
export type Promised = Pick<PlannedCommitment, "code" | "kind" | "by" | "dueOn" | "target">;
/** A reader's naming in a stage-year, by what was promised in it. */
export type NamingOf = (promised: readonly Promised[]) => Naming;

const same = (code: string): string => code;
/** To a program, and in the terminal: everything by its code. */
export const BY_CODE: Naming = {
  commitment: same,
  prospectus: same,
  task: same,
  workGroup: same,
  run: (id) => ` ${id}`,
  stageYear: ({ stage, academicYear }) => `${stage} ${academicYear}`,
  people: (ids) => ids,
  word: same,
  first: same,
  mark: "*** ",
};
export const ALL_BY_CODE: NamingOf = () => BY_CODE;

/** One event as a sentence that a person of a hub would say. `name`: how its reader calls what it names by code. */
export function sentenceOf(event: JourneyEvent, name: Naming = BY_CODE): string {
  // The table holds for each type the sentence of that very type; TypeScript cannot see that through a union.
  const sentence = SENTENCES[event.type] as (event: JourneyEvent, name: Naming) => string;
  return sentence(event, name);
}

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
const named = (codes: readonly string[], name: Naming): string[] => codes.map((code) => name.commitment(code));
const first = (code: string, name: Naming): string => name.first(name.commitment(code));
const person = (id: string, name: Naming): string => listed(name.people([id]));
const inGroup = (id: string | null, name: Naming): string => (id === null ? "" : ` in ${name.workGroup(id)}`);
const days = (count: number, unit: string): string => `${count} ${unit}${count === 1 ? "" : "s"}`;

/** What is known of a person, as people call it. */
export const WORD_OF = {
  firstName: "the first name",
  lastName: "the last name",
  email: "the e-mail address",
  telephone: "the telephone number",
} as const;

const SENTENCES: { [T in EventType]: Sentence<T> } = {
  InterestExpressed: ({ prospectus }, name) => `The school is interested in ${name.prospectus(prospectus)}.`,
  WindowNoted: ({ prospectus, opensOn, closesOn }, name) =>
    `Applications for ${name.prospectus(prospectus)} are taken from ${longDate(opensOn)} to ${longDate(closesOn)}.`,
  WindowPassed: ({ prospectus }, name) => `The window for ${name.prospectus(prospectus)} has gone by.`,
  ApplicationInvited: ({ prospectus, closesOn }, name) =>
    `The school is invited to apply for ${name.prospectus(prospectus)}, until ${longDate(closesOn)}.`,
  OfferReminderDue: ({ respondBy }) => `The school is reminded to answer by ${longDate(respondBy)}.`,
  ApplicationSubmitted: ({ prospectus }, name) => `The school applies for ${name.prospectus(prospectus)}.`,
  InformationRequested: () => "The hub asks the school for more information.",
  InformationProvided: () => "The school answers the hub.",
  PlaceOffered: ({ workGroup, respondBy }, name) =>
    `The hub offers a place${inGroup(workGroup, name)}, open until ${longDate(respondBy)}.`,
  ApplicationWaitlisted: () => "The hub puts the application on the waitlist.",
  ApplicationDeclined: () => "The hub turns the application down.",
  ApplicationRedirected: ({ prospectus }, name) =>
    `The hub points the school to ${prospectus === null ? "another programme" : name.prospectus(prospectus)}.`,
  ApplicationWithdrawn: () => "The school withdraws its application.",
  OfferAccepted: () => "The school accepts the place.",
  OfferDeclined: () => "The school declines the place.",
  OfferLapsed: () => "The offer lapses: nobody answered in time.",
  ApplicationEnded: ({ why, stood, prospectus }, name) =>
    why === "later-application"
      ? `The application for ${name.prospectus(prospectus)} ends: one for a later year takes its place.`
      : ENDED[stood](name.prospectus(prospectus)),
  ApplicationEndTold: () => "The school is told that it does not wait any more.",
  SchoolPlaced: (event, name) =>
    `The school is placed${inGroup(event.workGroup, name) || " in its Work Group"} for ${name.stageYear(event)}.`,
  ParticipantNominated: ({ participant, role }, name) =>
    `${name.first(person(participant, name))} is nominated as ${name.word(role)}.`,
  ParticipantReplaced: ({ participant, by, role }, name) =>
    `${name.first(person(by, name))} takes over from ${person(participant, name)} as ${name.word(role)}.`,
  ParticipantReleased: ({ participant }, name) =>
    `${name.first(person(participant, name))} leaves; nobody takes over yet.`,
  SupportNamed: () => "The hub says who supports the school.",
  HeadteacherNamed: () => "The school names its headteacher.",
  PersonCorrected: ({ person: who, changed }, name) =>
    `${capital(listed(changed.map((one) => WORD_OF[one])))} of ${person(who, name)} is corrected.`,
  ContactStopped: ({ person: who }, name) =>
    `${name.first(person(who, name))} is not the contact of this school any more; letters to them stop.`,
  StageStarted: (event, name) =>
    `${name.mark}${name.stageYear(event)} begins (${name.prospectus(event.prospectus)}): ` +
    `${days(event.commitments.length, "commitment")}.`,
  SchoolChangedGroup: ({ workGroup }, name) => `The school goes on in ${name.workGroup(workGroup)}.`,
  AttendanceRecorded: ({ session, present, headteacher }, name) =>
    `${first(session, name)} is held: ` +
    `${listed([...name.people(present), ...(headteacher ? ["the headteacher"] : [])])} from the school ` +
    `${present.length + (headteacher ? 1 : 0) === 1 || present.length === 0 ? "is" : "are"} there.`,
  SupportVisitRecorded: ({ halfDays, headteacher }) =>
    `The hub visits the school (${days(halfDays, "half-day")})${headteacher ? " and meets the headteacher" : ""}.`,
  ReleaseDaysRecorded: ({ participant, days: count }, name) =>
    `${name.first(person(participant, name))} was released for ${days(count, "day")}.`,
  GapTaskCompleted: ({ commitment }, name) => `The school completes ${name.commitment(commitment)}.`,
  ActionPlanAgreed: () => "The action plan is agreed.",
  ReportSubmitted: () => "The school submits its report.",
  EvaluationCompleted: () => "The school completes the evaluation.",
  ReportCameLate: ({ what, academicYear }) =>
    `The school ${what === "report" ? "submits its report" : "completes the evaluation"} of ${academicYear}, ` +
    "after that year.",
  AnswerQuoted: () => "An answer is made into a quote in which nobody can be told.",
  TextbooksAsked: () => "The school asks for help with textbooks.",
  TextbooksDecided: ({ helps }) => `The hub ${helps ? "helps" : "does not help"} with textbooks.`,
  ThemeChosen: ({ theme }, name) => `The school chooses the theme ${name.word(theme)}.`,
  CommitmentMet: ({ commitment, late }, name) => `Met${late ? ", late" : ""}: ${name.commitment(commitment)}.`,
  CommitmentReopened: ({ commitment }, name) => `Owed again: ${name.commitment(commitment)}.`,
  CommitmentRescheduled: ({ commitment, dueOn }, name) =>
    `${first(commitment, name)} is now due on ${longDate(dueOn)}.`,
  AnotherDateAsked: ({ commitment, dueOn }, name) =>
    `The school asks for another date for ${name.commitment(commitment)}` +
    `${dueOn === undefined ? "" : `: ${longDate(dueOn)}`}.`,
  CommitmentWaived: ({ commitment }, name) => `Waived: ${name.commitment(commitment)}.`,
  CommitmentMissed: ({ commitment, dueOn, ofGroup }, name) =>
    ofGroup === undefined
      ? `Missed: ${name.commitment(commitment)}, which was due on ${longDate(dueOn)}.`
      : `The Work Group has not taken the register of ${name.commitment(commitment)} on ${longDate(dueOn)}.`,
  CommitmentEscalated: ({ commitment, to: people }, name) =>
    `Still not done: ${name.commitment(commitment)}. It goes to ${to(people)}.`,
  EscalationWithdrawn: ({ commitment }, name) => `Nobody is chased about ${name.commitment(commitment)} any more.`,
  TaskAssigned: ({ task, assignee }, name) =>
    `${name.first(name.task(task))} is ${person(assignee, name)}'s to decide.`,
  LetterHeld: ({ tells, until }, name) =>
    `The hub holds back ${listed(tells.map((code) => thingInWords(code, name)))}` +
    `${until === null ? "" : ` until ${longDate(until)}`}.`,
  HoldLifted: () => "What the hub held back of letters may go.",
  LetterResent: ({ addressee }, name) => `The letter that came back is sent once more to ${person(addressee, name)}.`,
  LetterWritten: ({ to: people, newsOf, addressees }, name) =>
    `The hub writes a letter to ${to(people)}` +
    `${newsOf === undefined ? "" : `, with news of ${name.commitment(newsOf)}`}` +
    `${addressees?.length === 0 ? "; they have it by another school of theirs" : ""}.`,
  LetterBounced: ({ addressee }, name) => `A letter came back: ${person(addressee, name)} cannot be written to.`,
  TaskOpened: ({ about, commitment }, name) =>
    about === "bounced-letter"
      ? "The hub has to find out how the school can be written to."
      : `The hub lead has to decide ${toDecide(about, commitment, name)}.`,
  TaskDecided: ({ task, decision }, name) => `The hub lead decides on ${name.task(task)}: ${name.word(decision)}.`,
  TaskClosed: ({ task }, name) => `Nothing is left to decide on ${name.task(task)}.`,
  ReminderDue: ({ term, to: people, outstanding, comingUp }, name) =>
    `${capital(term)} reminder to ${to(people)}: ` +
    `${outstanding.length === 0 ? "nothing outstanding" : `outstanding ${listed(named(outstanding, name))}`}; ` +
    `coming up ${listed(named(comingUp, name), "nothing")}.`,
  ReminderHeldBack: ({ term, why }, name) => `The ${term} reminder is not sent (${name.word(why)}).`,
  ChaserDue: ({ commitments, to: people }, name) =>
    `Due soon: ${listed(named(commitments, name))}; a reminder goes to ${to(people)}.`,
  ChaserHeldBack: ({ commitments, why }, name) =>
    `Nobody is reminded that ${listed(named(commitments, name))} is due soon (${name.word(why)}).`,
  RemindersOptedOut: ({ until, person: who }, name) =>
    `${who === undefined ? "The school" : name.first(person(who, name))} asks for no reminders ` +
    `until ${longDate(until)}.`,
  ReminderResent: ({ term, to: people }) => `The ${term} reminder is sent again to ${to(people)}.`,
  ReadinessConfirmed: ({ ready }) => `The hub confirms that the school is ${ready ? "" : "not "}Mastery Ready.`,
  CompletionConfirmed: (event, name) =>
    `The hub lead confirms that ${name.stageYear(event)} is ${event.completed ? "" : "not "}completed` +
    `${event.counts === true ? ", but counts as an earlier stage" : ""}.`,
  NextStageReminderDue: ({ to: people, academicYear }) =>
    `${capital(to(people))} is reminded of the invitation for ${academicYear}.`,
  NextStageLapsed: ({ into, why }) => `Nothing is kept for ${into} any more: ${WHY_LAPSED[why]}.`,
  NextStageInvited: (event, name) =>
    `The hub invites the school to ${name.stageYear(event)}` +
    `${event.workGroup === undefined ? "" : `, with a place${inGroup(event.workGroup, name)}`}.`,
  NextStageConfirmed: (event, name) => `The school confirms that it goes on to ${name.stageYear(event)}.`,
  NextStageDeclined: () => "The school declines to go on to its next stage.",
  NextStagePlaceLapsed: ({ workGroup }, name) =>
    `Nobody answered in time: the place kept in ${name.workGroup(workGroup)} falls free. The invitation stands.`,
  StageCompleted: (event, name) =>
    `${name.mark}${name.stageYear(event)} ends: ${name.word(event.outcome)}` +
    `${event.then === "ends" ? "; the journey ends here" : ""}.`,
  StageInterrupted: (event, name) => `${name.mark}${name.stageYear(event)} ends: interrupted by the pause.`,
  ConcernRaised: ({ concern, commitment }, name) =>
    `A concern is raised${commitment === null ? "" : ` about ${name.commitment(commitment)}`} (${name.word(concern)}).`,
  ConcernStepsAgreed: ({ concern }, name) => `Steps are agreed on ${name.word(concern)}.`,
  ConcernReviewed: ({ concern }, name) => `${capital(name.word(concern))} is reviewed.`,
  ConcernResolved: ({ concern }, name) => `${capital(name.word(concern))} is resolved.`,
  JourneyPaused: ({ until }) => `The school pauses${until === null ? "" : ` until ${longDate(until)}`}.`,
  SchoolReturned: (event, name) =>
    event.resumes === "this-year"
      ? "The school returns and goes on with the year."
      : `The school returns and will enter ${name.stageYear(event)}.`,
  SchoolWithdrawn: () => "The school is withdrawn.",
  MoveAsked: ({ to, until }) => `${to} asks for the school; its hub answers by ${longDate(until)}, then an operator.`,
  MoveRefused: ({ to }) => `The school does not go to ${to}.`,
  SchoolLeftHub: ({ to }) => `The school leaves its hub for ${to}: places and turns fall free.`,
  SchoolJoinedHub: ({ from, to }) => `The school comes from ${from} to ${to}.`,
  SchoolSucceeded: ({ urn, was }) => `The school is succeeded by another: URN ${urn} instead of ${was}.`,
  RecordCorrected: ({ event, restores }, name) =>
    restores === undefined
      ? `The record of event ${event} is corrected.`
      : `What was recorded by event ${event} was a mistake and is taken back: the journey is ` +
        `${name.word(restores.status)} again.`,
  GrantDue: (event, name) => `A grant of ${pounds(event.amountPence)} for ${name.stageYear(event)} is due.`,
  GrantPayable: (event, name) => `The grant for ${name.stageYear(event)} is payable.`,
  GrantReopened: (event, name) => `The grant for ${name.stageYear(event)} waits again.`,
  GrantApproved: (event, name) =>
    `${name.first(person(event.approver, name))} approves the grant for ${name.stageYear(event)}.`,
  GrantReleased: (event, name) => `The grant of ${pounds(event.amountPence)} for ${name.stageYear(event)} is released.`,
  GrantWithheld: (event, name) => `The grant for ${name.stageYear(event)} is withheld.`,
  GrantDecided: (event, name) =>
    `The hub decides on the grant for ${name.stageYear(event)}: ${name.word(event.decision)}.`,
  GrantRecalled: (event, name) => `The grant for ${name.stageYear(event)} is not to go out as it was released.`,
  GrantAdjusted: (event, name) => `The grant for ${name.stageYear(event)} is now ${pounds(event.amountPence)}.`,
  PaymentRunPrepared: ({ run, preparedBy }, name) =>
    `${name.first(person(preparedBy, name))} prepares the payment run${run === null ? "" : name.run(run)}.`,
  PaymentRunAuthorised: ({ run, authorisedBy }, name) =>
    `${name.first(person(authorisedBy, name))} authorises the payment run${run === null ? "" : name.run(run)}.`,
  GrantPaid: (event, name) => `The grant for ${name.stageYear(event)} is paid.`,
  PaymentFailed: (event, name) => `The payment of the grant for ${name.stageYear(event)} fails.`,
  PaymentHeld: (event, name) =>
    `The payment of the grant for ${name.stageYear(event)} is taken out of its run` +
    `${event.until === "decision" ? " until somebody has decided on it" : ""}.`,
  PaymentReturned: (event, name) => `The bank gives the payment of the grant for ${name.stageYear(event)} back.`,
  PaymentRunCancelled: ({ run }) => `The payment run${run === null ? "" : ` ${run}`} is cancelled.`,
  ClawbackRequested: (event) =>
    `The hub asks for ${pounds(event.amountPence)} back${event.invoiced === true ? ", by invoice" : ""}.`,
  ClawbackInvoiced: ({ invoiced }) =>
    `What is asked back ${invoiced ? "is invoiced" : "is not invoiced, but kept back from the next payment"}.`,
  ClawbackReopened: (event) => `${pounds(event.amountPence)} that were kept back from it are owed again.`,
  ClawbackRecovered: ({ amountPence, leftPence = 0 }) =>
    `${pounds(amountPence)} came back${leftPence > 0 ? `; ${pounds(leftPence)} are still owed` : ""}.`,
  SessionScheduled: ({ session, on, ...times }, name) =>
    `${first(session, name)} will be held on ${dayAndTimes(on, times)}.`,
  SessionMoved: ({ session, on, from, ...times }, name) =>
    from === on
      ? `${first(session, name)} stays on ${dayAndTimes(on, times)}; how it is held changes.`
      : `${first(session, name)} moves to ${dayAndTimes(on, times)}.`,
  SessionCancelled: ({ session }, name) => `${first(session, name)} is cancelled.`,
  LettersDue: ({ letters, held = [] }, name) => {
    if (letters.length === 0) return "Nobody is written to today: it stands in the next letter.";
    const all = letters.map(({ to: roles, copies = [], left = [], cause }) => {
      const whom = left.length > 0 ? "who takes part no more" : to([...roles, ...copies]);
      return `${name.word(cause)} to ${whom}`;
    });
    return `Letters go out: ${listed(all)}${held.length === 0 ? "" : "; the rest stands in a later one"}.`;
  },
  MeetingAnnounced: ({ meeting, on, to: people, off }, name) =>
    off === true
      ? `${first(meeting, name)} on ${longDate(on)} is called off: said to ${to(people)}.`
      : `${first(meeting, name)} on ${longDate(on)} is announced to ${to(people)}.`,
  SupportVisitBooked: ({ on, ...times }) => `A visit is booked for ${dayAndTimes(on, times)}.`,
  DeliveryAdapted: ({ delivery }, name) =>
    `The programme goes on ${delivery === null ? "in another way" : `as: ${name.word(delivery)}`}.`,
  WorkGroupFormed: () => "The Work Group is formed.",
  LeadChanged: () => "The Work Group has a new lead.",
  EffectPerformed: ({ effect }) => `What event ${effect} asked for is done.`,
  EffectStalled: ({ effect }) => `What event ${effect} asked for cannot be done at present.`,
};

/** With a capital. */
export function capital(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

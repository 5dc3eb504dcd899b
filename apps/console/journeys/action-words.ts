// The commands of a journey, as forms call them.

import type { RoutedCommand } from "../../../libs/service/commands/journey-commands.ts";
import { MONEY_WORDS } from "./money-words.ts";
import { TROUBLE_WORDS } from "./trouble-words.ts";
import type { WordsOfAction } from "./words-of-action.ts";

const REPORTED = { on: "On which day" };
/** Of a record that comes after the event: said only where somebody would wonder. */
const WHY_NOW = { reason: "Only where it is recorded later than it happened, or otherwise than was agreed." };

export const ACTION_WORDS: Readonly<Record<RoutedCommand, WordsOfAction>> = {
  RequestInformation: {
    title: "Ask the school for more",
    button: "Ask",
    done: "The school has been asked.",
    labels: { reason: "What would you like to know?" },
    asks: ["reason"],
  },
  ProvideInformation: {
    title: "Answer what the hub asked",
    button: "Send the answer",
    done: "Your answer has been sent to the hub.",
    labels: { answer: "Your answer" },
    asks: ["answer"],
  },
  OfferPlace: {
    title: "Offer a place",
    button: "Offer the place",
    done: "The place has been offered; the school is told by e-mail.",
    says:
      "Where the Work Group is full, the school goes on its waitlist and is offered the next place that falls " +
      "free.",
  },
  WaitlistApplication: {
    title: "Keep the application waiting",
    button: "Put on the waitlist",
    done: "The application waits for the next free place.",
  },
  DeclineApplication: {
    title: "Do not select the school",
    button: "Do not select",
    done: "The school was not selected; it is told by e-mail.",
    warns: true,
    withReason: true,
  },
  RedirectApplication: {
    title: "Send the school to a better-suited programme",
    button: "Redirect",
    done: "The school has been redirected.",
    labels: { prospectus: "To which programme" },
    withReason: true,
  },
  WithdrawApplication: {
    title: "Withdraw the application",
    button: "Withdraw the application",
    done: "The application has been withdrawn.",
    warns: true,
  },
  AcceptOffer: {
    title: "Accept the place",
    button: "Accept the place",
    done: "The place is accepted. Next, name the teachers who take part.",
    says: "With it the school takes on what the programme expects:",
  },
  DeclineOffer: {
    title: "Decline the place",
    button: "Decline the place",
    done: "The place is declined. Thank you for saying so: another school may have it.",
    warns: true,
  },
  PlaceInWorkGroup: {
    title: "Place the school in its Work Group",
    button: "Place the school",
    done: "The school is placed.",
  },
  NominateParticipant: {
    title: "Name a teacher who takes part",
    button: "Name this teacher",
    done: "The teacher has been named.",
    labels: { role: "As what" },
  },
  ReplaceParticipant: {
    title: "Name a teacher who takes over from another",
    button: "Change the teacher",
    done: "The change has been recorded.",
    labels: { participant: "Who leaves", role: "As what does the new teacher take part", reason: "Why" },
    withReason: true,
  },
  ReleaseParticipant: {
    title: "Say that a teacher leaves",
    button: "Record that they leave",
    done: "Recorded: the teacher has left. Name a substitute as soon as you can.",
    labels: { participant: "Who leaves" },
    says: "Do this where there is no substitute yet.",
  },
  NameHeadteacher: {
    title: "Say who the headteacher is",
    button: "Name the headteacher",
    done: "The headteacher has been named.",
  },
  NameSupport: {
    title: "Say who supports the school",
    button: "Name who supports it",
    done: "The school is told who supports it.",
    says: "One of your hub’s local leaders of maths education. The school sees their name and e-mail address.",
  },
  CorrectPerson: {
    title: "Correct somebody’s name, address or number",
    button: "Correct it",
    done: "Corrected. A letter of theirs that came back goes out again.",
    labels: {
      firstName: "Right first name",
      lastName: "Right last name",
      email: "Right e-mail address",
      telephone: "Right telephone number",
      noTelephone: "There is no telephone number any more",
    },
    hints: { person: "What you leave empty below stays as it is." },
  },
  RecordAttendance: {
    title: "Record who was at a session",
    button: "Record attendance",
    done: "Attendance has been recorded.",
    labels: { ...REPORTED, present: "Who was there" },
  },
  RecordSupportVisit: {
    title: "Record a support visit",
    button: "Record the visit",
    done: "The visit has been recorded.",
    labels: { ...REPORTED, halfDays: "How many half-days" },
  },
  RecordReleaseDays: {
    title: "Record days of release",
    button: "Record the days",
    done: "The days of release have been recorded.",
    labels: { on: "On which day was the last of them?", days: "How many days?" },
  },
  CompleteGapTask: {
    title: "Say that a task between sessions is done",
    button: "Say that it is done",
    done: "The task is done. Thank you.",
    labels: { ...REPORTED, commitment: "Which task" },
    hints: { ...WHY_NOW, commitment: "If you choose none, it is the next that is not done." },
    asks: ["on"],
  },
  AgreeActionPlan: {
    title: "Say that the action plan is agreed",
    button: "Say that it is agreed",
    done: "The action plan is agreed. Thank you.",
    labels: REPORTED,
    hints: WHY_NOW,
    asks: ["on"],
  },
  SubmitReport: {
    title: "Hand in the report, or say that it was handed in",
    button: "Send the report",
    done: "The report has come in. Thank you.",
    labels: REPORTED,
    hints: { ...WHY_NOW, on: "Today, if you write it here." },
    asks: ["on"],
  },
  CompleteEvaluation: {
    title: "Complete the evaluation, or say that it is done",
    button: "Send the evaluation",
    done: "The evaluation is done. Thank you.",
    labels: REPORTED,
    hints: { ...WHY_NOW, on: "Today, if you write it here." },
    asks: ["on"],
  },
  RescheduleCommitment: {
    title: "Agree a new date",
    button: "Agree the new date",
    done: "The new date stands.",
    labels: { dueOn: "New date" },
    withReason: true,
    lookFirst: true,
  },
  WaiveCommitment: {
    title: "Let the school off a commitment",
    button: "Let the school off",
    done: "The commitment is waived.",
    warns: true,
    withReason: true,
    lookFirst: true,
  },
  ChooseTheme: {
    title: "Choose the theme",
    button: "Choose this theme",
    done: "The theme is chosen.",
    labels: { theme: "Theme of the year" },
    says: "A school picks one theme for its year.",
  },
  QuoteAnswer: {
    title: "Make a quote of an answer",
    button: "Keep the quote",
    done: "The quote may be passed on.",
    labels: { event: "Of which report or evaluation", question: "Which answer", quote: "What may be passed on" },
    says: "Leave out names, places and whatever tells who it was: the quote is passed on as it stands here.",
    asks: ["quote"],
  },
  AskForAnotherDate: {
    title: "Ask for another date",
    button: "Ask the hub",
    done: "The hub has been asked, and will answer.",
    labels: { commitment: "For what", dueOn: "A day that would do", reason: "Why" },
    says: "The date stays as it is until the hub has answered.",
  },
  StopBeingContact: {
    title: "Somebody is not our contact any more",
    button: "Stop letters to them",
    done: "Letters to them for this school have stopped; the hub asks who comes in their place.",
    labels: { person: "Who" },
    says: "Letters for this school go to others from now on. If you know who comes in their place, name them instead.",
  },
  AskForTextbooks: {
    title: "Ask for help with textbooks",
    button: "Ask",
    done: "The hub has been asked, and will decide.",
    labels: { note: "Which books, and for whom" },
    says:
      "If your school decides to buy textbooks in its second year, the hub may help, once the department " +
      "confirms it.",
  },
  DecideTextbooks: {
    title: "Decide about help with textbooks",
    button: "Decide",
    done: "Decided, and recorded.",
    labels: { helps: "Does the hub help?", confirmed: "The department has confirmed it" },
    withReason: true,
  },
  ConfirmReadiness: {
    title: "Is the school Mastery Ready?",
    button: "Confirm",
    done: "Your decision is recorded.",
    labels: { ready: "Is the school Mastery Ready?", reason: "Why not, where it is not" },
  },
  ConfirmCompletion: {
    title: "Has the school completed its year?",
    button: "Confirm",
    done: "Your decision is recorded.",
    labels: {
      completed: "Has the school completed its year?",
      counts: "Not completed, but it counts as an earlier stage: the school may go on",
      reason: "Why, where the meetings do not say so",
    },
  },
  InviteToNextStage: { title: "Invite the school to its next stage", button: "Invite", done: "The school is invited." },
  ConfirmNextStage: {
    title: "Confirm that the school goes on",
    button: "We go on",
    done: "Confirmed: the school goes on to its next stage.",
  },
  ...TROUBLE_WORDS,
  ...MONEY_WORDS,
  ScheduleSession: {
    title: "Set the date of a session for this school",
    button: "Set the date",
    done: "The session has its date.",
    labels: { on: "Date" },
  },
  MoveSession: {
    title: "Move a session for this school",
    button: "Move the session",
    done: "The session is moved.",
    labels: { on: "New date, if the day changes", reason: "Why, where the day or the time changes" },
  },
  CancelSession: {
    title: "Call a session off for this school",
    button: "Call it off",
    done: "The session is called off.",
    warns: true,
    withReason: true,
  },
};

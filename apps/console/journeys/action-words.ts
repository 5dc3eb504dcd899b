// The commands of a journey, as forms call them.

import type { RoutedCommand } from "../../../libs/service/commands/journey-commands.ts";
import type { WordsOfAction } from "./words-of-action.ts";

const REPORTED = { on: "On which day" };

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
  },
  RedirectApplication: {
    title: "Send the school to a better-suited programme",
    button: "Redirect",
    done: "The school has been redirected.",
    labels: { prospectus: "To which programme" },
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
    says: "With it the school takes on what the programme expects.",
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
    labels: { on: "On which day (the last of them)", days: "How many days" },
  },
  CompleteGapTask: {
    title: "Record that a gap task is done",
    button: "Record the task",
    done: "The gap task is done. Thank you.",
    labels: { ...REPORTED, commitment: "Which task" },
  },
  AgreeActionPlan: {
    title: "Record that the action plan is agreed",
    button: "Record the plan",
    done: "The action plan is agreed. Thank you.",
    labels: REPORTED,
  },
  SubmitReport: {
    title: "Record that the report is handed in",
    button: "Record the report",
    done: "The report has come in. Thank you.",
    labels: REPORTED,
  },
  CompleteEvaluation: {
    title: "Record that the evaluation is done",
    button: "Record the evaluation",
    done: "The evaluation is done. Thank you.",
    labels: REPORTED,
  },
  RescheduleCommitment: {
    title: "Agree a new date",
    button: "Agree the new date",
    done: "The new date stands.",
    labels: { dueOn: "New date" },
  },
  WaiveCommitment: {
    title: "Let the school off a commitment",
    button: "Let the school off",
    done: "The commitment is waived.",
    warns: true,
  },
  ChooseTheme: {
    title: "Choose the theme",
    button: "Choose this theme",
    done: "The theme is chosen.",
    labels: { theme: "Theme of the year" },
    says: "A school picks one theme for its year.",
  },
  ConfirmReadiness: {
    title: "Is the school Mastery Ready?",
    button: "Confirm",
    done: "Your decision is recorded.",
    labels: { ready: "Is the school Mastery Ready?", reason: "Why not, where it is not" },
  },
  InviteToNextStage: { title: "Invite the school to its next stage", button: "Invite", done: "The school is invited." },
  ConfirmNextStage: {
    title: "Confirm that the school goes on",
    button: "We go on",
    done: "Confirmed: the school goes on to its next stage.",
  },
  RaiseConcern: {
    title: "Raise a concern",
    button: "Raise the concern",
    done: "The concern is raised.",
    labels: { reason: "What is the concern?", commitment: "About which commitment" },
  },
  AgreeConcernSteps: {
    title: "Note what was agreed about a concern",
    button: "Note the steps",
    done: "The steps are noted.",
    labels: { steps: "What was agreed", reviewOn: "When to look again" },
    asks: ["steps"],
  },
  ReviewConcern: {
    title: "Note how a concern stands",
    button: "Note it",
    done: "The review is noted.",
    labels: { note: "How it stands" },
  },
  ResolveConcern: {
    title: "Close a concern",
    button: "Close the concern",
    done: "The concern is closed.",
    labels: { note: "How it ended" },
  },
  DecideTask: {
    title: "Decide what happens now",
    button: "Decide",
    done: "Decided.",
    labels: { task: "Task", decision: "Your decision", dueOn: "The new date, where you extend" },
  },
  AssignTask: {
    title: "Say whose task it is",
    button: "Give the task",
    done: "The task has been given.",
    labels: { task: "Task", assignee: "To whom (their id at the sign-in)", dueOn: "By when it is to be decided" },
  },
  PauseJourney: {
    title: "Pause the journey",
    button: "Pause",
    done: "The journey is paused: nobody is chased meanwhile.",
    labels: { until: "Last day of the pause" },
    warns: true,
  },
  ReturnToProgramme: { title: "Take the school back", button: "Take the school back", done: "The school is back." },
  WithdrawSchool: {
    title: "End the journey",
    button: "End the journey",
    done: "The journey has ended.",
    says: "The school leaves the programme; its place goes to the first on the waitlist. An unpaid grant is withheld.",
    warns: true,
  },
  MoveToHub: {
    title: "Another Maths Hub",
    button: "Decide",
    done: "It is decided.",
    says:
      "To which hub the school goes. Name its own hub to say that it stays, whoever has asked for it. What was said to " +
      "its hub stays there; its place goes to the first on the waitlist.",
    labels: { hub: "To which hub" },
    warns: true,
  },
  SucceedSchool: {
    title: "Go on under a successor’s URN",
    button: "Hand the journey on",
    done: "The journey goes on under the new URN.",
    labels: { urn: "URN of the successor" },
    says:
      "A school that the register names as the successor goes on at once. Another one an operator looks at and " +
      "confirms; so is one that has a journey of this phase itself.",
    warns: true,
  },
  CorrectRecord: {
    title: "Take back what was a mistake",
    button: "Take it back",
    done: "It is taken back; nothing is deleted.",
    labels: { event: "What was a mistake" },
    warns: true,
  },
  OptOutOfReminders: {
    title: "No more reminders this term",
    button: "Send no more reminders this term",
    done: "No more reminders go out until the term ends.",
    says:
      "What your school has promised stays as it is, and letters on which a place or money depends still " +
      "come; only reminders stop, until the term ends.",
  },
  ResendReminder: {
    title: "Send the latest reminder once more",
    button: "Send it again",
    done: "The reminder goes out once more.",
  },
  ApproveGrant: {
    title: "Approve the grant",
    button: "Approve the grant",
    done: "Approved. The grant is released when two people have approved it.",
    says: "Two people approve a grant before it is released.",
  },
  WithholdGrant: { title: "Withhold the grant", button: "Withhold", done: "The grant is withheld.", warns: true },
  AdjustGrant: {
    title: "Change the amount of the grant",
    button: "Change the amount",
    done: "The amount is changed.",
    labels: { amount: "New amount, in pounds" },
  },
  RequestClawback: {
    title: "Ask for the grant back",
    button: "Ask for it back",
    done: "The clawback is requested.",
    labels: { amount: "How much, in pounds; else all of it" },
    warns: true,
  },
  RecordRecovery: {
    title: "Record what came back",
    button: "Record it",
    done: "What came back is recorded.",
    labels: { amount: "How much, in pounds; else all of it" },
  },
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
    labels: { on: "New date" },
  },
  CancelSession: {
    title: "Call a session off for this school",
    button: "Call it off",
    done: "The session is called off.",
    warns: true,
  },
};

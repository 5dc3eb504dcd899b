// The commands for when it does not go well, and those of reminders, as forms call them.

import type { RoutedCommand } from "../../../libs/service/commands/journey-commands.ts";
import type { WordsOfAction } from "./words-of-action.ts";

export const TROUBLE_WORDS = {
  RaiseConcern: {
    title: "Raise a concern",
    button: "Raise the concern",
    done: "The concern is raised.",
    labels: { reason: "What is the concern?", commitment: "About which commitment" },
    withReason: true,
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
    labels: {
      task: "Task",
      decision: "Your decision",
      dueOn: "The new date, where you extend; until when, where you wait",
      amount: "For a part of a grant: how much, in pounds",
      invoiced: "What is asked back is invoiced, not kept back from a payment",
    },
    withReason: true,
    lookFirst: true,
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
    withReason: true,
    lookFirst: true,
  },
  ReturnToProgramme: { title: "Take the school back", button: "Take the school back", done: "The school is back." },
  WithdrawSchool: {
    title: "End the journey",
    button: "End the journey",
    done: "The journey has ended.",
    says: "The school leaves the programme; its place goes to the first on the waitlist. An unpaid grant is withheld.",
    warns: true,
    withReason: true,
    lookFirst: true,
  },
  MoveToHub: {
    title: "Another Maths Hub",
    button: "Decide",
    done: "It is decided.",
    says: "Name its own hub to say that it stays. What was said to its hub stays there; its place falls free.",
    labels: { hub: "To which hub" },
    warns: true,
    withReason: true,
    lookFirst: true,
  },
  SucceedSchool: {
    title: "Go on under a successor’s URN",
    button: "Hand the journey on",
    done: "The journey goes on under the new URN.",
    labels: { urn: "URN of the successor" },
    says: "One that the register names goes on at once. Another one an operator looks at, and confirms.",
    warns: true,
    withReason: true,
    lookFirst: true,
  },
  CorrectRecord: {
    title: "Take back what was a mistake",
    button: "Take it back",
    done: "It is taken back; nothing is deleted.",
    labels: { event: "What was a mistake" },
    warns: true,
    withReason: true,
    lookFirst: true,
  },
  OptOutOfReminders: {
    title: "No more reminders this term",
    button: "Send no more reminders this term",
    done: "No more reminders go out until the term ends.",
    labels: { person: "For whom" },
    hints: { person: "If you leave it empty, for the whole school." },
    says:
      "What your school has promised stays as it is, and letters on which a place or money depends still " +
      "come; only reminders stop, until the term ends.",
  },
  ResendReminder: {
    title: "Send the latest reminder once more",
    button: "Send it again",
    done: "The reminder goes out once more.",
    withReason: true,
  },
  ResendLetter: {
    title: "Send a letter that came back once more",
    button: "Send it again",
    done: "The letter goes out once more, to whom it was for.",
    says: "Where the address is wrong, correct it instead: the letter then goes out again by itself.",
  },
} satisfies Partial<Record<RoutedCommand, WordsOfAction>>;

// Why a command does not belong to where things stand.

import type { Say } from "../say.ts";
import { grantCauseInWords } from "../grant-causes.ts";
import type { Table } from "./reason.ts";

type Stands = { status: string };
/** Of a journey: what is wrong, and where the journey stands. */
const journey =
  (text: string) =>
  ({ status }: Stands) =>
    `${text} The journey is ${status}.`;
/** The same of a payment run. */
const run =
  (text: string) =>
  ({ status }: Stands) =>
    `${text} The run is ${status}.`;

export const STATE = {
  "not-in-this-state": {
    "asks-of-an-application": journey("Information is asked for while an application waits for its answer."),
    "nothing-asked": journey("No information is asked for."),
    "waitlists-an-application": journey("Only an application that waits for its answer can go on the waitlist."),
    "no-application": journey(
      "There is no application to withdraw; a school that takes part is withdrawn with WithdrawSchool.",
    ),
    "answers-an-application": journey(
      "Only an application that waits for its answer can be turned down or redirected.",
    ),
    "window-for-who-waits": journey("A window is noted for schools that wait for one."),
    "window-of-another": ({ prospectus }: { prospectus: string }) =>
      `The school is interested in ${prospectus}: that window is of another programme, or of a year before.`,
    "offers-to-an-application": journey("A place is offered to an application that waits for its answer."),
    "year-applied-for-over": journey("The academic year applied for is over."),
    "no-offer-to-accept": journey("There is no offer to accept."),
    "no-offer-to-decline": journey("There is no offer to decline."),
    "places-who-accepted": journey("A school is placed once it has accepted its offer."),
    "places-who-goes-on": journey("A school that goes on is placed in a Work Group once its next stage is settled."),
    "has-its-place": journey("The school has its place in that Work Group already."),
    "nominated-already": journey("This teacher is nominated already."),
    "takes-part-already": journey("The teacher who is to take over takes part already."),
    "corrects-who-has-begun": journey("People are corrected in a journey that has begun."),
    "headteacher-of-who-goes-on": journey("A headteacher is named for a journey that goes on."),
    "support-of-who-has-its-place": journey("Who supports a school is said once it has accepted its place."),
    "nominates-who-accepted": journey(
      "Participants are nominated once the offer is accepted, and while the school takes part.",
    ),
    "withheld-already": journey("The grant is withheld already."),
    "clawed-back-already": ({ clawback, status }: Stands & { clawback: string }) =>
      `A clawback is ${clawback} already. The journey is ${status}.`,
    "no-clawback": journey("No clawback is requested."),
    "kept-back": ({ run: of, status }: Stands & { run: string }) =>
      `It is being kept back from a payment of run ${of}. The journey is ${status}.`,
    "readiness-of-its-year": journey("Whether a school is Mastery Ready is decided in its Readiness year."),
    "completion-of-its-year": journey(
      "Whether a year was completed is decided in it, or until it is settled how the school goes on; Readiness is " +
        "decided with ConfirmReadiness.",
    ),
    "not-a-choice": ({ decision, status }: Stands & { decision: string }) =>
      `That is not among the choices of this task: ${decision}. The journey is ${status}.`,
    "invites-who-takes-part": journey("A school that takes part is invited to the next stage."),
    "next-settled": journey("Its next stage is settled already."),
    "not-ready": journey("It is not confirmed as Mastery Ready: decide that first."),
    "invited-already": journey("The school is invited already."),
    "not-invited": journey("The school has not been invited to a next stage."),
    "invited-year-over": ({ academicYear, status }: Stands & { academicYear: string }) =>
      `The year it was invited to, ${academicYear}, is over. The journey is ${status}.`,
    "later-year": journey("The next stage comes in a later academic year."),
    "next-year-over": ({ academicYear, status }: Stands & { academicYear: string }) =>
      `The year ${academicYear} is over: invite it to one that is not. The journey is ${status}.`,
    "no-run-prepared": journey("No payment run has been prepared for this grant."),
    "run-not-authorised": journey("The payment run has not been authorised."),
    "run-authorised": journey("The payment run has been authorised: its payments are confirmed or fail."),
    "run-authorised-first": ({ run: of, status }: Stands & { run: string }) =>
      `Payment run ${of} is authorised with it: hold the payment back there first, or say that the bank has made it. ` +
      `The journey is ${status}.`,
    "grant-waits": ({ cause, status }: Stands & { cause: string }) =>
      `Somebody has to decide on the grant first. ${grantCauseInWords(cause, false)} The journey is ${status}.`,
    "choice-of-another-task": journey("That is no choice of this task."),
    "in-another-run": ({ run: of, status }: Stands & { run: string }) =>
      `The grant is in payment run ${of}. The journey is ${status}.`,
    "task-closes-itself": journey(
      "Nothing is to be decided: name somebody who can be written to, or send the reminder again, and the " +
        "task closes by itself.",
    ),
    "no-day-to-answer": ({ last }: { last: string }, say: Say) =>
      `The last school day of the year applied for was ${say.day(last)}: nobody could answer an offer in time.`,
    "task-of-waiting": journey(
      "Offer the school its place, place it, redirect it or turn it down: the task closes by itself.",
    ),
    "task-of-readiness": journey("Whether the school is Mastery Ready is decided with ConfirmReadiness."),
    "nothing-to-change": ({ commitment, status }: Stands & { commitment: string }) =>
      `The commitment is ${commitment}: there is nothing left to change. The journey is ${status}.`,
    "year-of-task-not-over": journey(
      "The stage-year this task is about is not over: let the school off what is missed, or agree a new date.",
    ),
    "year-of-task-over": journey(
      "The stage-year this task is about is over: what was promised in it can no longer be changed.",
    ),
    "no-themes": journey("No stage-year with themes is under way or to come."),
    "letter-to-who-takes-part": journey(
      "A letter to many goes to schools that take part; to one that has paused, only as news of a session.",
    ),
    "concern-of-who-takes-part": journey("A concern is raised about a school that takes part."),
    "pauses-who-takes-part": journey("Only a school that takes part can pause."),
    "returns-who-paused": journey("Only a school that has paused returns."),
    "withdraws-who-has-its-place": journey(
      "Only a school that has its place can be withdrawn; before that its application is.",
    ),
    "task-of-pause": journey(
      "Say until when the school pauses, take it back or withdraw it: the task closes by itself.",
    ),
    "task-of-move": journey("Whether the school goes to another hub is decided with MoveToHub."),
    "nothing-to-move": journey("There is no journey to move."),
    "at-that-hub": journey("The school is at this hub, and nobody has asked for it."),
    "asked-by-another": ({ to, status }: Stands & { to: string }) =>
      `${to} has asked for the school: answer that first. The journey is ${status}.`,
    "taken-back-already": journey("That has been taken back already."),
    "not-to-be-taken-back": journey(
      "That cannot be taken back: only the last decision by which the journey ended or went on, and records of the " +
        "stage-year under way.",
    ),
    "place-is-used": journey("The place cannot be taken back: the school has taken part in it since."),
    "nothing-to-hand-on": journey("There is no journey to hand on."),
    "concern-step": ({ concern, status }: Stands & { concern: string }) =>
      `The concern is ${concern}: that step does not come next. The journey is ${status}.`,
    "session-held": journey("The session was held."),
    "session-called-off": journey("The session is called off already."),
    "no-visit-left": journey("No visit is left to book in this stage-year."),
    "adapts-who-takes-part": journey("Delivery is adapted for schools that take part."),
    "nothing-to-tell": journey("There is no journey to tell of the Work Group."),
    "lead-of-who-takes-part": journey("A change of lead is told to schools that take part."),

    "group-year-over": ({ academicYear }: { academicYear: string }) =>
      `The Work Group’s year, ${academicYear}, is over.`,
    "no-textbooks": journey(
      "Help with textbooks is for the second year of a school that completed Readiness, where its page offers it.",
    ),
    "textbooks-asked": journey("Help with textbooks was asked for in this year already."),
    "textbooks-not-asked": journey("Nobody has asked for help with textbooks, or it is decided."),
    "task-of-contact": journey(
      "Name somebody in their place, correct the address, or take back what they said: the task closes by itself.",
    ),
    "date-of-others": journey(
      "The date of a meeting is its Work Group’s, that of a visit its lead’s: ask the lead for another.",
    ),
    "date-asked": journey("Another date is asked for already, and the hub has not answered yet."),
    "task-of-textbooks": journey("Whether the hub helps with textbooks is decided with DecideTextbooks."),
    "group-nothing-to-decide": () => "The Work Group has as many schools as it is to have: there is nothing to decide.",
    "group-session-held": () => "The session was held: its register can be taken again, its date stays.",
    "group-formed": () => "A Work Group of that name is formed already.",
    "programme-over": () => "The academic year of that programme is over.",
    "group-session-called-off": () => "The session was called off: schedule it again first.",
    "group-session-cancelled": () => "The session is called off already.",

    "run-prepared": () => "A payment run of that name is prepared already.",
    "run-gathering": ({ run: of }: { run: string }) =>
      `Payment run ${of} is being put together: wait until it is prepared.`,
    "payment-is": ({ payment }: { payment: string }) => `This payment is ${payment}.`,
    "holds-before-the-bank": run("A payment can be held back in a run that is prepared or authorised."),
    "returns-once-authorised": run("A payment comes back from a run that was authorised."),
    "authorises-prepared": run("Only a run that is prepared can be authorised."),
    "confirms-authorised": run("Payments are confirmed once the run is authorised."),
    "confirming-already": run("All its payments are being confirmed already."),
    "fails-authorised": run("A payment can fail once the run is authorised."),
    "turn-done": () => "All is done: nothing is left to interrupt or to resume.",
    "cancels-unauthorised": run("A run can be cancelled until it is authorised."),
  },
} satisfies Table;

// What would cancel each thing that time brings. An event that is not listed only follows from one that is, and is no
// entry of its own.

import type { EventType } from "../../journey/events.ts";

/** By type of event, as the end of a sentence "unless …". */
export const UNLESS: Partial<Record<EventType, string>> = {
  ApplicationInvited: "the school applies or takes back its interest before, or the window opens on another day",
  OfferReminderDue: "the school answers the offer before, or withdraws",
  ApplicationEnded: "the hub answers before, or a place falls free",
  OfferLapsed: "the school answers the offer before, or withdraws",
  CommitmentMissed: "it is recorded as done, rescheduled or waived before, or the journey is paused or withdrawn",
  CommitmentEscalated: "it is recorded as done, rescheduled or waived before, or the journey is paused or withdrawn",
  TaskOpened: "what it is about is settled before",
  ReminderDue: "the school opts out, pauses or is withdrawn; it says what holds on its day",
  ChaserDue: "it is recorded as done, rescheduled or waived before, or the journey is paused or withdrawn",
  ReminderHeldBack: "the opt-out ends before",
  TaskAssigned: "its hub answers before",
  NextStagePlaceLapsed: "the school confirms or declines its next stage before",
  StageStarted: "the school is withdrawn or paused before",
  GrantDue: "the stage-year does not begin",
  StageCompleted: "the school is withdrawn, or is paused beyond the year’s end",
  StageInterrupted: "the school returns before",
  SchoolReturned: "it returns before, or its pause is made longer",
  JourneyPaused: "the prospectus of the year is added to the catalogue",
};

/** What takes a promise off the calendar before its day. */
export function cancelsOwed(by: "school" | "hub"): string {
  return by === "hub"
    ? "the hub keeps it before, moves or cancels it"
    : "it is recorded as done, rescheduled or waived before";
}

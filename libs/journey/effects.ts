// Which events the world is still owed something for. The workflow performs it beside its loop; the result comes back
// as `RecordEffect`.

import type { EventOf, EventType, JourneyEvent } from "./events.ts";
import type { EffectKind } from "./state.ts";

const ASKS = {
  ApplicationInvited: "send-notice",
  ApplicationSubmitted: "send-notice",
  InformationRequested: "send-notice",
  PlaceOffered: "send-notice",
  ApplicationWaitlisted: "send-notice",
  ApplicationDeclined: "send-notice",
  ApplicationRedirected: "send-notice",
  OfferReminderDue: "send-notice",
  OfferLapsed: "send-notice",
  ApplicationEndTold: "send-notice",
  SchoolPlaced: "send-notice",
  SchoolJoinedHub: "send-notice",
  NextStageInvited: "send-notice",
  NextStageReminderDue: "send-notice",
  NextStageLapsed: "send-notice",
  LetterResent: "send-notice",
  ReminderDue: "send-reminder",
  ReminderResent: "send-reminder",
  ChaserDue: "send-reminder",
  CommitmentEscalated: "escalate-commitment",
  GrantReleased: "release-grant",
} as const satisfies Partial<Record<EventType, EffectKind>>;

type Asking = keyof typeof ASKS;
/** The events that a letter of `send-notice` tells of. */
export type Noticed =
  | { [T in Asking]: (typeof ASKS)[T] extends "send-notice" ? T : never }[Asking]
  | "TaskOpened"
  | "RecordCorrected"
  | "LetterWritten";

/** What an event asks of the world; null for most. */
export function effectOf(event: JourneyEvent): EffectKind | null {
  if (event.tellAt !== undefined) return null;
  if (event.type === "LettersDue") return ofLetters(event);
  // A task about a missed commitment comes with its escalation, which tells the hub lead; this one has nothing else to
  // tell of it.
  if (event.type === "TaskOpened") return event.about === "readiness" ? "send-notice" : null;
  if (event.type === "RecordCorrected") return event.restores?.tells === true ? "send-notice" : null;
  if (event.type === "LetterWritten") return event.addressees?.length === 0 ? null : "send-notice";
  const asks: Partial<Record<EventType, EffectKind>> = ASKS;
  return asks[event.type] ?? null;
}

/** What is most urgent in the letters of a moment gives them their name. */
function ofLetters({ letters }: EventOf<"LettersDue">): EffectKind | null {
  if (letters.length === 0) return null;
  if (letters.some(({ cause }) => cause === "chaser")) return "escalate-commitment";
  return letters.some(({ cause }) => cause === "reminder") ? "send-reminder" : "send-notice";
}

import type { EventType } from "../../libs/journey/events.ts";

/** What time brings to people. */
const BROUGHT: readonly EventType[] = [
  "ReminderDue",
  "ChaserDue",
  "CommitmentEscalated",
  "OfferReminderDue",
  "OfferLapsed",
  "ApplicationEndTold",
  "NextStageReminderDue",
];

/** Whether time alone brings an event of this type to somebody. */
export const isBrought = (type: EventType): boolean => BROUGHT.includes(type);

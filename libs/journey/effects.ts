// Which events the world is still owed something for. The workflow performs it beside its loop; the result comes back as `RecordEffect`.

import type { EventType } from './events.ts';
import type { EffectKind } from './state.ts';

const ASKS: Partial<Record<EventType, EffectKind>> = {
  ApplicationSubmitted: 'send-notice',
  InformationRequested: 'send-notice',
  PlaceOffered: 'send-notice',
  ApplicationWaitlisted: 'send-notice',
  ApplicationDeclined: 'send-notice',
  ApplicationRedirected: 'send-notice',
  OfferLapsed: 'send-notice',
  SchoolPlaced: 'send-notice',
  NextStageInvited: 'send-notice',
  ReminderDue: 'send-reminder',
  ReminderResent: 'send-reminder',
  CommitmentEscalated: 'escalate-commitment',
  GrantReleased: 'release-grant',
};

/** What an event of this type asks of the world; null for most. */
export function effectOf(type: EventType): EffectKind | null {
  return ASKS[type] ?? null;
}

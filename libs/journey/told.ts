// Of which events people are told together with others, and to whom: what time has brought on a morning, and what has
// changed within ten minutes. The other letters go by themselves and at once (effects.ts).

import type { LetterCause } from "./event-words.ts";
import type { EventType, JourneyEvent, Recipient } from "./events.ts";
import { leftBy, mayBeNews, newsAbout, newsTo } from "./news.ts";
import type { Begun } from "./state.ts";

/** What is to be said of an event: see `Unsaid`. */
export interface Saying {
  cause: LetterCause;
  to: readonly Recipient[];
  copies?: readonly Recipient[];
  dueSoon?: true;
  inYear?: true;
  about?: readonly string[];
  /** Of these roles these people alone, by their opaque ids. */
  who?: readonly string[];
  /** Teachers who do not take part any more, by their opaque ids. */
  left?: readonly string[];
}

const BROUGHT_BY_TIME: ReadonlySet<EventType> = new Set<EventType>([
  "ApplicationInvited",
  "OfferReminderDue",
  "OfferLapsed",
  "ApplicationEndTold",
  "NextStageReminderDue",
  "NextStageLapsed",
  "ReminderDue",
  "ChaserDue",
  "CommitmentEscalated",
  "MeetingAnnounced",
]);

/** Might people be told of an event of this type together with others? */
export const mayBeTold = (type: EventType): boolean => BROUGHT_BY_TIME.has(type) || mayBeNews(type);

/**
 * What is said of an event, and to whom; null where nothing is said of it together with others. `after`: the journey
 * after it.
 */
export function sayingOf(event: JourneyEvent, after: Begun): Saying | null {
  switch (event.type) {
    case "ApplicationInvited":
    case "OfferLapsed":
    case "ApplicationEndTold":
      return { cause: "news", to: ["applicant"] };
    case "NextStageLapsed":
      return { cause: "news", to: ["applicant", "headteacher"] };
    case "OfferReminderDue":
      return { cause: "reminder", to: ["applicant"] };
    // To a school that has ended nothing goes but news: it is invited to come back.
    case "NextStageReminderDue":
      return { cause: after.status === "completed" ? "news" : "reminder", to: event.to };
    case "ReminderDue": {
      const { to, copies = [] } = event;
      return { cause: "reminder", to, copies, inYear: true };
    }
    case "ChaserDue":
      return { cause: "reminder", to: event.to, dueSoon: true, inYear: true, about: event.commitments };
    case "CommitmentEscalated":
      return { cause: "chaser", to: event.to, inYear: true, about: [event.commitment] };
    case "MeetingAnnounced":
      if (event.to.length === 0) return null;
      return {
        cause: "announcement",
        to: event.to,
        ...(event.into === undefined && { inYear: true }),
      };
    default: {
      const to = newsTo(event, after);
      const left = leftBy(event, after);
      if (to.length === 0 && left.length === 0) return null;
      const who = newsAbout(event);
      return {
        cause: "news",
        to,
        ...(who !== null && { who: [who, ...left] }),
        ...(left.length > 0 && { left }),
      };
    }
  }
}

// An event as others are shown it: an item of GET /api/v1/events, and the body of a webhook's message.

import { msOf } from "../../calendar/instants.ts";
import { groupOfName } from "../../contract/work-group.ts";
import type { StoredEvent } from "../events/event-store.ts";
import type { FeedItem } from "./feed.ts";

export interface EventShown extends Pick<StoredEvent, "stream" | "seq" | "type" | "at" | "hub" | "recordedAt"> {
  journey: string;
  workGroup: string | null;
  data: object;
  by: { who: string; role: string; request: string | null; via: "letter" | null };
}
export interface FeedItemShown extends EventShown {
  cursor: string;
}

/**
 * One event; what happened is in `data`, by ids where it is about people. `journey` names a Work Group's stream too, as
 * it always has.
 */
export function presentEvent({
  stream,
  subject,
  seq,
  type,
  at,
  hub,
  data,
  actor,
  recordedAt,
}: StoredEvent): EventShown {
  return {
    journey: subject,
    workGroup: groupOfName(stream),
    stream,
    seq,
    type,
    at,
    hub,
    data,
    by: { who: actor.who, role: actor.role, request: actor.request ?? null, via: actor.via ?? null },
    recordedAt,
  };
}

/** One event of the feed; `cursor`: where it stands there. */
export function presentFeedItem(item: FeedItem): FeedItemShown {
  return { cursor: item.cursor, ...presentEvent(item) };
}

/**
 * The id of an event's message, the same each time it is sent: a receiver that has it drops a second copy. When it was
 * recorded is in it, because after a restore another event may come to have the number of one that was lost. It has no
 * full stop, as signatures want it.
 */
export function messageIdOf({ subject, seq, recordedAt }: StoredEvent): string {
  return `${subject}:${seq}:${Math.floor(msOf(recordedAt) / 1_000)}`;
}

// A meeting or a visit that somebody gave another day for one school alone: its lead is to come on that day too.

import { isSession } from "../journey/event-words.ts";
import type { EventOf } from "../journey/events.ts";
import { currentYear, type Journey } from "../journey/state.ts";

/** `session`: its code; null for a visit, which is to be made by that day. */
export interface NewDay {
  kind: "alone";
  journey: string;
  session: string | null;
  was: string;
  on: string;
}

/** Another day of a session or a visit for one school alone; of any other promise, nothing. `before`: how it stood. */
export function newDay(journey: string, before: Journey, event: EventOf<"CommitmentRescheduled">): NewDay[] {
  const { commitment: code, dueOn: on } = event;
  const year = before.status === "none" ? null : currentYear(before);
  const about = year?.commitments.find((one) => one.code === code);
  if (about === undefined || about.dueOn === on || event.reasonId === undefined) return [];
  const days = { was: about.dueOn, on };
  if (isSession(about)) return [{ kind: "alone", journey, session: code, ...days }];
  if (about.kind === "meeting") return [{ kind: "alone", journey, session: about.after ?? code, ...days }];
  return about.kind === "visit" ? [{ kind: "alone", journey, session: null, ...days }] : [];
}

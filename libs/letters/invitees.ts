// Who was invited to which meeting: found in what letters have told, so that whoever need not come any more hears it in
// their calendar too, and nobody else.

import type { Recipient, Recorded } from "../journey/events.ts";
import { evolve, NOTHING } from "../journey/evolve.ts";
import { whoGets } from "../journey/gather.ts";
import { yearUnderWay, type Begun, type Journey } from "../journey/state.ts";
import { calendarCode, meetingIn } from "./held-meeting.ts";
import type { Invitee } from "./told.ts";

/** `code`: of the meeting, as calendars have it; `asked`: by which event the letter went; `off`: it ended it. */
export interface Sent extends Invitee {
  code: string;
  asked: number;
  off: boolean;
}

/**
 * What each was last sent of each meeting of an academic year, by letters that were asked for before the event `until`
 * and have gone by now.
 */
export function sentBefore(events: readonly Recorded[], until: number, academicYear: string): Sent[] {
  const gone = lettersGone(events);
  const last = new Map<string, Sent>();
  let state: Journey = NOTHING;
  for (const event of events) {
    if (event.seq >= until) break;
    state = evolve(state, event);
    const how = gone.get(event.seq);
    if (event.type !== "LettersDue" || how === undefined) continue;
    if (state.status === "none" || yearUnderWay(state)?.academicYear !== academicYear) continue;
    for (const one of sentBy(event, events, state)) last.set(`${one.who} ${one.code}`, { ...one, ...how });
  }
  return [...last.values()];
}

/** The events whose letters have gone, and whether somebody had them in another's stead. */
function lettersGone(events: readonly Recorded[]): Map<number, Pick<Sent, "instead">> {
  const bySeq = new Map(events.map((one) => [one.seq, one]));
  return new Map(
    events.flatMap((event): [number, Pick<Sent, "instead">][] => {
      if (event.type !== "EffectPerformed" || event.messageId === null) return [];
      const asked = bySeq.get(event.effect);
      if (asked?.type !== "LettersDue") return [];
      return [[asked.seq, event.code === "fell-back" ? { instead: true } : {}]];
    }),
  );
}

/** What these letters bring to whose calendar, each meeting as the last of what they tell has it. */
function sentBy(
  { letters, seq: asked }: Extract<Recorded, { type: "LettersDue" }>,
  events: readonly Recorded[],
  state: Begun,
): Sent[] {
  const year = yearUnderWay(state);
  if (year === null) return [];
  return letters.flatMap((letter) => {
    const told = events.filter(({ seq }) => letter.tells.includes(seq));
    const meetings = told.flatMap((event) => {
      const about = meetingIn(event);
      if (about === null) return [];
      return [{ code: calendarCode(year, about.code, about.on ?? ""), off: about.cancelled, asked }];
    });
    if (meetings.length === 0) return [];
    return [...letter.to, ...(letter.copies ?? [])].flatMap((role: Recipient) =>
      whoGets(state, { to: [role], ...(letter.not && { not: letter.not }) }).flatMap((who) =>
        meetings.map((one) => ({ who, role, ...one })),
      ),
    );
  });
}

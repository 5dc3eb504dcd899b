// Who was invited to which meeting: found in what letters have told, so that whoever need not come any more hears it in
// their calendar too, and nobody else.

import { localDate, type LocalDate } from "../calendar/instants.ts";
import { arrangedOf, type Arranged } from "../journey/arranged.ts";
import { isSession } from "../journey/event-words.ts";
import type { Recipient, Recorded } from "../journey/events.ts";
import { evolve, NOTHING } from "../journey/evolve.ts";
import { whoGets } from "../journey/gather.ts";
import { newsAbout } from "../journey/news.ts";
import { yearUnderWay, type Begun, type Journey, type StageYear } from "../journey/state.ts";
import { calendarCode, meetingIn } from "./held-meeting.ts";
import type { Beside, Invitee } from "./told.ts";

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
export function sentBefore(
  events: readonly Recorded[],
  until: number,
  academicYear: string,
  { keyOf }: Pick<Beside, "keyOf">,
): Sent[] {
  const gone = lettersGone(events);
  const last = new Map<string, Sent>();
  let state: Journey = NOTHING;
  for (const event of events) {
    if (event.seq >= until) break;
    state = evolve(state, event);
    const performed = gone.get(event.seq);
    if (event.type !== "LettersDue" || performed === undefined) continue;
    if (state.status === "none" || yearUnderWay(state)?.academicYear !== academicYear) continue;
    for (const one of sentBy(event, events, state)) {
      const instead = !hadIt(performed, one, keyOf) && { instead: true as const };
      last.set(`${one.who} ${one.code}`, { ...one, ...instead });
    }
  }
  return [...last.values()];
}

/** `ids`: the Message-IDs of all who had it; `fellBack`: some had it in the stead of others. */
interface Gone {
  ids: string;
  fellBack: boolean;
}

/** The events whose letters have gone; what was sent once more is of the first. */
function lettersGone(events: readonly Recorded[]): Map<number, Gone> {
  const gone = new Map<number, Gone>();
  for (const event of events) {
    if (event.type !== "EffectPerformed" || event.messageId === null) continue;
    let seq = event.effect;
    for (let one = events[seq - 1]; one?.type === "LetterResent"; one = events[seq - 1]) seq = one.letter;
    const before = gone.get(seq);
    const fellBack = before?.fellBack ?? event.code === "fell-back";
    gone.set(seq, { ids: `${before?.ids ?? ""} ${event.messageId}`, fellBack });
  }
  return gone;
}

/** Where somebody had letters in another's stead, the Message-IDs say who had them. */
function hadIt({ ids, fellBack }: Gone, { who, role }: Sent, keyOf: Beside["keyOf"]): boolean {
  if (!fellBack || keyOf === undefined) return true;
  const keys = role === "headteacher" || role === "applicant" ? [role, keyOf(who)] : [keyOf(who)];
  return keys.some((key) => ids.includes(`.${key}@`) || ids.includes(`.${key}.`));
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
    const named = letter.left === undefined ? told.flatMap((event) => toNamed(year, event, asked)) : [];
    if (meetings.length === 0) return named;
    const all = [...letter.to, ...(letter.copies ?? [])].flatMap((role: Recipient) =>
      whoGets(state, { to: [role], ...(letter.not && { not: letter.not }) }).flatMap((who) =>
        meetings.map((one) => ({ who, role, ...one })),
      ),
    );
    return [...named, ...all];
  });
}

/** Who was named as a teacher was invited to what had been announced before. */
function toNamed(year: StageYear, event: Recorded, asked: number): Sent[] {
  const who = newsAbout(event);
  if (who === null || !("role" in event)) return [];
  return toCome(year, localDate(event.at))
    .filter((one) => wasAnnounced(year, one))
    .map(({ code, on }) => ({ who, role: event.role, code: calendarCode(year, code, on), asked, off: false }));
}

/** A session or a visit on its day, as it is held. */
export type At = Arranged & { code: string; on: LocalDate };

/** The sessions and visits of a year from a day on, as they are dated, whatever has become of them. */
export function datesFrom({ commitments, extras, booked }: StageYear, from: LocalDate): At[] {
  const sessions = commitments.filter(isSession).map(({ code, dueOn, arranged }) => ({ code, on: dueOn, ...arranged }));
  const visits = booked.map(({ commitment, on, ...times }) => ({ code: commitment, on, ...arrangedOf(times) }));
  return [...sessions, ...extras, ...visits].filter(({ on }) => on >= from);
}

/** Those of them that are to take place. */
export function toCome(year: StageYear, from: LocalDate): At[] {
  const isOwed = (code: string): boolean => {
    const promise = year.commitments.find((one) => one.code === code);
    return promise === undefined || promise.status === "open" || promise.status === "missed";
  };
  return datesFrom(year, from).filter(({ code }) => isOwed(code) && !year.calledOff.includes(code));
}

/** Is it one that teachers come to, and that is not still to be announced to them? */
export function wasAnnounced({ announces, commitments }: StageYear, { code, on }: At): boolean {
  if (commitments.some((one) => one.code === code && one.kind === "headteachers-session")) return false;
  return !announces.some((one) => one.code === code && one.on === on);
}

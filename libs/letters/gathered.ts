// The letters of one moment: what each reader is told of, in one.

import { localDate, type Instant } from "../calendar/instants.ts";
import type { EventOf, Recorded } from "../journey/events.ts";
import { escalated } from "./escalated.ts";
import { paragraph, preceded, together } from "./letter.ts";
import { firstAsked, noticeOf } from "./notice.ts";
import type { Beside, Notice, Told } from "./told.ts";

/**
 * The letters that an event asks for, as things stand; none where the journey has gone on. Of one that is sent once
 * more, what its first event has it say. Throws NothingToTell for an event of which nobody is told.
 */
export function noticesAsked({ event: asked, events, state }: Told, beside: Beside): Notice[] {
  const event = firstAsked(asked, events);
  if (event.type === "LettersDue") return gatheredNotices({ event, events, state }, beside);
  const notice = noticeOf({ event, events, state }, beside);
  return notice === null ? [] : [notice];
}

/**
 * The letters that are due at one moment, as things stand now. What is no longer so is left out, and with it a letter
 * of which nothing is left. Throws NothingToTell for an event of which nobody is told.
 */
function gatheredNotices(
  { event, events, state }: Told & { event: Recorded<EventOf<"LettersDue">> },
  beside: Beside,
): Notice[] {
  return event.letters.flatMap(({ to, copies = [], not = [], left = [], cause, tells }): Notice[] => {
    const parts = tells.flatMap((seq) => {
      const told = events.find((one) => one.seq === seq);
      const toLeft = left.length > 0 && { toLeft: true as const };
      const notice = told === undefined ? null : noticeOf({ event: told, events, state, ...toLeft }, beside);
      return told === undefined || notice === null ? [] : [{ notice, late: wasHeld(told, event.at) }];
    });
    const [first, ...more] = parts.map(({ notice }) => notice);
    if (first === undefined) return [];
    const one = asOne(first, more);
    const late = parts.some((part) => part.late);
    const write: Notice["write"] = (envelope, key) =>
      late ? preceded(one.write(envelope, key), paragraph(LATE)) : one.write(envelope, key);
    return [{ ...one, write, cause, to, copies, not, left }];
  });
}

const LATE = "Some of this was to reach you before today. It was kept back until now.";

/** What was to go on an earlier day; what is due soon waits for another letter by intent, and news goes at once. */
const wasHeld = ({ type, at }: Recorded, now: Instant): boolean =>
  (type === "CommitmentEscalated" || type === "ReminderDue" || type === "MeetingAnnounced") &&
  localDate(at) < localDate(now);

/** Several notices to the same readers as one, the most urgent first; all that was missed is said together. */
export function asOne(first: Notice, more: readonly Notice[]): Notice {
  const parts = [first, ...more].flatMap((one) => one.parts ?? [one]);
  const [missed, ...others] = parts.flatMap((one) => one.missed ?? []);
  const writes = parts.flatMap((one): Pick<Notice, "write">[] => {
    if (one.missed === undefined || missed === undefined) return [one];
    return one.missed === missed ? [{ write: (envelope) => escalated(envelope, missed, ...others) }] : [];
  });
  return {
    ...first,
    parts,
    ...([first, ...more].some(({ reminds }) => reminds === true) && { reminds: true as const }),
    about: [...new Set([first, ...more].flatMap(({ about }) => about))],
    write: (envelope, key) => {
      const [letter = first.write(envelope, key), ...rest] = writes.map((one) => one.write(envelope, key));
      return together(letter, ...rest);
    },
  };
}

// The letters of one moment: what each reader is told of, in one.

import type { EventOf, Recorded } from "../journey/events.ts";
import { firstAsked, noticeOf } from "./notice.ts";
import { together } from "./letter.ts";
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
  return event.letters.flatMap(({ to, copies = [], not = [], cause, tells }): Notice[] => {
    const parts = tells.flatMap((seq) => {
      const told = events.find((one) => one.seq === seq);
      const notice = told === undefined ? null : noticeOf({ event: told, events, state }, beside);
      return notice === null ? [] : [notice];
    });
    const [first, ...more] = parts;
    return first === undefined ? [] : [{ ...asOne(first, more), cause, to, copies, not }];
  });
}

/** Several notices to the same readers as one, the most urgent first. */
export function asOne(first: Notice, more: readonly Notice[]): Notice {
  return {
    ...first,
    parts: [first, ...more].flatMap((one) => one.parts ?? [one]),
    ...([first, ...more].some(({ reminds }) => reminds === true) && { reminds: true as const }),
    about: [...new Set([first, ...more].flatMap(({ about }) => about))],
    write: (envelope) => together(first.write(envelope), ...more.map((one) => one.write(envelope))),
  };
}

// What is told of a journey of the tests, for the tests of the letters.

import { RULES, type Past } from "./journey.ts";
import type { EventType } from "../../libs/journey/events.ts";
import { noticeOf } from "../../libs/letters/notice.ts";
import { asRead, envelope } from "../../libs/letters/sample.ts";
import { nothingBeside, type Beside, type Notice } from "../../libs/letters/told.ts";

export const besideNothing: Beside = nothingBeside(RULES);

/** What is told of the last event of a type, as things stand at the end of a past; null where nothing is. */
export function told({ state, events }: Past, type: EventType, change: Partial<Beside> = {}): Notice | null {
  const event = events.findLast((one) => one.type === type);
  if (state.status === "none" || event === undefined) throw new Error(`${type} has not happened.`);
  return noticeOf({ event, events, state }, { ...besideNothing, ...change });
}

/** The same as its reader has it, subject first; nothing where nothing is told. */
export function read(past: Past, type: EventType, change: Partial<Beside> = {}): string {
  const notice = told(past, type, change);
  if (notice === null) return "";
  const letter = notice.write(envelope());
  return `${letter.subject} | ${asRead(letter)}`;
}

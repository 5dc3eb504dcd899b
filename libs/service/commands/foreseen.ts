// `?preview=true`: what a command would come to, in words, before somebody confirms it. Nothing is kept.

import type { EventSomewhere } from "../../book/round.ts";
import { sentenceOf } from "../../journey/sentences.ts";

/** An event that would be recorded, in words; `journey`: in whose, where the command is of no journey of its own. */
export interface Consequence {
  type: string;
  what: string;
  journey?: string;
}

/** What every preview answers. `version`, beside it, is the one that stands; `status` the one that would come. */
export interface Foreseen {
  preview: true;
  consequences: Consequence[];
}

/** More than anybody reads: a batch of a payment run has a hundred schools. */
const MOST = 200;

/** What would follow, of things that are done at once and have no rules of their own. */
export function foreseen(type: string, what: string): Foreseen {
  return { preview: true, consequences: [{ type, what }] };
}

/** What these events say. `subject`: of the command. */
export function consequencesOf(subject: string, events: readonly EventSomewhere[]): Consequence[] {
  return events.slice(0, MOST).map((one) => ({
    type: one.event.type,
    what: one.kind === "journey" ? sentenceOf(one.event) : `${plainly(one.event.type)}.`,
    ...(one.kind === "journey" && one.subject !== subject && { journey: one.subject }),
  }));
}

/** `SessionScheduled` → `Session scheduled`. */
function plainly(type: string): string {
  const [first = "", ...rest] = type.split(/(?=[A-Z])/u);
  return [first, ...rest.map((word) => word.toLowerCase())].join(" ");
}

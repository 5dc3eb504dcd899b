// What time brings next, in words.

import { nextInWords } from "../journey/next-in-words.ts";
import type { Coming } from "../journey/due.ts";
import { capital } from "../journey/sentences.ts";
import type { GroupNaming } from "./group-name.ts";
import { day } from "./in-words.ts";
import { byName } from "./naming.ts";

/** What comes next by itself, to the school (`your`) or to others: the day and a sentence without its full stop. */
export function comingInWords(
  { next, promised }: Coming,
  whose: "your" | "the",
  called: GroupNaming,
): { on: string; says: string } | null {
  return next && { on: day(next.at), says: capital(nextInWords(next, byName(whose, called)(promised))) };
}

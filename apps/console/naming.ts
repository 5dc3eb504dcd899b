// How the console's sentences call what the rules know by code.

import { nextInWords } from "../../libs/journey/describe.ts";
import type { Coming } from "../../libs/journey/due.ts";
import { groupNameOf, type GroupNaming } from "../../libs/words/group-name.ts";
import { capital, type Naming, type NamingOf } from "../../libs/journey/sentences.ts";
import { commitmentName } from "../../libs/letters/words.ts";
import { day, inWords, low, programmeOfId, stageYear } from "./words.ts";

const IN_WORDS: Naming = {
  commitment: low,
  prospectus: programmeOfId,
  // `2020/21/gap-task-1`
  task: (id) => low(id.slice(id.lastIndexOf("/") + 1)),
  workGroup: groupNameOf,
  run: () => "",
  stageYear,
  people: (ids) => (ids.length === 0 ? [] : ids.length === 1 ? ["somebody"] : [`${ids.length} people`]),
  word: low,
  first: capital,
  mark: "",
};

/** Commitments by their codes in words: `gap task 1`. `called`: what Work Groups are called. */
export const allInWords =
  (called: GroupNaming): NamingOf =>
  () => ({ ...IN_WORDS, workGroup: called });

/**
 * Commitments by their full names, in quotes: as letters to the school call them (`your`), or as others do (`the`).
 * `called`: what Work Groups are called.
 */
export const byName =
  (whose: "your" | "the", called: GroupNaming = groupNameOf): NamingOf =>
  (promised) => {
    const names = new Map(promised.map((one) => [one.code, commitmentName(one, whose)]));
    const commitment = (code: string): string => `“${names.get(code) ?? inWords(code)}”`;
    return { ...IN_WORDS, commitment, workGroup: called, task: (id) => commitment(id.slice(id.lastIndexOf("/") + 1)) };
  };

/** What comes next by itself, to the school (`your`) or to others: the day and a sentence without its full stop. */
export function comingInWords(
  { next, promised }: Coming,
  whose: "your" | "the",
  called: GroupNaming,
): { on: string; says: string } | null {
  return next && { on: day(next.at), says: capital(nextInWords(next, byName(whose, called)(promised))) };
}

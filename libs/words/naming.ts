// How sentences for people call what the rules know by code.

import { groupNameOf, type GroupNaming } from "./group-name.ts";
import { capital, type Naming, type NamingOf } from "../journey/sentences.ts";
import { commitmentName } from "../letters/words.ts";
import { inWords, low, programmeOfId, stageYear } from "./in-words.ts";

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
    // Looked up when it is said: of a year's promises a sentence names one.
    const commitment = (code: string): string => {
      const one = promised.findLast((each) => each.code === code);
      return `“${one === undefined ? inWords(code) : commitmentName(one, whose)}”`;
    };
    return { ...IN_WORDS, commitment, workGroup: called, task: (id) => commitment(id.slice(id.lastIndexOf("/") + 1)) };
  };

// How well words that somebody typed fit a text: as it stands, as it begins, or but for a slip. Pure; the same for the
// names of schools and of people.

import { remember } from "../calendar/memo.ts";
import { searched } from "./searched.ts";

/** Worse than any that fits. */
export const NOT_FOUND = Number.POSITIVE_INFINITY;
/** From so many letters on a word may have one slip in it, or two. */
const ONE_SLIP = 4;
const TWO_SLIPS = 8;
const [EXACT, BEGINS, SLIP] = [0, 1, 3];

/** What is typed, as words to look for. */
export const wordsIn = (typed: string): string[] =>
  searched(typed)
    .split(" ")
    .filter((word) => word !== "");

/**
 * How far `text` is from what was asked: 0 where each word stands in it, more where words only begin so or have slips;
 * NOT_FOUND where one of them is in none. The order of words does not matter.
 */
export const distance = (asked: readonly string[], text: readonly string[]): number => far(asked, text, slipsBetween);

/**
 * The same of many texts: schools of a country have few words that no other has, and for slips each is looked through
 * once. What is known goes with the function.
 */
export function distanceFrom(asked: readonly string[]): (text: readonly string[]) => number {
  const known = new Map(asked.map((word) => [word, new Map<string, number>()]));
  const slips: Slips = (one, other, most) =>
    remember(known.get(one) ?? new Map<string, number>(), other, () => slipsBetween(one, other, most));
  return (text) => far(asked, text, slips);
}

type Slips = (one: string, other: string, most: number) => number;

function far(asked: readonly string[], text: readonly string[], slips: Slips): number {
  let sum = 0;
  for (const word of asked) {
    const away = ofWord(word, text, slips);
    // Most schools of a country fit no word at all: what was asked beside it need not be looked for.
    if (away === NOT_FOUND) return NOT_FOUND;
    sum += away;
  }
  return sum;
}

/** The nearest of these words. */
function ofWord(asked: string, words: readonly string[], slipsOf: Slips): number {
  // A number is another one, and no slip.
  const letters = /^\d+$/u.test(asked) ? 0 : asked.length;
  const most = letters >= TWO_SLIPS ? 2 : letters >= ONE_SLIP ? 1 : 0;
  let nearest = NOT_FOUND;
  for (const word of words) {
    if (asked === word) return EXACT;
    if (word.startsWith(asked)) nearest = BEGINS;
    if (nearest <= SLIP || most === 0 || Math.abs(word.length - asked.length) > most) continue;
    const slips = slipsOf(asked, word, most);
    if (slips <= most) nearest = Math.min(nearest, SLIP + slips);
  }
  return nearest;
}

/** Letters left out, put in, taken for another, or two of them changed about; `most` + 1 for more than `most`. */
export function slipsBetween(one: string, other: string, most: number): number {
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let row = 1; row <= one.length; row++) {
    const now = [row];
    for (let column = 1; column <= other.length; column++) {
      const same = one[row - 1] === other[column - 1];
      const turned = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      now[column] = Math.min(
        (last[column] ?? 0) + 1,
        (now[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
        turned ? (before[column - 2] ?? 0) + 1 : NOT_FOUND,
      );
    }
    if (Math.min(...now) > most) return most + 1;
    [before, last] = [last, now];
  }
  return last[other.length] ?? 0;
}

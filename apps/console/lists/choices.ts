// What lists can be narrowed to, from what is in them.

import type { NamedGroup } from "../../../libs/service/work-groups/named-groups.ts";
import type { Choice } from "../form-fields.ts";

/** Each value once, by its words. `of`: value and words of one; null: none. */
export function choiceOf<T>(
  all: readonly T[],
  of: (one: T) => readonly [value: string | null, words: string | null],
): Choice[] {
  const found = new Map<string, string>();
  for (const one of all) {
    const [value, words] = of(one);
    if (value !== null && value !== "") found.set(value, words ?? value);
  }
  return [...found].map(([value, words]) => ({ value, words })).sort(byWords);
}

/** A filter that is on or says nothing. */
export const YES = (words: string): Choice[] => [{ value: "yes", words }];

/** Work Groups by their names. */
export const groupChoices = (groups: readonly NamedGroup[]): Choice[] => choiceOf(groups, ({ id, name }) => [id, name]);

/** Who leads them, by name; who is not known by name is nobody to choose. */
export const leadChoices = (groups: readonly NamedGroup[]): Choice[] =>
  choiceOf(
    groups.filter(({ leadName }) => leadName !== null),
    ({ lead, leadName }) => [lead, leadName],
  );

/** Made once: to compare by `localeCompare` makes one anew for each two. */
export const ALPHABET = new Intl.Collator("en-GB", { numeric: true });

const byWords = (one: Choice, other: Choice): number => ALPHABET.compare(one.words, other.words);

// What a search goes by: text as people type it, made one spelling of. The same is stored beside a name and made of
// what is asked for, so that whatever differs only in how it is written is found. Pure.

import { visible } from "./visible.ts";

/** Written in full and in short: one of them stands for both. */
const SAME_WORD: ReadonlyMap<string, string> = new Map([
  ["saint", "st"],
  ["saints", "sts"],
  ["ss", "sts"],
  ["and", "&"],
]);
/** Letters that are no other letter with an accent. */
const PLAIN: ReadonlyMap<string, string> = new Map([
  ["ß", "ss"],
  ["æ", "ae"],
  ["œ", "oe"],
  ["ø", "o"],
  ["ł", "l"],
  ["đ", "d"],
  ["ð", "d"],
  ["þ", "th"],
  ["ı", "i"],
]);

/**
 * Text as it is searched by: without case, accents, apostrophes and stops; hyphens and other signs part words; `Saint`
 * is `st`, `and` is `&`. Words have single blanks between them. Empty for text that has neither letter nor number.
 */
export function searched(text: string): string {
  return visible(text)
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[ßæœøłđðþı]/gu, (letter) => PLAIN.get(letter) ?? letter)
    .replace(/['‘’‚‛`´ʼʹ′.]/gu, "")
    .replaceAll("&", " & ")
    .replace(/[^\p{L}\p{N}&]+/gu, " ")
    .trim()
    .split(" ")
    .map((word) => SAME_WORD.get(word) ?? word)
    .join(" ");
}

/**
 * What is stored of a school and searched in: its name, its URN, its postcode in two words and in one, with a blank
 * before each word.
 */
export function searchedSchool({
  urn,
  name,
  postcode,
}: {
  urn: string;
  name: string;
  postcode: string | null;
}): string {
  const code = searched(postcode ?? "");
  return ["", searched(name), urn, code, code.replaceAll(" ", "")].join(" ").trimEnd();
}

/**
 * What a school must have for it to be found, as patterns of SQL's LIKE over what is stored: each word of what is asked
 * for, in any order. `starts`: where words begin (`mary` is in every primary school); `within`: anywhere, for when no
 * school has it so. None where what is asked for has neither letter nor number.
 */
export function patternsOf(asked: string): { starts: string[]; within: string[] } {
  const words = searched(asked)
    .split(" ")
    .filter((word) => word !== "");
  return { starts: words.map((word) => `% ${word}%`), within: words.map((word) => `%${word}%`) };
}

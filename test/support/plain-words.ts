// What an operator reads has nothing in it that is written for programs.

/** Written with a hyphen by people, too. */
const WORDS = new Set(["stage-year", "stage-years", "half-day", "half-days", "in-school", "e-mail", "take-up"]);
/** A day, an academic year before a code, Markdown of a calendar, an id of 32 digits. */
const OF_PROGRAMS = /\d{4}-\d\d|\d{4}\/\d\d\/|\*\*\*|[0-9a-f]{16,}|\bundefined\b|\bnull\b|\[object/u;
const HYPHENED = /[\p{L}\d]+(?:-[\p{L}\d]+)+/gu;

/** Codes, ids and days as programs write them that stand in a text. */
export function writtenForPrograms(text: string): string[] {
  const hyphened = (text.match(HYPHENED) ?? []).filter((word) => !WORDS.has(word.toLowerCase()));
  return [...hyphened, ...(OF_PROGRAMS.exec(text) ?? [])];
}

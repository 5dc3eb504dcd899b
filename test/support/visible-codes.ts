// What of a page's text is not words of people: ids, codes and dates as programs have them. What stands in a `data`
// element is for those who build, operate or audit the service.

import { STAGE_OUTCOMES } from "../../libs/journey/stage-year.ts";
import { TASK_DECISIONS } from "../../libs/journey/commands.ts";
import { TASK_ABOUT } from "../../libs/journey/event-words.ts";
import { ROLES } from "../../libs/service/access/principal.ts";

/** Words with a hyphen that rules and sign-ins know; none of them is how anybody writes. */
const CODES = [...STAGE_OUTCOMES, ...TASK_DECISIONS, ...TASK_ABOUT, ...ROLES, "maths-lead", "lead-teacher"].filter(
  (code) => code.includes("-"),
);

const SHAPES: readonly (readonly [what: string, shape: RegExp])[] = [
  ["a date of programs", /\b\d{4}-\d\d-\d\d\b/gu],
  ["a programme’s id", /\b\d{4}-\d\d\/[a-z][a-z-]*/gu],
  ["a journey’s id", /\b\d{6}-(?:primary|secondary)\b/gu],
  ["a sign-in’s id", /\b(?:hub|work|finance|school)-[a-z-]+\.[a-z0-9-]+/gu],
  ["an id", /\b[\da-f]{8}-[\da-f]{4}-[\da-f-]+/gu],
  ["a code with a number", /(?<![\w./@-])[a-z]+(?:-[a-z]+)*-\d+\b(?!\.)/gu],
  ["a code", new RegExp(`(?<![\\w./@-])(?:${CODES.join("|")})(?![\\w-])`, "gu")],
];

/** Everything that may be read on a page but for addresses, and what a letter is to be quoted by, in one line. */
export function visibleText(page: string): string {
  return page
    .replaceAll(/<(script|style|data|template)\b[\s\S]*?<\/\1>/gu, " ")
    .replaceAll(/<[^>]*>/gu, " ")
    .replaceAll(/\S+@\S+|Reference: \S+/gu, " ")
    .replaceAll("&#39;", "’")
    .replaceAll(/\s+/gu, " ");
}

/** What is wrong with a page's text, each with the words around it. */
export function codesIn(page: string): string[] {
  const text = visibleText(page);
  return SHAPES.flatMap(([what, shape]) =>
    [...text.matchAll(shape)].map((found) => {
      const around = text.slice(Math.max(0, found.index - 30), found.index + found[0].length + 20);
      return `${what}, ${found[0]}: …${around}…`;
    }),
  );
}

// What a hub holds back of letters, in words.

import { thingOf } from "./hold.ts";

/** What a letter tells that the hub may hold, by its code (hold.ts), as part of a sentence. */
export function thingInWords(code: string, { commitment }: { commitment(code: string): string }): string {
  const thing = thingOf(code);
  if (thing === null) return "a letter";
  switch (thing.what) {
    case "reminder":
      return `the ${thing.term} reminder`;
    case "due-soon":
      return `that ${commitment(thing.code)} is due soon`;
    case "missed":
      return `that ${commitment(thing.code)} is missing (the ${thing.level === "1" ? "first" : "second"} letter)`;
    case "meeting":
      return `the announcement of ${commitment(thing.code)}`;
    case "offer":
      return "the reminder of the offer";
    case "invitation":
      return "the reminder of the invitation";
    default:
      return thing satisfies never;
  }
}

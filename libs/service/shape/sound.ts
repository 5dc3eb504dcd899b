// What no part behind the edge can keep: characters PostgreSQL has no place for, nesting without end, and names of what
// every object has (`constructor`), by which a look-up finds what nobody put there.

import { Refusal, type FieldFault } from "../refusal.ts";

const MOST_DEPTH = 16;
const MOST_FAULTS = 20;
// NUL cannot be stored as text, half of a surrogate pair is no character.
const UNSOUND = /\0|\p{Surrogate}/u;

/** Whether what was sent can be kept. @throws Refusal `invalid`, with pointers */
export function mustBeSound(body: object): void {
  const errors: FieldFault[] = [];
  look(body, "", 0, errors);
  if (errors.length > 0)
    throw new Refusal("invalid", `The request cannot be kept: ${errors[0]?.detail}`, {
      errors: errors.slice(0, MOST_FAULTS),
    });
}

function look(value: unknown, pointer: string, depth: number, errors: FieldFault[]): void {
  if (typeof value === "string" && UNSOUND.test(value))
    errors.push({ pointer, detail: "It holds a character that is none (NUL, or half of a pair)." });
  if (typeof value !== "object" || value === null) return;
  if (depth === MOST_DEPTH) {
    errors.push({ pointer, detail: "It is nested too deeply." });
    return;
  }
  for (const [key, inner] of Object.entries(value)) {
    const step = key.replaceAll("~", "~0").replaceAll("/", "~1");
    if (UNSOUND.test(key)) errors.push({ pointer, detail: "It has a name with a character that is none." });
    else if (key in Object.prototype)
      errors.push({
        pointer: `${pointer}/${step}`,
        detail: "No field has this name: every object has something by it.",
      });
    else look(inner, `${pointer}/${step}`, depth + 1, errors);
  }
}

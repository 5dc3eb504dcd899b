// What a hub can hold of letters to come, and what it holds, as a form has it to choose from.

import { holdable } from "../../../libs/journey/hold.ts";
import { thingInWords } from "../../../libs/journey/hold-in-words.ts";
import { capital, listed } from "../../../libs/journey/sentences.ts";
import { currentYear } from "../../../libs/journey/state.ts";
import type { Facts } from "../../../libs/service/journeys/journey-facts.ts";
import type { Choice, FormField } from "../form-fields.ts";
import { byName } from "../../../libs/words/naming.ts";

/** `tells`: all that letters may still tell; `hold`: each hold that stands. */
export function lettersToHold(name: "tells" | "hold", state: Facts["state"]): Choice[] {
  const naming = byName("the")(currentYear(state)?.commitments ?? []);
  const words = (codes: readonly string[]): string => capital(listed(codes.map((code) => thingInWords(code, naming))));
  return name === "tells"
    ? [...holdable(state)].map((value) => ({ value, words: words([value]) }))
    : state.holds.map(({ seq, tells }) => ({ value: String(seq), words: words(tells) }));
}

/** The fields with those choices alone that were come for: what one letter tells, of all that letters may tell. */
export function narrowed(fields: readonly FormField[], picked: readonly string[]): FormField[] {
  return fields.map((field) => {
    if (field.name !== "tells" || !("choices" in field) || picked.length === 0) return field;
    return { ...field, choices: field.choices.filter(({ value }) => picked.includes(value)) };
  });
}

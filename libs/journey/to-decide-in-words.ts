// What the hub lead has to decide, as a sentence goes on with it.

import type { TaskAbout } from "./events.ts";

const TO_DECIDE: Readonly<Record<Exclude<TaskAbout, "missed-commitment" | "bounced-letter" | "another-date">, string>> =
  {
    teachers: "which teachers take part",
    grant: "what becomes of the grant",
    invitation: "whether the school goes on to the next stage",
    outcome: "whether the school has completed its year",
    readiness: "whether the school is Mastery Ready",
    waiting: "what becomes of the school’s application or place",
    register: "what became of the session",
    group: "whether the Work Group goes on with so few schools",
    move: "whether the school goes to the hub that asks for it",
    textbooks: "whether it helps the school with textbooks",
    pause: "what becomes of the school, which pauses without an end",
    contact: "who is written to at the school",
  };

/** `about gap task 1`, `which teachers take part`. `name`: how its reader calls a commitment. */
export function toDecide(
  about: Exclude<TaskAbout, "bounced-letter">,
  commitment: string | null,
  name: { commitment(code: string): string },
): string {
  if (about === "another-date")
    return `on another date for ${commitment === null ? "a commitment" : name.commitment(commitment)}`;
  if (about === "missed-commitment")
    return `about ${commitment === null ? "a missed commitment" : name.commitment(commitment)}`;
  return TO_DECIDE[about];
}

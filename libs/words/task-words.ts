// What a hub's tasks are about, as people there speak of them.

import type { TaskAbout } from "../journey/event-words.ts";

/** What somebody has to decide; a promise that was missed is called by its own name. */
export const TASK_WORDS: Readonly<Record<Exclude<TaskAbout, "missed-commitment">, string>> = {
  teachers: "The school has not the teachers that its programme asks for",
  grant: "What becomes of the grant?",
  invitation: "Does the school go on to the next stage?",
  outcome: "Has the school completed its year?",
  readiness: "Is the school Mastery Ready?",
  waiting: "What becomes of the school’s application or place?",
  register: "The register of a session was not taken",
  group: "The Work Group has fewer schools than it needs",
  "bounced-letter": "A letter to somebody at the school came back: correct the address, or name who can be written to",
  contact: "Somebody is not the school’s contact any more: name who comes in their place, or correct the address",
  "another-date": "The school asks for another date",
  move: "Another hub asks for the school",
  pause: "What becomes of a school that pauses without an end?",
  textbooks: "Does the hub help the school with textbooks?",
};

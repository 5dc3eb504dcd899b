// How a wait, or an invitation, ends in which nothing came of it.

import type { EventOf } from "./events.ts";

/** Why a school does not go on. */
export const WHY_LAPSED = {
  "not-invited": "the hub has not invited the school",
  "not-answered": "the school has not answered its invitation",
  undecided: "nobody has decided whether it is Mastery Ready",
  "not-ready": "it is not Mastery Ready",
  "not-completed": "it has not completed its year",
  "let-go": "the hub lead has let it go",
  away: "it has not come back from its pause",
} as const;

/** How a wait ended in which nothing came of it. */
export const ENDED: Readonly<Record<EventOf<"ApplicationEnded">["stood"], (programme: string) => string>> = {
  interested: (programme) => `The interest in ${programme} ends: no window is to come for it.`,
  applied: (programme) => `The application for ${programme} ends with its year: the hub has not answered it.`,
  "information-requested": (programme) => `The application for ${programme} ends: the school has not answered the hub.`,
  waitlisted: (programme) => `The application for ${programme} ends: no place fell free.`,
  accepted: (programme) => `The place for ${programme} ends with its year: the hub has not placed the school.`,
};

// Whether a life is over is said by `advance` (`over`). Answers recorded before it did take these rules, as they stood
// then; they go when the last run that holds such an answer has been continued as new.

import type { AdvanceAnswer } from "../libs/contract/journey.ts";

const ENDED: readonly (string | undefined)[] = [
  // of a journey
  "completed",
  "not-selected",
  "redirected",
  "declined",
  "lapsed",
  "withdrawn",
  "ineligible",
  // of a Work Group
  "ended",
  // of a payment run
  "complete",
  "cancelled",
];

/** Nothing has begun, or it has ended and nothing is left to happen by itself or to be performed. */
export function wasOver({ version, attributes, due, effects }: AdvanceAnswer): boolean {
  return (version === 0 || ENDED.includes(attributes.JourneyStatus)) && due === null && effects.length === 0;
}

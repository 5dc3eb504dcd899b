// Decisions that can be taken back, and what comes of it.

/** What CorrectRecord takes back beside records: a decision by which a school's way ended, or went on. */
export const TAKEN_BACK = [
  "ApplicationDeclined",
  "ApplicationRedirected",
  "ApplicationWithdrawn",
  "OfferDeclined",
  "OfferLapsed",
  "SchoolPlaced",
  "SchoolWithdrawn",
] as const;
export type TakenBack = (typeof TAKEN_BACK)[number];

/**
 * What comes of it. `status`: where the journey stands again; `workGroup`, `place`: in which Work Group it has which
 * place, or a turn on its waitlist, again; `tells`: the school is written to (not where another letter says it).
 */
export interface Restored {
  was: TakenBack;
  status: string;
  workGroup: string | null;
  place: "reserved" | "taken" | "waiting" | null;
  tells: boolean;
}

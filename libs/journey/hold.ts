// What a hub holds back of the letters that time brings. Each thing that such a letter will tell has a code that is
// known before it happens, so that it can be held before there is any letter. News is never held: it has happened.

import { localDate, type Instant, type LocalDate } from "../calendar/instants.ts";
import type { Recorded, JourneyEvent } from "./events.ts";
import { yearUnderWay, type Begun, type Hold, type Known, type StageYear } from "./state.ts";

/** The levels that are told by letter: of the third the hub's morning tells. */
const TOLD_BY_LETTER = [1, 2] as const;

const reminderCode = (academicYear: string, term: string): string => `${academicYear}/reminder/${term}`;
const dueSoonCode = (academicYear: string, commitment: string): string => `${academicYear}/due-soon/${commitment}`;
/** The code of what is told of a missed promise at a level. */
export const missedCode = (academicYear: string, commitment: string, level: number): string =>
  `${academicYear}/missed/${commitment}/${level}`;
const meetingCode = (academicYear: string, meeting: string, on: LocalDate): string =>
  `${academicYear}/meeting/${meeting}/${on}`;
const offerCode = (respondBy: LocalDate): string => `offer/${respondBy}`;
const invitationCode = (academicYear: string, to: readonly string[]): string =>
  `invitation/${academicYear}/${to.join("+")}`;

/** The codes of what an event has people told; none for what cannot be held. `state`: where it happens. */
export function toldCodes(event: JourneyEvent, state: Begun): string[] {
  const academicYear = yearUnderWay(state)?.academicYear ?? "";
  switch (event.type) {
    case "ReminderDue":
      return [reminderCode(event.academicYear, event.term)];
    case "ChaserDue":
      return event.commitments.map((code) => dueSoonCode(event.academicYear, code));
    case "CommitmentEscalated":
      return [missedCode(academicYear, event.commitment, event.level)];
    case "MeetingAnnounced":
      return [meetingCode(event.into ?? academicYear, event.meeting, event.on)];
    case "OfferReminderDue":
      return [offerCode(event.respondBy)];
    case "NextStageReminderDue":
      return [invitationCode(event.academicYear, event.to)];
    default:
      return [];
  }
}

/** What a code stands for. */
export type Thing =
  | { what: "reminder"; term: string }
  | { what: "due-soon" | "meeting"; code: string }
  | { what: "missed"; code: string; level: string }
  | { what: "offer" | "invitation" };

/** What is told under a code; null for a code of a later release. */
export function thingOf(code: string): Thing | null {
  const [what, one = "", other = ""] = code.startsWith("20") ? code.split("/").slice(2) : code.split("/");
  switch (what) {
    case "reminder":
      return { what, term: one };
    case "due-soon":
    case "meeting":
      return { what, code: one };
    case "missed":
      return { what, code: one, level: other };
    case "offer":
    case "invitation":
      return { what };
    default:
      return null;
  }
}

/** All that letters may still tell as things stand, by its codes: what can be held. */
export function holdable(state: Begun): Set<string> {
  const year = yearUnderWay(state);
  const waiting = state.unsaid.filter(({ at, cause }) => at !== null && cause !== "news");
  const invited = state.status === "participating" ? (state.invitation?.reminders ?? []) : [];
  return new Set([
    ...waiting.flatMap(({ codes }) => codes),
    ...(state.status === "offered" && state.offer.remindAt !== null ? [offerCode(state.offer.respondBy)] : []),
    ...invited.map(({ to }) => invitationCode(state.invitation?.academicYear ?? "", [to])),
    ...(year === null ? [] : inYear(year)),
  ]);
}

function inYear(year: StageYear): string[] {
  const { academicYear, commitments, reminders, announces } = year;
  const owed = commitments.filter(({ status }) => status === "open" || status === "missed");
  return [
    ...reminders.filter(({ done }) => !done).map(({ term }) => reminderCode(academicYear, term)),
    ...owed.flatMap(({ code, chaseAt }) => (chaseAt === null ? [] : [dueSoonCode(academicYear, code)])),
    ...owed
      .filter(({ by }) => by === "school")
      .flatMap(({ code, told }) =>
        TOLD_BY_LETTER.filter((level) => level > told).map((level) => missedCode(academicYear, code, level)),
      ),
    ...announces.map(({ code, on }) => meetingCode(academicYear, code, on)),
  ];
}

/** The hold in force under which all of this stands; null where some of it is free to go. */
export function heldBy(holds: readonly Hold[], codes: readonly string[], at: Instant): Hold | null {
  const inForce = holds.filter(({ until }) => until === null || localDate(at) <= until);
  const isHeld = (code: string): boolean => inForce.some(({ tells }) => tells.includes(code));
  if (codes.length === 0 || !codes.every(isHeld)) return null;
  return inForce.findLast(({ tells }) => codes.some((code) => tells.includes(code))) ?? null;
}

/** The holds one event later: of what is held once more the later hold holds. */
export function evolveHolds(holds: readonly Hold[], event: Recorded): readonly Hold[] {
  switch (event.type) {
    case "LetterHeld": {
      const { seq, tells, until } = event;
      const others = holds.map((one) => ({ ...one, tells: one.tells.filter((code) => !tells.includes(code)) }));
      return [...others.filter((one) => one.tells.length > 0), { seq, tells, until }];
    }
    case "HoldLifted":
      return holds.filter(({ seq }) => seq !== event.hold);
    // The letters are another hub's from now on.
    case "SchoolJoinedHub":
      return [];
    // Of a year that is over nothing is told any more.
    case "StageStarted":
      return holds.filter(({ tells }) =>
        tells.some((code) => !code.startsWith("20") || code.startsWith(event.academicYear)),
      );
    default:
      return holds;
  }
}

/** What was held back until now, once its hold is lifted: it is told `goesAt`. */
export function unsaidFreed(unsaid: Known["unsaid"], hold: number, goesAt: Instant): Known["unsaid"] {
  return unsaid.map((one) => (one.hold === hold ? { ...one, at: goesAt, hold: null } : one));
}

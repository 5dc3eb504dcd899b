// Why a step of a stage-year is turned down: of its people, its records, its themes.

import type { Say } from "../say.ts";
import type { Table } from "./reason.ts";

export const YEAR = {
  "not-a-school-day": {
    day: ({ on, next }: { on: string; next: string }, say: Say) =>
      `${say.day(on)} is no school day there; the next one is ${say.day(next)}. Take another, or say why it is meant.`,
  },
  "too-much-for-a-day": {
    visits: ({ on, had }: { on: string; had: number }, say: Say) =>
      `A day has two half-days, and of ${say.day(on)} ${had} ${had === 1 ? "is" : "are"} recorded already: ` +
      `record each day by itself.`,
    visit: () => "A day has two half-days: record each day of a longer visit by itself.",
    sessions: ({ on, session }: { on: string; session: string }, say: Say) =>
      `Separate meetings are on separate days, and ${session} is on ${say.day(on)} already. Where a full day stands ` +
      `for two half-days, say ${say.either("`equivalent: full-day`", "so")} in its register, with a reason.`,
    meeting: ({ on, had }: { on: string; had: number }, say: Say) =>
      `A day has two half-days, and of ${say.day(on)} ${had} ${had === 1 ? "is" : "are"} taken up already.`,
    release: ({ days, from }: { days: number; from: string }, say: Say) =>
      `There ${days === 1 ? "was one school day" : `were ${days} school days`} from ${say.day(from)} to that day: ` +
      `nobody was released for more.`,
    "release-before": ({ on }: { on: string }, say: Say) =>
      `With what is recorded up to ${say.day(on)} there would be more days of release than school days.`,
  },
  "stated-by-page": {
    textbooks: () => "Help with textbooks waits for the department: say that it has confirmed it.",
    months: ({ from, to }: { from: string; to: string }, say: Say) =>
      `The programme’s page has its meetings from ${say.day(from)} to ${say.day(to)}.`,
  },
  "role-not-allowed": {
    programme: ({ roles }: { roles: readonly string[] }) =>
      `In this programme a teacher takes part as ${roles.join(" or ")}.`,
  },
  "too-many-participants": {
    teachers: ({ most }: { most: number }) => `A school names ${most} teachers: replace or release one of them first.`,
    representatives: () => "A school sends one representative, or two that are released for all sessions.",
  },
  "representatives-must-commit": {
    both: (_given: unknown, say: Say) =>
      say.either(
        "An additional representative can come if both are released to attend all sessions: say " +
          "releasedForAllSessions of each (ReplaceParticipant says it of one who takes part already).",
        "A second representative can come if both are released to attend all sessions.",
      ),
  },
  "maths-lead-required": { "among-them": () => "One of the two teachers should be the maths lead." },
  "experienced-advocate-required": {
    "among-them": (_given: unknown, say: Say) =>
      "One of the two Mastery Advocates should be an experienced teacher with substantial responsibility " +
      `and the authority to lead change${say.either(": say experienced and authority", "")}.`,
  },
  "theme-unknown": {
    "not-on-the-list": ({ themes }: { themes: readonly string[] }) =>
      `The themes are: ${themes.join(", ") || "none in this programme"}.`,
  },
  // `because`: what the page says of it.
  "theme-closed": {
    page: ({ because }: { because: string }) => `This theme is no longer offered: ${because}`,
  },
  "one-theme-only": {
    chosen: ({ theme }: { theme: string }) => `Schools pick one theme, and this one has picked ${theme}.`,
  },
  "not-participating": {
    "between-years": () => "No stage-year is under way: the next one has not begun.",
    "not-at-present": () => "The school is not taking part at present: no stage-year is under way.",
    theme: ({ status }: { status: string }) =>
      `A theme is chosen by a school that takes part or has accepted its place; the journey is ${status}.`,
  },
  "unknown-commitment": {
    "stage-year": ({ codes }: { codes: readonly string[] }) =>
      `This stage-year has no such commitment. It has: ${codes.join(", ")}.`,
    "gap-task": () => "That commitment is not a gap task.",
    journey: () => "No stage-year of this journey has such a commitment: name one it has, or none.",
    "no-such-year": ({ academicYear }: { academicYear: string }) =>
      `The school had no year in ${academicYear}: name one that it had, or none.`,
  },
  "unknown-participant": {
    "not-at-present": () => "No such teacher takes part for this school at present.",
    named: () => "A teacher named takes no part for this school: nominate them first.",
    "nobody-here": () => "Nobody is known here by this id. POST /api/v1/journeys/{id}/people answers with one.",
  },
  "unknown-session": {
    "stage-year": ({ codes }: { codes: readonly string[] }) =>
      `This stage-year has no such session. It has: ${codes.join(", ")}.`,
    "work-group": ({ codes }: { codes: readonly string[] }) =>
      `This Work Group has no such session. It has: ${codes.join(", ")}.`,
  },
  "in-the-future": {
    record: ({ on }: { on: string }, say: Say) => `${say.day(on)} is still to come: record it once it has happened.`,
    register: ({ on }: { on: string }, say: Say) =>
      `${say.day(on)} is still to come: take the register once the session has been held.`,
    "cut-off": ({ on }: { on: string }, say: Say) =>
      `${say.day(on)} is still to come: a run takes what has been released.`,
  },
  "reason-required": {
    reason: (_given: unknown, say: Say) =>
      say.either("Say why, in words: `reason` is missing or blank.", "Say why, in words."),
    "before-its-time": (_given: unknown, say: Say) =>
      say.either(
        "A meeting before it is still to come: say why it is recorded now (`reason`).",
        "A meeting before it is still to come: say why it is recorded now.",
      ),
    "after-its-year": ({ academicYear }: { academicYear: string }, say: Say) =>
      say.either(
        `It is taken for ${academicYear}, which is over: say why it comes now (\`reason\`).`,
        `It is taken for ${academicYear}, which is over: say why it comes now.`,
      ),
    "respond-by-late": ({ latest }: { latest: string }, say: Say) =>
      `A school answers ten school days before its first session, here by ${say.day(latest)}: name that day or an ` +
      "earlier one, or say why it may answer later.",
    steps: (_given: unknown, say: Say) =>
      say.either("Say what was agreed: `steps` is missing or blank.", "Say what was agreed, in words."),
  },
} satisfies Table;

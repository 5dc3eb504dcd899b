// Why the year's turn does nothing for a school, in words: from which of the reasons it is, and what goes with it.

import type { InWords } from "./rejection.ts";
import { sentenceOfRejection } from "./rejection.ts";
import type { Asks, Sentence, With } from "./reasons/reason.ts";
import { TO_PROGRAM, type Say } from "./say.ts";

/** The last day of a pause, where it has one. */
interface Pauses {
  until: string | null;
}
/** A place may be kept for it meanwhile. */
interface Invited {
  stage: string;
  keptIn: string | null;
  keptUntil: string | null;
}
const pauses = ({ until }: Pauses, say: Say): string =>
  until === null ? "until it returns" : `until ${say.day(until)}`;

const REASONS = {
  "in-its-year": ({ academicYear }: { academicYear: string }) => `It is in its stage-year ${academicYear}.`,
  invited: ({ stage, keptIn, keptUntil }: Invited, say: Say) => {
    const kept =
      keptIn === null || keptUntil === null
        ? ""
        : ` A place in ${say.workGroup(keptIn)} is kept for it until ${say.day(keptUntil)}.`;
    return `It is invited to ${stage} and has not answered yet.${kept}`;
  },
  left: ({ academicYear }: { academicYear: string }) =>
    `It left after ${academicYear} and is welcome back: invite it if it asks.`,
  "readiness-undecided": () => "Whether it is Mastery Ready is for the hub lead to decide first.",
  "not-ready": () => "It is not Mastery Ready: no stage follows.",
  "not-completed": () => "It has not completed its year: invite it to that stage again, or say that the year counts.",
  held: ({ until }: { until: string }, say: Say) =>
    `It goes on once the hub lead says that its last year counts, until ${say.day(until)}.`,
  "no-prospectus": ({ phase, stage, into }: { phase: string; stage: string; into: string }) =>
    `There is no prospectus for ${phase} ${stage} in ${into}: add it to the catalogue.`,
  "goes-on-later": ({ stage, academicYear }: { stage: string; academicYear: string }) =>
    `Its next stage-year is ${stage} in ${academicYear}.`,
  "pauses-in-its-year": (pause: Pauses, say: Say) => `It pauses ${pauses(pause, say)}; it is invited once it is back.`,
  pauses: (pause: Pauses & { returnsTo: string | null }, say: Say) =>
    `It pauses ${pauses(pause, say)}${pause.returnsTo === null ? "" : `; its return takes it to ${pause.returnsTo}`}.`,
  "has-its-place": ({ workGroup }: { workGroup: string }, say: Say) =>
    `It goes on, and has its place in ${say.workGroup(workGroup)}.`,
  "left-out": () => "The hub has left it out.",
};

type Why = keyof typeof REASONS;
/** One of these reasons, with what its sentence needs; or why the rules would not let it be invited. */
export type WhyNothing = { why: Why; with?: With } | { rejection: InWords };

/** A reason. */
export function nothingFor<W extends Why>(why: W, ...[given]: Asks<(typeof REASONS)[W]>): WhyNothing {
  return { why, ...(given !== undefined && { with: given as With }) };
}

/**
 * Its sentence; null where there is none. What was recorded in words alone is said as it was recorded. `say`: how its
 * reader sees dates.
 */
export function whyNothing(
  { because, detail }: { because?: WhyNothing | null; detail: string | null },
  say: Say = TO_PROGRAM,
): string | null {
  if (!because) return detail;
  if ("rejection" in because) return sentenceOfRejection(because.rejection, say);
  // What a reason is given, the turn's compiler has looked at.
  return (REASONS[because.why] as Sentence)((because.with ?? {}) as never, say);
}

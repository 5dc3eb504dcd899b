// Which journeys go on under the URN of a successor school, and which wait for the hub. Pure.

import type { RegisterSchool } from "./register-school.ts";
import { loopsIn, OPEN_QUESTIONS, successionOf, type Successions } from "./succession.ts";

/** What of the register a move turns on. */
export type Standing = Pick<
  RegisterSchool,
  "urn" | "open" | "status" | "phases" | "funding" | "section41" | "closedOn"
>;

/** A journey as far as its school is concerned. `closed`: the register shows it as closed; else it does not know it. */
export interface JourneyAtStake {
  id: string;
  hub: string;
  urn: string;
  phase: string;
  aliases: readonly string[];
  closed: boolean;
}

/** A journey that goes on under another URN; `closedOn` as far as the register says. */
export interface Move {
  journey: string;
  hub: string;
  from: string;
  to: string;
  closedOn: string | null;
}

/**
 * Why a journey stays where it is. Beside what the links leave open: the one successor has no such phase, is not
 * plainly state-funded, or has a journey of its own in this phase; the register does not know the journey's school at
 * all; a hub has named a successor that an operator has to confirm.
 */
export const QUESTIONS = [
  ...OPEN_QUESTIONS,
  "phase-differs",
  "not-state-funded",
  "successor-has-journey",
  "unknown-urn",
  "to-be-confirmed",
] as const;
export type QuestionWhy = (typeof QUESTIONS)[number];

/** `successors`: the schools it is about. */
export interface Question {
  journey: string;
  hub: string;
  urn: string;
  why: QuestionWhy;
  successors: readonly string[];
}

/**
 * Decides for each journey at stake. `taken`: the journeys that schools have now, as `{urn}-{phase}`; a school has one
 * a phase, so two journeys that would come together are both left to the hub.
 */
export function planMoves(
  journeys: readonly JourneyAtStake[],
  after: Successions,
  standings: ReadonlyMap<string, Standing>,
  taken: ReadonlySet<string>,
): { moves: Move[]; questions: Question[] } {
  const loops = new Set(loopsIn(after).flat());
  const planned = journeys.map((journey): { journey: JourneyAtStake; to: string } | Question => {
    const asks = (why: QuestionWhy, successors: readonly string[]): Question => ({
      journey: journey.id,
      hub: journey.hub,
      urn: journey.urn,
      why,
      successors,
    });
    if (!journey.closed) return asks("unknown-urn", []);
    const { moves, why, successors } = successionOf(journey.urn, after, loops, (urn) => standings.get(urn));
    if (why !== null) return asks(why, successors);
    const fault = unfit(journey, standings.get(moves), taken);
    return fault === null ? { journey, to: moves } : asks(fault, successors);
  });
  const coming = new Map<string, number>();
  for (const one of planned) if ("to" in one) coming.set(placeOf(one), (coming.get(placeOf(one)) ?? 0) + 1);
  const moves: Move[] = [];
  const questions: Question[] = [];
  for (const one of planned) {
    if (!("to" in one)) {
      questions.push(one);
      continue;
    }
    const {
      journey: { id, hub, urn },
      to,
    } = one;
    if ((coming.get(placeOf(one)) ?? 0) > 1)
      questions.push({ journey: id, hub, urn, why: "successor-has-journey", successors: [to] });
    else moves.push({ journey: id, hub, from: urn, to, closedOn: standings.get(urn)?.closedOn ?? null });
  }
  return { moves, questions };
}

const placeOf = ({ journey, to }: { journey: JourneyAtStake; to: string }): string => `${to}-${journey.phase}`;

function unfit(
  { phase, aliases }: JourneyAtStake,
  successor: Standing | undefined,
  taken: ReadonlySet<string>,
): QuestionWhy | null {
  if (successor === undefined) return "unresolved";
  // It bore that URN before: the links lead back.
  if (aliases.includes(successor.urn)) return "loop";
  if (!successor.phases.some((one) => one === phase)) return "phase-differs";
  if (successor.funding !== "state") return "not-state-funded";
  return taken.has(`${successor.urn}-${phase}`) ? "successor-has-journey" : null;
}

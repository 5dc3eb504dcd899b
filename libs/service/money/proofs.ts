// All that proves a grant, in one: the chain of facts with the page behind each, the registers, the letters, and a seal
// on the events that it was made of. Of a payment run, the same of a few of its payments, drawn so that anybody can
// draw them again.

import { createHash } from "node:crypto";
import type { Instant, LocalDate } from "../../calendar/instants.ts";
import type { Recorded } from "../../journey/events.ts";
import type { NamingOf } from "../../journey/sentences.ts";
import type { Explanation } from "../../journey/why/explanation.ts";
import type { Principal } from "../access/principal.ts";
import { MONEY_READERS, mustHold } from "../access/roles.ts";
import type { Letters, LetterSeen } from "../journeys/letters.ts";
import type { SchoolNames } from "../schools/school-names.ts";
import type { Explanations } from "../why/explanations.ts";
import type { PaymentRuns, PaymentSeen, RunWithStatement } from "./payment-runs.ts";

export const PROOF_ROLES = { read: MONEY_READERS } as const;

/** Who was at a session, by number: names stay with the school. */
export interface RegisterSeen {
  seq: number;
  at: Instant;
  session: string;
  on: LocalDate;
  present: number;
  absent: number;
}
/** `seal`: SHA-256, in hex, of the events that the caller sees of the journey, so many of them (`sealOf`). */
export interface GrantProof {
  journey: string;
  school: string;
  why: Explanation;
  registers: readonly RegisterSeen[];
  letters: readonly LetterSeen[];
  events: { count: number; seal: string };
}
/** `seed`: what the payments were drawn by; `of`: how many there are in the run. */
export interface RunProof {
  run: RunWithStatement;
  seed: string;
  of: number;
  drawn: readonly { payment: PaymentSeen; proof: GrantProof }[];
}

/** So many payments are drawn at most, and so many of a run are read. */
export const MOST_DRAWN = 25;
const MOST_PAYMENTS = 10_000;
const MOST_LETTERS = 500;
/** What is drawn by, where nobody says: letters, digits and dashes. */
export const SEED = /^[\w-]{1,40}$/u;

export class Proofs {
  constructor(
    private readonly explanations: Explanations,
    private readonly letters: Letters,
    private readonly runs: PaymentRuns,
    private readonly names: SchoolNames,
  ) {}

  /** What proves the grant of an academic year (`2024-25`). @throws Refusal `forbidden`, `not-found` */
  async ofGrant(caller: Principal, journey: string, year: string, namingOf?: NamingOf): Promise<GrantProof> {
    mustHold(caller, PROOF_ROLES.read);
    const why = await this.explanations.grant(caller, journey, year, {}, namingOf);
    const events = await this.explanations.eventsOf(caller, journey);
    const within = yearOf(events, year.replace("-", "/"));
    const told = within.map(({ seq }) => seq);
    return {
      journey,
      school: (await this.names.of([{ journey }])).get(journey) ?? journey,
      why,
      registers: within.flatMap(registerIn),
      letters: await this.lettersOf(caller, journey, told),
      events: { count: events.length, seal: sealOf(events) },
    };
  }

  /**
   * The same of `most` payments of a run, in the order of SHA-256 of `seed:payment`. @throws Refusal `forbidden`,
   * `not-found`
   */
  async ofRun(
    caller: Principal,
    id: string,
    { seed, most }: { seed: string; most: number },
    namingOf?: NamingOf,
  ): Promise<RunProof> {
    mustHold(caller, PROOF_ROLES.read);
    const run = await this.runs.one(caller, id);
    const { items } = await this.runs.payments(caller, id, { limit: MOST_PAYMENTS });
    const drawn: RunProof["drawn"][number][] = [];
    for (const payment of drawnBy(seed, items, Math.min(most, MOST_DRAWN))) {
      const year = payment.academicYear.replace("/", "-");
      drawn.push({ payment, proof: await this.ofGrant(caller, payment.journey, year, namingOf) });
    }
    return { run, seed, of: items.length, drawn };
  }

  /** Those who may not list letters prove it without. */
  private async lettersOf(caller: Principal, journey: string, told: readonly number[]): Promise<LetterSeen[]> {
    if (caller.role === "finance-officer") return [];
    const { items } = await this.letters.list(caller, journey, { limit: MOST_LETTERS });
    return items.filter(({ event }) => event !== null && told.includes(event)).reverse();
  }
}

/** The events between the beginning of an academic year's stage-year and that of the next one. */
function yearOf(events: readonly Recorded[], academicYear: string): Recorded[] {
  const from = events.findIndex((event) => event.type === "StageStarted" && event.academicYear === academicYear);
  if (from < 0) return [];
  const next = events.findIndex(
    (event, index) => index > from && event.type === "StageStarted" && event.academicYear !== academicYear,
  );
  return events.slice(from, next < 0 ? undefined : next);
}

function registerIn(event: Recorded): RegisterSeen[] {
  if (event.type !== "AttendanceRecorded") return [];
  const { seq, at, session, on, present, absent = [] } = event;
  return [{ seq, at, session, on, present: present.length, absent: absent.length }];
}

/** The first of these payments by the digest of the seed and each one's name. */
export function drawnBy<T extends { payment: string }>(seed: string, payments: readonly T[], most: number): T[] {
  const rank = ({ payment }: T): string => createHash("sha256").update(`${seed}:${payment}`).digest("hex");
  return payments
    .map((one) => [rank(one), one] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .slice(0, most)
    .map(([, one]) => one);
}

/**
 * SHA-256 of events, one a line, in hex. With what the API answers it is made again by
 * `jq -cS '.items[] | {seq, type, at, data}' | sha256sum`.
 */
export function sealOf(events: readonly Recorded[]): string {
  const digest = createHash("sha256");
  for (const { seq, type, at, ...data } of events)
    digest.update(`${JSON.stringify(inOrder({ seq, type, at, data }))}\n`);
  return digest.digest("hex");
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== "object" || value === null) return value;
  const sorted = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(sorted.map(([key, inner]) => [key, inOrder(inner)]));
}

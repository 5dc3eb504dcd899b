// Rounds: both sides have their turns in the same minutes, and the middle of all counts. Rates swing by half on a
// machine that others share; what two sides came to one after the other swings much less.

import type { Measured } from "../figure.ts";

/** Milliseconds of processor: of several processes together, or of each by its name. */
type Taken = number | Readonly<Record<string, number>>;

/** A turn of one side. `cpuMs`: of all the processes that it took part in; `cpuOf`: of each, where they have names. */
export interface Turn {
  operations: number;
  seconds: number;
  cpuMs: number;
  cpuOf?: Readonly<Record<string, number>>;
  /** How long each took, where somebody waited for it: milliseconds. */
  waits?: readonly number[];
}
interface Sides<T> {
  ours: T[];
  plain: T[];
}

/** Lets both sides have so many turns, ours first in every other round. */
export async function interleaved<T>(
  rounds: number,
  ours: (round: number) => Promise<T>,
  plain: (round: number) => Promise<T>,
): Promise<Sides<T>> {
  const sides: Sides<T> = { ours: [], plain: [] };
  for (let round = 0; round < rounds; round++) {
    const order = round % 2 === 0 ? (["ours", "plain"] as const) : (["plain", "ours"] as const);
    for (const side of order) sides[side].push(await (side === "ours" ? ours : plain)(round));
  }
  return sides;
}

/**
 * Takes the time and the processor of some work that says how many operations it was. `cpu`: what they that do it have
 * taken so far, in milliseconds.
 */
export async function turnOf(
  cpu: () => Taken,
  work: () => Promise<number | { operations: number; waits: readonly number[] }>,
): Promise<Turn> {
  const [startedAt, before] = [performance.now(), cpu()];
  const done = await work();
  const turn = { seconds: (performance.now() - startedAt) / 1_000, ...since(before, cpu()) };
  return typeof done === "number" ? { operations: done, ...turn } : { ...done, ...turn };
}

function since(before: Taken, now: Taken): Pick<Turn, "cpuMs" | "cpuOf"> {
  if (typeof before === "number" || typeof now === "number") return { cpuMs: Number(now) - Number(before) };
  const cpuOf = Object.fromEntries(Object.entries(now).map(([name, ms]) => [name, ms - (before[name] ?? 0)]));
  return { cpuMs: Object.values(cpuOf).reduce((sum, ms) => sum + ms, 0), cpuOf };
}

/** Our rate over the plain one: of each round, and of those the median. `beside`: the plain rate. */
export function rateOver({ ours, plain }: Sides<Turn>): Measured {
  const ratios = ours.flatMap((turn, round) => {
    const other = plain[round];
    return other ? [rateOf(turn) / rateOf(other)] : [];
  });
  return {
    value: median(ratios),
    beside: median(plain.map(rateOf)),
    cpu: median(ours.map(cpuOfOne)),
    detail: {
      perSecond: median(ours.map(rateOf)),
      cpuBeside: median(plain.map(cpuOfOne)),
      ...named("cpuOf", ours),
      ...named("cpuBesideOf", plain),
      rounds: ours.map((turn, round) => [rateOf(turn), plain[round] && rateOf(plain[round])]),
    },
  };
}

/** The seconds that our operation took; `beside`: those of the plain one. */
export function secondsOf({ ours, plain }: Sides<Turn>): Measured {
  const each = ({ seconds, operations }: Turn): number => seconds / operations;
  return {
    value: median(ours.map(each)),
    beside: median(plain.map(each)),
    cpu: median(ours.map(cpuOfOne)),
    detail: { rounds: ours.map((turn, round) => [each(turn), plain[round] && each(plain[round])]) },
  };
}

/** The processor that an operation took of each process, where they have names. */
function named(as: string, turns: readonly Turn[]): Readonly<Record<string, unknown>> {
  const names = Object.keys(turns[0]?.cpuOf ?? {});
  if (names.length === 0) return {};
  const each = (name: string): number =>
    median(turns.map(({ cpuOf, operations }) => (cpuOf?.[name] ?? 0) / operations));
  return { [as]: Object.fromEntries(names.map((name) => [name, Number(each(name).toFixed(2))])) };
}

export const rateOf = ({ operations, seconds }: Turn): number => operations / seconds;
export const cpuOfOne = ({ operations, cpuMs }: Turn): number => cpuMs / operations;

/** The middle of numbers; of an even count the mean of both in the middle. Throws where there are none. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((one, other) => one - other);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  if (low === undefined || high === undefined) throw new Error("nothing was measured");
  return (low + high) / 2;
}

/** What 99 of a hundred do not exceed. Throws where there are none. */
export const p99 = (numbers: readonly number[]): number => notExceeded(numbers, 0.99);
/** What 95 of a hundred do not. */
export const p95 = (numbers: readonly number[]): number => notExceeded(numbers, 0.95);

function notExceeded(numbers: readonly number[], part: number): number {
  const sorted = [...numbers].sort((one, other) => one - other);
  const found = sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)];
  if (found === undefined) throw new Error("nothing was measured");
  return found;
}

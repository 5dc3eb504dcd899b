// Which school goes on from a closed one, by the register's links. Pure. Who is moved by it, the rules of SucceedSchool
// and the import decide; what is not plain is the hub's to decide.

import { CLOSED } from "./register-school.ts";

/** A link as the register has it: `linkUrn` is the `type` of `urn`. Each usually stands from both sides. */
export interface SchoolLink {
  urn: string;
  linkUrn: string;
  type: string;
  establishedOn: string | null;
}

/** How one school followed another. */
export type SuccessionKind = "plain" | "amalgamated" | "merged" | "split";

const KINDS: Readonly<Record<string, SuccessionKind>> = {
  "": "plain",
  " - amalgamated": "amalgamated",
  " - merged": "merged",
  " - Split School": "split",
};
const types = (side: string): [string, SuccessionKind][] =>
  Object.entries(KINDS).map(([ending, kind]) => [side + ending, kind]);
const FORWARD = new Map(types("Successor"));
const BACKWARD = new Map(types("Predecessor"));

/** The link types by which a school has followed another; all others move nobody. */
export const SUCCESSION_TYPES: readonly string[] = [...FORWARD.keys(), ...BACKWARD.keys()];

/** From each school to those that followed it, and how: one link or two (from both sides) may say so. */
export type Successions = ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<SuccessionKind>>>;

/** Brings links of both sides into one direction; types that move nobody are left out. */
export function successions(links: Iterable<SchoolLink>): Successions {
  const all = new Map<string, Map<string, Set<SuccessionKind>>>();
  for (const { urn, linkUrn, type } of links) {
    const forward = FORWARD.get(type);
    const kind = forward ?? BACKWARD.get(type);
    if (kind === undefined) continue;
    const [was, is] = forward === undefined ? [linkUrn, urn] : [urn, linkUrn];
    const next = all.get(was) ?? new Map<string, Set<SuccessionKind>>();
    all.set(was, next.set(is, (next.get(is) ?? new Set()).add(kind)));
  }
  return all;
}

/** Why nobody is moved: the hub decides all but an `unresolved` URN and a `loop`, which are the register's to mend. */
export const OPEN_QUESTIONS = [
  "loop",
  "unresolved",
  "split",
  "merged",
  "amalgamated",
  "several-successors",
  "not-yet-open",
  "no-successor",
] as const;
export type OpenQuestion = (typeof OPEN_QUESTIONS)[number];

/**
 * `moves`: exactly one open school, by plain succession all the way. `successors`: the schools the question is about.
 */
export type Succession =
  | { moves: string; why: null; successors: readonly string[] }
  | { moves: null; why: OpenQuestion; successors: readonly string[] };

/** What the register says of a school's existence; undefined for a URN it does not know. */
export type StandingOf = (urn: string) => { open: boolean; status: string } | undefined;

/**
 * Follows the links from a closed school, through closed ones, to those that are not. `loops`: all schools of
 * `loopsIn`. The first that applies is answered: a loop on the way, a URN the register does not know, a split, a
 * merger, an amalgamation, several open successors, one that has yet to open, none.
 */
export function successionOf(
  closed: string,
  after: Successions,
  loops: ReadonlySet<string>,
  standingOf: StandingOf,
): Succession {
  const { seen, kinds, open, coming, unknown } = follow(closed, after, standingOf);
  const asks = (why: OpenQuestion, urns: readonly string[]): Succession => ({
    moves: null,
    why,
    successors: [...urns].sort(),
  });
  if (seen.some((urn) => loops.has(urn)))
    return asks(
      "loop",
      seen.filter((urn) => urn !== closed),
    );
  if (unknown.length > 0) return asks("unresolved", unknown);
  for (const kind of ["split", "merged", "amalgamated"] as const) if (kinds.has(kind)) return asks(kind, open);
  if (open.length > 1) return asks("several-successors", open);
  if (coming.length > 0) return asks("not-yet-open", [...open, ...coming]);
  const [only] = open;
  return only === undefined ? asks("no-successor", []) : { moves: only, why: null, successors: [only] };
}

/** Everything that follows a school, each once, through closed schools only; and how it is linked. */
function follow(start: string, after: Successions, standingOf: StandingOf) {
  const found = {
    seen: [start],
    kinds: new Set<SuccessionKind>(),
    open: [] as string[],
    coming: [] as string[],
    unknown: [] as string[],
  };
  const met = new Set(found.seen);
  const waiting = [start];
  for (let urn = waiting.pop(); urn !== undefined; urn = waiting.pop()) {
    for (const [next, kinds] of after.get(urn) ?? []) {
      for (const kind of kinds) found.kinds.add(kind);
      if (met.has(next)) continue;
      met.add(next);
      found.seen.push(next);
      const standing = standingOf(next);
      if (standing === undefined) found.unknown.push(next);
      else if (standing.open) found.open.push(next);
      else if (standing.status === CLOSED) waiting.push(next);
      else found.coming.push(next);
    }
  }
  return found;
}

/**
 * Schools that follow one another in a ring, by mistakes in the register; each ring (with what joins it to another)
 * once, in order of URN.
 */
export function loopsIn(after: Successions): string[][] {
  const before = new Map<string, Set<string>>();
  const ahead = new Map<string, Set<string>>();
  for (const [was, next] of after) {
    ahead.set(was, new Set(next.keys()));
    for (const is of next.keys()) before.set(is, (before.get(is) ?? new Set()).add(was));
  }
  // Whoever leads nowhere, or follows nobody, is in no ring; taking them away may make others so.
  prune(ahead, before);
  prune(before, ahead);
  const left = new Set(ahead.keys());
  const loops: string[][] = [];
  for (const start of left) {
    const together = new Set([start]);
    for (const urn of together) {
      left.delete(urn);
      for (const other of [...(ahead.get(urn) ?? []), ...(before.get(urn) ?? [])]) together.add(other);
    }
    loops.push([...together].sort());
  }
  return loops.sort(([a = ""], [b = ""]) => (a < b ? -1 : 1));
}

/** Takes away all that have nothing in `out`, and then those that have nothing because of it. */
function prune(out: Map<string, Set<string>>, back: Map<string, Set<string>>): void {
  const ends = [...back.keys()].filter((urn) => (out.get(urn)?.size ?? 0) === 0);
  for (let urn = ends.pop(); urn !== undefined; urn = ends.pop()) {
    for (const other of back.get(urn) ?? []) {
      const rest = out.get(other);
      rest?.delete(urn);
      if (rest?.size === 0) ends.push(other);
    }
    out.delete(urn);
    back.delete(urn);
  }
}

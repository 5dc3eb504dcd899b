// A school as the Department's register tells it, and what that means for the programmes. Head teachers' names stand in
// the register too: they are personal data and are not taken over. Pure.

import type { LocalDate } from "../calendar/dates.ts";
import type { Phase } from "../prospectus/prospectus.ts";

/** Codes and names as in the register; null where its extract does not say. */
export interface RegisterSchool {
  urn: string;
  name: string;
  /**
   * Code (three digits) and name of the local authority; with `establishmentNumber` the older key, which survives some
   * changes of URN.
   */
  la: string | null;
  laName: string | null;
  establishmentNumber: string | null;
  type: string;
  status: string;
  /** As the register names it; `phases` is what it means here. */
  registerPhase: string;
  phases: readonly Phase[];
  /** Null: no school for these programmes (a children's centre, a school outside England). */
  funding: Funding | null;
  open: boolean;
  /** An independent special school that places are paid for by the state: the hub decides. */
  section41: boolean;
  trust: string | null;
  trustName: string | null;
  ukprn: string | null;
  openedOn: LocalDate | null;
  closedOn: LocalDate | null;
  address: string | null;
  postcode: string | null;
  website: string | null;
  district: string | null;
  region: string | null;
  lastChangedOn: LocalDate | null;
}

/**
 * What one extract says of a school. What is undefined it does not say (it lacks the column, or its cell cannot be
 * read): that stays as it was known. Null is said.
 */
export type ToldSchool = Pick<
  RegisterSchool,
  "urn" | "name" | "type" | "status" | "registerPhase" | "funding" | "open"
> & {
  [K in keyof RegisterSchool]: RegisterSchool[K] | undefined;
};

/** The ages that a school teaches, as the register has them. */
export interface Ages {
  low: number;
  high: number;
}

export type Funding = "state" | "independent";

/** The status of a school that no longer exists under its URN. */
export const CLOSED = "Closed";
/** The status of a school that does not teach yet; it has its day. */
export const PROPOSED = "Proposed to open";

const OPEN: ReadonlyMap<string, boolean> = new Map([
  ["Open", true],
  ["Open, but proposed to close", true],
  [PROPOSED, false],
  [CLOSED, false],
]);

/** What the register says of special schools, pupil referral units and city technology colleges: their ages tell. */
const NOT_APPLICABLE = "Not applicable";

const PHASES: ReadonlyMap<string, readonly Phase[]> = new Map([
  ["Primary", ["primary"]],
  ["Middle deemed primary", ["primary"]],
  ["Secondary", ["secondary"]],
  ["Middle deemed secondary", ["secondary"]],
  ["All-through", ["primary", "secondary"]],
  ["Nursery", []],
  ["16 plus", []],
  [NOT_APPLICABLE, []],
]);

/** Codes are steadier than names, which were spelt otherwise before. */
const STATUS_CODES: ReadonlyMap<string, string> = new Map([
  ["1", "Open"],
  ["2", CLOSED],
  ["3", "Open, but proposed to close"],
  ["4", PROPOSED],
]);
const PHASE_CODES: ReadonlyMap<string, string> = new Map([
  ["0", NOT_APPLICABLE],
  ["1", "Nursery"],
  ["2", "Primary"],
  ["3", "Middle deemed primary"],
  ["4", "Secondary"],
  ["5", "Middle deemed secondary"],
  ["6", "16 plus"],
  ["7", "All-through"],
]);

/** By the codes of their types; all others are asked by name. */
const INDEPENDENT: readonly [code: string, name: string][] = [
  ["11", "Other independent school"],
  ["10", "Other independent special school"],
];
const NO_SCHOOL: readonly [code: string, name: string][] = [
  // Outside England.
  ["37", "British schools overseas"],
  ["25", "Offshore schools"],
  ["26", "Service children's education"],
  ["30", "Welsh establishment"],
  // Not schools for this purpose.
  ["47", "Children's centre"],
  ["48", "Children's centre linked site"],
  ["18", "Further education"],
  ["29", "Higher education institutions"],
  ["27", "Miscellaneous"],
  ["49", "Online provider"],
  ["24", "Secure units"],
  ["32", "Special post 16 institution"],
  ["31", "Sixth form centres"],
  ["56", "Institution funded by other government department"],
];

const FUNDING: ReadonlyMap<string, Funding | null> = new Map([
  ...INDEPENDENT.map(([, type]): [string, Funding] => [keyOf(type), "independent"]),
  ...NO_SCHOOL.map(([, type]): [string, null] => [keyOf(type), null]),
]);
const FUNDING_CODES: ReadonlyMap<string, Funding | null> = new Map([
  ...INDEPENDENT.map(([code]): [string, Funding] => [code, "independent"]),
  ...NO_SCHOOL.map(([code]): [string, null] => [code, null]),
]);
const STATUS = byKey([...OPEN.keys()]);
const PHASE = byKey([...PHASES.keys()]);

/**
 * A status in the register's spelling, by its code, else by its name in whatever case; undefined for one that it does
 * not have.
 */
export function statusOf(code: string | null, name: string | null): string | undefined {
  return STATUS_CODES.get(plainCode(code)) ?? STATUS.get(keyOf(name ?? ""));
}

/** A phase, as `statusOf`. */
export function phaseOf(code: string | null, name: string | null): string | undefined {
  return PHASE_CODES.get(plainCode(code)) ?? PHASE.get(keyOf(name ?? ""));
}

/** Does a school of this status teach now? One that is proposed to close does, one that is proposed to open not yet. */
export function isOpen(status: string): boolean {
  return OPEN.get(status) ?? false;
}

/**
 * The phases in which a school may have a journey: one, both for an all-through school, none for a nursery. Where the
 * register's phase does not apply, by its ages (null: it does not tell them): who teaches two years or more of a phase
 * is in it.
 */
export function phasesOf(registerPhase: string, ages: Ages | null): readonly Phase[] {
  if (registerPhase !== NOT_APPLICABLE || ages === null) return PHASES.get(registerPhase) ?? [];
  const { low, high } = ages;
  const primary = low <= SECONDARY_AGE - 2 && high >= PRIMARY_AGE + 2;
  const secondary = low <= SECONDARY_ENDS - 2 && high >= SECONDARY_AGE + 2;
  return [...(primary ? (["primary"] as const) : []), ...(secondary ? (["secondary"] as const) : [])];
}
const [PRIMARY_AGE, SECONDARY_AGE, SECONDARY_ENDS] = [5, 11, 16] as const;

/** Is it the ages alone that say where a school of this phase belongs? */
export function goesByAges(registerPhase: string): boolean {
  return registerPhase === NOT_APPLICABLE;
}

/** Who pays for a school of this type; null for what is no school here. State-funded is what is not named otherwise. */
export function fundingOf(code: string | null, type: string): Funding | null {
  const known = plainCode(code);
  const funding = FUNDING_CODES.has(known) ? FUNDING_CODES.get(known) : FUNDING.get(keyOf(type));
  return funding === undefined ? "state" : funding;
}

/** Is a school of this type a special school, of whatever kind? Who is over sixteen alone is at no school here. */
export function isSpecial(type: string): boolean {
  const key = keyOf(type);
  return key.includes("special") && !key.includes("post 16");
}

/** Does the column `Section41Approved (name)` say yes? "Not approved" and "Not applicable" do not. */
export function isSection41(text: string | null): boolean {
  return text !== null && keyOf(text) === "approved";
}

function byKey(names: readonly string[]): ReadonlyMap<string, string> {
  return new Map(names.map((name) => [keyOf(name), name]));
}

/** Names are compared without regard to case, to how an apostrophe is typed, or to hyphens (`All through`). */
function keyOf(text: string): string {
  return text.toLowerCase().replaceAll("’", "'").replaceAll("-", " ");
}

/** A code as a number has it: Excel takes the naught off `01`. */
function plainCode(code: string | null): string {
  return (code ?? "").replace(/^0+(?=\d)/u, "");
}

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

export type Funding = "state" | "independent";

/** The status of a school that no longer exists under its URN. */
export const CLOSED = "Closed";

const OPEN: Readonly<Record<string, boolean>> = {
  Open: true,
  "Open, but proposed to close": true,
  "Proposed to open": false,
  [CLOSED]: false,
};

const PHASES: Readonly<Record<string, readonly Phase[]>> = {
  Primary: ["primary"],
  "Middle deemed primary": ["primary"],
  Secondary: ["secondary"],
  "Middle deemed secondary": ["secondary"],
  "All-through": ["primary", "secondary"],
  Nursery: [],
  "16 plus": [],
  "Not applicable": [],
};

const INDEPENDENT = ["Other independent school", "Other independent special school"];
const NO_SCHOOL = [
  // Outside England.
  "British schools overseas",
  "Offshore schools",
  "Service children's education",
  "Welsh establishment",
  // Not schools for this purpose.
  "Children's centre",
  "Children's centre linked site",
  "Further education",
  "Higher education institutions",
  "Miscellaneous",
  "Online provider",
  "Secure units",
  "Special post 16 institution",
  "Sixth form centres",
  "Institution funded by other government department",
];

const FUNDING: ReadonlyMap<string, Funding | null> = new Map([
  ...INDEPENDENT.map((type): [string, Funding] => [keyOf(type), "independent"]),
  ...NO_SCHOOL.map((type): [string, null] => [keyOf(type), null]),
]);
const STATUS = byKey(Object.keys(OPEN));
const PHASE = byKey(Object.keys(PHASES));

/** A status in the register's spelling, whatever case it came in; undefined for one that it does not have. */
export function statusNamed(text: string): string | undefined {
  return STATUS.get(keyOf(text));
}

/** A phase in the register's spelling, whatever case it came in; undefined for one that it does not have. */
export function phaseNamed(text: string): string | undefined {
  return PHASE.get(keyOf(text));
}

/** Does a school of this status teach now? One that is proposed to close does, one that is proposed to open not yet. */
export function isOpen(status: string): boolean {
  return OPEN[status] ?? false;
}

/** The phases in which a school may have a journey: one, both for an all-through school, none for a nursery. */
export function phasesOf(registerPhase: string): readonly Phase[] {
  return PHASES[registerPhase] ?? [];
}

/** Who pays for a school of this type; null for what is no school here. State-funded is what is not named otherwise. */
export function fundingOf(type: string): Funding | null {
  const funding = FUNDING.get(keyOf(type));
  return funding === undefined ? "state" : funding;
}

/** Does the column `Section41Approved (name)` say yes? "Not approved" and "Not applicable" do not. */
export function isSection41(text: string | null): boolean {
  return text !== null && keyOf(text) === "approved";
}

function byKey(names: readonly string[]): ReadonlyMap<string, string> {
  return new Map(names.map((name) => [keyOf(name), name]));
}

/** Names are compared without regard to case or to how an apostrophe is typed. */
function keyOf(text: string): string {
  return text.toLowerCase().replaceAll("’", "'");
}

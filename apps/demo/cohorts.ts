// What becomes of the schools of a demonstration: a cohort of schools for each programme and year, each school with its
// fate, so that on the day that is shown every state is there.

import type { Phase, Stage } from "../../libs/prospectus/prospectus.ts";

/** What is particular about a school; `goes-on`: nothing is. */
export type Fate =
  | "goes-on"
  // in the intake
  | "interested"
  | "applied"
  | "asked"
  | "answers"
  | "waits"
  | "offered"
  | "accepted"
  | "declines"
  | "lapses"
  | "not-selected"
  | "redirected"
  | "withdraws-application"
  // once it takes part
  | "silent"
  | "not-ready"
  | "withdraws"
  | "ineligible"
  | "moves"
  | "pauses"
  | "returns"
  | "bounces"
  | "replaces-teacher"
  | "teacher-leaves"
  | "new-head"
  | "opts-out"
  | "concern"
  | "withheld"
  | "claws-back"
  | "recovers"
  | "unpaid"
  | "paid-late";

export interface Cohort {
  /** Its first stage-year. */
  year: string;
  stage: Stage;
  phase: Phase;
  /** So many schools to a Work Group. */
  groupOf: number;
  special?: boolean;
  /** At one of the hubs alone, by its number. */
  only?: number;
  fates: readonly Fate[];
}

export const SIZES = ["small", "full"] as const;
export type Size = (typeof SIZES)[number];

const on = (count: number): Fate[] => Array<Fate>(count).fill("goes-on");
const cohort = (
  year: string,
  phase: Phase,
  stage: Stage,
  groupOf: number,
  fates: readonly Fate[],
  more: Pick<Cohort, "special" | "only"> = {},
): Cohort => ({ year, phase, stage, groupOf, fates, ...more });

const APPLICANTS: readonly Fate[] = [
  ...(["applied", "applied", "asked", "answers", "waits", "offered", "accepted", "declines", "lapses"] as const),
];

export const FATES_OF_COHORTS: Readonly<Record<Size, readonly Cohort[]>> = {
  full: [
    cohort("2022/23", "primary", "readiness", 7, [...on(3), "not-ready", "new-head", "withdraws"]),
    cohort("2022/23", "primary", "development", 7, [...on(3), "replaces-teacher", "silent", "pauses", "goes-on"]),
    cohort("2022/23", "secondary", "development", 2, [...on(2), "concern", "goes-on"]),
    cohort("2023/24", "primary", "readiness", 6, [...on(3), "returns", "not-ready"]),
    cohort("2023/24", "primary", "development", 7, [...on(4), "withdraws", "opts-out", "moves"]),
    cohort("2023/24", "secondary", "development", 2, ["teacher-leaves", "goes-on"]),
    cohort("2024/25", "primary", "readiness", 6, [...on(2), "bounces", "silent", "ineligible"]),
    cohort("2024/25", "primary", "development", 7, [
      ...on(4),
      ...(["concern", "withheld", "claws-back", "recovers", "unpaid", "paid-late", "paid-late", "silent"] as const),
    ]),
    cohort("2024/25", "secondary", "development", 2, ["goes-on", "replaces-teacher"]),
    cohort("2024/25", "primary", "development", 3, on(3), { special: true, only: 0 }),
    cohort("2025/26", "primary", "development", 7, APPLICANTS),
    cohort("2025/26", "primary", "readiness", 7, ["not-selected", "redirected", "withdraws-application", "interested"]),
    cohort("2025/26", "secondary", "development", 2, ["applied"]),
  ],
  small: [
    cohort("2024/25", "primary", "development", 7, ["goes-on", "withheld", "silent", "bounces"]),
    cohort("2025/26", "primary", "development", 7, ["offered", "interested"]),
  ],
};

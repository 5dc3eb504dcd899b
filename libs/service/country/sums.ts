// The sums that the page over all hubs shows: by stage, and by hub.

import { academicYear as yearOf, startYear } from "../../calendar/academic-years.ts";
import { STAGES, type Stage } from "../../prospectus/prospectus.ts";
import type { Counted } from "../../views/country/read-country.ts";

/** Schools of one stage, or of one hub. `left`: withdrew, or were interrupted by a pause. */
export interface SchoolSums {
  signedUp: number;
  began: number;
  underWay: number;
  completed: number;
  notCompleted: number;
  left: number;
}
/** Pence. `waiting`: due or payable, released by nobody yet. */
export interface MoneySums {
  waitingPence: number;
  releasedPence: number;
  paidPence: number;
  recoveredPence: number;
}
/** Promises whose day is settled: kept, or missed; `open`: the rest, but for those that were waived. */
export interface PromiseSums {
  met: number;
  missed: number;
  open: number;
}
/** What was due to be told, and what became of it; `letters`: those that went out, `bounced`: those that came back. */
export interface LetterSums {
  due: number;
  sent: number;
  letters: number;
  bounced: number;
}
export interface YearSums {
  academicYear: string;
  stages: ({ stage: Stage } & SchoolSums)[];
  money: ({ stage: Stage } & MoneySums)[];
  promises: ({ by: "school" | "hub" } & PromiseSums)[];
  letters: LetterSums;
}
/** One hub in one year. `signedUpBefore`: to the academic year before. */
export interface HubSums extends SchoolSums, Pick<MoneySums, "paidPence"> {
  hub: string;
  signedUpBefore: number;
  bySchools: PromiseSums;
  byHub: PromiseSums;
  letters: number;
}

type Of = (prospectus: string) => { academicYear: string; stage: Stage } | null;

/** One academic year over all hubs. */
export function sumsOf({ years, money, promises, letters }: Counted, academicYear: string, of: Of): YearSums {
  const inYear = <T extends { academicYear: string }>(rows: readonly T[]): T[] =>
    rows.filter((row) => row.academicYear === academicYear);
  return {
    academicYear,
    stages: STAGES.map((stage) => ({
      stage,
      ...schoolsIn(
        years.filter(({ prospectus }) => {
          const known = of(prospectus);
          return known?.academicYear === academicYear && known.stage === stage;
        }),
      ),
    })),
    money: STAGES.map((stage) => ({ stage, ...moneyIn(inYear(money).filter((row) => row.stage === stage)) })),
    promises: (["school", "hub"] as const).map((by) => ({
      by,
      ...promisesIn(inYear(promises).filter((row) => row.by === by)),
    })),
    letters: lettersIn(inYear(letters)),
  };
}

/** The same year hub by hub, by name of code: those with anything in it, or to whom schools came the year before. */
export function hubsOf(counted: Counted, academicYear: string, of: Of): HubSums[] {
  const schoolsOf = (year: string) => counted.years.filter(({ prospectus }) => of(prospectus)?.academicYear === year);
  const years = schoolsOf(academicYear);
  const before = schoolsOf(yearBefore(academicYear));
  const rest = {
    money: counted.money.filter((row) => row.academicYear === academicYear),
    promises: counted.promises.filter((row) => row.academicYear === academicYear),
    letters: counted.letters.filter((row) => row.academicYear === academicYear),
  };
  const hubs = new Set([...years, ...before, ...rest.money, ...rest.promises, ...rest.letters].map(({ hub }) => hub));
  return [...hubs].sort().map((hub) => {
    const own = <T extends { hub: string }>(rows: readonly T[]): T[] => rows.filter((row) => row.hub === hub);
    const promises = own(rest.promises);
    return {
      hub,
      ...schoolsIn(own(years)),
      signedUpBefore: schoolsIn(own(before)).signedUp,
      paidPence: moneyIn(own(rest.money)).paidPence,
      bySchools: promisesIn(promises.filter(({ by }) => by === "school")),
      byHub: promisesIn(promises.filter(({ by }) => by === "hub")),
      letters: lettersIn(own(rest.letters)).letters,
    };
  });
}

/** The academic year before this one. */
export const yearBefore = (year: string): string => yearOf(startYear(year) - 1);

const total = <T>(rows: readonly T[], count: (row: T) => number): number =>
  rows.reduce((sum, row) => sum + count(row), 0);

function schoolsIn(rows: Counted["years"]): SchoolSums {
  const count = (...outcomes: (string | null)[]): number =>
    total(
      rows.filter(({ outcome }) => outcomes.includes(outcome)),
      ({ schools }) => schools,
    );
  const all = total(rows, ({ schools }) => schools);
  return {
    signedUp: all,
    began: all - count(null),
    underWay: count("under-way"),
    completed: count("completed"),
    notCompleted: count("not-completed", "not-ready"),
    left: count("withdrawn", "interrupted"),
  };
}

function moneyIn(rows: Counted["money"]): MoneySums {
  const pence = (...statuses: string[]): number =>
    total(
      rows.filter(({ status }) => statuses.includes(status)),
      (row) => row.pence,
    );
  return {
    waitingPence: pence("due", "payable"),
    releasedPence: pence("released"),
    paidPence: pence("paid"),
    recoveredPence: total(rows, (row) => row.recoveredPence),
  };
}

function promisesIn(rows: Counted["promises"]): PromiseSums {
  const count = (status: string): number =>
    total(
      rows.filter((row) => row.status === status),
      (row) => row.promises,
    );
  return { met: count("met"), missed: count("missed"), open: count("open") };
}

function lettersIn(rows: Counted["letters"]): LetterSums {
  const due = rows.filter(({ outcome }) => outcome !== "planned");
  return {
    due: total(due, (row) => row.reminders),
    sent: total(
      due.filter(({ outcome }) => outcome === "sent" || outcome === "merged"),
      (row) => row.reminders,
    ),
    letters: total(due, (row) => row.letters),
    bounced: total(due, (row) => row.bounced),
  };
}

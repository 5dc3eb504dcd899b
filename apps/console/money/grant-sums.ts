// What the grants of a list come to, all of its pages taken together; and the list as a file.

import { pounds } from "../../../libs/journey/sentences.ts";
import type { GrantOfHub, GrantSum } from "../../../libs/service/money/grants.ts";
import { asCsv, inPounds } from "../../../libs/service/shape/as-csv.ts";
import { textIn, type Typed } from "../form-fields.ts";
import { inWords } from "../words.ts";
import { whyInShort } from "./grant-why.ts";
import { daysOf, isIn, periodInWords } from "./periods.ts";

/** What narrows the list, as its address says it: `2024-25`; a month or year of release. Empty: all. */
export interface GrantsAsked {
  year: string;
  when: string;
  after: string;
}

/** What an address asks; a year or period that there is not is passed over. */
export function grantsAsked(query: Typed): GrantsAsked {
  const [year, when] = [textIn(query, "year"), textIn(query, "when")];
  return {
    year: /^\d{4}-\d{2}$/u.test(year) ? year : "",
    when: daysOf(when) === null ? "" : when,
    after: textIn(query, "after"),
  };
}

/** Is a sum of what is asked for? */
export const fits = ({ academicYear, month }: GrantSum, { year, when }: GrantsAsked): boolean =>
  (year === "" || academicYear.replaceAll("/", "-") === year) && (when === "" || (month !== null && isIn(month, when)));

/** All of them together. */
export function sumOf(sums: readonly GrantSum[]): Omit<GrantSum, "academicYear" | "month"> {
  const of = (name: "grants" | "pence" | "once" | "open" | "openPence"): number =>
    sums.reduce((whole, one) => whole + one[name], 0);
  return { grants: of("grants"), pence: of("pence"), once: of("once"), open: of("open"), openPence: of("openPence") };
}

/** As the page shows them; nothing where there is one alone, for that is the whole. */
export function sumsShown(
  sums: readonly GrantSum[],
): { year: string; month: string; grants: string; amount: string }[] {
  if (sums.length < 2) return [];
  return sums.map(({ academicYear, month, grants, pence }) => ({
    year: academicYear,
    month: month === null ? "Not yet" : periodInWords(month),
    grants: String(grants),
    amount: pounds(pence),
  }));
}

/** The list for a spreadsheet, amounts in pounds. `people`: what those who approved are called. */
export function grantsFile(grants: readonly GrantOfHub[], people: (id: string) => string): string {
  return asCsv(
    grants.map((one) => [
      ...[one.urn, one.school ?? "", inWords(one.stage), one.academicYear, inPounds(one.amountPence)],
      ...[inWords(one.status), one.approvers.map(people).join(" and "), one.releasedAt ?? "", one.run ?? ""],
      whyInShort(one, people),
    ]),
    ["URN", "School", "Stage", "Academic year", "Pounds", "Status", "Approved by", "Released at", "Payment run", "Why"],
  );
}

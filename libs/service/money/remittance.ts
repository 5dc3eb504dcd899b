// The remittance of a payment run: a CSV file, one row a payment, for whoever makes the payments at the bank.

import { FAILURES } from "../../payments/commands.ts";
import type { Line } from "../../payments/state.ts";
import { asCsv, inPounds } from "../shape/as-csv.ts";

/**
 * A line with what its row says of the school: the name it had when the payment was prepared, the phase of its journey.
 */
export interface Remitted extends Line {
  schoolName: string;
  phase: string;
}

/** The columns, in their order; both stay as they are, new ones come after. */
export const REMITTANCE_COLUMNS = [
  "reference",
  "urn",
  "school",
  "hub",
  "grant",
  "prospectus",
  "grant_pounds",
  "kept_back_pounds",
  "amount_pounds",
  "amount_pence",
] as const;

/** Is anything to be paid for this line? Not where all is kept back, nor where its journey would not let it go out. */
export function isRemitted({ status, netPence, reasonCode }: Line): boolean {
  const went =
    status === "authorised" ||
    status === "paid" ||
    status === "returned" ||
    (status === "failed" && FAILURES.some((code) => code === reasonCode));
  return went && netPence > 0;
}

/**
 * The rows of these lines as CSV (RFC 4180): CRLF, amounts in pounds with two decimals and once more in pence.
 * `header`: with the names of the columns, and a byte order mark, by which spreadsheets know UTF-8. A cell that a
 * spreadsheet would take for a formula gets an apostrophe.
 */
export function remittanceCsv(lines: readonly Remitted[], { header }: { header: boolean }): string {
  const rows = lines
    .filter(isRemitted)
    .map(
      ({
        payment,
        urn,
        schoolName,
        hub,
        payable,
        academicYear,
        phase,
        stage,
        grossPence,
        recoveredPence,
        netPence,
      }) => [
        payment,
        urn,
        schoolName,
        hub,
        payable.split("/")[0] ?? payable,
        `${academicYear.replace("/", "-")}/${phase}-${stage}`,
        inPounds(grossPence),
        inPounds(recoveredPence),
        inPounds(netPence),
        String(netPence),
      ],
    );
  return asCsv(rows, REMITTANCE_COLUMNS, { header });
}

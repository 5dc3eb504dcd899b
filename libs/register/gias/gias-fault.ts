// What is wrong with an extract of the register, or with one row of it.

/** The file cannot be used at all; the message is for the person who named it. */
export class ExtractError extends Error {
  override readonly name = "ExtractError";
}

export type RowCode =
  | "quotes-broken"
  | "field-count"
  | "character-not-allowed"
  | "urn-malformed"
  | "urn-repeated"
  | "link-urn-malformed"
  | "name-missing"
  | "status-unknown"
  | "phase-unknown"
  | "type-missing"
  | "date-malformed"
  | "number-malformed";

/**
 * A row that is left out: the line on which it begins (the header is line 1), why, and in which column where it is
 * one's fault.
 */
export interface BadRow {
  line: number;
  code: RowCode;
  column: string | null;
}

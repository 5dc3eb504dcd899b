// Columns that read tables share.

import type { ColumnOptions } from "typeorm";
import { instantFromMs, type Instant } from "../calendar/instants.ts";

/** An instant: timestamptz in the table, the rules' own string outside. */
export const INSTANT: ColumnOptions = {
  type: "timestamptz",
  transformer: {
    from: (value: Date | null): Instant | null => (value === null ? null : instantFromMs(value.getTime())),
    to: (value: unknown): unknown => value,
  },
};

/** Pence: bigint in the table, which the driver gives as text. */
export const PENCE: ColumnOptions = {
  type: "bigint",
  transformer: {
    from: (value: string | null): number | null => (value === null ? null : Number(value)),
    to: (value: unknown): unknown => value,
  },
};

/** Words in a list. */
export const WORDS: ColumnOptions = { type: "text", array: true };

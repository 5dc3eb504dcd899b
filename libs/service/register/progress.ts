// How far an import is, for the person who waits: on standard error, so that standard output is the result alone.

import { stat } from "node:fs/promises";
import { basename } from "node:path";

/** At a terminal one line that changes; in a log, a line now and then. */
const PAUSE_MS = process.stderr.isTTY ? 200 : 5_000;

export interface Progress {
  /** Rows done so far, and bytes of the file read. */
  at(rows: number, bytes: number): void;
  /** Says the last of it. */
  end(): void;
}

/** Begins to tell of a file: the share of its bytes, rows, rows a second. */
export async function progressOf(path: string): Promise<Progress> {
  const { size } = await stat(path);
  const startedAt = performance.now();
  const told = { at: startedAt, rows: 0, bytes: 0 };
  const tell = (end: string): void => {
    told.at = performance.now();
    const share = size === 0 ? 100 : Math.floor((told.bytes / size) * 100);
    const pace = Math.round(told.rows / Math.max(0.001, (told.at - startedAt) / 1_000));
    process.stderr.write(
      `${basename(path)}: ${String(share).padStart(3)} %, ${count(told.rows)} rows, ${count(pace)} rows/s${end}`,
    );
  };
  return {
    at(rows, bytes) {
      Object.assign(told, { rows, bytes });
      if (performance.now() - told.at >= PAUSE_MS) tell(process.stderr.isTTY ? "   \r" : "\n");
    },
    end: () => tell("   \n"),
  };
}

/** 12345 as people read it: `12,345`. */
export function count(number: number): string {
  return number.toLocaleString("en-GB");
}

// Who was erased, kept outside the database and its backups: a restore would bring the keys back, and this destroys
// them again. One line of JSON an erasure, only ever added to. It holds opaque ids and codes.

import { mkdir, open, readFile } from "node:fs/promises";
import { dirname } from "node:path";
import type { Instant } from "../calendar/instants.ts";

/** Why, as a code: the person asked, the time to keep it was over, it should never have been kept. */
export const ERASURE_REASONS = ["request", "retention", "kept-in-error"] as const;
export type ErasureReason = (typeof ERASURE_REASONS)[number];

/**
 * `owner`: a person's id, or a stream whose words went. `by`: the opaque id of who decided it. `at`: by the clock of
 * the machine.
 */
export interface ErasureEntry {
  owner: string;
  at: Instant;
  by: string;
  reason: ErasureReason;
}

/**
 * Adds entries, all or none of a call as far as a file can: one write, on disk before it resolves. Makes the file, and
 * its folder, where missing. Rejects with the file system's error.
 */
export async function logErasures(file: string, entries: readonly ErasureEntry[]): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const log = await open(file, "a", 0o600);
  try {
    await log.appendFile(
      entries.map(({ owner, at, by, reason }) => `${JSON.stringify({ owner, at, by, reason })}\n`).join(""),
    );
    await log.sync();
  } finally {
    await log.close();
  }
}

/**
 * Every entry, oldest first, and the numbers of lines that are none (cut short by a crash); a file that is missing is
 * an empty one.
 */
export async function readErasures(file: string): Promise<{ entries: ErasureEntry[]; unreadable: number[] }> {
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return "";
    throw error;
  });
  const entries: ErasureEntry[] = [];
  const unreadable: number[] = [];
  for (const [index, line] of text.split("\n").entries()) {
    if (line === "") continue;
    const entry = entryOf(line);
    if (entry) entries.push(entry);
    else unreadable.push(index + 1);
  }
  return { entries, unreadable };
}

function entryOf(line: string): ErasureEntry | null {
  try {
    const { owner, at, by, reason } = JSON.parse(line) as Partial<ErasureEntry>;
    const known = ERASURE_REASONS.find((one) => one === reason);
    const whole =
      typeof owner === "string" &&
      owner !== "" &&
      typeof at === "string" &&
      !Number.isNaN(Date.parse(at)) &&
      typeof by === "string";
    return whole && known !== undefined ? { owner, at, by, reason: known } : null;
  } catch {
    return null; // a line that was being written when the machine stopped
  }
}

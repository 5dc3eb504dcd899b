// What was opened of people a moment ago, in the memory of this process alone: to open some thousand names for each
// list and each search costs a busy machine half a second, and they are what they were a minute ago. It is asked for
// rows that were just read, and counts only where the row is still sealed in the same bytes under the same key: whoever
// was erased is not read, and what was corrected is sealed anew.

import type { Keyring } from "./keyring.ts";

/** A row with its key, as read. */
export interface SealedRow {
  id: string;
  sealed: Buffer;
  wrapped: Buffer | null;
}

interface Kept<T> {
  row: SealedRow;
  keyring: Keyring;
  words: Readonly<T>;
  /** Milliseconds on this process's own clock. */
  since: number;
}

/** More than the people of all schools of a large hub. */
const MOST = 20_000;
/** However often it is asked for, nothing is kept longer: least of all in another process than the one that erases. */
const LONGEST_MS = 600_000;

export class Opened<T extends object> {
  /** The one kept longest comes first. */
  private readonly kept = new Map<string, Kept<T>>();
  private sweep: NodeJS.Timeout | null = null;

  constructor(
    private readonly most = MOST,
    private readonly longestMs = LONGEST_MS,
    private readonly clock = () => performance.now(),
  ) {}

  /** What this row says, where it was opened with these keys before and is as it was; else `open` opens it. */
  of(keyring: Keyring, row: SealedRow, open: () => T): T {
    const known = this.kept.get(row.id);
    if (known !== undefined && known.keyring === keyring && this.isAsItWas(known, row)) return { ...known.words };
    const words = open();
    const { id, sealed, wrapped } = row;
    this.kept.delete(id);
    this.kept.set(id, { row: { id, sealed, wrapped }, keyring, words: { ...words }, since: this.clock() });
    for (const oldest of this.kept.keys()) {
      if (this.kept.size <= this.most) break;
      this.kept.delete(oldest);
    }
    this.sweepSoon();
    return words;
  }

  /** Forgets these, at once. */
  forget(ids: readonly string[]): void {
    for (const id of ids) this.kept.delete(id);
  }

  /** How many are kept. */
  get size(): number {
    return this.kept.size;
  }

  private isAsItWas({ row, since }: Kept<T>, { sealed, wrapped }: SealedRow): boolean {
    if (this.clock() - since >= this.longestMs || row.wrapped === null || wrapped === null) return false;
    return row.sealed.equals(sealed) && row.wrapped.equals(wrapped);
  }

  /** Nothing lingers because nobody asks any more; and no process stays up for it. */
  private sweepSoon(): void {
    this.sweep ??= setTimeout(() => {
      this.sweep = null;
      const now = this.clock();
      for (const [id, { since }] of this.kept) if (now - since >= this.longestMs) this.kept.delete(id);
      if (this.kept.size > 0) this.sweepSoon();
    }, this.longestMs / 10).unref();
  }
}

// What a worker knows of subjects from the rounds before: their past, where they stand, their read rows. It is filled
// with what was committed alone, and whatever is decided on it is checked under lock before it is kept (rounds.ts): it
// may be old, and is never believed.

import { frozen } from "../prospectus/frozen.ts";
import type { Rows } from "../views/write.ts";
import type { KindName, Recorded, State } from "./kind.ts";

/** A subject as it stood. `mark`: when its last event was recorded, in ms; null before the first. */
export interface Remembered<K extends KindName> {
  version: number;
  mark: number | null;
  past: readonly Recorded<K>[];
  state: State<K>;
  /** Its read rows, where they have been made. */
  rows: Rows | null;
}

/**
 * Events at most, of all subjects together: those looked at least recently go first. Measured: a journey of 220 events
 * takes 0.14 MB with its state and its rows, so all of it about 170 MB.
 */
const MOST_EVENTS = 300_000;
/** What a subject takes beside its events, counted as such. */
const BESIDE = 20;

export class Memory {
  private epoch: string | null = null;
  private events = 0;
  private found = 0;
  private missed = 0;
  /** In the order in which they were looked at. */
  private readonly kept = new Map<string, Remembered<KindName>>();
  private readonly lanes = new Map<string, Promise<void>>();

  constructor(private readonly most = MOST_EVENTS) {}

  /** A restore has begun an epoch: what happened after the backup is not so any more. */
  in(epoch: string | null): void {
    if (epoch === this.epoch) return;
    this.epoch = epoch;
    this.kept.clear();
    this.events = 0;
  }

  /** How full it is, and how often what was looked for was there since the process began. */
  figures(): { subjects: number; events: number; found: number; missed: number } {
    const { events, found, missed } = this;
    return { subjects: this.kept.size, events, found, missed };
  }

  /** A subject of this kind, by its stream; null where it is not known. */
  of<K extends KindName>(stream: string): Remembered<K> | null {
    const found = this.kept.get(stream);
    if (found === undefined) {
      this.missed++;
      return null;
    }
    this.found++;
    this.kept.delete(stream);
    this.kept.set(stream, found);
    return found as Remembered<K>; // a stream's kind is in its name
  }

  /** What was read after its commit, or committed just now in this epoch. */
  keep<K extends KindName>(epoch: string | null, stream: string, now: Remembered<K>): void {
    if (epoch !== this.epoch) return;
    this.forget([stream]);
    this.kept.set(stream, { ...now, past: frozen(now.past), state: frozen(now.state) } as Remembered<KindName>);
    this.events += sizeOf(now);
    for (const [oldest, { past }] of this.kept) {
      if (this.events <= this.most || oldest === stream) break;
      this.events -= sizeOf({ past });
      this.kept.delete(oldest);
    }
  }

  forget(streams: readonly string[]): void {
    for (const stream of streams) {
      const found = this.kept.get(stream);
      if (found === undefined) continue;
      this.events -= sizeOf(found);
      this.kept.delete(stream);
    }
  }

  /**
   * Does some work on streams when nobody else of this process does: who waits in PostgreSQL for its lock decides on
   * what is old by then, and holds a connection meanwhile. It rejects as the work does.
   */
  async alone<T>(streams: readonly string[], work: () => Promise<T>): Promise<T> {
    let over = (): void => undefined;
    const mine = new Promise<void>((resolve) => {
      over = resolve;
    });
    const names = [...new Set(streams)];
    // Taken all at once: two that want the same streams stand in the same order in each lane.
    const before = names.map((name) => this.lanes.get(name));
    for (const name of names) this.lanes.set(name, mine);
    try {
      for (const lane of before) await lane;
      return await work();
    } finally {
      over();
      for (const name of names) if (this.lanes.get(name) === mine) this.lanes.delete(name);
    }
  }
}

const sizeOf = ({ past }: { past: readonly unknown[] }): number => past.length + BESIDE;

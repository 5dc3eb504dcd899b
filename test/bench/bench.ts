// One run of the benchmark: what was asked of it, what its figures share, and what has to be stopped when it is over.

/** How much is put in. */
export interface Scale {
  /** Journeys in the database of everything that reads. */
  journeys: number;
  /** Journeys that live in Temporal at once. */
  live: number;
  /** How often each side has its turn. */
  rounds: number;
  /** Seconds of a turn, where a turn is a time. */
  seconds: number;
  /** Temporal on PostgreSQL, in place of the development server. */
  onPostgres?: boolean;
}

/** As many schools as England has in the programme: what some goals are about. */
export const COUNTRY = 10_636;

export const USUAL: Scale = { journeys: 1_000, live: 1_000, rounds: 5, seconds: 8 };
export const FULL: Scale = { journeys: COUNTRY, live: 1_000, rounds: 5, seconds: 12 };

/** What figures share, made when the first of them asks for it. */
export class Bench {
  private readonly made = new Map<string, Promise<unknown>>();
  private readonly stops: (() => Promise<void>)[] = [];

  constructor(
    readonly scale: Scale,
    readonly say: (line: string) => void = () => undefined,
  ) {}

  /** The same thing for all who ask under this name; who asks after it failed hears of the same failure. */
  once<T>(name: string, make: () => Promise<T>): Promise<T> {
    const known = this.made.get(name) as Promise<T> | undefined;
    if (known) return known;
    const making = make();
    this.made.set(name, making);
    return making;
  }

  /** Has something stopped at the end: the last that came first. */
  atEnd(stop: () => Promise<void>): void {
    this.stops.push(stop);
  }

  /** Stops everything; what cannot be stopped is said, and the rest is stopped all the same. */
  async stop(): Promise<void> {
    for (const stop of this.stops.splice(0).reverse()) {
      await stop().catch((error: unknown) => this.say(`Something did not stop: ${String(error)}`));
    }
  }
}

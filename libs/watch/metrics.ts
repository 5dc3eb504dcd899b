// The figures of one process, as Prometheus reads them. What is asked of others for them is asked when somebody reads,
// and not again for a few seconds: nothing here has a clock of its own. A label says a kind, a code, at most a hub.

import { collectDefaultMetrics, Gauge, Registry } from "prom-client";

/** One figure: the values of its labels in their order, and the number. */
export type Figure = readonly [labels: readonly string[], value: number];

/** Figures that are read when somebody asks: none at all where `read` fails, for an old one would be a lie. */
export interface Shown<T> {
  name: string;
  help: string;
  labels: readonly string[];
  of: (read: T) => readonly Figure[];
}

/**
 * In milliseconds; less where a test waits for what comes next. `fresh`: so long what was read serves whoever reads
 * next, and two who scrape ask PostgreSQL once. `patience`: Prometheus gives a process ten seconds; what does not
 * answer sooner is away.
 */
export const reading = { fresh: 5_000, patience: 4_000 };

export class Metrics {
  readonly registry = new Registry();

  /** `now`: milliseconds that only ever go up. */
  constructor(private readonly now: () => number = () => performance.now()) {
    collectDefaultMetrics({ register: this.registry });
  }

  /**
   * Shows what `read` answers, in several figures. `part`: who is asked, for `journeys_answers` to say whether they do;
   * null: nobody but this process.
   */
  show<T>(part: string | null, read: () => Promise<T>, figures: readonly Shown<T>[]): void {
    const recently = sometimes(read, this.now);
    if (part !== null) this.answers.parts.set(part, recently);
    for (const { name, help, labels, of } of figures)
      new Gauge({
        name,
        help,
        labelNames: [...labels],
        registers: [this.registry],
        async collect() {
          this.reset();
          // Without labels a figure is put at 0 by that, and none is meant.
          if (labels.length === 0) this.remove();
          const value = await recently();
          if (value === null) return;
          for (const [values, number] of of(value)) this.labels(...values).set(number);
        },
      });
  }

  /** Who answers, of all that are asked for figures. */
  private readonly answers = answersOf(this.registry);
}

function answersOf(registry: Registry): { parts: Map<string, () => Promise<unknown>> } {
  const parts = new Map<string, () => Promise<unknown>>();
  new Gauge({
    name: "journeys_answers",
    help: "1 where what is asked for figures answers, 0 where it does not.",
    labelNames: ["part"],
    registers: [registry],
    async collect() {
      for (const [part, read] of parts) this.set({ part }, (await read()) === null ? 0 : 1);
    },
  });
  return { parts };
}

/** Reads at most once in a while, whoever asks; null where it fails or takes too long. */
function sometimes<T>(read: () => Promise<T>, now: () => number): () => Promise<T | null> {
  let known: { at: number; value: Promise<T | null> } | null = null;
  return () => {
    if (known === null || now() - known.at > reading.fresh) known = { at: now(), value: inTime(read()) };
    return known.value;
  };
}

function inTime<T>(asked: Promise<T>): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), reading.patience);
  });
  // Who reads figures is told that there are none; what is wrong, the log says where it matters.
  const answer = asked.catch(() => null);
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}

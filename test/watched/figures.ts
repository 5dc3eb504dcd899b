// What a process shows, read as Prometheus reads it.

export interface Sample {
  name: string;
  labels: Readonly<Record<string, string>>;
  value: number;
}

export interface Figures {
  samples: readonly Sample[];
  names(): string[];
  /** The one figure of that name with these labels among its own; undefined where there is none. */
  value(name: string, labels?: Readonly<Record<string, string>>): number | undefined;
}

const LINE = /^([a-zA-Z_:][\w:]*)(?:\{(.*)\})? (\S+)(?: \d+)?$/u;
const LABEL = /(\w+)="((?:[^"\\]|\\.)*)"/gu;

/** Reads the text of `/metrics`; throws for a line that is none. */
export function figuresOf(text: string): Figures {
  const samples = text
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line): Sample => {
      const [, name, labels = "", value] = LINE.exec(line) ?? [];
      if (name === undefined) throw new Error(`this is no figure: ${line}`);
      const read = [...labels.matchAll(LABEL)].map(([, key = "", said = ""]) => [key, said] as const);
      return { name, labels: Object.fromEntries(read), value: Number(value) };
    });
  return {
    samples,
    names: () => [...new Set(samples.map(({ name }) => name))],
    value: (name, labels = {}) => samples.find((one) => one.name === name && fits(one, labels))?.value,
  };
}

/** Whether a figure has these labels. */
export function fits({ labels }: Sample, wanted: Readonly<Record<string, string>>): boolean {
  return Object.entries(wanted).every(([name, value]) => labels[name] === value);
}

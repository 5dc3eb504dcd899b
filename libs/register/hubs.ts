// Which hub covers which local authorities: data (libs/config/hubs.yaml), checked here. Pure.

/** `las`: codes as in the register's column `LA (code)`; null where nobody has said which it covers. */
export interface Hub {
  code: string;
  name: string;
  las: { value: readonly string[]; source: "seed" | "assumption"; because: string } | null;
}

export interface Hubs {
  all: readonly Hub[];
  /** The hub that covers this local authority; null where none is known to. */
  ofLa(la: string | null): Hub | null;
  /** The hub of that code; null where there is none. */
  of(code: string): Hub | null;
}

const KEYS = ["name", "las"];

/**
 * Makes hubs from the content of their file: `{code: {name, las?: {value, source, because}}}`.
 * Throws an Error that names every fault; an LA belongs to one hub at most.
 */
export function hubsFrom(content: unknown): Hubs {
  const faults: string[] = [];
  const all = Object.entries(isRecord(content) ? content : {}).map(([code, given]) => hubFrom(code, given, faults));
  const byLa = new Map<string, Hub>();
  for (const hub of all) {
    for (const la of hub.las?.value ?? []) {
      const other = byLa.get(la);
      if (other) faults.push(`${hub.code}: LA ${la} is ${other === hub ? "named twice" : `of ${other.code} already`}.`);
      byLa.set(la, hub);
    }
  }
  if (all.length === 0) faults.push("It names no hub.");
  if (faults.length > 0) throw new Error(`The hubs cannot be used: ${faults.join(" ")}`);
  return {
    all,
    ofLa: (la) => (la === null ? null : (byLa.get(la) ?? null)),
    of: (code) => all.find((one) => one.code === code) ?? null,
  };
}

function hubFrom(code: string, given: unknown, faults: string[]): Hub {
  const { name, las, ...more } = isRecord(given) ? given : {};
  const fault = (detail: string): void => void faults.push(`${code}: ${detail}`);
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/u.test(code)) fault("its code is not kebab-case.");
  for (const key of Object.keys(more)) fault(`"${key}" is not one of ${KEYS.join(", ")}.`);
  if (typeof name !== "string" || name.trim() === "") fault("name is missing.");
  return { code, name: String(name), las: las === undefined ? null : lasFrom(las, fault) };
}

function lasFrom(given: unknown, fault: (detail: string) => void): Hub["las"] {
  const { value, source, because } = isRecord(given) ? given : {};
  const codes: unknown[] = Array.isArray(value) ? value : [];
  if (codes.length === 0) fault("las.value is a list of LA codes.");
  for (const la of codes)
    if (typeof la !== "string" || !/^\d{3}$/u.test(la)) fault(`${JSON.stringify(la)} is no LA code, such as '391'.`);
  if (source !== "seed" && source !== "assumption") fault("las.source is seed or assumption.");
  if (typeof because !== "string" || because.trim() === "") fault("las.because says where the list comes from.");
  return { value: codes.map(String), source: source === "seed" ? "seed" : "assumption", because: String(because) };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

// A rehearsal as a file says it: its shape is checked here, every fault named at once by its
// path. What is inside `with`, or a school that does not fit the programme, is not judged here: the rules turn it down
// when it is run.

import { isAcademicYear } from "../calendar/academic-years.ts";
import { parseWhen, type Instant } from "../calendar/instants.ts";
import { CatalogueFault } from "../prospectus/fault.ts";
import type { Catalogue } from "../prospectus/lookup.ts";
import { withPolicy, type Policy } from "../prospectus/policy.ts";
import {
  flag,
  isTree,
  object,
  onlyKeys,
  oneOf,
  optional,
  text,
  type Reader,
  type Spot,
  type Tree,
} from "../prospectus/shape.ts";
import type { PastStage, SchoolFacts } from "../journey/commands.ts";
import { isCommandName, type WireName } from "../journey/wire.ts";

export const BEHAVIOURS = ["exemplary", "silent", "none"] as const;
export type Behaviour = (typeof BEHAVIOURS)[number];
export const HUBS = ["attentive", "absent"] as const;
export type HubConduct = (typeof HUBS)[number];

/** One line of the script. `number` counts from 1 in the order of the file. */
export interface ScriptEntry {
  number: number;
  at: Instant;
  command: WireName;
  with: Tree;
}

/** A rehearsal that can be run. `script` is in the order of the file. */
export interface Rehearsal {
  prospectus: string;
  name: string | null;
  school: SchoolFacts;
  start: Instant;
  until: Instant;
  behaviour: Behaviour;
  hub: HubConduct;
  script: readonly ScriptEntry[];
}

/** What is wrong with a file, and where: `script[2].command`. */
export interface FileFault {
  path: string;
  fault: string;
}

/**
 * Reads what YAML or JSON gave into a rehearsal, and lays its `policy` over the catalogue. Gives every fault at once: a
 * wrong shape, an unknown prospectus, figure or command. Throws CatalogueFault only where the catalogue itself is
 * broken.
 */
export function readRehearsal(
  content: unknown,
  catalogue: Catalogue,
): { rehearsal: Rehearsal; catalogue: Catalogue } | { faults: FileFault[] } {
  const faults: FileFault[] = [];
  const spot: Spot = { at: "", page: null, report: (path, fault) => faults.push({ path, fault }) };
  if (!isTree(content))
    return { faults: [{ path: "", fault: "must be a mapping with prospectus, school, start and until" }] };
  const read = object<Omit<Rehearsal, "name" | "school"> & { school: Named; policy: Policy }>({
    prospectus: prospectusOf(catalogue),
    school,
    start: when("start"),
    until: when("end"),
    behaviour: orElse("exemplary", oneOf(BEHAVIOURS, "behaviour")),
    hub: orElse("attentive", oneOf(HUBS, "hub")),
    script: orElse([], items(scriptEntry)),
    policy: orElse({}, policyFigures),
  })(content, spot);
  const { policy, school: named, ...rest } = read;
  if (rest.start > rest.until) faults.push({ path: "until", fault: "must not be before start" });
  for (const entry of Array.isArray(rest.script) ? rest.script : []) {
    if (entry?.at < rest.start)
      faults.push({ path: `script[${entry.number - 1}].at`, fault: "must not be before start" });
  }
  const supposed = laidOver(catalogue, policy, faults);
  if (faults.length > 0) return { faults: faults.sort(byPlace(content)) };
  return { rehearsal: { ...rest, name: named.name, school: named.facts }, catalogue: supposed };
}

/** Faults in the order in which a person reads the file; what is missing comes last. */
function byPlace(content: Tree): (a: FileFault, b: FileFault) => number {
  const keys = Object.keys(content);
  const place = ({ path }: FileFault): number => {
    const at = keys.indexOf(/^[^.[]*/u.exec(path)?.[0] ?? "");
    return at === -1 ? keys.length : at;
  };
  // Array.prototype.sort is stable, and within one key faults were found from top to bottom.
  return (a, b) => place(a) - place(b);
}

function laidOver(catalogue: Catalogue, policy: Policy | undefined, faults: FileFault[]): Catalogue {
  try {
    return withPolicy(catalogue, policy ?? {});
  } catch (error) {
    // A fault of the policy names no file; one of the catalogue does, and is not this file's.
    if (!(error instanceof CatalogueFault) || error.faults.some(({ file }) => file !== "")) throw error;
    faults.push(...error.faults.map(({ path, fault }) => ({ path, fault })));
    return catalogue;
  }
}

interface Named {
  name: string | null;
  facts: SchoolFacts;
}

const school: Reader<Named> = (value, spot) => {
  const read = object<
    Omit<SchoolFacts, "open" | "proposed" | "opensOn" | "headteacherContact" | "special"> & {
      name?: string;
      open?: boolean;
      status?: "open" | "closed";
    }
  >({
    urn,
    la: optional(code),
    name: optional(text),
    phase: oneOf(["primary", "secondary"], "phase"),
    funding: oneOf(["state", "independent"], "funding"),
    headteacher: orElse(true, flag),
    history: orElse([], items(pastStage)),
    open: optional(flag),
    status: optional(oneOf(["open", "closed"])),
  })(value, spot);
  const { name = null, open = true, status = "open", ...facts } = read ?? {};
  return { name, facts: { ...facts, open: open && status === "open" } };
};

const urn: Reader<string> = (value, spot) => {
  const digits = typeof value === "number" || typeof value === "string" ? String(value) : "";
  return /^\d{6}$/u.test(digits) ? digits : fail(spot, "", `must be six digits, not ${shown(value)}`);
};

const code: Reader<string> = (value, spot) => (typeof value === "number" ? String(value) : text(value, spot));

const FLAGS: readonly (readonly [string, PastStage])[] = [
  ["masterySpecialistDepartment", { masterySpecialistDepartment: true }],
  ["unknown", { unknown: true }],
];

const pastStage: Reader<PastStage> = (value, spot) => {
  if (!isTree(value))
    return fail(
      spot,
      "",
      `must be {stage, academicYear}, {masterySpecialistDepartment: true} or {unknown: true}, not ${shown(value)}`,
    );
  for (const [flag, past] of FLAGS) {
    if (!(flag in value)) continue;
    onlyKeys(value, [flag], spot);
    return value[flag] === true ? past : fail(spot, `.${flag}`, "must be true where it is given");
  }
  return object<Extract<PastStage, { stage: unknown }>>({
    stage: oneOf(["readiness", "development", "embedding", "sustaining"], "stage"),
    academicYear,
    phase: optional(oneOf(["primary", "secondary"], "phase")),
  })(value, spot);
};

const academicYear: Reader<string> = (value, spot) =>
  typeof value === "string" && isAcademicYear(value)
    ? value
    : fail(spot, "", `must be an academic year written 2015/16, not ${shown(value)}`);

function scriptEntry(value: unknown, spot: Spot, index: number): ScriptEntry {
  const entry = object<Omit<ScriptEntry, "number">>({ at: when("start"), command, with: orElse({}, mapping) })(
    value,
    spot,
  );
  return { ...entry, number: index + 1 };
}

const command: Reader<WireName> = (value, spot) =>
  typeof value === "string" && isCommandName(value) ? value : fail(spot, "", `unknown command ${shown(value)}`);

const mapping: Reader<Tree> = (value, spot) =>
  isTree(value) ? value : fail(spot, "", `must be a mapping, not ${shown(value)}`);

const policyFigures: Reader<Policy> = (value, spot) => {
  if (!isTree(value)) return fail(spot, "", `must be figures by prospectus id, not ${shown(value)}`);
  const sound: Record<string, Record<string, number>> = {};
  for (const [id, figures] of Object.entries(value)) {
    if (!isTree(figures)) fail(spot, `.${id}`, `must be a mapping of figures, not ${shown(figures)}`);
    const numbers = Object.entries(isTree(figures) ? figures : {}).filter((pair): pair is [string, number] => {
      if (typeof pair[1] === "number") return true;
      fail(spot, `.${id}.${pair[0]}`, `must be a number, not ${shown(pair[1])}`);
      return false;
    });
    sound[id] = Object.fromEntries(numbers);
  }
  return sound;
};

function prospectusOf(catalogue: Catalogue): Reader<string> {
  return (value, spot) => {
    if (typeof value !== "string")
      return fail(spot, "", `must be the id of a prospectus, as 2020-21/primary-readiness, not ${shown(value)}`);
    return catalogue.get(value) ? value : fail(spot, "", `there is no prospectus ${shown(value)}`);
  };
}

/** A date or time; `edge` says which end of the day a date alone stands for. */
function when(edge: "start" | "end"): Reader<Instant> {
  return (value, spot) => {
    if (typeof value !== "string")
      return fail(spot, "", `must be a date or time, as 2020-06-01 or 2020-06-01T09:00, not ${shown(value)}`);
    try {
      const instant = parseWhen(value.trim(), edge);
      return "2000" <= instant && instant < "2100" ? instant : fail(spot, "", "must lie in the years 2000 to 2099");
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      return fail(spot, "", error.message);
    }
  };
}

function items<T>(item: (value: unknown, spot: Spot, index: number) => T): Reader<readonly T[]> {
  return (value, spot) =>
    Array.isArray(value)
      ? value.map((each: unknown, index) => item(each, { ...spot, at: `${spot.at}[${index}]` }, index))
      : fail(spot, "", `must be a list, not ${shown(value)}`);
}

function orElse<T>(fallback: T, reader: Reader<T>): Reader<T> {
  return (value, spot) => (value === undefined || value === null ? fallback : reader(value, spot));
}

function fail(spot: Spot, below: string, fault: string): never {
  spot.report(`${spot.at}${below}`, fault);
  // Never read: a file with a fault is not run.
  return undefined as never;
}

function shown(value: unknown): string {
  const words = value === undefined ? "nothing" : JSON.stringify(value);
  return words.length > 80 ? `${words.slice(0, 77)}...` : words;
}

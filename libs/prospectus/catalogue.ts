// The catalogue of prospectuses, built from its files: a page's own, and years rolled forward from one. A malformed
// file stops everything, with every fault named by file and path.

import { isAcademicYear, startYear } from "../calendar/academic-years.ts";
import { CatalogueFault, type Fault } from "./fault.ts";
import { frozen } from "./frozen.ts";
import { catalogueOf, type Catalogue } from "./lookup.ts";
import type { Phase, Prospectus, Stage } from "./prospectus.ts";
import { readProspectus, type Heading } from "./read-prospectus.ts";
import { elsewhere, overlay, rollForward } from "./roll-forward.ts";
import { isTree, onlyKeys, pageName, whole, type Spot, type Tree } from "./shape.ts";

// What users of the catalogue need stands here for them.
export { CatalogueFault } from "./fault.ts";
export type { Catalogue } from "./lookup.ts";
export { withPolicy, type Policy } from "./policy.ts";

/** A file of the catalogue, parsed: `file` is its name (folders before it do not matter), `content` what YAML gave. */
export interface CatalogueFile {
  file: string;
  content: unknown;
  /** Why it could not be parsed, where it could not, with the line. */
  unreadable?: string;
}

/**
 * One prospectus as its file and the files below it make it; null where a file is at fault (reported once, where it
 * is).
 */
interface Built {
  body: Tree;
  prospectus: Prospectus;
}

/** What a page that is one hub's own is for the others: their own window, no grant, its figures assumptions. */
function forOthers({ body, prospectus }: Built): Prospectus {
  const { id, academicYear, phase, stage, revision, basis } = prospectus;
  const report = (path: string, fault: string): never => {
    throw new CatalogueFault([{ file: id, path, fault }]);
  };
  const spot: Spot = { at: "", page: null, report };
  const others = readProspectus(elsewhere(body, prospectus), { id, academicYear, phase, stage, revision, basis }, spot);
  return others ? frozen(others) : prospectus;
}

const FILE_NAME = /^(\d{4}-\d{2})-((?:primary|secondary)-[a-z]+)\.ya?ml$/;
const ID =
  /^(\d{4})-(\d{2})\/(?:(primary)-(readiness|development|embedding|sustaining)|(secondary)-(development|embedding|sustaining))$/;

/**
 * The id that a file's name promises: `2020-21-primary-readiness.yaml` gives `2020-21/primary-readiness`; null for a
 * name that promises none.
 */
export function idOfFile(file: string): string | null {
  const name = FILE_NAME.exec(file.slice(file.lastIndexOf("/") + 1));
  return name ? `${name[1]}/${name[2]}` : null;
}

/** Builds the whole catalogue. Throws one CatalogueFault that names all that is wrong in all files. */
export function buildCatalogue(files: readonly CatalogueFile[]): Catalogue {
  const faults: Fault[] = [];
  const byId = new Map<string, CatalogueFile>();
  for (const file of files) {
    const id = idOfFile(file.file);
    if (id === null)
      faults.push({
        file: file.file,
        path: "",
        fault: "must be named year-phase-stage.yaml, as 2020-21-primary-readiness.yaml",
      });
    else if (byId.has(id)) faults.push({ file: file.file, path: "", fault: `a second file for ${id}` });
    else byId.set(id, file);
  }
  const build = builder((id) => byId.get(id) ?? null, faults);
  const built = new Map([...byId.keys()].map((id) => [id, build(id)]));
  if (faults.length > 0) throw new CatalogueFault(faults);
  return catalogueOf(
    [...byId.keys()],
    (id) => sound(built.get(id)).prospectus,
    ({ id }) => forOthers(sound(built.get(id))),
  );
}

/**
 * The same catalogue, but each prospectus is built from its files only when it is asked for: `read` gives the parsed
 * file of an id. What is wrong with a file is thrown, as one CatalogueFault, when its prospectus is first wanted.
 */
export function catalogueOnDemand(ids: readonly string[], read: (id: string) => CatalogueFile | null): Catalogue {
  const faults: Fault[] = [];
  const build = builder(read, faults);
  const wanted = (id: string): Built => {
    const built = build(id);
    if (faults.length > 0) throw new CatalogueFault(faults);
    return sound(built);
  };
  return catalogueOf(
    ids,
    (id) => wanted(id).prospectus,
    ({ id }) => forOthers(wanted(id)),
  );
}

function sound(built: Built | null | undefined): Built {
  if (!built) throw new Error("A prospectus without a fault was not built.");
  return built;
}

/** Builds prospectuses by id, each once; what is wrong is added to `faults`. */
function builder(read: (id: string) => CatalogueFile | null, faults: Fault[]): (id: string) => Built | null {
  const done = new Map<string, Built | null>();
  const build = (id: string, through: readonly string[]): Built | null => {
    const known = done.get(id);
    if (known !== undefined) return known;
    const file = read(id);
    if (file === null) return null;
    const report = (path: string, fault: string): void => {
      faults.push({ file: file.file, path, fault });
    };
    const base = (from: string): Built | null => {
      const loop = [...through, id];
      if (loop.includes(from))
        report("basis.rolledForwardFrom", `a loop: ${[...loop.slice(loop.indexOf(from)), from].join(" from ")}`);
      else if (read(from) === null) report("basis.rolledForwardFrom", `there is no prospectus ${JSON.stringify(from)}`);
      else return build(from, loop);
      return null;
    };
    const built = buildOne(id, file, base, report);
    done.set(id, built);
    return built;
  };
  return (id) => build(id, []);
}

function buildOne(
  id: string,
  file: CatalogueFile,
  base: (from: string) => Built | null,
  report: Spot["report"],
): Built | null {
  const { content, unreadable } = file;
  if (unreadable !== undefined || !isTree(content)) {
    report("", unreadable ?? "must be a mapping");
    return null;
  }
  const named = nameOf(id);
  if (content["id"] !== id) report("id", `must be ${id}, as the file is named, not ${JSON.stringify(content["id"])}`);
  if (named === null) report("id", `${id} is not year/phase-stage`);
  if (named === null || content["id"] !== id) return null;
  const spot: Spot = { at: "", page: null, report };
  const revision = whole(1)(content["revision"] ?? 1, { ...spot, at: "revision" });
  return content["basis"] === undefined
    ? fromPage(content, { ...named, revision }, spot)
    : fromBasis(content, { ...named, revision }, base, spot);
}

/** Year, phase and stage of an id; null for one that is none (there is no secondary readiness). */
function nameOf(id: string): Pick<Prospectus, "id" | "academicYear" | "phase" | "stage"> | null {
  const parts = ID.exec(id);
  const academicYear = `${parts?.[1]}/${parts?.[2]}`;
  if (!parts || !isAcademicYear(academicYear)) return null;
  return { id, academicYear, phase: (parts[3] ?? parts[5]) as Phase, stage: (parts[4] ?? parts[6]) as Stage };
}

function fromPage(content: Tree, name: Omit<Heading, "basis">, spot: Spot): Built | null {
  const { id: _id, revision: _revision, page: named, ...body } = content;
  const page = pageName(named, { ...spot, at: "page" });
  if (page === undefined) return null;
  return finish(body, { ...name, basis: { page } }, { ...spot, page });
}

function fromBasis(
  content: Tree,
  name: Omit<Heading, "basis">,
  base: (from: string) => Built | null,
  spot: Spot,
): Built | null {
  onlyKeys(content, ["id", "revision", "basis", "differs"], spot);
  const basis = content["basis"];
  const from = isTree(basis) ? basis["rolledForwardFrom"] : undefined;
  if (!isTree(basis) || typeof from !== "string") {
    spot.report(
      "basis",
      "must be {rolledForwardFrom: id}; a prospectus with a page of its own names it in `page` instead",
    );
    return null;
  }
  onlyKeys(basis, ["rolledForwardFrom"], { ...spot, at: "basis" });
  const differs = content["differs"] ?? {};
  if (!isTree(differs)) spot.report("differs", "must be a mapping");
  const below = base(from);
  if (below === null || !isTree(differs)) return null;
  if (below.prospectus.phase !== name.phase) {
    spot.report("basis.rolledForwardFrom", `${from} is of another phase`);
    return null;
  }
  const years = startYear(name.academicYear) - startYear(below.prospectus.academicYear);
  const body = overlay(rollForward(below.body, from, years), differs);
  // The base is sound, so whatever is wrong now was laid over it.
  return finish(body, { ...name, basis: { rolledForwardFrom: from } }, { ...spot, at: "differs" });
}

function finish(body: Tree, heading: Heading, spot: Spot): Built | null {
  const prospectus = readProspectus(body, heading, spot);
  return prospectus && { body, prospectus: frozen(prospectus) };
}

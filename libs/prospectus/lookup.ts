// Finding a prospectus: by its id, by year, phase and stage, and the one that follows another.

import { nextAcademicYear, type AcademicYear } from "../calendar/academic-years.ts";
import type { Phase, Prospectus, Stage } from "./prospectus.ts";

export interface Catalogue {
  /** The prospectus with this id, or null. */
  get(id: string): Prospectus | null;
  /** Every prospectus, in the order of their ids. */
  all(): readonly Prospectus[];
  /** The prospectus of the same phase in the next academic year, of the given stage, or null. */
  next(prospectus: Prospectus, stage: Stage): Prospectus | null;
  /** The prospectus of a year, phase and stage, or null. */
  of(academicYear: AcademicYear, phase: Phase, stage: Stage): Prospectus | null;
  /** The same for a hub: what is another hub's page has there no facts, its figures are assumptions. */
  forHub(hub: string): Catalogue;
}

/** The id of a prospectus: `2020-21/primary-readiness`. */
export function prospectusId(academicYear: AcademicYear, phase: Phase, stage: Stage): string {
  return `${academicYear.replace("/", "-")}/${phase}-${stage}`;
}

/**
 * A catalogue over `ids`; `load` gives the prospectus of one of them and is asked once for each, when it is first
 * wanted; `elsewhere` what one that is a hub's own is for other hubs.
 */
export function catalogueOf(
  ids: readonly string[],
  load: (id: string) => Prospectus,
  elsewhere: (own: Prospectus) => Prospectus,
): Catalogue {
  const known = new Set(ids);
  const loaded = new Map<string, Prospectus>();
  const get = (id: string): Prospectus | null => {
    if (!known.has(id)) return null;
    const prospectus = loaded.get(id) ?? load(id);
    loaded.set(id, prospectus);
    return prospectus;
  };
  const of: Catalogue["of"] = (academicYear, phase, stage) => get(prospectusId(academicYear, phase, stage));
  const hubs = new Map<string, Catalogue>();
  const catalogue: Catalogue = {
    get,
    of,
    all: () =>
      [...known]
        .sort()
        .map((id) => get(id))
        .filter((each) => each !== null),
    next: (prospectus, stage) => of(nextAcademicYear(prospectus.academicYear), prospectus.phase, stage),
    forHub: (hub) => {
      const made =
        hubs.get(hub) ?? changedBy(catalogue, (one) => (one.hub === "any" || one.hub === hub ? one : elsewhere(one)));
      hubs.set(hub, made);
      return made;
    },
  };
  return catalogue;
}

/** The catalogue with each prospectus as `change` makes it: asked once for each, when it is first wanted. */
export function changedBy(
  catalogue: Catalogue,
  change: (prospectus: Prospectus) => Prospectus,
  forHub: Catalogue["forHub"] = (hub) => changedBy(catalogue.forHub(hub), change),
): Catalogue {
  const made = new Map<string, Prospectus>();
  const changed = (prospectus: Prospectus): Prospectus => {
    const known = made.get(prospectus.id) ?? change(prospectus);
    made.set(prospectus.id, known);
    return known;
  };
  const perhaps = (prospectus: Prospectus | null): Prospectus | null => prospectus && changed(prospectus);
  return {
    get: (id) => perhaps(catalogue.get(id)),
    all: () => catalogue.all().map(changed),
    next: (prospectus, stage) => perhaps(catalogue.next(prospectus, stage)),
    of: (academicYear, phase, stage) => perhaps(catalogue.of(academicYear, phase, stage)),
    forHub,
  };
}

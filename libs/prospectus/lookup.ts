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
}

/** The id of a prospectus: `2020-21/primary-readiness`. */
export function prospectusId(academicYear: AcademicYear, phase: Phase, stage: Stage): string {
  return `${academicYear.replace("/", "-")}/${phase}-${stage}`;
}

/**
 * A catalogue over `ids`; `load` gives the prospectus of one of them and is asked once for each, when it is first
 * wanted.
 */
export function catalogueOf(ids: readonly string[], load: (id: string) => Prospectus): Catalogue {
  const known = new Set(ids);
  const loaded = new Map<string, Prospectus>();
  const get = (id: string): Prospectus | null => {
    if (!known.has(id)) return null;
    const prospectus = loaded.get(id) ?? load(id);
    loaded.set(id, prospectus);
    return prospectus;
  };
  const of: Catalogue["of"] = (academicYear, phase, stage) => get(prospectusId(academicYear, phase, stage));
  return {
    get,
    of,
    all: () =>
      [...known]
        .sort()
        .map((id) => get(id))
        .filter((each) => each !== null),
    next: (prospectus, stage) => of(nextAcademicYear(prospectus.academicYear), prospectus.phase, stage),
  };
}

// What a prospectus asks of the evidence, where its file is silent: what is nobody's fact is an assumption, and marked.

import type { CommitmentRules, Criterion, Figure } from "./prospectus.ts";

/** `T` as a file of the catalogue may have it: these of its keys may be null. */
type Silent<T, K extends keyof T> = Omit<T, K> & { [key in K]: T[key] | null };

/** The promises of a programme as its file has them. */
export type EvidenceAsked = Omit<CommitmentRules, "meetings" | "inSchool"> & {
  meetings: Silent<CommitmentRules["meetings"], "separate" | "absence">;
  inSchool: Silent<NonNullable<CommitmentRules["inSchool"]>, "betweenTeachers"> | null;
};

const assumed = <T>(value: T, because: string): Figure<T> => ({ value, source: "assumption", because });

const ABSENCE: readonly Criterion[] = [
  { code: "unavoidable", text: "Could not come" },
  { code: "cover", text: "No cover in school" },
  { code: "clash", text: "Needed elsewhere in school" },
];

const VISIT_DOES: readonly Criterion[] = [
  { code: "observing", text: "The lead saw lessons or meetings" },
  { code: "being-observed", text: "Teachers saw the lead teach" },
  { code: "planning", text: "Planned together" },
  { code: "leaders", text: "Talked with leaders of the school" },
  { code: "action-plan", text: "Worked on the action plan" },
];

/** The same with an assumption where the file says nothing. */
export function evidenceAsked(asked: EvidenceAsked): CommitmentRules {
  const { meetings, inSchool } = asked;
  return {
    ...asked,
    meetings: {
      ...meetings,
      separate: meetings.separate ?? assumed(true, "two sessions on one day are one day out of school"),
      absence: meetings.absence ?? assumed(ABSENCE, "no page says why a teacher may miss a session"),
    },
    inSchool: inSchool && {
      ...inSchool,
      betweenTeachers: inSchool.betweenTeachers ?? assumed(false, "days of support, whoever is in them"),
    },
  };
}

/** What a visit may do, where the file does not say. */
export function visitMayDo(asked: Figure<readonly Criterion[]> | null): Figure<readonly Criterion[]> {
  return asked ?? assumed(VISIT_DOES, "no page lists it");
}

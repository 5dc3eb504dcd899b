// The kinds of subject there are. A kind's name is how the names of its streams begin, and each lives in a workflow of
// its own type.

import { SCHOOL_JOURNEY } from "./journey.ts";

/** The type of each kind's workflow: histories are recorded under it. */
export const WORKFLOW_TYPES = {
  journey: SCHOOL_JOURNEY,
  "work-group": "workGroup",
  "payment-run": "paymentRun",
  turn: "hubTurn",
} as const;

export type SubjectKind = keyof typeof WORKFLOW_TYPES;
export const SUBJECT_KINDS = Object.keys(WORKFLOW_TYPES) as SubjectKind[];

/** Which kind a subject is, by its name: `work-group/north-1` is a Work Group's; a journey's id has no slash in it. */
export function kindOf(subject: string): SubjectKind {
  return SUBJECT_KINDS.find((kind) => subject.startsWith(`${kind}/`)) ?? "journey";
}

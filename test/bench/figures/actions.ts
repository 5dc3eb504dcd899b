import type { Figure } from "../figure.ts";
import { costOfYear } from "../reference-year/measured.ts";

export const actions: Figure = {
  name: "actions",
  unit: "actions",
  goal: { atMost: 50 },
  says: "Billable actions of Temporal Cloud in the reference school-year, as reference-year/actions.ts counts them.",
  besideIs: "actions of the same year with a timer and activities for each commitment",
  measure: (bench) => costOfYear(bench, "actions"),
};

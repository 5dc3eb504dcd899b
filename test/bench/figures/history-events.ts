import type { Figure } from "../figure.ts";
import { costOfYear } from "../reference-year/measured.ts";

export const historyEvents: Figure = {
  name: "history-events",
  unit: "events",
  goal: { atMost: 150 },
  says: "Events in Temporal's history of the reference school-year.",
  besideIs: "events of the same year with a timer and activities for each commitment",
  measure: (bench) => costOfYear(bench, "events"),
};

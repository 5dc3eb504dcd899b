import type { Figure } from "../figure.ts";

export const actions: Figure = {
  name: "actions",
  unit: "actions",
  goal: { atMost: 50 },
  says: "Billable actions of Temporal Cloud in the reference school-year, as reference-year/actions.ts counts them.",
  besideIs: "actions of the same year with a timer and activities for each commitment",
  async measure(bench) {
    // Not before it is asked for: it brings Temporal's whole worker with it.
    const { costOfYear } = await import("../reference-year/measured.ts");
    return costOfYear(bench, "actions");
  },
};

import type { Figure } from "../figure.ts";

export const historyEvents: Figure = {
  name: "history-events",
  unit: "events",
  goal: { atMost: 150 },
  says: "Events in Temporal's history of the reference school-year.",
  besideIs: "events of the same year with a timer and activities for each commitment",
  async measure(bench) {
    // Not before it is asked for: it brings Temporal's whole worker with it.
    const { costOfYear } = await import("../reference-year/measured.ts");
    return costOfYear(bench, "events");
  },
};

import type { Figure } from "../figure.ts";
import { askHub } from "../world/hub-question.ts";

export const hubCalendar: Figure = {
  name: "hub-calendar",
  unit: "s",
  goal: { atMost: 0.3 },
  says: "The forward calendar of a hub of 266 schools, a month ahead, over the API.",
  besideIs: "seconds for all events of its schools, read in one statement by a bare server",
  measure: (bench) => askHub(bench, "calendar"),
};

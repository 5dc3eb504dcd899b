import type { Figure } from "../figure.ts";
import { askHub } from "../world/hub-question.ts";

export const hubTurn: Figure = {
  name: "hub-turn",
  unit: "s",
  goal: { atMost: 0.3 },
  says: "The turn of a hub of 266 schools into the next year, as it would be done now, over the API.",
  besideIs: "seconds for all events of its schools, read in one statement by a bare server",
  measure: (bench) => askHub(bench, "turn"),
};

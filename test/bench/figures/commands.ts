import type { Figure } from "../figure.ts";
import { rateOver } from "../measure/rounds.ts";
import { commandRounds } from "../world/command-rounds.ts";

export const commands: Figure = {
  name: "commands",
  unit: "ratio",
  goal: { atLeast: 0.65 },
  says:
    "Commands a second over the API, 20 callers, journeys in formed Work Groups in turn: over Updates a second of " +
    "workflows that do nothing with them.",
  besideIs: "Updates a second that do nothing",
  measure: async (bench) => rateOver(await commandRounds(bench)),
};

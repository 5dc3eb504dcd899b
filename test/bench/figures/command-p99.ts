import type { Figure } from "../figure.ts";
import { median, p99 } from "../measure/rounds.ts";
import { commandRounds } from "../world/command-rounds.ts";

export const commandP99: Figure = {
  name: "command-p99",
  unit: "ratio",
  goal: { atMost: 1.75 },
  says: "How long 99 of 100 of those commands take at most: over the same of Updates that do nothing.",
  besideIs: "milliseconds of an Update that does nothing",
  async measure(bench) {
    const { ours, plain } = await commandRounds(bench);
    const [mine, theirs] = [ours, plain].map((turns) => turns.map(({ waits = [] }) => p99(waits)));
    const ratios = (mine ?? []).map((one, round) => one / (theirs?.[round] ?? Number.NaN));
    return { value: median(ratios), beside: median(theirs ?? []), detail: { milliseconds: median(mine ?? []) } };
  },
};

import { expect, it } from "@jest/globals";
import { WebMetrics } from "./metrics.ts";

it("shows each outcome of a kind of command from its first on: the first that nobody answers is a rise", async () => {
  const metrics = new WebMetrics();
  const counted = async (): Promise<string[]> =>
    (await metrics.registry.metrics()).split("\n").filter((line) => line.startsWith("journeys_command_seconds_count"));
  const shown = (accepted: number, unknown: number): string[] =>
    Object.entries({ accepted, rejected: 0, unknown }).map(
      ([outcome, count]) => `journeys_command_seconds_count{command="AcceptOffer",outcome="${outcome}"} ${count}`,
    );
  expect(await counted()).toEqual([]);
  metrics.heard({ name: "AcceptOffer", outcome: "accepted", seconds: 0.1 });
  expect(await counted()).toEqual(shown(1, 0));
  metrics.heard({ name: "AcceptOffer", outcome: "unknown", seconds: 10 });
  metrics.heard({ name: "AcceptOffer", outcome: "accepted", seconds: 0.1 });
  expect(await counted()).toEqual(shown(2, 1));
});

import { beforeEach, describe, expect, it } from "@jest/globals";
import { Metrics } from "./metrics.ts";

interface Read {
  count: number;
  hubs: [string, number][];
}

describe("figures", () => {
  let metrics: Metrics;
  let time: number;
  let reads: number;
  let answer: () => Promise<Read>;
  beforeEach(() => {
    time = 1_000;
    reads = 0;
    answer = async () => ({ count: 3, hubs: [["great-north", 2]] });
    metrics = new Metrics(() => time);
    const read = (): Promise<Read> => {
      reads++;
      return answer();
    };
    metrics.show("postgresql", read, [
      { name: "watched_count", help: "how many", labels: [], of: ({ count }) => [[[], count]] },
      { name: "watched_hubs", help: "by hub", labels: ["hub"], of: ({ hubs }) => hubs.map(([hub, n]) => [[hub], n]) },
    ]);
  });

  /** What the page says of those whose name begins so. */
  async function shown(name: string): Promise<string[]> {
    const text = await metrics.registry.metrics();
    return text.split("\n").filter((line) => line.startsWith(name));
  }

  it("are read when somebody asks, once for all that come of it, and anew after five seconds", async () => {
    expect(reads).toBe(0);
    expect(await shown("watched_")).toEqual(["watched_count 3", 'watched_hubs{hub="great-north"} 2']);
    expect(await shown("journeys_answers")).toEqual(['journeys_answers{part="postgresql"} 1']);
    time += 5_000;
    await shown("watched_");
    expect(reads).toBe(1);
    time += 1;
    answer = async () => ({ count: 4, hubs: [["north-west", 1]] });
    expect(await shown("watched_")).toEqual(["watched_count 4", 'watched_hubs{hub="north-west"} 1']);
  });

  it("of what does not answer are none, rather than old ones; and it says who does not", async () => {
    await shown("watched_");
    answer = () => Promise.reject(new Error("ada@example.org"));
    time += 6_000;
    expect(await shown("watched_")).toEqual([]);
    expect(await shown("journeys_answers")).toEqual(['journeys_answers{part="postgresql"} 0']);
  });
});

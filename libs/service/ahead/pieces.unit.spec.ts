import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { describe, expect, it } from "@jest/globals";
import { piecesOf, takeFrom } from "./pieces.ts";

const ids = Array.from({ length: 120 }, (_, no) => `${100_000 + no}-primary`);

describe("Journeys that are looked at by several", () => {
  it("are taken a few at a time, each once, to the last", () => {
    const pieces = piecesOf(ids);
    const taken = [takeFrom(pieces), takeFrom(pieces), takeFrom(pieces)];
    expect(taken.map(({ length }) => length)).toEqual([50, 50, 20]);
    expect(taken.flat()).toEqual(ids);
    expect([takeFrom(pieces), takeFrom(piecesOf([]))]).toEqual([[], []]);
  });

  it("are no more there for one thread when another has taken them", async () => {
    const pieces = piecesOf(ids);
    const takes = "const { parentPort, workerData } = require('node:worker_threads');";
    const thread = new Worker(`${takes} Atomics.add(workerData.taken, 0, 1); parentPort.postMessage("taken");`, {
      eval: true,
      workerData: pieces,
    });
    await once(thread, "message");
    expect(takeFrom(pieces)[0]).toBe(ids[50]);
  });
});

import { setTimeout as pause } from "node:timers/promises";
import { afterEach, expect, it } from "@jest/globals";
import { patience, patientAtFirst } from "./patience.ts";

const { atFirstLastsMs } = patience;
afterEach(() => {
  patience.atFirstLastsMs = atFirstLastsMs;
});

it("a command waits for half a minute just after a start, and for ten seconds from the first minute on", async () => {
  expect(atFirstLastsMs).toBe(60_000);
  patience.atFirstLastsMs = 20;
  const settings = { commandTimeoutMs: 0 };
  patientAtFirst(settings);
  expect(settings.commandTimeoutMs).toBe(30_000);
  while (settings.commandTimeoutMs === 30_000) await pause(5);
  expect(settings.commandTimeoutMs).toBe(10_000);
});

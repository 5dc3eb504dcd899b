import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { freePort, isFree, rememberedPort } from "./ports.ts";

let folder: string;
const clone = (name: string) => join(folder, name, "ports.json");
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "ports-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function whileTaken<T>(port: number, work: () => Promise<T>): Promise<T> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  try {
    return await work();
  } finally {
    await new Promise((resolve) => server.close(resolve));
  }
}

it("is given one that the system gives to nobody by itself: it is free when its server comes back", async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port: anybodys } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  for (const port of await Promise.all(Array.from({ length: 50 }, freePort))) {
    expect(port).toBeGreaterThan(10_080);
    expect(port).toBeLessThan(32_768);
    expect(port).toBeLessThan(anybodys);
  }
});

it("keeps its port from start to start, also when several are chosen at once", async () => {
  const parts = ["postgres", "temporal", "smtp", "inbox"];
  const choose = () => Promise.all(parts.map((part) => rememberedPort(part, undefined, clone("a"))));
  const first = await choose();
  expect(new Set(first).size).toBe(parts.length);
  expect(await choose()).toEqual(first);
});

it("never gives what another part has been given, which may not listen yet", async () => {
  const given = await rememberedPort("postgres", undefined, clone("d"));
  expect(await rememberedPort("temporal", given, clone("d"))).not.toBe(given);
});

it("takes the usual one if it can, and another where a second clone runs", async () => {
  const usual = await freePort();
  expect(await rememberedPort("api", usual, clone("b"))).toBe(usual);
  const other = await whileTaken(usual, async () => {
    expect(await isFree(usual)).toBe(false);
    return rememberedPort("api", usual, clone("c"));
  });
  expect(other).not.toBe(usual);
  expect(await rememberedPort("api", usual, clone("c"))).toBe(other);
});

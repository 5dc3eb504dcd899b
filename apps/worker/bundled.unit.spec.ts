// Kept in a folder of the test's own: what other processes of this run use stays as it is.

import { mkdtemp, readdir, rm, stat, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { buildIdOf } from "../../libs/config/build-id.ts";
import { bundledWorkflows, dropUnused } from "./bundled.ts";

let folder: string;
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), "bundled-"))));
afterAll(() => rm(folder, { recursive: true }));

describe("the workflows in one file", () => {
  it("are made once, and named for what a running workflow is bound by", async () => {
    const file = (await bundledWorkflows([], folder)) ?? "none";
    expect(basename(file).startsWith(`${buildIdOf()}-`)).toBe(true);
    const { ino } = await stat(file);
    expect(await bundledWorkflows([], folder)).toBe(file);
    expect((await stat(file)).ino).toBe(ino);
    expect(await readdir(folder)).toEqual([basename(file)]);
  });

  it("are removed by who makes them anew once nobody has used them for a week", async () => {
    const [file = "none"] = await readdir(folder);
    const kept = join(folder, file);
    const daysAgo = (days: number): Date => new Date(Date.now() - days * 86_400_000);
    await utimes(kept, daysAgo(8), daysAgo(30));
    await writeFile(join(folder, "of-last-month.js"), "");
    await utimes(join(folder, "of-last-month.js"), daysAgo(8), daysAgo(30));
    await writeFile(join(folder, "of-this-week.js"), "");
    await utimes(join(folder, "of-this-week.js"), daysAgo(6), daysAgo(30));
    // Whoever finds it has used it.
    await bundledWorkflows([], folder);
    await Promise.all([dropUnused(folder), dropUnused(folder), dropUnused(folder)]);
    expect((await readdir(folder)).sort()).toEqual([file, "of-this-week.js"].sort());
    await utimes(join(folder, "of-this-week.js"), daysAgo(8), daysAgo(30));
    await rm(kept);
    await bundledWorkflows([], folder);
    expect(await readdir(folder)).toEqual([file]);
  });

  it("are each worker's own where nothing can be kept", async () => {
    const taken = join(folder, "a-file");
    await writeFile(taken, "");
    expect(await bundledWorkflows([], taken)).toBeUndefined();
  });
});

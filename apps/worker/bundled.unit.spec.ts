// Kept in a folder of the test's own: what other processes of this run use stays as it is.

import { mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { buildIdOf } from "../../libs/config/build-id.ts";
import { bundledWorkflows } from "./bundled.ts";

let folder: string;
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), "bundled-"))));
afterAll(() => rm(folder, { recursive: true }));

describe("the workflows in one file", () => {
  it("are made once, and named for what a running workflow is bound by", async () => {
    const file = (await bundledWorkflows([], folder)) ?? "none";
    expect(basename(file).startsWith(`${buildIdOf()}-`)).toBe(true);
    const { mtimeMs } = await stat(file);
    expect(await bundledWorkflows([], folder)).toBe(file);
    expect((await stat(file)).mtimeMs).toBe(mtimeMs);
    expect(await readdir(folder)).toEqual([basename(file)]);
  });

  it("are each worker's own where nothing can be kept", async () => {
    const taken = join(folder, "a-file");
    await writeFile(taken, "");
    expect(await bundledWorkflows([], taken)).toBeUndefined();
  });
});

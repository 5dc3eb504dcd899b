import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { temporalProgram } from "./temporal-program.ts";

let folder: string;
let server: Server;
let releases: string;
const said: string[] = [];
const find = (env: Record<string, string>) =>
  temporalProgram((line) => said.push(line), { XDG_CACHE_HOME: join(folder, "cache"), PATH: "", ...env }, releases);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "temporal-program-"));
  // Something answers in the place of the releases, and what it gives is none.
  server = createServer((_request, response) => response.end("not the release"));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  releases = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(async () => {
  server.close();
  await rm(folder, { recursive: true });
});

it(
  "is not taken from a download whose checksum differs; without Go, one sentence says what to do, and nothing " +
    "is left",
  async () => {
    await expect(find({})).rejects.toThrow(
      /^The Temporal server is missing: what came from .* is not the release \(its SHA-256 differs\); there is no Go .* set TEMPORAL_ADDRESS/,
    );
    expect(said).toEqual([expect.stringMatching(/^Downloading the Temporal server/)]);
    expect(await readdir(join(folder, "cache", "school-journeys"))).toEqual([]);
  },
);

it("is the one on the PATH, if there is one", async () => {
  const bin = join(folder, "bin");
  await mkdir(bin);
  await writeFile(join(bin, "temporal"), "#!/bin/sh\n", { mode: 0o755 });
  expect(await find({ PATH: `/nowhere:${bin}` })).toBe(join(bin, "temporal"));
});

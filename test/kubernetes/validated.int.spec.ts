// The manifests held to the schemas of Kubernetes itself, the oldest version that is supported and the newest known:
// kubernetes-validate brings them, and needs no cluster.

import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { beforeAll, expect, it } from "@jest/globals";
import { KUBERNETES_VALIDATE, pythonWith } from "../../apps/cli/setup/python-program.ts";
import { folderOfRun } from "../support/test-run.ts";
import { FILES, FOLDER, manifests } from "./manifests.ts";

const run = promisify(execFile);
let python: string;

beforeAll(async () => {
  python = await pythonWith(KUBERNETES_VALIDATE, () => undefined);
}, 180_000);

/** What it says of these files. */
async function said(version: string, files: readonly string[]): Promise<string> {
  const args = ["-m", "kubernetes_validate", "--strict", "--kubernetes-version", version, ...files];
  const done = await run(python, args).catch((error: unknown) => error as { stdout: string; stderr: string });
  return done.stdout + done.stderr;
}

it.each(["1.34.0", "1.37.0"])(
  "Kubernetes %s takes every object",
  async (version) => {
    const says = await said(
      version,
      FILES.map((file) => join(FOLDER, file)),
    );
    expect(says.split("\n").filter((line) => line !== "" && !/^INFO .* passed for resource /u.test(line))).toEqual([]);
    expect(says.match(/ passed for resource /gu)).toHaveLength(manifests.length);
  },
  60_000,
);

it("would notice a field that there is not", async () => {
  const folder = await mkdtemp(join(folderOfRun(), "kubernetes-"));
  const file = join(folder, "web.yaml");
  const web = await readFile(join(FOLDER, "web.yaml"), "utf8");
  await writeFile(file, web.replace("readOnlyRootFilesystem:", "readOnlyRootFileSystem:"));
  expect(await said("1.37.0", [file])).toContain("readOnlyRootFileSystem");
  await rm(folder, { recursive: true });
}, 60_000);

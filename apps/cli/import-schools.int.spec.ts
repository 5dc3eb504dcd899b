import { spawn } from "node:child_process";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { Imports } from "../../test/support/imports.ts";
import { LINK_COLUMNS, writeExtract, writeRegister } from "../../test/support/register.ts";
import { freshStore, type TestStore } from "../../test/support/store.ts";

let store: TestStore;
const imports = new Imports(() => store);
afterAll(() => imports.remove());

describe("npm run import-schools", () => {
  beforeAll(async () => {
    store = await freshStore();
  }, 60_000);
  afterAll(() => store.close());

  const command = (...args: string[]): Promise<{ code: number | null; out: string; err: string }> =>
    new Promise((resolve) => {
      const child = spawn(
        process.execPath,
        ["--import", "./apps/cli/setup/typescript.mjs", "apps/cli/import-schools.ts", ...args],
        { env: { ...process.env, DATABASE_URL: store.appUrl } },
      );
      const said = { out: "", err: "" };
      child.stdout.on("data", (text: Buffer) => (said.out += text.toString()));
      child.stderr.on("data", (text: Buffer) => (said.err += text.toString()));
      child.on("close", (code) => resolve({ code, ...said }));
    });

  it("tells how far it is on standard error, and the result alone on standard output", async () => {
    const [file, linkFile] = [imports.path(), imports.path()];
    await writeRegister(file, linkFile, 3_000);
    const { code, out, err } = await command(file, linkFile, "--json");
    expect([code, JSON.parse(out)]).toMatchObject([
      0,
      { schools: { read: 3_000, new: 3_000 }, links: { read: 2_000, new: 2_000 } },
    ]);
    expect(err).toMatch(/: 100 %, 3,000 rows, [\d,]+ rows\/s/u);
  }, 60_000);

  it("ends with 2 and one sentence for what cannot be used", async () => {
    const without = await writeExtract(imports.path(), [], LINK_COLUMNS);
    expect(await command(without)).toMatchObject({
      code: 2,
      out: "",
      err: expect.stringMatching(
        /^\S+ cannot be used as an extract of schools: the columns “EstablishmentName”.* are missing\. Nothing was taken in\.\n$/u,
      ),
    });
    expect(await command("/nowhere.csv")).toMatchObject({ code: 2, err: "/nowhere.csv: there is no such file.\n" });
    expect(await command()).toMatchObject({ code: 2, err: expect.stringContaining("Usage:") });
  }, 60_000);
});

import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { getPeople, putPerson } from "../../libs/people/people.ts";
import { TEST_KEY } from "../../test/support/people-keys.ts";
import { freshStore, type TestStore } from "../../test/support/store.ts";
import { top } from "./setup/folders.ts";

const ada = { id: "p-ada", firstName: "Ada", lastName: "Archer", email: "ada@school.example.org" };
const young = Buffer.alloc(32, 8).toString("base64");

let store: TestStore;
let folder: string;
beforeAll(async () => {
  store = await freshStore();
  folder = await mkdtemp(join(tmpdir(), "people-"));
  for (const id of ["p-ada", "p-ben"]) await putPerson(store.app, { ...ada, id });
}, 60_000);
afterAll(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

/** `npm run people -- …` on this database. */
function people(
  args: string[],
  key = TEST_KEY.toString("base64"),
): Promise<{ code: number; out: string; err: string }> {
  const env = {
    ...process.env,
    NODE_OPTIONS: "",
    DATABASE_URL: store.appUrl,
    PEOPLE_KEY: key,
    ERASURE_LOG: join(folder, "erasures.log"),
  };
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ["--import", "./apps/cli/setup/typescript.mjs", "apps/cli/people.ts", ...args],
      { cwd: top, env },
      (error, out, err) => resolve({ code: typeof error?.code === "number" ? error.code : 0, out, err }),
    );
  });
}

describe("npm run people", () => {
  it("gives out, erases, and erases again what a restore brought back", async () => {
    const found = await people(["export", "p-ada"]);
    expect([found.code, JSON.parse(found.out)]).toMatchObject([0, { person: "p-ada", contact: { email: ada.email } }]);
    const erased = await people(["erase", "p-ada", "--reason", "Ada Archer asked"]);
    expect([erased.code, erased.out]).toEqual([0, expect.stringMatching(/^Erased at 20.*Z\. Noted in /)]);
    expect(await getPeople(store.app, ["p-ada", "p-ben"])).toMatchObject([{ id: "p-ben" }]);
    expect(await readFile(join(folder, "erasures.log"), "utf8")).not.toContain("Archer");
    expect(await people(["replay-erasures"])).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^1 erasures in .*; 0 keys/),
    });
    expect(await people(["export", "nobody"])).toEqual({
      code: 1,
      out: "",
      err: "Nobody is known by the id nobody.\n",
    });
  }, 60_000);

  it("counts what is to be kept no longer; wraps keys anew", async () => {
    expect((await people(["retention", "--dry-run"])).out).toMatch(
      /^Would erase: 0 people and the words of 0 journeys .*; 0 that no journey took up/,
    );
    expect((await people(["rewrap"], `${young},${TEST_KEY.toString("base64")}`)).out).toMatch(/^Wrapped anew: 2 keys/);
    expect(await people(["export", "p-ben"])).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^PEOPLE_KEY does not open/),
    });
    expect(await people(["export", "p-ben"], young)).toMatchObject({ code: 0 });
  }, 60_000);

  it("says how it is used", async () => {
    expect(await people(["forget", "p-ben"])).toMatchObject({
      code: 2,
      err: expect.stringContaining("Usage: npm run people"),
    });
    expect(await people(["erase", "p-ben"])).toMatchObject({ code: 2 });
    expect(await people(["retention"], "secret")).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^PEOPLE_KEY must be 32 random bytes/),
    });
  }, 60_000);
});

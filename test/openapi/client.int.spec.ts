// The typed client: its types are the document's, a slip in a call is found before it is made, and its example runs,
// also where the service asks for patience. Real PostgreSQL, no Temporal: the example changes nothing.

import "reflect-metadata";
import { execFile } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import { basename, join } from "node:path";
import { text } from "node:stream/consumers";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, it } from "@jest/globals";
import ts from "typescript";
import { typesOfApi } from "../../apps/api/client/types-of-api.ts";
import { localFolder, top } from "../../apps/cli/setup/folders.ts";
import { freePort } from "../../apps/cli/setup/ports.ts";
import { startApi, HUB_LEAD, recordOutput, type ApiUnderTest } from "../api/api-under-test.ts";
import { putJourney } from "../support/journeys.ts";
import { freshStore, type TestStore } from "../support/store.ts";

const output = recordOutput();
let store: TestStore;
let api: ApiUnderTest;
let busy: Server;
const posted: IncomingHttpHeaders[] = [];

/** The API behind a door that first answers every POST that there is too much to do. */
function behindABusyDoor(port: number): Server {
  return createServer((request, response) => {
    const { method = "GET", url = "", headers } = request;
    void text(request).then(async (body) => {
      if (method === "POST") posted.push(headers);
      if (method === "POST" && posted.length === 1) return response.writeHead(503, { "retry-after": "1" }).end();
      const { host: _, ...sent } = headers as Record<string, string>;
      const answer = await fetch(api.origin + url, { method, headers: sent, ...(method === "POST" && { body }) });
      response.writeHead(answer.status, { "content-type": answer.headers.get("content-type") ?? "" });
      return response.end(await answer.text());
    });
  }).listen(port, "127.0.0.1");
}

beforeAll(async () => {
  store = await freshStore();
  for (const [urn, hub] of [
    ["100001", "great-north"],
    ["100002", "far-south"],
  ] as const)
    await putJourney(store, { urn, hub, workGroup: "wg-1", until: "2020-12-01" });
  api = await startApi({
    databaseUrl: store.appUrl,
    temporalAddress: `127.0.0.1:${await freePort()}`,
    startsAt: "2020-12-01T08:00:00Z",
    commandTimeoutMs: 500,
  });
}, 60_000);

afterAll(async () => {
  busy?.close();
  await api?.stop();
  await store?.close();
  output.end();
}, 30_000);

it("a slip is found by the compiler: a path, a parameter or a field that the API has not", async () => {
  mkdirSync(localFolder, { recursive: true });
  const folder = mkdtempSync(join(localFolder, "client-"));
  try {
    writeFileSync(join(folder, "types.d.ts"), await typesOfApi());
    for (const name of ["client.ts", "example.ts"])
      copyFileSync(join(top, "apps/api/client", name), join(folder, name));
    writeFileSync(
      join(folder, "slips.ts"),
      [
        'import { schoolJourneys } from "./client.ts";',
        'const api = schoolJourneys("http://localhost", () => "");',
        'await api.GET("/api/v1/journies");',
        'await api.GET("/api/v1/journeys", { params: { query: { status: "happy" } } });',
        'const { data } = await api.GET("/api/v1/journeys/{id}", { params: { path: { id: "100001-primary" } } });',
        "data?.teachersNames;",
      ].join("\n"),
    );
    const options = ts.getParsedCommandLineOfConfigFile(
      join(top, "tsconfig.json"),
      { incremental: false },
      {
        ...ts.sys,
        onUnRecoverableConfigFileDiagnostic: () => undefined,
      },
    )?.options;
    const program = ts.createProgram([join(folder, "example.ts"), join(folder, "slips.ts")], {
      ...options,
      tsBuildInfoFile: undefined,
    });
    const found = ts.getPreEmitDiagnostics(program).map(({ file, start = 0, messageText }) => {
      const line = file ? file.getLineAndCharacterOfPosition(start).line + 1 : 0;
      return file ? `${basename(file.fileName)} ${line}` : ts.flattenDiagnosticMessageText(messageText, " ");
    });
    expect(found).toEqual(["slips.ts 3", "slips.ts 4", "slips.ts 6"]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}, 60_000);

it("the example says which schools of the hub owe something, and asks again with the same key", async () => {
  const port = await freePort();
  busy = behindABusyDoor(port);
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ["--import", "./apps/cli/setup/typescript.mjs", "apps/api/client/example.ts", `http://127.0.0.1:${port}`],
    { cwd: top, env: { ...process.env, TOKEN: await api.signIn.token(HUB_LEAD) } },
  );
  expect(stdout).toMatch(/^School 100001, readiness 2020\/21: \d still to do\.$/m);
  expect(stdout).not.toContain("100002");
  expect(stdout).toMatch(/^To come, unless it is done: /m);
  expect(stdout).toMatch(/^If it asked for no more reminders: .*no reminders/m);
  expect(posted).toHaveLength(2);
  expect(posted[0]?.["idempotency-key"]).toMatch(/^[\da-f-]{36}$/);
  expect(posted[1]?.["idempotency-key"]).toBe(posted[0]?.["idempotency-key"]);
}, 60_000);

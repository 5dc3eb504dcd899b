// The worker as a process: what it says and how it ends.

import { spawn, type ChildProcess } from "node:child_process";
import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { migratedDatabase, type TestDatabase } from "../../test/support/database.ts";
import { TEST_KEY } from "../../test/support/people-keys.ts";
import { devServer, type TestTemporal } from "../../test/support/temporal.ts";

const PEOPLE_KEY = TEST_KEY.toString("base64");

let database: TestDatabase;
let temporal: TestTemporal;

beforeAll(async () => {
  database = await migratedDatabase();
  temporal = await devServer();
}, 30_000);
afterAll(async () => {
  // One whose test failed before it was asked to end.
  for (const child of started) child.kill("SIGKILL");
  await database.drop();
});

const started: ChildProcess[] = [];
interface Running {
  child: ChildProcess;
  output: () => string;
  says(words: string): Promise<void>;
  ended: Promise<number | null>;
}

function startWorker(env: Record<string, string>): Running {
  const child = spawn(process.execPath, ["--import", "./apps/cli/setup/typescript.mjs", "apps/worker/main.ts"], {
    env: { PATH: process.env["PATH"], ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  started.push(child);
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk) => {
      output += String(chunk);
    });
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  const says = async (words: string): Promise<void> => {
    while (!output.includes(words)) {
      if (child.exitCode !== null) throw new Error(`it ended and said ${output}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  return { child, output: () => output, says, ended };
}

it("names every variable that is missing or wrong, and ends with 1", async () => {
  const worker = startWorker({ DATABASE_URL: "mysql://secret@127.0.0.1/x", PEOPLE_KEY: "secret" });
  expect(await worker.ended).toBe(1);
  expect(worker.output()).toContain("DATABASE_URL must be");
  expect(worker.output()).toContain("TEMPORAL_ADDRESS is not set");
  expect(worker.output()).toContain("PEOPLE_KEY must be 32 random bytes in base64");
  expect(worker.output()).not.toContain("secret");
}, 30_000);

it("works, and ends with 0 when it is asked to", async () => {
  const worker = startWorker({
    PEOPLE_KEY,
    DATABASE_URL: database.appUrl,
    TEMPORAL_ADDRESS: temporal.address,
    TEMPORAL_NAMESPACE: temporal.namespace,
    SMTP_URL: "smtp://127.0.0.1:9",
  });
  await worker.says('"working"');
  worker.child.kill("SIGTERM");
  expect(await worker.ended).toBe(0);
  expect(worker.output()).toContain('"stopped"');
}, 60_000);

it("needs no mail server where letters go through GOV.UK Notify", async () => {
  const worker = startWorker({
    PEOPLE_KEY,
    DATABASE_URL: database.appUrl,
    TEMPORAL_ADDRESS: temporal.address,
    TEMPORAL_NAMESPACE: temporal.namespace,
    NOTIFY_TEMPLATE_ID: "f33517ff-2a88-4f6e-b855-c550268ce08a",
    NOTIFY_API_KEY: "school_journeys-26785a09-ab16-4eb0-8407-a37497a57506-3d844edf-8d35-48ac-975b-e847b4f122b0",
  });
  await worker.says('"working"');
  worker.child.kill("SIGTERM");
  expect(await worker.ended).toBe(0);
}, 60_000);

it("waits for PostgreSQL, says so, and can be ended meanwhile", async () => {
  const worker = startWorker({
    PEOPLE_KEY,
    DATABASE_URL: "postgres://nobody:secret@127.0.0.1:9/x",
    TEMPORAL_ADDRESS: temporal.address,
    TEMPORAL_NAMESPACE: temporal.namespace,
    SMTP_URL: "smtp://127.0.0.1:9",
  });
  await worker.says("PostgreSQL does not answer; trying again");
  worker.child.kill("SIGTERM");
  expect(await worker.ended).toBe(0);
  expect(worker.output()).not.toContain("secret");
}, 30_000);

// Before the first test that may need it: one PostgreSQL for the whole run, its data thrown away afterwards.
// Each test file makes its own database in it (test/support/database.ts).
import "../apps/cli/setup/typescript.mjs";

export default async function startServers() {
  const { startTestRun } = await import("../test/support/test-run.ts");
  globalThis.testRun = await startTestRun();
}

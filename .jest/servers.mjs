// Before the first test that may need it: one PostgreSQL for the whole run, its data thrown away afterwards, and one
// Temporal. Each test file makes its own database in the one (test/support/database.ts), its own namespace in the other.
import "../apps/cli/setup/typescript.mjs";

export default async function startServers(_global, { displayName }) {
  const { sharedInRun, startTestRun } = await import("../test/support/test-run.ts");
  globalThis.testRun = await startTestRun();
  // In nobody's own time: on a busy machine they take longer than the first file that asks has for its beginning. What
  // cannot be started is told to whoever asks for it. The programs of e2e have servers of their own.
  if (displayName?.name !== "e2e") await Promise.allSettled(["template", "temporal"].map(sharedInRun));
}

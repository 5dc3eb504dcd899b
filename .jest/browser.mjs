// `npm run test:browser`: all that a real browser is there for. `npm test` has the quick part of it.
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { project } from "./base.mjs";

const top = fileURLToPath(new URL("..", import.meta.url));
const inBrowser = { ...project("int"), displayName: "browser", testMatch: ["**/test/browser/*.{int,browser}.spec.ts"] };

// What each walk took is gathered there, to stand below all of them (test/browser/walked.ts).
process.env.WALKS ??= join(tmpdir(), `walks-${process.pid}`);

export default {
  rootDir: top,
  projects: [inBrowser],
  testTimeout: 60_000,
  reporters: ["default", "<rootDir>/.jest/slowest.mjs", "<rootDir>/.jest/walks.mjs"],
};

// The workflow of CI held to the repository: nobody runs it here, so what it names is looked up.

import { accessSync, constants, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { parse } from "yaml";
import { top } from "../../apps/cli/setup/folders.ts";

interface Step {
  uses?: string;
  run?: string;
  with?: Record<string, unknown>;
}
interface Workflow {
  on: Record<string, unknown>;
  permissions: Record<string, string>;
  jobs: Record<string, { "runs-on": string; "timeout-minutes": number; steps: Step[] }>;
}

const folder = join(top, ".github/workflows");
const workflow = parse(readFileSync(join(folder, "ci.yml"), "utf8")) as Workflow;
const jobs = Object.values(workflow.jobs);
const steps = jobs.flatMap((job) => job.steps);

describe("CI", () => {
  it("is one workflow, on every push and every pull request, whatever the branch", () => {
    expect(readdirSync(folder)).toEqual(["ci.yml"]);
    expect(workflow.on).toEqual({ push: null, pull_request: null });
  });

  it("runs .ci/run and no other check, in a program that may be run", () => {
    expect(steps.flatMap(({ run }) => run ?? [])).toEqual([".ci/run"]);
    expect(() => accessSync(join(top, ".ci/run"), constants.X_OK)).not.toThrow();
  });

  it("checks out before it runs anything, and has the Node that this repository pins", () => {
    const uses = steps.map(({ uses, run }) => uses?.split("@")[0] ?? run);
    expect(uses.at(0)).toBe("actions/checkout");
    expect(uses.at(-1)).toBe(".ci/run");
    const { devDependencies } = JSON.parse(readFileSync(join(top, "package.json"), "utf8")) as {
      devDependencies: { node: string };
    };
    const node = steps.find(({ uses: one }) => one?.startsWith("actions/setup-node@"))?.with?.["node-version"];
    expect(String(node)).toBe(devDependencies.node.split(".")[0]);
  });

  it("takes each action at a version that is written out, from GitHub's own", () => {
    const odd = steps.flatMap(({ uses }) =>
      uses === undefined || /^actions\/[a-z-]+@v\d+\.\d+\.\d+$/.test(uses) ? [] : uses,
    );
    expect(odd).toEqual([]);
  });

  it("may only read, on a machine that is named, and comes to an end", () => {
    expect(workflow.permissions).toEqual({ contents: "read" });
    for (const job of jobs) {
      expect(job["runs-on"]).toMatch(/^ubuntu-\d\d\.\d\d$/);
      expect(job["timeout-minutes"]).toBeLessThanOrEqual(60);
    }
  });
});

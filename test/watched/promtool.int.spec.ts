// Rules, configuration and dashboard held to Prometheus itself: its promtool reads them as the server would, and works
// the rules out over hours that take it a moment.

import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { parse, stringify } from "yaml";
import { prometheusPrograms } from "../../apps/cli/setup/prometheus-program.ts";
import { folderOfRun } from "../support/test-run.ts";
import { alerts, FOLDER, panels } from "./alerts.ts";
import { RULE_CASES } from "./rule-cases.ts";
import { ruleTests } from "./rule-tests.ts";

const run = promisify(execFile);
const RULES = join(FOLDER, "alerts.yaml");
let folder: string;
let promtool: string;

beforeAll(async () => {
  folder = await mkdtemp(join(folderOfRun(), "promtool-"));
  ({ promtool } = await prometheusPrograms((line) => process.stderr.write(`${line}\n`)));
}, 180_000);
afterAll(() => rm(folder, { recursive: true }));

/** Whether promtool is content, and what it says. */
async function asked(...args: string[]): Promise<{ content: boolean; says: string }> {
  return run(promtool, args).then(
    ({ stdout, stderr }) => ({ content: true, says: stdout + stderr }),
    ({ stdout, stderr }: { stdout: string; stderr: string }) => ({ content: false, says: stdout + stderr }),
  );
}

async function written(name: string, text: string): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, text);
  return file;
}

describe("promtool takes", () => {
  it("the configuration as it is shipped, with its rules", async () => {
    const { content, says } = await asked(
      "check",
      "config",
      "--lint=all",
      "--lint-fatal",
      join(FOLDER, "prometheus.yaml"),
    );
    expect(says).toContain(`${alerts().length} rules found`);
    expect(content ? "" : says).toBe("");
  }, 30_000);

  it("the rules, and would notice what is none", async () => {
    expect(await asked("check", "rules", "--lint=all", "--lint-fatal", RULES)).toMatchObject({ content: true });
    const broken = (await readFile(RULES, "utf8")).replace("max(journeys_pool_waiting)", "max(journeys_pool_waiting");
    const { content, says } = await asked("check", "rules", await written("broken.yaml", broken));
    expect(content).toBe(false);
    expect(says).toContain("PoolFull");
  }, 30_000);

  it("every expression of the dashboard", async () => {
    const rules = panels().map(({ expr }, at) => ({ record: `panel_${at}`, expr }));
    const file = await written("panels.yaml", stringify({ groups: [{ name: "dashboard", rules }] }));
    const { content, says } = await asked("check", "rules", file);
    expect(says).toContain(`${rules.length} rules found`);
    expect(content).toBe(true);
  }, 30_000);
});

describe("over time", () => {
  it("every rule has its cases, and no case is of a rule that there is not", () => {
    expect(
      alerts()
        .map(({ alert }) => alert)
        .toSorted(),
    ).toEqual(Object.keys(RULE_CASES).toSorted());
  });

  it("every rule fires once it has waited, and of nothing that is over sooner or is no reason to", async () => {
    const { content, says } = await asked("test", "rules", await written("tests.yaml", ruleTests(RULES)));
    expect(content ? "" : says).toBe("");
  }, 30_000);

  it.each([
    { how: "never", expr: "vector(0) == 1", part: "fires" },
    { how: "always", expr: "vector(1) == 1", part: "quiet" },
  ] as const)(
    "would notice a rule that $how fired, whichever it is",
    async ({ how, expr, part }) => {
      const shipped = parse(await readFile(RULES, "utf8")) as { groups: { rules: object[] }[] };
      const groups = shipped.groups.map((group) => ({
        ...group,
        rules: group.rules.map((rule) => ({ ...rule, expr })),
      }));
      const rules = await written(`${how}.yaml`, stringify({ groups }));
      const { content, says } = await asked(
        "test",
        "rules",
        await written(`${how}-tests.yaml`, ruleTests(rules, [part])),
      );
      expect(content).toBe(false);
      expect(alerts().filter(({ alert }) => !says.includes(`alertname: ${alert}, time`))).toEqual([]);
    },
    30_000,
  );
});

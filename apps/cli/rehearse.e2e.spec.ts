// npm run rehearse as a script outside sees it: exit codes, streams, the same bytes.

import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stringify } from "yaml";
import { EXEMPLARY, rehearsalOf } from "../../test/support/rehearsing.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "rehearse-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

function rehearse(args: string[], input = "") {
  const { status, stdout, stderr } = spawnSync("npm", ["run", "-s", "rehearse", "--", ...args], {
    input,
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

describe("npm run -s rehearse", () => {
  it("prints one object for YAML and JSON, from a file and from standard input, the same each time", () => {
    const yaml = stringify(EXEMPLARY);
    const file = join(folder, "exemplary.yaml");
    writeFileSync(file, yaml);
    const runs = [
      rehearse([file, "--json"]),
      rehearse(["--json", "-"], yaml),
      rehearse(["-", "--json"], JSON.stringify(EXEMPLARY, null, "\t")),
    ];
    for (const { status, stdout, stderr } of runs) {
      expect([status, stderr]).toEqual([0, ""]);
      expect(stdout).toBe(runs[0]?.stdout);
    }
    expect(JSON.parse(runs[0]?.stdout ?? "")).toMatchObject({ status: "participating", rejections: [] });
  });

  it("prints a calendar for people without --json", () => {
    const { status, stdout } = rehearse(["-"], stringify(EXEMPLARY));
    expect(status).toBe(0);
    expect(stdout).toMatch(/^Example Primary School \(URN 100001.*\nTotals\n/su);
    expect(stdout.endsWith("\n")).toBe(true);
  });

  it("exits 0 where a command is turned down, whatever is inside `with`", () => {
    const script =
      "- {at: 2020-06-02, command: SubmitApplication, with: {criteria: {a: [1]}, reasons: 7, contact: " +
      "Ada}}\n- {at: 2020-06-03, command: ApproveGrant}";
    const { status, stdout, stderr } = rehearse(["-", "--json"], stringify(rehearsalOf({ behaviour: "none" }, script)));
    expect([status, stderr]).toEqual([0, ""]);
    expect(JSON.parse(stdout)).toMatchObject({
      status: null,
      rejections: [{ code: "invalid" }, { code: "grant-not-due" }],
      events: [],
    });
  });

  it.each([
    [
      "a wrong shape",
      stringify({ ...EXEMPLARY, until: "never", script: [{ at: "2020-06-02", command: "Foo" }] }),
      ["until: ", 'script[0].command: unknown command "Foo"'],
    ],
    [
      "an unknown prospectus and figure",
      stringify({ ...EXEMPLARY, prospectus: "x", policy: { "2021-22/primary-development": { colour: 1 } } }),
      ["prospectus: ", "policy.2021-22/primary-development.colour: "],
    ],
    ["no YAML", "prospectus: [1\nschool: }", ["line "]],
    ["a file that holds itself", "a: &a [*a]", ["plain values"]],
    ["nothing", "", ["must be a mapping"]],
  ])("exits 2 for %s, with all faults on standard error alone", (_what, input, faults) => {
    const { status, stdout, stderr } = rehearse(["-", "--json"], input);
    expect([status, stdout]).toEqual([2, ""]);
    for (const fault of faults) expect(stderr).toContain(fault);
  });

  it("exits 2 for a file that is not there, an unknown option, and no file", () => {
    expect(rehearse([join(folder, "none.yaml")])).toMatchObject({ status: 2, stdout: "" });
    expect(rehearse(["-", "--jsno"])).toMatchObject({ status: 2, stdout: "" });
    expect(rehearse([])).toMatchObject({ status: 2, stdout: "" });
  });

  it("says why a grant is where it is, from the page to the run that paid", () => {
    const school = {
      ...rehearsalOf({}),
      prospectus: "2020-21/secondary-development",
      school: { ...EXEMPLARY.school, phase: "secondary" },
      until: "2021-08-31",
    };
    const { status, stdout } = rehearse(["-", "--why", "2020/21"], stringify(school));
    expect(status).toBe(0);
    expect(stdout.split("\n")[1]).toMatch(/^£2,000 is paid, approved by \S+ and \S+\.$/u);
    // Our words, the figure and its place in the page: no sentence of the page itself.
    expect(stdout).toMatch(/ Page \S+\.txt \([^()]+, sentence \d+\): [^“”]*£2000\.$/mu);
    expect(stdout).toMatch(/finance-1 approves .* By finance-1, finance-officer\./u);
    expect(rehearse(["-", "--why", "2030/31"], stringify(school))).toMatchObject({ status: 2, stdout: "" });
    expect(rehearse(["-", "--why"], stringify(school))).toMatchObject({ status: 2, stdout: "" });
  }, 30_000);
});

// The rules and the dashboard held to what an operator is told of them.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { top } from "../../apps/cli/setup/folders.ts";
import { alerts, namesIn, panels } from "./alerts.ts";

const runbook = readFileSync(join(top, "docker/RUNBOOK.md"), "utf8");

describe("alert rules", () => {
  it.each(alerts())("$alert has a place in the runbook, says how long it waits, and what it means", (alert) => {
    expect(runbook).toContain(`<a id="${alert.labels.runbook}"></a>`);
    expect(runbook).toContain(`\`${alert.alert}\``);
    expect(alert.for).toMatch(/^\d+[mh]$/u);
    expect(["page", "ticket"]).toContain(alert.labels.severity);
  });
});

describe("the dashboard", () => {
  it("shows what every rule is about", () => {
    const shown = new Set(panels().flatMap(({ expr }) => namesIn(expr)));
    const beside = alerts().flatMap(({ expr }) => namesIn(expr).filter((name) => !shown.has(name)));
    expect(beside).toEqual([]);
  });
});

// The rules and the dashboard held to what an operator is told of them.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { top } from "../../apps/cli/setup/folders.ts";
import { alerts, holds, isSimple, namesIn, panels } from "./alerts.ts";
import { figuresOf } from "./figures.ts";

const runbook = readFileSync(join(top, "docker/RUNBOOK.md"), "utf8");

describe("alert rules", () => {
  it.each(alerts())("$alert has a place in the runbook, says how long it waits, and what it means", (alert) => {
    expect(runbook).toContain(`<a id="${alert.labels.runbook}"></a>`);
    expect(runbook).toContain(`\`${alert.alert}\``);
    expect(alert.for).toMatch(/^\d+[mh]$/u);
    expect(["page", "ticket"]).toContain(alert.labels.severity);
  });

  it("are a figure beside a number, but for those that count what happens in a while", () => {
    expect(
      alerts()
        .filter((one) => !isSimple(one))
        .map(({ alert }) => alert),
    ).toEqual(["ProcessAway", "WorkflowTasksFail", "CommandsNotAnswered", "CommandsSlow"]);
  });

  it("hold of the worst that any process shows, and of nothing where none shows any", () => {
    const rule = { alert: "A", for: "1m", labels: { severity: "page", runbook: "a" } };
    const { samples } = figuresOf('a{queue="x"} 59\na{queue="y"} 61\na{queue="z"} 99\nb 0\nb 1\n');
    const is = (expr: string): boolean => holds({ ...rule, expr }, samples);
    expect(['max(a{queue=~"x|y"}) > 60', "min(b) == 0", "max(b) > 0"].map(is)).toEqual([true, true, true]);
    expect(['max(a{queue="x"}) > 60', "min(b) == 1", "max(none) > 0"].map(is)).toEqual([false, false, false]);
  });
});

describe("the dashboard", () => {
  it("shows what every rule is about", () => {
    const shown = new Set(panels().flatMap(({ expr }) => namesIn(expr)));
    const beside = alerts().flatMap(({ expr }) => namesIn(expr).filter((name) => !shown.has(name)));
    expect(beside).toEqual([]);
  });
});

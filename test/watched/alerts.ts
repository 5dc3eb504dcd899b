// The alert rules and the dashboard as they are shipped.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { top } from "../../apps/cli/setup/folders.ts";

export interface Alert {
  alert: string;
  expr: string;
  for: string;
  labels: { severity: string; runbook: string };
  annotations: { summary: string };
}

/** Where the rules, what Prometheus reads, and the dashboard are. */
export const FOLDER = join(top, "docker/monitoring");

/** Every rule of docker/monitoring/alerts.yaml. */
export function alerts(): Alert[] {
  const { groups } = parse(readFileSync(join(FOLDER, "alerts.yaml"), "utf8")) as { groups: { rules: Alert[] }[] };
  return groups.flatMap(({ rules }) => rules);
}

/** Every expression of the dashboard. */
export function panels(): { title: string; expr: string }[] {
  const file = join(FOLDER, "grafana/dashboards/school-journeys.json");
  const { panels: all } = JSON.parse(readFileSync(file, "utf8")) as {
    panels: { title: string; targets?: { expr: string }[] }[];
  };
  return all.flatMap(({ title, targets = [] }) => targets.map(({ expr }) => ({ title, expr })));
}

/** The figures that an expression names. */
export function namesIn(expr: string): string[] {
  return [...new Set(expr.match(/\b(?:journeys|temporal|nodejs|process)_[a-z0-9_]+\b/gu) ?? [])];
}

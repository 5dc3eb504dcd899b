// The alert rules as they are shipped, and whether one holds of what is shown now. Most are a figure, put together over
// processes, beside a number: those are worked out here as Prometheus would. Rates and quantiles are Prometheus' own.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { top } from "../../apps/cli/setup/folders.ts";
import type { Sample } from "./figures.ts";

export interface Alert {
  alert: string;
  expr: string;
  for: string;
  labels: { severity: string; runbook: string };
}

const FOLDER = join(top, "docker/monitoring");

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

const SIMPLE = /^(min|max)\((\w+)(?:\{([^}]*)\})?\) (>|==) ([\d.]+)$/u;
const MATCHER = /(\w+)(=~?)"([^"]*)"/gu;

/** Whether a rule is one that `holds` can work out. */
export const isSimple = ({ expr }: Alert): boolean => SIMPLE.test(expr);

/** Whether it holds of these figures; of none it does not. Throws for a rule that is not simple. */
export function holds({ expr }: Alert, samples: readonly Sample[]): boolean {
  const [, over, name, matchers = "", beside, number] = SIMPLE.exec(expr) ?? [];
  if (over === undefined) throw new Error(`only Prometheus can work this out: ${expr}`);
  const wanted = [...matchers.matchAll(MATCHER)];
  const values = samples
    .filter((one) => one.name === name && wanted.every((matcher) => matches(one, matcher)))
    .map(({ value }) => value);
  if (values.length === 0) return false;
  const value = over === "min" ? Math.min(...values) : Math.max(...values);
  return beside === ">" ? value > Number(number) : value === Number(number);
}

function matches({ labels }: Sample, [, label = "", how, said = ""]: RegExpExecArray): boolean {
  const value = labels[label] ?? "";
  return how === "=" ? value === said : new RegExp(`^(?:${said})$`, "u").test(value);
}

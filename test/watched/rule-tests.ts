// The cases of rule-cases.ts as a file that `promtool test rules` reads.

import { stringify } from "yaml";
import { alerts, type Alert } from "./alerts.ts";
import { RULE_CASES, type RuleCase, type Series } from "./rule-cases.ts";

/** Twice a minute, half as often as docker/monitoring/prometheus.yaml has it: promtool takes half as long. */
const A_MINUTE = 2;
/** Minutes of peace at first; and after each, longer than any rule looks back. */
const PEACE = 20;

interface Test {
  name: string;
  interval: string;
  input_series: { series: string; values: string }[];
  alert_rule_test: { eval_time: string; alertname: string; exp_alerts: object[] }[];
}

/** A case with its rule, and the minutes in which it lasts. */
interface Episode extends RuleCase {
  rule: Alert;
  from: number;
  wait: number;
}

/** `fires`: one rule after another, and no other with it. `quiet`: none, of what is short or no reason to. */
export type Part = "fires" | "quiet";

/** What promtool is to read of the rules in `rulesFile`. Throws where a rule has no case. */
export function ruleTests(rulesFile: string, parts: readonly Part[] = ["fires", "quiet"]): string {
  const episodes = oneAfterAnother();
  const tests = [
    ...(parts.includes("fires") ? [eachFires(episodes)] : []),
    ...(parts.includes("quiet") ? [isQuiet("short", episodes), isQuiet("quiet", episodes)] : []),
  ];
  return stringify({ rule_files: [rulesFile], evaluation_interval: `${60 / A_MINUTE}s`, tests });
}

function oneAfterAnother(): Episode[] {
  let from = 0;
  return alerts().map((rule) => {
    const found = RULE_CASES[rule.alert];
    if (found === undefined) throw new Error(`no case shows that ${rule.alert} fires`);
    const wait = Number.parseInt(rule.for, 10) * (rule.for.endsWith("h") ? 60 : 1);
    from += PEACE;
    const episode = { ...found, rule, from, wait };
    from += wait + 1;
    return episode;
  });
}

function eachFires(episodes: readonly Episode[]): Test {
  const [{ wait = 0, from = 0 } = {}] = episodes.slice(-1);
  const series = episodes.flatMap((one) => seriesOf(one.fires, one.from, one.from + one.wait + 1, from + wait + PEACE));
  const looks = episodes.flatMap((one) => [
    ...looked(one.from - 0.5, episodes),
    ...looked(one.from + one.wait - 0.5, episodes),
    ...looked(one.from + one.wait + 0.5, episodes, one),
  ]);
  return testOf("each fires once it has lasted, not before, and no other with it", series, looks);
}

function isQuiet(which: "short" | "quiet", episodes: readonly Episode[]): Test {
  const end = PEACE + Math.max(...episodes.map(({ wait }) => wait)) + PEACE;
  const series = episodes.flatMap(({ fires, quiet, wait, short = wait - 0.5 }) =>
    which === "short"
      ? seriesOf(fires, PEACE, PEACE + short, end)
      : seriesOf({ ...ALL_IS_WELL, ...quiet }, PEACE, end, end),
  );
  const minutes = Array.from({ length: end / 5 }, (_, at) => at * 5);
  const name = which === "short" ? "of what is over sooner none says anything" : "of what is no reason to, neither";
  return testOf(
    name,
    [...new Map(series.map((one) => [one.series, one])).values()],
    minutes.flatMap((minute) => looked(minute, episodes)),
  );
}

/** What stands beside it in every process. */
const ALL_IS_WELL: Series = { 'up{job="school-journeys",process="web"}': [1, 1] };

function testOf(name: string, input_series: Test["input_series"], alert_rule_test: Test["alert_rule_test"]): Test {
  return { name, interval: `${60 / A_MINUTE}s`, input_series, alert_rule_test };
}

/** At that minute this rule fires, and every other does not. */
function looked(minute: number, all: readonly Episode[], fires?: Episode): Test["alert_rule_test"] {
  return all.map((one) => ({
    eval_time: `${minute * 60}s`,
    alertname: one.rule.alert,
    exp_alerts: one === fires ? [firedOf(one)] : [],
  }));
}

function firedOf({ rule, labels = {} }: Episode): object {
  const summary = rule.annotations.summary.replaceAll(
    /\{\{ \$labels\.(\w+) \}\}/gu,
    (_, of: string) => labels[of] ?? "",
  );
  return { exp_labels: { ...labels, ...rule.labels }, exp_annotations: { summary } };
}

/** As promtool writes series down, `1x39 0x20`: a value, and how often it comes again; `_x40`: forty times nothing. */
function seriesOf(series: Series, from: number, to: number, end: number): Test["input_series"] {
  const [before, during, after] = [from, to - from, end - to].map((minutes) => minutes * A_MINUTE - 1);
  return Object.entries(series).map(([name, [first, then]]) => {
    const start = first === null ? `_x${from * A_MINUTE}` : `${first}x${before}`;
    // What counts is not taken back: the process ends.
    const back = first === null || typeof then !== "number" ? "stale" : to < end ? `${first}x${after}` : "";
    const shown = typeof then === "number" ? `${then}x${during}` : `${first ?? 0}+${then.by / A_MINUTE}x${during}`;
    return { series: name, values: `${start} ${shown} ${back}`.trimEnd() };
  });
}

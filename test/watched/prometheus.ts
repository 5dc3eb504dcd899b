// Prometheus itself, with the rules as they are shipped, reading two processes: sooner than in service, for a test that
// waits.

import { readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { parse, stringify } from "yaml";
import { freePort } from "../../apps/cli/setup/ports.ts";
import { logTail, startProcess } from "../../apps/cli/setup/processes.ts";
import { prometheusPrograms } from "../../apps/cli/setup/prometheus-program.ts";
import { FOLDER } from "./alerts.ts";

export interface Prometheus {
  url: string;
  /** The alerts whose expression is true now, whether or not they have waited long enough to be told. */
  holding(): Promise<string[]>;
  /** What an expression comes to now: its labels and numbers, sample by sample. Rejects where it is none. */
  ask(expr: string): Promise<{ metric: Readonly<Record<string, string>>; value: number }[]>;
  stop(): Promise<void>;
}

interface Configuration {
  global: object;
  rule_files: string[];
  scrape_configs: { job_name: string; static_configs: { targets: string[]; labels: { process: string } }[] }[];
}

/**
 * Starts it.
 * @param options.folder for its files
 * @param options.ports where each process shows its figures, by the label that the shipped configuration gives it
 */
export async function startPrometheus({
  folder,
  ports,
}: {
  folder: string;
  ports: Readonly<Record<string, number>>;
}): Promise<Prometheus> {
  const { prometheus } = await prometheusPrograms((line) => process.stderr.write(`${line}\n`));
  const [file, log, address] = [join(folder, "prometheus.yaml"), join(folder, "prometheus.log"), await freeAddress()];
  await writeFile(file, stringify(pointedAt(ports)));
  const args = [`--config.file=${file}`, `--storage.tsdb.path=${join(folder, "prometheus")}`];
  const server = await startProcess({
    command: prometheus,
    args: [...args, `--web.listen-address=${address}`, "--storage.tsdb.retention.time=1d"],
    log,
  });
  const url = `http://${address}`;
  for (const until = Date.now() + 30_000; !(await isReady(url)); await pause(50)) {
    if (server.isRunning() && Date.now() < until) continue;
    await server.stop("SIGKILL");
    throw new Error(`Prometheus did not start: ${logTail(log)}`);
  }
  return {
    url,
    async holding() {
      const { alerts } = await answer<{ alerts: { labels: { alertname: string } }[] }>(`${url}/api/v1/alerts`);
      return [...new Set(alerts.map(({ labels }) => labels.alertname))];
    },
    async ask(expr) {
      const asked = `${url}/api/v1/query?${new URLSearchParams({ query: expr }).toString()}`;
      const { result } = await answer<{ result: { metric: Record<string, string>; value: [number, string] }[] }>(asked);
      return result.map(({ metric, value: [, value] }) => ({ metric, value: Number(value) }));
    },
    stop: () => server.stop(),
  };
}

const freeAddress = async (): Promise<string> => `127.0.0.1:${await freePort()}`;

/** A page takes 0.4 s where PostgreSQL or Temporal keeps it waiting (looks-often.ts). */
const OFTEN = { scrape_interval: "500ms", scrape_timeout: "500ms", evaluation_interval: "250ms" };

/** The configuration as it is shipped, but for where the processes are and how often they are read. */
function pointedAt(ports: Readonly<Record<string, number>>): Configuration {
  const shipped = parse(readFileSync(join(FOLDER, "prometheus.yaml"), "utf8")) as Configuration;
  return {
    ...shipped,
    global: { ...shipped.global, ...OFTEN },
    rule_files: shipped.rule_files.map((name) => join(FOLDER, name)),
    scrape_configs: shipped.scrape_configs.map((job) => ({
      ...job,
      static_configs: job.static_configs.map(({ labels }) => ({
        labels,
        targets: [`127.0.0.1:${ports[labels.process] ?? 0}`],
      })),
    })),
  };
}

async function isReady(url: string): Promise<boolean> {
  return fetch(`${url}/-/ready`).then(
    ({ ok }) => ok,
    () => false, // not listening yet
  );
}

async function answer<T>(url: string): Promise<T> {
  const { status, data, error } = (await (await fetch(url)).json()) as { status: string; data: T; error?: string };
  if (status !== "success") throw new Error(`Prometheus answers ${url}: ${error}`);
  return data;
}

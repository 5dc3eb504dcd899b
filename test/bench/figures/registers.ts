import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { freePort } from "../../../apps/cli/setup/ports.ts";
import { COUNTRY_DAY } from "../../support/country/cohorts.ts";
import type { Bench } from "../bench.ts";
import type { Figure } from "../figure.ts";
import { ask } from "../measure/ask.ts";
import { callAll, callFor } from "../measure/callers.ts";
import { cpuOf } from "../measure/cpu.ts";
import { interleaved, rateOver, turnOf } from "../measure/rounds.ts";
import { startChild } from "../world/child.ts";
import { inDatabase } from "../world/database.ts";
import { registersOf, type OfGroup, type Register } from "../world/registers.ts";
import { mustBeFine, Requests } from "../world/requests.ts";
import { theService, type Service } from "../world/service.ts";

const PROGRAM = new URL("../plain/dbos.ts", import.meta.url);

export const registers: Figure = {
  name: "registers",
  unit: "ratio",
  goal: { atLeast: 1.5 },
  says:
    "Registers of Work Groups a second over the API, 20 callers: over the same schools' registers on DBOS, a durable " +
    "workflow with a step for each school, by the same rules in the same PostgreSQL.",
  besideIs: "registers a second on DBOS",
  async measure(bench) {
    const service = await theService(bench);
    const all = await registersOf(service.country.dataSource);
    if (all.length === 0) throw new Error("no group has held a session");
    const dbos = await onDbos(bench, service);
    const requests = new Requests(service);
    const of = (no: number): OfGroup => all[no % all.length] ?? all[0]!;
    let next = 0;
    const ours = async (): Promise<void> => {
      const { group, hub, register } = of(next++);
      const path = `/api/v1/work-groups/${group}/take-register`;
      mustBeFine(await requests.post(path, register, { role: "hub-coordinator", hub }));
    };
    const plain = (): Promise<void> => dbos.take(of(next++).register);
    // Each group's workflow runs before anything is counted.
    await callAll(all, ours);
    await plain();
    const { rounds, seconds } = bench.scale;
    const measured = rateOver(
      await interleaved(
        rounds,
        () => turnOf(service.cpu, () => callFor(seconds, ours)),
        () => turnOf(dbos.cpu, () => callFor(seconds, plain)),
      ),
    );
    return { ...measured, detail: { ...measured.detail, groups: all.length } };
  },
};

interface OnDbos {
  cpu(): number;
  take(register: Register): Promise<void>;
}

async function onDbos(bench: Bench, { country }: Service): Promise<OnDbos> {
  const { adminUrl, appUrl, ownerUrl, process: postgres } = country.postgres;
  await inDatabase(adminUrl, "create database dbos owner journeys_owner");
  const systemUrl = Object.assign(new URL(ownerUrl), { pathname: "/dbos" }).href;
  const port = await freePort();
  const args = [appUrl, systemUrl, String(port), COUNTRY_DAY];
  const child = await startChild(PROGRAM, args, join(country.folder, "dbos.log"));
  bench.atEnd(() => child.kill());
  return {
    cpu: () => cpuOf([child.pid, postgres.pid]),
    async take(register) {
      const headers = { "idempotency-key": randomUUID() };
      mustBeFine(await ask(`http://127.0.0.1:${port}/`, { method: "POST", headers, body: JSON.stringify(register) }));
    },
  };
}

import { join } from "node:path";
import type { Figure } from "../figure.ts";
import { callAll, callFor } from "../measure/callers.ts";
import { cpuOfOne, interleaved, median, rateOf, turnOf, type Turn } from "../measure/rounds.ts";
import { whenItPolls } from "../world/namespaces.ts";
import { plainIds, plainSide, startPlainWorker, type PlainSide } from "../world/plain-side.ts";
import { liveJourneys, Records, recordsSoFar } from "../world/records.ts";
import { startProgram, theService, whenReady, type Service } from "../world/service.ts";

const SECONDS = 20;
const MOST_ROUNDS = 2;

export const coldRestart: Figure = {
  name: "cold-restart",
  unit: "commands/s",
  goal: { atLeast: 15 },
  says:
    "Commands a second in the first 20 s after worker and API were killed and started again, with 1,000 live " +
    "journeys in turn; an answer of 503 counts as none, and fails it.",
  besideIs: "Updates a second that do nothing, after their worker was killed and started again",
  async measure(bench) {
    const service = await theService(bench);
    const plain = await plainSide(bench, service);
    const live = await liveJourneys(service, bench.scale.live);
    const [records, ids] = [new Records(service, live, await recordsSoFar(bench)), plainIds(live.length)];
    await callAll(live, () => records.send());
    await plain.call({ ids, seconds: null });
    let refused = 0;
    const { ours, plain: theirs } = await interleaved(
      Math.min(MOST_ROUNDS, bench.scale.rounds),
      async () => {
        await restart(service);
        return turnOf(service.cpu, async () => {
          const { taken, turnedAway } = await tries(records);
          refused += turnedAway;
          return taken;
        });
      },
      () => plainTurn(service, plain, ids),
    );
    return {
      value: median(ours.map(rateOf)),
      beside: median(theirs.map(rateOf)),
      cpu: median(ours.map(cpuOfOne)),
      ...(refused > 0 && { fails: `${refused} commands were not answered with 2xx` }),
      detail: { refused, live: live.length, rounds: ours.map(rateOf) },
    };
  },
};

async function restart(service: Service): Promise<void> {
  await Promise.all([service.api.stop("SIGKILL"), service.worker.stop("SIGKILL")]);
  service.worker = await startProgram("worker", service.env, service.country.folder);
  service.api = await startProgram("web", service.env, service.country.folder);
  await whenItPolls(service.home.client, service.worker, join(service.country.folder, "worker.log"));
  await whenReady(service);
}

async function tries(records: Records): Promise<{ taken: number; turnedAway: number }> {
  let turnedAway = 0;
  const { operations } = await callFor(SECONDS, async () => {
    const { status } = await records.try();
    if (status < 200 || status > 299) turnedAway += 1;
  });
  return { taken: operations - turnedAway, turnedAway };
}

async function plainTurn(service: Service, plain: PlainSide, ids: readonly string[]): Promise<Turn> {
  await plain.worker.kill();
  plain.worker = await startPlainWorker(service.home, service.country.folder);
  return turnOf(plain.cpu, async () => (await plain.call({ ids, seconds: SECONDS })).operations);
}

import { randomUUID } from "node:crypto";
import { recover as recoverAll } from "../../../activities/recover.ts";
import { workflowIdOf } from "../../../libs/contract/journey.ts";
import { findOpen } from "../../../libs/store/events/late.ts";
import type { Bench } from "../bench.ts";
import type { Figure } from "../figure.ts";
import { cpuOf, ownCpu } from "../measure/cpu.ts";
import { interleaved, rateOver, turnOf, type Turn } from "../measure/rounds.ts";
import { emptyHome } from "../world/namespaces.ts";
import { plainIds, plainSide } from "../world/plain-side.ts";
import { theService, type Service } from "../world/service.ts";
import { settled } from "../world/settled.ts";

const MOST_ROUNDS = 3;

export const recover: Figure = {
  name: "recover",
  unit: "ratio",
  goal: { atLeast: 0.6 },
  says:
    "Journeys and Work Groups a second that run again after Temporal has lost everything: over a bare workflow with " +
    "one local activity and one timer, started by a signal.",
  besideIs: "bare workflows started a second",
  async measure(bench) {
    const service = await theService(bench);
    const plain = await plainSide(bench, service);
    const all = await findOpen(service.country.dataSource, "", 1_000_000);
    const ids = all.map(({ subject }) => workflowIdOf(subject));
    const { client } = service.home;
    const measured = rateOver(
      await interleaved(
        Math.min(MOST_ROUNDS, bench.scale.rounds),
        () => ours(bench, service, ids),
        () =>
          turnOf(plain.cpu, async () => {
            const others = plainIds(ids.length, `recovered-${randomUUID()}`);
            await plain.call({ ids: others, wake: true });
            await settled(client, others);
            return others.length;
          }),
      ),
    );
    return { ...measured, detail: { ...measured.detail, subjects: ids.length } };
  },
};

/** In a namespace that knows nothing, with a worker that has seen nothing. */
async function ours(bench: Bench, service: Service, ids: readonly string[]): Promise<Turn> {
  const { client, worker } = await emptyHome(service, `lost-${randomUUID().slice(0, 8)}`);
  const { dataSource, postgres } = service.country;
  const cpu = (): number => cpuOf([worker.pid, service.serverPid, postgres.process.pid]) + ownCpu();
  try {
    return await turnOf(cpu, async () => {
      const { woken, failed } = await recoverAll({ dataSource, client }, ({ woken: so }) => {
        if (so % 500 === 0) bench.say(`${so} run again`);
      });
      if (failed > 0) throw new Error(`${failed} could not be woken`);
      await settled(client, ids);
      return woken;
    });
  } finally {
    await worker.stop();
  }
}

import { randomUUID } from "node:crypto";
import { workflowIdOf } from "../../../libs/contract/journey.ts";
import { findOpen } from "../../../libs/store/events/late.ts";
import type { Figure } from "../figure.ts";
import { cpuOf, ownCpu } from "../measure/cpu.ts";
import { interleaved, rateOver, turnOf, type Turn } from "../measure/rounds.ts";
import { emptyHome } from "../world/namespaces.ts";
import { plainIds, plainSide } from "../world/plain-side.ts";
import { runScript } from "../world/program.ts";
import { theService, type Service } from "../world/service.ts";
import { settled } from "../world/settled.ts";

const MOST_ROUNDS = 3;

export const recover: Figure = {
  name: "recover",
  unit: "ratio",
  goal: { atLeast: 0.6 },
  says:
    "Journeys and Work Groups a second that run again by `npm run recover`, its start included, after Temporal has " +
    "lost everything: over a bare workflow with one local activity and one timer, started by a signal.",
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
        () => ours(service, ids),
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
async function ours(service: Service, ids: readonly string[]): Promise<Turn> {
  const namespace = `lost-${randomUUID().slice(0, 8)}`;
  const { client, worker } = await emptyHome(service, namespace);
  const cpu = (): number => cpuOf([worker.pid, ...service.serverPids, service.country.postgres.process.pid]) + ownCpu();
  try {
    return await turnOf(cpu, async () => {
      await runScript("recover", [], { ...service.env, TEMPORAL_NAMESPACE: namespace });
      await settled(client, ids);
      return ids.length;
    });
  } finally {
    await worker.stop();
  }
}

import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { freePort } from "../../../apps/cli/setup/ports.ts";
import { wakeSubject } from "../../../libs/temporal/subject-client.ts";
import type { Figure } from "../figure.ts";
import { callAll } from "../measure/callers.ts";
import { emptyHome } from "../world/namespaces.ts";
import { heapOf } from "../world/inspected.ts";
import { plainIds, plainSide, startPlainWorker } from "../world/plain-side.ts";
import { liveJourneys } from "../world/records.ts";
import { theService } from "../world/service.ts";
import { settled } from "../world/settled.ts";

/** From so many journeys in the worker's cache to so many: by how much its heaps have grown, for each. */
const [FEW, MANY] = [50, 350];

export const cachedJourney: Figure = {
  name: "cached-journey",
  unit: "MB",
  goal: { atMost: 0.25 },
  says: "Megabytes that a worker holds for a journey in its cache: on all its heaps, after they were cleared.",
  besideIs: "megabytes of a bare workflow with one local activity and one timer",
  async measure(bench) {
    const service = await theService(bench);
    const plain = await plainSide(bench, service);
    const live = (await liveJourneys(service, MANY)).map(({ id }) => id);
    const port = await freePort();
    const home = await emptyHome(service, `cached-${randomUUID().slice(0, 8)}`, {
      NODE_OPTIONS: `--inspect=127.0.0.1:${port}`,
    });
    const ours = await grown(live, port, async (some) => {
      await callAll(some, (id) => wakeSubject(home.client, id, { timeoutMs: 20_000 }));
      await settled(
        home.client,
        some.map((id) => `journey/${id}`),
      );
    }).finally(() => home.worker.stop());

    const plainPort = await freePort();
    const worker = await startPlainWorker(service.home, service.country.folder, plainPort);
    // Two would share the work: the other one rests meanwhile.
    await plain.worker.kill();
    const theirs = await grown(plainIds(live.length, `cached-${randomUUID()}`), plainPort, async (some) => {
      await plain.call({ ids: some, wake: true });
      await settled(service.home.client, some);
    }).finally(() => worker.kill());
    plain.worker = await startPlainWorker(service.home, service.country.folder);
    return { value: ours.each, beside: theirs.each, detail: { ours, theirs, journeys: live.length } };
  },
};

async function grown(
  ids: readonly string[],
  port: number,
  wake: (some: readonly string[]) => Promise<void>,
): Promise<{ few: number; many: number; each: number }> {
  const heap = async (): Promise<number> => {
    await pause(1_000);
    return heapOf(port);
  };
  await wake(ids.slice(0, FEW));
  const few = await heap();
  await wake(ids.slice(FEW));
  const many = await heap();
  return { few, many, each: (many - few) / (ids.length - FEW) };
}

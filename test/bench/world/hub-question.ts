// A question about a hub with as many schools as the largest has, over the API; beside it, what must be read for it.

import type { Bench } from "../bench.ts";
import type { Measured } from "../figure.ts";
import { cpuOf } from "../measure/cpu.ts";
import { interleaved, secondsOf, turnOf } from "../measure/rounds.ts";
import { bareServer } from "./bare.ts";
import { mustBeFine, Requests } from "./requests.ts";
import { theService, type Service } from "./service.ts";

const EVENTS = `select events.* from events join journeys on events.stream = 'journey/' || journeys.id
  where journeys.hub = $1 order by stream, seq`;
/** So often in a turn. */
const TIMES = 3;

/** Seconds for an answer; `path`: below the hub's own address. */
export async function askHub(bench: Bench, path: string): Promise<Measured> {
  const service = await theService(bench);
  const { postgres } = service.country;
  const { hub, schools } = await largestHub(service);
  const events = { about: "", counted: true as const, statements: [{ text: EVENTS, values: [hub] }] };
  const bare = await bareServer(bench, service, { events });
  const requests = new Requests(service);
  const ours = async (): Promise<void> =>
    void mustBeFine(await requests.get(`/api/v1/hubs/${hub}/${path}`, { role: "hub-lead", hub }));
  const plain = (): Promise<void> => bare.get("events");
  await ours();
  await plain();
  const cpu = (): number => cpuOf([service.api.pid, postgres.process.pid]);
  const measured = secondsOf(
    await interleaved(
      bench.scale.rounds,
      () => turnOf(cpu, () => times(ours)),
      () => turnOf(bare.cpu, () => times(plain)),
    ),
  );
  return { ...measured, detail: { ...measured.detail, schools } };
}

/** The hub that has most schools, and how many. */
export async function largestHub({ country }: Service): Promise<{ hub: string; schools: number }> {
  const [largest] = await country.dataSource.query<{ hub: string; schools: number }[]>(
    "select hub, count(*)::int as schools from journeys group by hub order by 2 desc, 1 limit 1",
  );
  return largest ?? { hub: "", schools: 0 };
}

async function times(one: () => Promise<void>): Promise<number> {
  for (let time = 0; time < TIMES; time++) await one();
  return TIMES;
}

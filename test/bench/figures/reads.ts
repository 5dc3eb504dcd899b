import type { Database } from "../../../libs/service/database.ts";
import { Journeys } from "../../../libs/service/journeys/journeys.ts";
import type { Figure } from "../figure.ts";
import { callAll, callFor } from "../measure/callers.ts";
import { cpuOf } from "../measure/cpu.ts";
import { interleaved, rateOver, turnOf } from "../measure/rounds.ts";
import { bareServer } from "../world/bare.ts";
import { mustBeFine, Requests } from "../world/requests.ts";
import { theService } from "../world/service.ts";
import { statementsOf } from "../world/statements.ts";

export const reads: Figure = {
  name: "reads",
  unit: "ratio",
  goal: { atLeast: 0.7 },
  says: "Journeys read over the API a second, each whole, 20 callers: over a bare server that sends the same SQL.",
  besideIs: "journeys read a second",
  async measure(bench) {
    const service = await theService(bench);
    const { dataSource, postgres } = service.country;
    const ids = await dataSource.query<{ id: string }[]>(
      "select id from journeys where phase = 'primary' order by md5(id) limit 500",
    );
    const about = ids[0]?.id ?? "";
    const operator = { who: "operator", role: "operator", hub: null, urns: [], workGroups: [] } as const;
    const read = (database: Database): Promise<unknown> => new Journeys(database).one(operator, about);
    // A process keeps what it has folded: what it asks for a journey that it has read before.
    const journey = await statementsOf(postgres.appUrl, about, read, { before: read });
    const bare = await bareServer(bench, service, { journey });
    const requests = new Requests(service);
    const idOf = (no: number): string => ids[no % ids.length]?.id ?? "";
    const one = async (no: number): Promise<void> =>
      void mustBeFine(await requests.get(`/api/v1/journeys/${idOf(no)}`, { role: "operator" }));
    const plainOne = (no: number): Promise<void> => bare.get("journey", idOf(no));
    await callAll(
      ids.map((_, no) => no),
      one,
    );
    await callFor(1, plainOne);
    const seconds = bench.scale.seconds / 2;
    const cpu = (): number => cpuOf([service.api.pid, postgres.process.pid]);
    return rateOver(
      await interleaved(
        bench.scale.rounds,
        () => turnOf(cpu, () => callFor(seconds, one)),
        () => turnOf(bare.cpu, () => callFor(seconds, plainOne)),
      ),
    );
  },
};

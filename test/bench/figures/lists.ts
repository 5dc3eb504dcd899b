import { Journeys } from "../../../libs/service/journeys/journeys.ts";
import type { JourneyFilter } from "../../../libs/views/journeys/read-journeys.ts";
import { ofPart, type Figure } from "../figure.ts";
import { cpuOf } from "../measure/cpu.ts";
import { cpuOfOne, interleaved, median, p99, turnOf } from "../measure/rounds.ts";
import { bareServer } from "../world/bare.ts";
import { mustBeFine, Requests } from "../world/requests.ts";
import { theService } from "../world/service.ts";
import { statementsOf, type Statements } from "../world/statements.ts";

/** What people ask of a list of the whole country: a search, filters, orders, and all of them. */
const ASKED: readonly Omit<JourneyFilter, "limit">[] = [
  {},
  { q: "mill" },
  { q: "church of england", sort: "school" },
  { status: "participating", sort: "owed", descending: true },
  { stage: "development", phase: "primary", sort: "next" },
  { stage: "readiness", sort: "work-group" },
  { overdue: true, sort: "tasks", descending: true },
  { tasks: true, sort: "status" },
  { la: "812", sort: "school", descending: true },
  { q: "st", status: "participating", sort: "stage" },
];
const TIMES = 12;
const LIMIT = 50;

export const lists: Figure = {
  name: "lists",
  unit: "ms",
  goal: { atMost: 100 },
  says: "How long 99 of 100 pages of the list of all journeys take at most: searched, filtered and sorted.",
  besideIs: "milliseconds of a bare server that sends the same SQL",
  async measure(bench) {
    const service = await theService(bench);
    const { postgres, schools } = service.country;
    const operator = { who: "operator", role: "operator", hub: null, urns: [], workGroups: [] } as const;
    const known: Record<string, Statements> = {};
    for (const [no, filter] of ASKED.entries())
      known[`list-${no}`] = await statementsOf(postgres.appUrl, "", (database) =>
        new Journeys(database).list(operator, { ...filter, limit: LIMIT }),
      );
    const bare = await bareServer(bench, service, known);
    const requests = new Requests(service);
    const ours = async (no: number): Promise<void> =>
      void mustBeFine(await requests.get(`/api/v1/journeys?${queryOf(ASKED[no] ?? {})}`, { role: "operator" }));
    const plain = (no: number): Promise<void> => bare.get(`list-${no}`);
    await each(ours, 1);
    await each(plain, 1);
    const cpu = (): number => cpuOf([service.api.pid, postgres.process.pid]);
    const turns = await interleaved(
      bench.scale.rounds,
      () => turnOf(cpu, () => each(ours, TIMES)),
      () => turnOf(bare.cpu, () => each(plain, TIMES)),
    );
    const [value, beside] = [turns.ours, turns.plain].map((side) => median(side.map(({ waits = [] }) => p99(waits))));
    return {
      value: value ?? Number.NaN,
      beside: beside ?? null,
      cpu: median(turns.ours.map(cpuOfOne)),
      ...ofPart(schools),
      detail: { journeys: schools, middle: median(turns.ours.flatMap(({ waits = [] }) => waits)) },
    };
  },
};

/** All that is asked, so many times one after the other. */
async function each(
  one: (no: number) => Promise<void>,
  times: number,
): Promise<{ operations: number; waits: readonly number[] }> {
  const waits: number[] = [];
  for (let time = 0; time < times; time++)
    for (const no of ASKED.keys()) {
      const startedAt = performance.now();
      await one(no);
      waits.push(performance.now() - startedAt);
    }
  return { operations: waits.length, waits };
}

function queryOf({ descending, ...filter }: Omit<JourneyFilter, "limit">): URLSearchParams {
  const said = Object.entries(filter).map(([name, value]): [string, string] => [name, String(value)]);
  const order: [string, string][] = descending ? [["order", "desc"]] : [];
  return new URLSearchParams([...said, ["limit", String(LIMIT)], ...order]);
}

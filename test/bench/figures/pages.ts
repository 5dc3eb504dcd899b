import { Browser, type Page } from "../../support/browser.ts";
import { everyKind } from "../../support/crawl.ts";
import type { Figure } from "../figure.ts";
import { cpuOf } from "../measure/cpu.ts";
import { median, p95 } from "../measure/rounds.ts";
import { largestHub } from "../world/hub-question.ts";
import { leadAt, OPERATOR, theService } from "../world/service.ts";

/** So often each page is asked for once it is warm. */
const TIMES = 20;
/** What people ask of lists, beside what links lead to: searched, filtered, sorted, further on, whole, as a file. */
const LISTS: readonly string[] = [
  ...[
    "/journeys?q=mill",
    "/journeys?sort=owed&order=desc",
    "/journeys?stage=development&sort=next",
    "/journeys?page=4",
  ],
  ...["/journeys?all=yes", "/journeys/schools.csv", "/groups?page=2", "/groups/groups.csv", "/tasks/tasks.csv"],
  ...["/letters-ahead?until=2027-05-01"],
];
/** What they type into the search. */
const SEARCHED: readonly string[] = ["st", "mill primary", "north", "Hilda Example"];
const SUGGESTS = "/search/schools";
const SUGGESTED = ["st", "mill primary"].flatMap((typed) =>
  ["register", "journeys"].map((among) => [typed, among] as const),
);
/** All hubs in one: no page of a lead's, and to come within a second for the whole country. */
const COUNTRY_PAGE = "/country";
/** Reads nothing of anybody's but who looks. */
const PLAIN = "/accessibility";

interface Asked {
  page: string;
  p50: number;
  p95: number;
  cpu: number;
}

export const pages: Figure = {
  name: "pages",
  unit: "ms",
  goal: { atMost: 300 },
  says: "What 19 of 20 requests for the slowest page of the lead of a hub of 266 schools take: pages, lists, searches.",
  besideIs: "milliseconds of a page that reads nothing",
  async measure(bench) {
    const service = await theService(bench);
    const { hub, schools } = await largestHub(service);
    const browser = await Browser.signedIn(service.apiUrl, leadAt(hub));
    const cpu = (): number => cpuOf([service.api.pid, service.country.postgres.process.pid]);
    const addresses: string[] = [];
    for await (const { address } of everyKind(browser)) addresses.push(address);
    const measured: Asked[] = [];
    for (const address of [...addresses, ...LISTS]) measured.push(await asked(address, () => browser.go(address), cpu));
    const search = await browser.go("/search");
    for (const typed of SEARCHED)
      measured.push(await asked(`/search for ${typed}`, () => browser.submit(search, { typed }, "/search"), cpu));
    // What is suggested while somebody types.
    for (const [typed, among] of SUGGESTED)
      measured.push(
        await asked(`schools for ${typed} among ${among}`, () => browser.go(SUGGESTS, { typed, among }), cpu),
      );
    measured.sort((one, other) => other.p95 - one.p95);
    const [slowest] = measured;
    const plain = await asked(PLAIN, () => browser.go(PLAIN), cpu);
    const operator = await Browser.signedIn(service.apiUrl, OPERATOR);
    const country = await asked(COUNTRY_PAGE, () => operator.go(COUNTRY_PAGE), cpu);
    const { groups = 0 } =
      (
        await service.country.dataSource.query<{ groups: number }[]>(
          "select count(*)::int as groups from work_groups where hub = $1",
          [hub],
        )
      )[0] ?? {};
    return {
      value: slowest?.p95 ?? Number.NaN,
      beside: plain.p95,
      cpu: median(measured.map((one) => one.cpu)),
      detail: { schools, groups, country: { ...country }, pages: measured.map((one) => ({ ...one })) },
    };
  },
};

async function asked(page: string, ask: () => Promise<Page>, cpu: () => number): Promise<Asked> {
  const { status, text } = await ask();
  if (status !== 200) throw new Error(`${page}: status ${status}: ${text.slice(0, 200)}`);
  const waits: number[] = [];
  const before = cpu();
  for (let time = 0; time < TIMES; time++) {
    const startedAt = performance.now();
    await ask();
    waits.push(performance.now() - startedAt);
  }
  return { page, p50: median(waits), p95: p95(waits), cpu: (cpu() - before) / TIMES };
}

import { addDays } from "../../../libs/calendar/dates.ts";
import { localDate } from "../../../libs/calendar/instants.ts";
import { Browser, type Page } from "../../support/browser.ts";
import { COUNTRY_DAY } from "../../support/country/cohorts.ts";
import { everyKind, kindOf } from "../../support/crawl.ts";
import type { Figure } from "../figure.ts";
import { cpuOf } from "../measure/cpu.ts";
import { median, p95 } from "../measure/rounds.ts";
import { largestHub } from "../world/hub-question.ts";
import { notesOf, peopleOf } from "../world/people.ts";
import { theService } from "../world/service.ts";
import { AUDITOR, financeAt, leadAt, OPERATOR, schoolAt, trustAt } from "../world/sign-ins.ts";

/** So often each page is asked for once it is warm. */
const TIMES = 20;
/** What people ask of lists, beside what links lead to: searched, filtered, sorted, further on, whole. */
const LISTS: readonly string[] = [
  ...[
    "/journeys?q=mill",
    "/journeys?sort=owed&order=desc",
    "/journeys?stage=development&sort=next",
    "/journeys?page=4",
  ],
  ...["/journeys?all=yes", "/groups?page=2"],
  ...["/follow-ups", "/letters-ahead?until=2027-05-01"],
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

/** A file of a page, for a spreadsheet, or a proof. */
const FILE = /\.csv\b|\/proof\b/u;

interface Asked {
  who: string;
  page: string;
  p50: number;
  p95: number;
  cpu: number;
}

/** Who looks: what their pages are asked with, and what of the processor has been taken. */
interface Looks {
  who: string;
  browser: Browser;
  cpu: () => number;
}

export const pages: Figure = {
  name: "pages",
  unit: "ms",
  goal: { atMost: 300 },
  says:
    "What 19 of 20 requests for the slowest page of a hub of 266 schools take, for its lead, who pays, a school, " +
    "a trust and an auditor: pages, lists, searches, files.",
  besideIs: "milliseconds of a page that reads nothing",
  async measure(bench) {
    const service = await theService(bench);
    const { dataSource, postgres } = service.country;
    const { hub, schools } = await largestHub(service);
    await peopleOf(bench, dataSource);
    await notesOf(dataSource, hub, addDays(localDate(COUNTRY_DAY), -1));
    const cpu = (): number => cpuOf([service.api.pid, postgres.process.pid]);
    const measured: Asked[] = [];
    for (const who of [leadAt(hub), financeAt(hub), schoolAt(hub), trustAt(hub), AUDITOR]) {
      const looks = { who, browser: await Browser.signedIn(service.apiUrl, who), cpu };
      measured.push(...(await ofEveryKind(looks)));
      if (who === leadAt(hub)) measured.push(...(await ofLists(looks)), ...(await ofSearches(looks)));
      bench.say(`the pages of ${who} have been asked for`);
    }
    measured.sort((one, other) => other.p95 - one.p95);
    const [slowest] = measured;
    const operator = { who: OPERATOR, browser: await Browser.signedIn(service.apiUrl, OPERATOR), cpu };
    const [plain, country] = [await asked(operator, PLAIN), await asked(operator, COUNTRY_PAGE)];
    const [{ groups = 0 } = {}] = await dataSource.query<{ groups: number }[]>(
      "select count(*)::int as groups from work_groups where hub = $1",
      [hub],
    );
    return {
      value: slowest?.p95 ?? Number.NaN,
      beside: plain.p95,
      cpu: median(measured.map((one) => one.cpu)),
      detail: { schools, groups, country: { ...country }, pages: measured.map((one) => ({ ...one })) },
    };
  },
};

/** Every kind of page that links lead to, and every kind of file that stands on one. */
async function ofEveryKind(looks: Looks): Promise<Asked[]> {
  const addresses = new Set<string>();
  const files = new Map<string, string>();
  for await (const { address, page } of everyKind(looks.browser)) {
    addresses.add(address);
    for (const [, href = ""] of page.text.matchAll(/<a [^>]*href="(\/[^"#]*)/gu))
      if (FILE.test(href) && !files.has(kindOf(href))) files.set(kindOf(href), href.replaceAll("&amp;", "&"));
  }
  const measured: Asked[] = [];
  for (const address of [...addresses, ...files.values()])
    if (address !== COUNTRY_PAGE) measured.push(await asked(looks, address));
  return measured;
}

async function ofLists(looks: Looks): Promise<Asked[]> {
  const measured: Asked[] = [];
  for (const address of LISTS) measured.push(await asked(looks, address));
  return measured;
}

/** What is searched for, and what is suggested while somebody types. */
async function ofSearches(looks: Looks): Promise<Asked[]> {
  const { browser } = looks;
  const measured: Asked[] = [];
  const search = await browser.go("/search");
  for (const typed of SEARCHED)
    measured.push(await asked(looks, `/search for ${typed}`, () => browser.submit(search, { typed }, "/search")));
  for (const [typed, among] of SUGGESTED)
    measured.push(
      await asked(looks, `schools for ${typed} among ${among}`, () => browser.go(SUGGESTS, { typed, among })),
    );
  return measured;
}

async function asked(
  { who, browser, cpu }: Looks,
  page: string,
  ask: () => Promise<Page> = () => browser.go(page),
): Promise<Asked> {
  const { status, text } = await ask();
  if (status !== 200) throw new Error(`${page}, ${who}: status ${status}: ${text.slice(0, 200)}`);
  const waits: number[] = [];
  const before = cpu();
  for (let time = 0; time < TIMES; time++) {
    const startedAt = performance.now();
    await ask();
    waits.push(performance.now() - startedAt);
  }
  return { who, page, p50: median(waits), p95: p95(waits), cpu: (cpu() - before) / TIMES };
}

// A hub's money at the console: grants approved by two people, a payment run prepared by one and authorised by another,
// the budget, and why.

import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { Browser, filled, leadsTo, type Page } from "../support/browser.ts";
import { crawl } from "../support/crawl.ts";
import { schoolsOf, seedGrants } from "../support/released-grants.ts";
import { eventually } from "../workflows/service.ts";
import { recordOutput } from "./api-under-test.ts";
import { startWhole, type WholeService } from "./whole-service.ts";

const output = recordOutput();
let whole: WholeService;
let finance: Browser;
let lead: Browser;
const ONE = "410000-primary~development~2024/25";
const OTHER = "410001-primary~development~2024/25";

const ticksOn = ({ text }: Page): number => [...text.matchAll(/<input[^>]*name="grant"[^>]* checked/gu)].length;
/** The figures of a row of a table, by its head. */
const cellsOf = (text: string, row: string): string[] => {
  const [, cells = ""] = new RegExp(`<th scope="row"[^>]*>${row}</th>([\\s\\S]*?)</tr>`, "u").exec(text) ?? [];
  return [...cells.matchAll(/<td[^>]*>([^<]*)<\/td>/gu)].map(([, cell = ""]) => cell);
};

beforeAll(async () => {
  whole = await startWhole("2024-11-05T09:00:00Z");
  await seedGrants(
    whole.store.app,
    [...schoolsOf(3, ["great-north"], 410_000), ...schoolsOf(1, ["far-south"], 420_000)],
    "payable",
  );
  finance = await Browser.signedIn(whole.api.origin, "finance-officer.great-north");
  lead = await Browser.signedIn(whole.api.origin, "hub-lead.great-north");
}, 90_000);

afterAll(async () => {
  await whole?.stop();
  output.end();
}, 60_000);

describe("a grant", () => {
  it("that is payable is on the way from the first page, of one’s own hub alone", async () => {
    expect(leadsTo(await finance.go("/"), "/money")).toBe(true);
    const { text } = await finance.go("/money");
    expect(text).toMatch(/3 grants, £3,000, 0 of them approved by one person/u);
    expect(text).toMatch(/Example Primary School 410000[\s\S]*Development 2024\/25[\s\S]*£1,000[\s\S]*Nobody yet/u);
    expect(text).toMatch(/410000[\s\S]*The one session so far attended\. Payable since 2 October 2024\./u);
    expect(text).not.toContain("420000");
    const coordinator = await Browser.signedIn(whole.api.origin, "hub-coordinator.great-north");
    expect((await coordinator.go("/money")).status).toBe(403);
  }, 20_000);

  it("is approved by ticking it, many at once; by the same person a second time never", async () => {
    const page = await finance.go("/money");
    expect([ticksOn(page), leadsTo(page, "/money?show=payable&amp;tick=all")]).toEqual([0, true]);
    const all = await finance.go("/money?show=payable&tick=all");
    expect([ticksOn(all), all.text.includes("3 of 3 on this page are ticked: £3,000.")]).toEqual([3, true]);
    expect((await finance.submit(page)).text).toContain("Tick the grants that you approve.");
    const approved = await finance.submit(page, { grant: [ONE, OTHER] });
    expect([approved.status, approved.text.includes("2 grants approved.")]).toEqual([200, true]);
    expect(approved.text).toMatch(
      /2 of them approved by one person[\s\S]*Yours is given[\s\S]*<span class="second-line">A second person has to approve it/u,
    );
    expect(approved.text).toContain("You can approve 1 of them: £1,000.");
    expect(ticksOn(await finance.go("/money?show=payable&tick=all"))).toBe(1);
    const again = await finance.submit(approved, { grant: [ONE] });
    expect(again.status).toBe(409);
    expect(again.text).toMatch(/Example Primary School 410000:/u);
    const second = await lead.submit(await lead.go("/money"), { grant: [ONE, OTHER] });
    expect(second.text).toContain("2 grants approved.");
    expect((await lead.go("/money?show=released")).text).toMatch(/410000[\s\S]*410001/u);
  }, 30_000);

  it("is explained step by step, each with its rule and page, as of a day", async () => {
    const why = "/journeys/410000-primary/why/grants/2024-25";
    expect((await lead.go("/money?show=released")).text).toContain(`href="${why}"`);
    // As of now: the clocks of the API and of the worker may be a moment apart.
    await eventually(async () =>
      expect((await lead.go(why)).text).toMatch(
        /<ol [^>]*> <li>[\s\S]*Rule: [\s\S]*gives a school £1,000\.[\s\S]*Page: [\s\S]*By the finance officer[\s\S]*By the hub lead/u,
      ),
    );
    expect((await lead.go(`${why}?asOf=2024-10-10`)).text).not.toContain("By the finance officer");
    const elsewhere = await Browser.signedIn(whole.api.origin, "hub-lead.east-midlands-south");
    expect((await elsewhere.go(why)).status).toBe(404);
  }, 20_000);
});

describe("a payment run", () => {
  let run: string;

  it("is checked before it is prepared: what goes in, what does not and why, up to a day", async () => {
    await eventually(async () =>
      expect((await finance.go("/money/runs/new")).text).toMatch(
        /Up to 5 November 2024 the run has 2 payments: £2,000 to be paid[\s\S]*1 grant stays out: £1,000[\s\S]*410002[\s\S]*Nobody has approved it yet/u,
      ),
    );
    const before = await finance.go("/money/runs/new?cutOff-day=4&cutOff-month=11&cutOff-year=2024");
    expect(before.text).toMatch(
      /so there is none to prepare[\s\S]*3 grants stay out[\s\S]*It was released after this day/u,
    );
    expect(before.text).not.toMatch(/>\s*Prepare the run\s*</u);
    const toCome = await finance.go("/money/runs/new?cutOff-day=6&cutOff-month=11&cutOff-year=2024");
    expect(toCome.text).toContain("Enter a day that there is, not after today.");
    expect((await finance.go("/money/runs")).text).toContain("There has been no payment run yet.");
  }, 20_000);

  it("is prepared by one person, and can be authorised by another alone", async () => {
    const prepared = await finance.submit(await finance.go("/money/runs/new"));
    run = new URL(prepared.address).pathname;
    expect(run).toMatch(/^\/money\/runs\/r[0-9a-f]{10}$/u);
    await eventually(async () =>
      expect((await finance.go(run)).text).toMatch(
        /> Prepared <[\s\S]*another person has to[\s\S]*Great North<\/th><td[^>]*>2<\/td><td[^>]*>£2,000/u,
      ),
    );
    expect((await finance.go(run)).text).not.toContain(`${run}/authorise`);
    const refused = await finance.submit(await finance.go(`${run}/authorise`));
    expect(refused.status).toBe(409);
    const done = await lead.submit(await lead.go(`${run}/authorise`));
    expect([done.status, done.text.includes("Authorised.")]).toEqual([200, true]);
    expect((await lead.go(`${run}/confirm-all`)).status).toBe(403);
  }, 30_000);

  it("gives its remittance as a file", async () => {
    await eventually(async () => expect((await finance.go(run)).text).toContain("Download the remittance"));
    const { headers, text } = await finance.go(`${run}/remittance.csv`);
    expect(headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(text.trim().split("\r\n")).toHaveLength(3);
  }, 30_000);

  it("is settled payment by payment: one failed, the others confirmed", async () => {
    const form = await finance.go(`${run}/fail`);
    const [, payment = ""] = /value="(r[0-9a-f]{10}-00001)"/u.exec(form.text) ?? [];
    expect((await finance.submit(form, { reasonCode: "account-closed" })).text).toMatch(/Say which payments failed/u);
    const failed = await finance.submit(form, { payments: payment, reasonCode: "account-closed" });
    expect(failed.text).toMatch(/Recorded\. Their grants wait[\s\S]*> Failed <\/strong><span[^>]*>Account closed/u);
    await finance.submit(await finance.go(`${run}/confirm-all`));
    await eventually(async () =>
      expect((await finance.go(run)).text).toMatch(
        /> Complete <[\s\S]*<td[^>]*>1<span[^>]*>£1,000<\/span><\/td><td[^>]*>1<span[^>]*>£1,000/u,
      ),
    );
    expect((await finance.go("/money/runs")).text).toMatch(/1 confirmed, 1 failed/u);
  }, 30_000);
});

it("a grant, and payments of a run drawn by a word, are proved by a file; by no other hub’s", async () => {
  const why = await finance.go("/journeys/410000-primary/why/grants/2024-25");
  expect(leadsTo(why, "/money/proof/410000-primary/2024-25")).toBe(true);
  const proof = await finance.go("/money/proof/410000-primary/2024-25");
  expect(proof.headers.get("content-disposition")).toBe(
    'attachment; filename="proof-grant-410000-primary-2024-25.html"',
  );
  expect(proof.text).toMatch(/Example Primary School 410000[\s\S]*<code>[0-9a-f]{64}<\/code>/u);
  const [, run = ""] = /href="(\/money\/runs\/r[0-9a-f]+)"/u.exec((await finance.go("/money/runs")).text) ?? [];
  const drawn = async (word: string) => (await finance.go(`${run}/proof?most=1&seed=${word}&as=csv`)).text;
  expect(await drawn("spring")).toMatch(/,Payment,,"Payment r[0-9a-f]+-\d+: £1,000 to be paid/u);
  expect(await drawn("spring")).toBe(await drawn("spring"));
  expect((await finance.go(`${run}/proof?most=99`)).text).toContain("Enter how many payments, from 1 to 25.");
  const other = await Browser.signedIn(whole.api.origin, "hub-lead.east-midlands-south");
  expect((await other.go("/money/proof/410000-primary/2024-25")).status).toBe(404);
  expect((await other.go(`${run}/proof`)).status).toBe(404);
});

it("a budget is set, and is no smaller than what is committed", async () => {
  const form = await finance.go("/money/budgets/2024-25");
  const refused = await finance.submit(form, { allocatedPence: "1,999" });
  expect([refused.status, refused.text.includes("£2,000 are committed or released already")]).toEqual([409, true]);
  const set = await finance.submit(form, { allocatedPence: "£2,500" });
  expect(set.text).toMatch(/The budget stands[\s\S]*2024\/25[\s\S]*£2,500[\s\S]*<strong>£500<\/strong>/u);
  expect((await finance.go("/money/budgets/2024-25")).text).toContain('value="2500"');
}, 20_000);

it("what was planned, released and paid is told by month and by year, of all and for a spreadsheet", async () => {
  const { text } = await finance.go("/money/months");
  // Midnight in London on 1 September is still August in UTC.
  expect(cellsOf(text, "September 2024").slice(0, 3)).toEqual(["£3,000", "£0", "£0"]);
  expect(cellsOf(text, "November 2024").slice(0, 3)).toEqual(["£0", "£2,000", "£1,000"]);
  expect(cellsOf(text, "Together").slice(0, 3)).toEqual(["£3,000", "£2,000", "£1,000"]);
  const years = await finance.go("/money/months?by=financial");
  expect(cellsOf(years.text, "Financial year 2024/25").slice(0, 3)).toEqual(["£3,000", "£2,000", "£1,000"]);
  expect(leadsTo(await finance.go("/money/budgets"), "/money/months?grants=2024-25")).toBe(true);
  const budget = await finance.go("/money/months?grants=2024-25");
  expect(budget.text).toContain("The budget of 2024/25 is £2,500; £500 of it is left");
  expect(cellsOf(budget.text, "November 2024").at(-1)).toBe("£500");
  expect((await finance.go("/money/months.csv?when=2024-11")).text).toContain("November 2024,0.00,2000.00,1000.00,");
  expect((await finance.go("/money/months?when=2023-01")).text).toContain("Nothing moved then.");
});

it("the books and the grants are those of a month or year, also for a spreadsheet", async () => {
  expect((await finance.go("/money/books?when=2024-11")).text).toMatch(
    /Accounts: November 2024[\s\S]*Bank[\s\S]*£1,000/u,
  );
  expect((await finance.go("/money/books?when=financial-2023-24")).text).toContain("Nothing was posted then.");
  const ledger = await finance.go("/money/books/ledger.csv?when=academic-2024-25");
  expect(ledger.text).toContain("November 2024,Bank,0.00,1000.00,-1000.00");
  const paid = await finance.go("/money?show=paid&when=2024-11");
  expect([
    paid.text.includes("1 grant, £1,000."),
    leadsTo(paid, "/money/grants.csv?show=paid&amp;when=2024-11"),
  ]).toEqual([true, true]);
  expect((await finance.go("/money?show=paid&when=2024-10")).text).toContain("No grant fits all of this.");
  const file = await finance.go("/money/grants.csv?show=paid&year=2024-25");
  expect(file.text.trim().split("\r\n")).toHaveLength(2);
});

it("runs, payments of one and budgets come as files too, which is on record; of another hub none", async () => {
  const auditor = await Browser.signedIn(whole.api.origin, "auditor");
  const list = await finance.go("/money/runs");
  const [, run = ""] = /href="(\/money\/runs\/r[0-9a-f]+)"/u.exec(list.text) ?? [];
  const FILES: readonly [page: string, file: string, code: string, line: RegExp][] = [
    ["/money/runs", "/money/runs.csv", "payment-runs", /^r\w{10},2024-11-05,.*,Complete,2,2000\.00,/mu],
    ["/money/budgets", "/money/budgets.csv", "budgets", /^2024\/25,2500\.00,1000\.00,0\.00,2000\.00,1000\.00,/mu],
    [run, `${run}/payments.csv`, "payments", /^r\w{10}-00001,410000,.*,1000\.00,Failed,Account closed/mu],
  ];
  for (const [page, file, code, line] of FILES) {
    expect([page, leadsTo(await finance.go(page), file)]).toEqual([page, true]);
    const named = file.startsWith(run) ? file : `${file}?hub=great-north`;
    if (!file.startsWith(run)) expect((await auditor.go(`${page}?hub=great-north`)).text).toContain(`href="${named}"`);
    for (const [who, address] of [
      [finance, file],
      [auditor, named],
    ] as const) {
      const { headers, text } = await who.go(address);
      expect([headers.get("content-type"), line.exec(text) !== null]).toEqual(["text/csv; charset=utf-8", true]);
    }
    const { body } = await whole.api.get("/api/v1/security-events?what=list-exported", { as: { role: "auditor" } });
    const [noted] = body["items"] as { who: string; about: string; code: string }[];
    expect(noted).toMatchObject({ who: "auditor", about: "hub great-north", code });
  }
  const other = await Browser.signedIn(whole.api.origin, "hub-lead.east-midlands-south");
  expect((await other.go(`${run}/payments.csv`)).status).toBe(404);
  expect((await other.go("/money/runs.csv?hub=great-north")).text.trim().split("\r\n")).toHaveLength(1);
  const coordinator = await Browser.signedIn(whole.api.origin, "hub-coordinator.great-north");
  for (const [, file] of FILES) expect([file, (await coordinator.go(file)).status]).toEqual([file, 403]);
}, 30_000);

it("an auditor picks a hub, reads its money in full, and changes none of it", async () => {
  const auditor = await Browser.signedIn(whole.api.origin, "auditor");
  const hubs = await auditor.go("/money");
  expect([leadsTo(hubs, "/money?hub=great-north"), leadsTo(hubs, "/money?hub=far-south")]).toEqual([true, true]);
  const grants = await auditor.go("/money?hub=great-north");
  expect(grants.text).toMatch(/1 grant, £1,000, 0 of them approved by one person[\s\S]*410002/u);
  expect(grants.text).not.toMatch(/Approve those ticked|Tick all|adjust-grant|420000/u);
  expect(leadsTo(grants, "/money/runs?hub=great-north")).toBe(true);
  const runs = await auditor.go("/money/runs?hub=great-north");
  const [, run = ""] = /href="(\/money\/runs\/r[0-9a-f]+)"/u.exec(runs.text) ?? [];
  expect([runs.text.includes("Prepare a payment run"), (await auditor.go(run)).status]).toEqual([false, 200]);
  expect((await auditor.go("/money/runs?hub=far-south")).text).toContain("There has been no payment run yet.");
  const months = await auditor.go("/money/months?hub=great-north");
  expect(cellsOf(months.text, "Together").slice(0, 3)).toEqual(["£3,000", "£2,000", "£1,000"]);
  expect((await auditor.go("/money/books/ledger.csv?hub=great-north")).text).toContain("November 2024,Bank");
  expect((await auditor.go("/money/budgets?hub=great-north")).text).not.toContain('href="/money/budgets/');
  for (const page of ["/money/runs/new", "/money/budgets/2024-25", `${run}/cancel`])
    expect([page, (await auditor.go(page)).status]).toEqual([page, 403]);
  const { form } = filled(grants, { grant: ["410002-primary~development~2024/25"] }, "/sign-out");
  expect((await auditor.go("/money", form)).status).toBe(403);
  // Another hub’s people cannot name it: they see their own.
  const other = await Browser.signedIn(whole.api.origin, "hub-lead.east-midlands-south");
  expect((await other.go("/money?hub=great-north")).text).not.toContain("410002");
}, 30_000);

it.each(["finance-officer.great-north", "hub-lead.great-north", "auditor"])(
  "every page that %s comes to around money has what every page has",
  async (who) => {
    expect((await crawl(whole.api.origin, who, /^\/groups\/group-\d+$/u)).wrong).toEqual([]);
  },
  60_000,
);

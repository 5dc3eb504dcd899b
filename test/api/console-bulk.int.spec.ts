// Many schools at once at the console: a file looked at, confirmed, and its schools offered their places together.

import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { Browser, filled, type Page, leadsTo } from "../support/browser.ts";
import { recordOutput } from "./api-under-test.ts";
import { startWhole, type WholeService } from "./whole-service.ts";

const HEADER =
  "urn,name,phase,funding,prospectus,criteria,reasons,understandsExpectations," +
  "contactFirstName,contactLastName,contactEmail";
const output = recordOutput();
let whole: WholeService;
let hub: Browser;

beforeAll(async () => {
  whole = await startWhole();
  hub = await Browser.signedIn(whole.api.origin, "hub-coordinator.great-north");
}, 90_000);

afterAll(async () => {
  await whole?.stop();
  output.end();
}, 60_000);

const row = (urn: string, criteria = "poor-progress-or-attainment", reasons = "We want to change."): string =>
  `${urn},"Zoë’s, School ` +
  `${urn}",primary,state,2020-21/primary-readiness,${criteria},"${reasons}",yes,Canarina,Bulkley,c-${urn}@example.org`;
const csv = (...rows: string[]): Blob =>
  new Blob([`\uFEFF${[HEADER, ...rows].join("\r\n")}\r\n`], { type: "text/csv" });
const upload = (page: Page, file: Blob): Promise<Page> => hub.go("/bulk", filled(page, {}, "/bulk").form, file);
const confirm = (page: Page): Promise<Page> =>
  hub.go("/bulk/confirm", filled(page, {}, "/bulk/confirm").form, new Blob([]));
const journeys = async (): Promise<number> =>
  (await whole.store.app.query<{ n: number }[]>("select count(*)::int as n from journeys"))[0]?.n ?? 0;

describe("a file of schools", () => {
  it("is on the way from the first page, and says what it should hold", async () => {
    expect(leadsTo(await hub.go("/more"), "/bulk")).toBe(true);
    expect((await hub.go("/bulk")).text).toMatch(/Headteacher’s email[\s\S]*Poor progress or attainment/u);
    expect((await hub.go("/bulk/template.csv")).text).toMatch(
      /^\uFEFF?URN,School,Phase,Funding,Programme,.*\r\nExample 100001,/u,
    );
  }, 20_000);

  it("that cannot be read is asked for again, with why; from a stranger it is not read", async () => {
    const page = await hub.go("/bulk");
    for (const [file, why] of [
      [new Blob(["name\r\nA"]), "The column “URN” (or urn) is missing"],
      [new Blob([]), "Choose a file"],
      [csv(), "no row below its header"],
    ] as const) {
      const refused = await upload(page, file);
      expect([refused.status, refused.text.includes(why)]).toEqual([422, true]);
    }
    expect((await upload(page, new Blob(["a".repeat(4_100_000)]))).status).toBe(413);
    expect(
      (await new Browser(whole.api.origin).go("/bulk", filled(page, {}, "/bulk").form, csv(row("700001")))).status,
    ).toBe(401);
    expect(
      (await hub.go("/bulk", { ...filled(page, {}, "/bulk").form, token: "forged" }, csv(row("700001")))).status,
    ).toBe(403);
  }, 20_000);

  it("is looked at line by line, then confirmed: each school applies once, however often it is sent", async () => {
    const looked = await upload(
      await hub.go("/bulk"),
      csv(row("700001", undefined, "Two lines.\r\nAnd “quotes”."), row("700002"), row("700003", "nonsense")),
    );
    expect(looked.text).toMatch(
      /2 of 3 lines would be taken; 1 would be turned down[\s\S]*Send these 2 applications[\s\S]*<th [^>]*scope="row">5<\/th>[\s\S]*Would be turned down[\s\S]*<th [^>]*scope="row">2<\/th>[\s\S]*Would be taken/u,
    );
    expect(await journeys()).toBe(0);
    const [one, other] = await Promise.all([confirm(looked), confirm(looked)]);
    for (const page of [one, other])
      expect([page.status, page.text.includes("2 applications were taken, 1 turned down.")]).toEqual([200, true]);
    expect(one.text).toMatch(/<a [^>]*href="\/journeys\/700001-primary">Zoë’s, School 700001<\/a>/u);
    expect(await journeys()).toBe(2);
  }, 30_000);
});

describe("a file with faults", () => {
  const words = "URN,School,Phase,Funding,Programme,Criteria,Why the school applies,Understands what is expected";
  const line = (urn: string, criteria = "Poor progress or attainment", email = `c-${urn}@example.org`): string =>
    `${urn},School ${urn},Primary,State,Readiness 2020/21,${criteria},=Why,Yes,Canarina,Bulkley,${email}`;
  const sheet = (...rows: string[]): Blob =>
    new Blob([[`${words},First name,Last name,Email`, ...rows].join("\r\n")], { type: "text/csv" });
  const back = (page: Page): Promise<Page> =>
    hub.go("/bulk/faults", filled(page, {}, "/bulk/faults").form, new Blob([]));

  it("in words comes back with what is wrong in each line, is put right in it, and sent", async () => {
    const looked = await upload(await hub.go("/bulk"), sheet(line("700011"), line("12", "Nonsense", "nobody")));
    expect(looked.text).toMatch(/1 of 2 lines would be taken[\s\S]*URN: [\s\S]*Email: /u);
    const file = await back(looked);
    expect([file.status, file.headers.get("content-disposition"), file.headers.get("cache-control")]).toEqual([
      200,
      'attachment; filename="applications-to-put-right.csv"',
      "no-store",
    ]);
    const [header, fine, wrong] = file.text.split("\r\n");
    expect(header).toMatch(/^\uFEFF?What is wrong,URN,School,/u);
    expect(fine).toBe(`,${line("700011").replace("=Why", "'=Why")}`);
    expect(wrong).toMatch(/URN: .*Email: .*12,School 12,/u);
    const right = file.text.replaceAll("Nonsense", "Poor progress or attainment").replaceAll(",12,", ",700012,");
    const again = await upload(await hub.go("/bulk"), new Blob([right.replace("nobody", "c@example.org")]));
    expect(again.text).toContain("2 of 2 lines would be taken.");
  }, 30_000);

  it("has only what is still to be put right once the others were taken", async () => {
    const sent = await confirm(await upload(await hub.go("/bulk"), sheet(line("700013"), line("12"))));
    expect(sent.text).toContain("1 application was taken, 1 turned down.");
    const lines = (await back(sent)).text.trim().split("\r\n");
    expect([lines.length, lines[1]?.includes("12,School 12")]).toEqual([2, true]);
  }, 30_000);

  it("is given back to nobody who may not send it", async () => {
    const page = filled(await upload(await hub.go("/bulk"), sheet(line("12"))), {}, "/bulk/faults").form;
    expect((await new Browser(whole.api.origin).go("/bulk/faults", page, new Blob([]))).status).toBe(401);
    expect((await hub.go("/bulk/faults", { ...page, token: "forged" }, new Blob([]))).status).toBe(403);
  }, 20_000);
});

describe("schools that are to be placed together", () => {
  it("are ticked on the page of the Work Group, and all offered a place", async () => {
    const group = {
      hub: "great-north",
      prospectus: "2020-21/primary-readiness",
      lead: "lead-1",
      leadRole: "mastery-readiness-lead",
      places: 8,
    };
    const formed = await whole.api.post("/api/v1/work-groups", group);
    expect([formed.status, formed.body["detail"]]).toEqual([201, undefined]);
    const at = `/groups/${String(formed.body["workGroup"])}`;
    expect((await hub.go(at)).text).toContain(`href="${at}/offer-together"`);
    const form = await hub.go(`${at}/offer-together`);
    const single = await hub.submit(form, { schools: ["700001-primary"] });
    expect([single.status, single.text.includes("Which schools, two at least")]).toEqual([422, true]);
    const offered = await hub.submit(single, { schools: ["700001-primary", "700002-primary"] });
    expect(offered.status).toBe(200);
    expect(offered.text).toMatch(
      /A place is offered to all of them[\s\S]*School 700001<\/a>[^/]*<\/th>[^/]*Is offered a place[\s\S]*School 700002<\/a>[^/]*<\/th>[^/]*Is offered a place/u,
    );
  }, 30_000);
});

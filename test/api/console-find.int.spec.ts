// Finding: lists narrowed, sorted and taken as files; a search that is sent; a watch list; who looked at whose data.
// Through the console and the API, with everything behind them.

import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { Browser, filled, leadsTo, type Page } from "../support/browser.ts";
import { APPLICATION_EXAMPLE } from "../support/examples.ts";
import { putSchools } from "../../libs/store/schools/schools.ts";
import { eventually } from "../workflows/service.ts";
import { ok, recordOutput, type Reply } from "./api-under-test.ts";
import { startWhole, type WholeService } from "./whole-service.ts";

const SCHOOLS = [
  ["100041", "Hillside Quibbleworth School", "Ysolde"],
  ["100042", "Abbey Quibbleworth School", "Benedikta"],
  ["100043", "St Mary’s Academy", "Yseult"],
] as const;
const output = recordOutput();
let whole: WholeService;
let lead: Browser;
let elsewhere: Browser;

beforeAll(async () => {
  whole = await startWhole();
  const { group: _alone, ...example } = APPLICATION_EXAMPLE;
  for (const [urn, name, firstName] of SCHOOLS) {
    const school = { ...example.school, urn, name };
    const contact = { firstName, lastName: "Thistlewood", email: `${firstName}@example.org` };
    ok(await whole.api.post("/api/v1/applications", { ...example, school, contact }), 201);
    await whole.service.settled(`${urn}-primary`);
  }
  lead = await Browser.signedIn(whole.api.origin, "hub-lead.great-north");
  elsewhere = await Browser.signedIn(whole.api.origin, "hub-lead.east-midlands-south");
}, 120_000);
afterAll(async () => {
  await whole?.stop();
  // What was typed into the search stands in no log.
  expect(output.end()).not.toMatch(/Thistlewood|Ysolde|Thistelwood|Quibbleworth/u);
}, 30_000);

const named = ({ text }: Page): string[] =>
  [...text.matchAll(/<a class="govuk-link" href="\/journeys\/(\d{6})-primary"/gu)].map(([, urn = ""]) => urn);
const search = async (browser: Browser, typed: string): Promise<Page> =>
  browser.go("/search", { ...filled(await browser.go("/search"), {}, "/search").form, typed });
const noted = async (what: string): Promise<{ about: string; who: string; code: string | null }[]> =>
  (await whole.api.get(`/api/v1/security-events?what=${what}`, { as: { role: "auditor" } })).body["items"] as never;

describe("a list", () => {
  it("is sorted as a whole, either way, and narrowed by words and choices; its address says both", async () => {
    expect(named(await lead.go("/journeys"))).toEqual(["100042", "100041", "100043"]);
    expect(named(await lead.go("/journeys?order=desc"))).toEqual(["100043", "100041", "100042"]);
    const narrowed = await lead.go("/journeys?q=quibbleworth&status=applied&order=desc");
    expect(named(narrowed)).toEqual(["100041", "100042"]);
    expect(narrowed.text).toMatch(/Take off <\/span>Status: Applied/u);
    expect(leadsTo(narrowed, "/journeys?q=quibbleworth&amp;order=desc")).toBe(true);
    expect((await lead.go("/journeys?overdue=yes")).text).toContain("No school fits all of this.");
    expect(named(await elsewhere.go("/journeys"))).toEqual([]);
  }, 30_000);

  it("is sorted and narrowed for programs too, and goes on where it stopped", async () => {
    const urns: string[] = [];
    for (let after = ""; ;) {
      const { body } = await whole.api.get(`/api/v1/journeys?sort=school&order=desc&limit=2${after}`);
      urns.push(...(body["items"] as { urn: string }[]).map(({ urn }) => urn));
      if (body["next"] === null) break;
      after = `&after=${String(body["next"])}`;
    }
    expect(urns).toEqual(["100043", "100041", "100042"]);
    expect((await whole.api.get("/api/v1/journeys?overdue=true")).body["items"]).toEqual([]);
    expect((await whole.api.get("/api/v1/journeys?sort=colour")).status).toBe(422);
  });

  it.each([
    ["/journeys/schools.csv?q=abbey", "list-exported", "schools", /^\ufeffSchool,URN,Phase,.*\r\nAbbey Quibble/u],
    ["/triage/applications.csv", "list-exported", "applications", /^\ufeffSchool,URN,Programme,/u],
    ["/tasks/tasks.csv", "list-exported", "tasks", /^\ufeffTask,School,URN,/u],
    ["/groups/groups.csv", "list-exported", "groups", /^\ufeffWork Group,Programme,/u],
    ["/contacts/contacts.csv", "contacts-exported", null, /^\ufeffurn,school,/u],
  ])(
    "comes as a file, and that it was taken is on record: %s",
    async (address, what, code, begins) => {
      const cookie = lead.allCookies();
      const response = await fetch(whole.api.origin + address, { headers: { cookie } });
      const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(await response.arrayBuffer());
      expect([response.status, response.headers.get("content-type")]).toEqual([200, "text/csv; charset=utf-8"]);
      expect(text).toMatch(begins);
      expect((await noted(what))[0]).toMatchObject({ who: "hub-lead.great-north", about: "hub great-north", code });
    },
    30_000,
  );
});

describe("a search", () => {
  it("finds schools by name, URN, postcode and town, and but for a slip; a URN leads to its school", async () => {
    expect(named(await search(lead, "quibblewroth"))).toEqual(["100042", "100041"]);
    expect(named(await search(lead, "saint marys"))).toEqual(["100043"]);
    expect(new URL((await search(lead, "100043")).address).pathname).toBe("/journeys/100043-primary");
    expect((await search(lead, "nothing-like-it")).text).toContain("Nothing of that name is found.");
  }, 30_000);

  it("finds people by name within the hub; it is sent, and noted without what was typed", async () => {
    const before = (await noted("people-searched")).length;
    for (const typed of ["thistlewood ysol", "Ysolde Thistelwood", "ysolde@example"]) {
      const page = await search(lead, typed);
      expect(page.text).toMatch(/Ysolde Thistlewood[\s\S]*applicant · Hillside Quibbleworth School/u);
      expect(page.text).not.toContain("Benedikta");
      expect(page.address).toBe(`${whole.api.origin}/search`);
    }
    const events = await noted("people-searched");
    expect(events.length).toBe(before + 3);
    expect(JSON.stringify(events)).not.toMatch(/thist|ysol/iu);
    expect((await search(elsewhere, "thistlewood")).text).not.toContain("Ysolde");
  }, 30_000);

  it("is for no school; finance officers and auditors find no people, and nothing is noted of them", async () => {
    const before = (await noted("people-searched")).length;
    for (const who of ["finance-officer.great-north", "auditor"]) {
      const page = await search(await Browser.signedIn(whole.api.origin, who), "thistlewood");
      expect([page.status, page.text.includes("Ysolde")]).toEqual([200, false]);
    }
    const school = await Browser.signedIn(whole.api.origin, "school-contact.100001");
    expect((await school.go("/search")).status).toBe(403);
    expect((await noted("people-searched")).length).toBe(before);
    expect((await lead.go("/search", { typed: "x" })).status).toBe(403);
  }, 30_000);
});

describe("schools that are suggested while one types", () => {
  const asked = async (browser: Browser | null, typed: string, among = "register"): Promise<Response> =>
    fetch(`${whole.api.origin}/search/schools`, {
      method: "POST",
      redirect: "manual",
      headers: { origin: whole.api.origin, cookie: browser?.allCookies() ?? "" },
      body: new URLSearchParams({ typed, among }),
    });
  const lines = async (browser: Browser, typed: string, among?: string): Promise<Record<string, string>[]> => {
    const answer = await asked(browser, typed, among);
    expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "application/json; charset=utf-8"]);
    return ((await answer.json()) as { schools: Record<string, string>[] }).schools;
  };
  const names = async (...how: Parameters<typeof lines>): Promise<unknown[]> =>
    (await lines(...how)).map(({ name }) => name);

  beforeAll(async () => {
    const school = { phase: "primary", funding: "state", open: true, source: "register", postcode: "EX1 1EX" };
    const address = "1 Mill Lane, Little End, Exampleton";
    const mills = Array.from({ length: 13 }, (_, no) => ({ urn: String(200_100 + no), name: `Old Mill School ${no}` }));
    await putSchools(whole.store.app, [
      ...mills.map((one) => ({ ...school, ...one, address: null })),
      { ...school, urn: "200201", name: "Millbrook School", address },
      { ...school, urn: "200202", name: "Millbrook Junior School", open: false, address },
    ]);
  });

  it("are open ones of the register, by name, URN or postcode, told apart by their town", async () => {
    expect(await lines(elsewhere, "millb")).toEqual([
      {
        ...{ value: "Millbrook School (200201)", name: "Millbrook School" },
        more: "Little End, Exampleton · EX1 1EX · URN 200201",
      },
    ]);
    for (const typed of ["200201", "ex11ex millbrook", "saint marys"]) expect(await names(lead, typed)).toHaveLength(1);
    for (const typed of ["", "-", "%", "nothing-like-it"]) expect(await lines(lead, typed)).toEqual([]);
    expect((await lead.go("/apply?q=Millbrook+School+(200201)")).text).toContain("Millbrook School");
  });

  it("are a dozen at most, those first whose name begins so", async () => {
    const found = await names(lead, "mill");
    expect([found.length, found[0]]).toEqual([12, "Millbrook School"]);
  });

  it("are in the search those that one sees; it notes nothing, and picking one leads to it", async () => {
    const before = (await noted("people-searched")).length;
    expect(await names(lead, "quibblewroth", "journeys")).toEqual([
      ...["Abbey Quibbleworth School", "Hillside Quibbleworth School"],
    ]);
    expect(await names(elsewhere, "quibbleworth", "journeys")).toEqual([]);
    expect(await names(lead, "mill", "journeys")).toEqual([]);
    expect((await noted("people-searched")).length).toBe(before);
    const page = await search(lead, "Abbey Quibbleworth School (100042)");
    expect(new URL(page.address).pathname).toBe("/journeys/100042-primary");
  });

  it("are for whoever may look for schools, a school among those of the register, and nobody else", async () => {
    const school = await Browser.signedIn(whole.api.origin, "school-contact.100001");
    expect((await asked(school, "millbrook")).status).toBe(200);
    expect((await asked(school, "millbrook", "journeys")).status).toBe(403);
    expect((await asked(null, "millbrook")).status).toBe(401);
  });
});

const itemsOf = ({ body }: Reply): { urn: string }[] => body["items"] as { urn: string }[];
const marked = (urn: string, watched: boolean) => ({ journey: `${urn}-primary`, watched });

describe("a watch list", () => {
  it("is one’s own: a school is put on it and taken off on its page, and the list is narrowed to it", async () => {
    const watch = async (): Promise<Page> => {
      const page = await lead.go("/journeys/100041-primary");
      const on = page.text.includes("Put on your watch list") ? "yes" : "no";
      return lead.submit(page, { on }, "/journeys/100041-primary/watch");
    };
    expect((await watch()).text).toContain("Take off your watch list");
    expect(named(await lead.go("/journeys?watched=yes"))).toEqual(["100041"]);
    const coordinator = await Browser.signedIn(whole.api.origin, "hub-coordinator.great-north");
    expect(named(await coordinator.go("/journeys?watched=yes"))).toEqual([]);
    expect((await watch()).text).toContain("Put on your watch list");
    expect(named(await lead.go("/journeys?watched=yes"))).toEqual([]);
  }, 30_000);

  it("is the same for programs: put on it twice is once, listed narrowed and sorted, taken off", async () => {
    const { api } = whole;
    const as = { role: "hub-lead", who: "hub-lead.great-north", hub: "great-north" } as const;
    const listed = async (asked = ""): Promise<unknown[]> =>
      itemsOf(await api.get(`/api/v1/watch-list${asked}`, { as })).map(({ urn }) => urn);
    expect(await listed()).toEqual([]);
    for (const urn of ["100041", "100042", "100042", "100043"])
      expect((await api.put(`/api/v1/watch-list/${urn}-primary`, {}, { as })).body).toEqual(marked(urn, true));
    expect(named(await lead.go("/journeys?watched=yes&sort=school"))).toEqual(["100042", "100041", "100043"]);
    expect(await listed("?q=quibbleworth&sort=school")).toEqual(["100042", "100041"]);
    const first = await api.get("/api/v1/watch-list?limit=2", { as });
    expect(first.body).toMatchObject({ items: [{ urn: "100041" }, { urn: "100042" }], next: "100042-primary" });
    expect(await listed("?limit=2&after=100042-primary")).toEqual(["100043"]);
    for (let time = 0; time < 2; time++)
      expect((await api.del("/api/v1/watch-list/100042-primary", { as })).body).toEqual(marked("100042", false));
    await lead.submit(await lead.go("/journeys/100041-primary"), { on: "no" }, "/journeys/100041-primary/watch");
    expect(await listed()).toEqual(["100043"]);
    expect(itemsOf(await api.get("/api/v1/watch-list", { as: { ...as, who: "somebody-else" } }))).toEqual([]);
  }, 30_000);

  it("is no list of journeys that nobody has, and no school keeps one", async () => {
    const as = { role: "auditor" } as const;
    expect((await whole.api.put("/api/v1/watch-list/999999-primary", {}, { as })).status).toBe(404);
    expect((await whole.api.del("/api/v1/watch-list/nonsense", { as })).status).toBe(404);
    const school = { as: { role: "school-contact", urns: ["100041"] } } as const;
    expect((await whole.api.put("/api/v1/watch-list/100041-primary", {}, school)).status).toBe(403);
    expect((await whole.api.get("/api/v1/watch-list", school)).status).toBe(403);
  });

  it("holds no school of another hub", async () => {
    const { token } = filled(await elsewhere.go("/search"), {}, "/search").form;
    expect((await elsewhere.go("/journeys/100041-primary/watch", { token: token ?? "", on: "yes" })).status).toBe(404);
  });
});

it("each look at the people of schools is on record, by whom and of which school", async () => {
  for (const address of ["/journeys/100042-primary/people", "/contacts"]) await lead.go(address);
  ok(await whole.api.get("/api/v1/journeys/100042-primary/people"));
  await eventually(async () => {
    const events = await noted("people-viewed");
    expect(events.filter(({ about }) => about === "journey 100042-primary").length).toBeGreaterThanOrEqual(2);
    expect(events.some(({ about, who }) => about === "hub great-north" && who === "hub-lead.great-north")).toBe(true);
  });
}, 30_000);

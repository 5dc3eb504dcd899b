// What holds for every page of the console, in every role; what pages load; and what is shown where something is wrong.

import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { SIGN_INS, type SignIn } from "../../apps/sign-in/sign-ins.ts";
import { Browser, leadsTo } from "../support/browser.ts";
import { crawl } from "../support/crawl.ts";
import type { TestStore } from "../support/store.ts";
import { recordOutput, type ApiUnderTest } from "./api-under-test.ts";
import { startConsole, type ConsoleWorld } from "./console-world.ts";

/** The journeys name Work Groups that nobody has formed here. */
const NO_GROUP = /^\/groups\/(north-readiness-1|wg-1)$/u;
const NOTICE = "On Friday from 18:00 nothing can be sent.";
const TRUST: SignIn = {
  name: "Tilda Trust",
  title: "A trust with two schools",
  principal: { who: "trust.100001", role: "school-contact", hub: null, urns: ["100001", "100003"], workGroups: [] },
};
const PEOPLE = [...SIGN_INS, TRUST];
const output = recordOutput();
let world: ConsoleWorld;
let store: TestStore;
let api: ApiUnderTest;

beforeAll(async () => {
  world = await startConsole(
    [
      { urn: "100001", hub: "great-north", workGroup: "north-readiness-1", until: "2021-03-01" },
      { urn: "100002", hub: "great-north", workGroup: "north-readiness-1", until: "2020-10-01" },
      { urn: "100003", hub: "east-midlands-south", workGroup: "wg-1", behaviour: "exemplary" },
    ],
    { notice: NOTICE, people: PEOPLE },
  );
  ({ store, api } = world);
}, 60_000);

afterAll(async () => {
  await world?.stop();
  output.end();
}, 30_000);

describe("every page", () => {
  it.each([null, ...PEOPLE.map(({ principal }) => principal.who)])(
    "that %s comes to has one title, heading and main part, its place in the menu marked, and nothing that is blocked",
    async (who) => {
      const { kinds, wrong } = await crawl(api.origin, who, NO_GROUP);
      expect(wrong).toEqual([]);
      expect(kinds.length).toBeGreaterThan(who === null ? 4 : 8);
    },
    60_000,
  );

  it("says what an operator wants everybody to read", async () => {
    const lead = await Browser.signedIn(api.origin, "hub-lead.great-north");
    for (const browser of [lead, new Browser(api.origin)])
      for (const address of ["/", "/nothing", "/cookies"]) expect((await browser.go(address)).text).toContain(NOTICE);
  });
});

describe("what pages load", () => {
  it("is kept for ever under a name of its own, comes packed, and is not counted", async () => {
    const page = await new Browser(api.origin).go("/");
    const loads = [...page.text.matchAll(/"(\/assets\/[^"]+)"/gu)].map(([, address = ""]) => address);
    expect(loads).toHaveLength(3);
    for (const address of loads) {
      const response = await fetch(api.origin + address);
      expect([
        response.status,
        response.headers.get("cache-control"),
        response.headers.get("content-encoding"),
      ]).toEqual([200, "public, max-age=31536000, immutable", "gzip"]);
      expect(response.headers.get("ratelimit")).toBeNull();
      expect((await response.text()).length).toBeGreaterThan(50);
    }
  });

  it("of a release beside this one is ours, and nobody keeps it; what there is none of is not found", async () => {
    const other = await fetch(`${api.origin}/assets/0123456789abcdef/look.css`);
    expect([other.status, other.headers.get("cache-control")]).toEqual([200, "no-store"]);
    expect((await fetch(`${api.origin}/assets/0123456789abcdef/other.css`)).status).toBe(404);
  });

  it("holds no font and no crown", async () => {
    const css = await (await fetch(`${api.origin}/assets/0123456789abcdef/look.css`)).text();
    expect(css).not.toMatch(/@font-face|GDS Transport/u);
    expect((await new Browser(api.origin).go("/")).text).not.toMatch(/crown|<svg/iu);
  });
});

describe("where something is wrong", () => {
  it("who has signed in keeps the menu, and comes back to the page they were on", async () => {
    const lead = await Browser.signedIn(api.origin, "hub-lead.great-north");
    const cookie = lead.allCookies();
    for (const [address, status, title] of [
      ["/nothing", 404, "Page not found"],
      ["/security", 403, "Your role may not do this"],
    ] as const) {
      const headers = { accept: "text/html", cookie, referer: `${api.origin}/tasks?show=mine` };
      const response = await fetch(api.origin + address, { headers });
      const page = { address, status, headers: response.headers, text: await response.text() };
      expect([response.status, page.text.includes(`<title>${title} – School Journeys</title>`)]).toEqual([
        status,
        true,
      ]);
      expect(["/tasks", "/tasks?show=mine", "/contact"].map((to) => leadsTo(page, to))).toEqual([true, true, true]);
    }
  });

  it("nobody is sent back to another site", async () => {
    const headers = { accept: "text/html", referer: "https://elsewhere.example/tasks" };
    expect(await (await fetch(`${api.origin}/nothing`, { headers })).text()).not.toContain("elsewhere.example");
  });

  it("a fault of the service is told with the number by which it is found in the log", async () => {
    const lead = await Browser.signedIn(api.origin, "hub-lead.great-north");
    await store.owner.query("alter table journeys rename to journeys_away");
    try {
      const page = await lead.go("/");
      expect(page.status).toBeGreaterThanOrEqual(500);
      expect(page.text).toMatch(/<title>Sorry, /u);
      expect(page.text).toContain(page.headers.get("x-request-id"));
      expect(leadsTo(page, "/tasks")).toBe(true);
    } finally {
      await store.owner.query("alter table journeys_away rename to journeys");
    }
  });
});

// The console as a browser meets it: signing in at the embedded sign-in, the first page of each role, signing out.

import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { SIGN_INS } from "../../apps/sign-in/sign-ins.ts";
import { putSchools } from "../../libs/store/schools/schools.ts";
import { Browser as AnyBrowser } from "../support/browser.ts";
import { recordOutput, type ApiUnderTest } from "./api-under-test.ts";
import { startConsole, type ConsoleWorld } from "./console-world.ts";

const output = recordOutput();
let world: ConsoleWorld;
let api: ApiUnderTest;

beforeAll(async () => {
  world = await startConsole([
    { urn: "100001", hub: "great-north", workGroup: "north-readiness-1", until: "2021-03-01" },
    { urn: "100002", hub: "east-midlands-south", workGroup: "wg-1", until: "2020-10-01" },
  ]);
  ({ api } = world);
  await putSchools(world.store.app, [
    {
      urn: "100001",
      name: "Ampersand & <b>Sons</b> Primary",
      phase: "primary",
      funding: "state",
      open: true,
      address: null,
      postcode: null,
      source: "application",
    },
  ]);
}, 60_000);

afterAll(async () => {
  await world?.stop();
  output.end();
}, 30_000);

class Browser extends AnyBrowser {
  constructor() {
    super(api.origin);
  }
}

describe("the first page", () => {
  it("for a stranger tells nothing of any school, and where to sign in", async () => {
    const { status, text, headers } = await new Browser().go("/");
    expect([status, text.includes('href="/sign-in"'), /10000\d/u.test(text)]).toEqual([200, true, false]);
    expect(headers.get("content-security-policy")).toContain("default-src 'none'");
    // The library's own, which looks whether the browser is new enough, and one of ours: both may be missing.
    expect(text.match(/<script/gu)).toHaveLength(2);
  });

  it("for who runs a hub is what waits there, and of no other hub", async () => {
    const { text } = await new Browser().signIn("hub-lead.great-north");
    expect(text).toMatch(
      /<h1[^>]*>Today at Great North<[\s\S]*Nothing waits for anybody[\s\S]*Visits due[\s\S]*Ampersand &amp; &lt;b&gt;Sons/u,
    );
    expect(text).toMatch(/<a [^>]*href="\/journeys">1 school in all</u);
    expect(text).not.toContain("100002");
  }, 20_000);

  it("for hub staff shows their own journeys at a glance", async () => {
    const browser = new Browser();
    await browser.signIn("hub-coordinator.great-north");
    const { status, text } = await browser.go("/journeys");
    expect(status).toBe(200);
    expect(text).toContain("Schools of Great North");
    expect(text).toContain("Ampersand &amp; &lt;b&gt;Sons&lt;/b&gt; Primary");
    expect(text).toMatch(
      /Readiness 2020\/21[\s\S]*href="\/groups\/north-readiness-1">North readiness 1<[\s\S]*Participating[\s\S]*Meeting 1 and \d more/u,
    );
    expect(text).not.toContain("100002");
  }, 20_000);

  it("for another hub shows that hub’s", async () => {
    const browser = new Browser();
    await browser.signIn("hub-lead.east-midlands-south");
    const { text } = await browser.go("/journeys");
    expect(text).toContain("100002");
    expect(text).not.toContain("100001");
  }, 20_000);

  it("for a school begins with what is late, or is to be done first, and by when", async () => {
    const { text } = await new Browser().signIn("school-contact.100001");
    expect(text).toMatch(/<h1[^>]*>To do at Ampersand &amp; &lt;b&gt;Sons&lt;\/b&gt; Primary<\/h1>/u);
    expect(text).toMatch(/<h2[^>]*>Work Group meeting 1<\/h2>[\s\S]*?Late<\/strong> was due on \d+ \w+ 2020/u);
    expect(text).toContain('href="/journeys/100001-primary"');
    expect(text).not.toContain("100002");
  }, 20_000);

  it.each(SIGN_INS.map(({ principal }) => principal.who))(
    "is there for %s",
    async (who) => {
      const { status, text } = await new Browser().signIn(who);
      expect([status, text.includes("Sign out")]).toEqual([200, true]);
    },
    20_000,
  );

  it("filters, and never leaves the hub", async () => {
    const browser = new Browser();
    await browser.signIn("hub-lead.great-north");
    expect((await browser.go("/journeys?show=owing")).text).toContain("100001");
    for (const query of ["?show=nonsense&after=000000-primary", "?after=x", "?show=tasks"]) {
      const { status, text } = await browser.go(`/journeys${query}`);
      expect([status, text.includes("100002")]).toEqual([200, false]);
    }
    expect(new URL((await browser.go("/?show=owing")).address).search).toBe("?overdue=yes");
  }, 20_000);
});

describe("a session", () => {
  it("ends with signing out, and is no token for the API", async () => {
    const browser = new Browser();
    await browser.signIn("operator");
    expect(browser.has("school-journeys-session")).toBe(true);
    expect((await browser.go("/api/v1/journeys")).status).toBe(401);
    expect((await browser.go("/sign-out", {})).text).toContain('href="/sign-in"');
    expect(browser.has("school-journeys-session")).toBe(false);
  }, 20_000);

  it("is made by nobody but the sign-in, on the way that was begun here", async () => {
    const stranger = new Browser();
    expect((await stranger.go("/signed-in?code=abc&state=xyz")).status).toBe(403);
    const login = await stranger.go("/sign-in");
    expect((await stranger.go("/signed-in?code=abc&state=xyz")).status).toBe(403);
    expect((await stranger.go(login.address, { who: "somebody-else" })).status).toBe(400);
    const forged = await fetch(api.origin, {
      headers: { cookie: `school-journeys-session=${"Fe26.2*1*".padEnd(200, "a")}` },
    });
    expect(await forged.text()).toContain('href="/sign-in"');
  }, 20_000);

  it("is in a cookie that no script reads and no other site sends", async () => {
    const response = await fetch(`${api.origin}/sign-in`, { redirect: "manual" });
    expect(response.headers.getSetCookie()[0]).toMatch(
      /^school-journeys-errand=[^;]+;(?=.*HttpOnly)(?=.*SameSite=Lax)/iu,
    );
    expect(response.headers.get("location")).toMatch(/code_challenge=[\w-]{43}&code_challenge_method=S256/u);
    expect(
      (
        await fetch(`${api.origin}/sign-out`, {
          method: "POST",
          headers: { origin: "https://evil.example" },
          redirect: "manual",
        })
      ).status,
    ).toBe(403);
  });

  it("from another name for this machine begins at the one that people come back to", async () => {
    const response = await fetch(`${api.origin.replace("127.0.0.1", "localhost")}/sign-in`, { redirect: "manual" });
    expect(response.headers.get("location")).toBe(`${api.origin}/sign-in`);
  });
});

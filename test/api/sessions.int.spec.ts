// Sessions at the console: what ends them, what the sign-in's last word on a role is good for, and what was typed when
// a sign-in had to be made anew. The sign-in is the embedded one; time passes in PostgreSQL, which alone tells it here.

import { afterAll, afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import { freePort } from "../../apps/cli/setup/ports.ts";
import { putJourney } from "../support/journeys.ts";
import { freshStore, type TestStore } from "../support/store.ts";
import { Browser, fieldOn } from "../support/browser.ts";
import { recordOutput, startApi, type ApiUnderTest } from "./api-under-test.ts";

const COOKIE = "school-journeys-session";
const LEAD = "hub-lead.great-north";
const output = recordOutput();
let store: TestStore;
let api: ApiUnderTest;
const options = () => ({
  databaseUrl: store.appUrl,
  temporalAddress: `127.0.0.1:${temporalPort}`,
  startsAt: "2021-03-01T08:00:00Z",
  commandTimeoutMs: 500,
});
let temporalPort: number;

beforeAll(async () => {
  store = await freshStore();
  temporalPort = await freePort();
  await putJourney(store, { urn: "100001", hub: "great-north", workGroup: "north-readiness-1", until: "2021-03-01" });
  api = await startApi(options());
}, 60_000);

afterEach(() => store.owner.query("delete from sessions"));
afterAll(async () => {
  await api?.stop();
  await store?.close();
  output.end();
}, 30_000);

/** As if so much time had passed since. */
const ago = (column: "seen_at" | "signed_in_at" | "asked_at" | "auth_time", much: string): Promise<unknown> =>
  store.owner.query(
    `update sessions set ${column} = ${column} - $1::interval
      ${column === "asked_at" ? ", ask_after = ask_after - $1::interval" : ""}`,
    [much],
  );
const isSignedIn = async (browser: Browser): Promise<boolean> => (await browser.go("/sessions")).status === 200;
/** Somebody else's browser, with this one's cookie in it. */
function thief(of: Browser, names: readonly string[] = [COOKIE]): Browser {
  const browser = new Browser(api.origin);
  for (const name of names) browser.put(name, of.cookie(name));
  return browser;
}

describe("a session", () => {
  it("is over for a copied cookie too once it was signed out", async () => {
    const browser = await Browser.signedIn(api.origin, LEAD);
    const copy = thief(browser);
    expect(await isSignedIn(copy)).toBe(true);
    await browser.go("/sign-out", {});
    expect([await isSignedIn(copy), await isSignedIn(browser)]).toEqual([false, false]);
  }, 20_000);

  it("is in the database as a digest, and sealed: no secret of it, no name", async () => {
    const browser = await Browser.signedIn(api.origin, LEAD);
    const [row] = await store.owner.query<object[]>("select *, encode(sealed, 'escape') as bytes from sessions");
    const kept = JSON.stringify(row);
    expect(browser.cookie(COOKIE)).toMatch(/^[\w-]{43}$/u);
    expect(kept).not.toContain(browser.cookie(COOKIE));
    expect(kept).not.toContain("Tom Whitaker");
    expect(kept).toContain(LEAD);
  }, 20_000);

  it("is over after an hour without a request, and after eight in all; use keeps it, noted once a minute", async () => {
    const browser = await Browser.signedIn(api.origin, LEAD);
    await ago("seen_at", "59 minutes");
    expect(await isSignedIn(browser)).toBe(true);
    await ago("seen_at", "59 minutes");
    expect(await isSignedIn(browser)).toBe(true);
    const seen = () => store.owner.query("select seen_at from sessions");
    const before = await seen();
    await isSignedIn(browser);
    expect(await seen()).toEqual(before);
    await ago("seen_at", "61 minutes");
    expect(await isSignedIn(browser)).toBe(false);
    const other = await Browser.signedIn(api.origin, LEAD);
    await ago("signed_in_at", "481 minutes");
    expect(await isSignedIn(other)).toBe(false);
  }, 20_000);

  it("is listed for its person, and all of theirs end at once, nobody else’s", async () => {
    const [one, two] = [await Browser.signedIn(api.origin, LEAD), await Browser.signedIn(api.origin, LEAD)];
    const other = await Browser.signedIn(api.origin, "operator");
    const list = await one.go("/sessions");
    expect(list.text.match(/<button [^>]*name="session"/gu)).toHaveLength(2);
    expect(list.text.match(/This one/gu)).toHaveLength(1);
    await one.submit(list, { all: "yes" }, "/sessions/end");
    expect([await isSignedIn(one), await isSignedIn(two), await isSignedIn(other)]).toEqual([false, false, true]);
  }, 20_000);

  it("is ended by an operator for somebody else, wherever they are, and by no other role", async () => {
    const [one, other] = [await Browser.signedIn(api.origin, LEAD), await Browser.signedIn(api.origin, "operator")];
    const page = await other.go(`/security?who=${LEAD}`);
    const done = await other.submit(page, {}, "/security/end");
    expect([done.status, done.text.includes("that were ended: 1.")]).toEqual([200, true]);
    expect([await isSignedIn(one), await isSignedIn(other)]).toEqual([false, true]);
    const auditor = await Browser.signedIn(api.origin, "auditor");
    const looks = await auditor.go("/security?who=operator");
    expect(looks.text).not.toContain("/security/end");
    const [, token = ""] = /name="token" value="([^"]+)"/u.exec((await auditor.go("/sessions")).text) ?? [];
    expect((await auditor.go("/security/end", { token, who: "operator" })).status).toBe(403);
    expect(await isSignedIn(other)).toBe(true);
  }, 20_000);

  it("of somebody else is not ended by its id", async () => {
    const [one, other] = [await Browser.signedIn(api.origin, LEAD), await Browser.signedIn(api.origin, "operator")];
    const [{ id }] = await store.owner.query<[{ id: string }]>("select id from sessions where who = 'operator'");
    await one.submit(await one.go("/sessions"), { session: id }, "/sessions/end");
    expect([await isSignedIn(one), await isSignedIn(other)]).toEqual([true, true]);
    const [{ id: own }] = await store.owner.query<[{ id: string }]>("select id from sessions where who <> 'operator'");
    await one.submit(await one.go("/sessions"), { session: own }, "/sessions/end");
    expect(await isSignedIn(one)).toBe(false);
  }, 20_000);

  it("is new with each sign-in: the one that the browser had before is over", async () => {
    const browser = await Browser.signedIn(api.origin, LEAD);
    const copy = thief(browser);
    await copy.signIn("operator");
    expect([await isSignedIn(copy), await isSignedIn(browser)]).toEqual([true, false]);
  }, 20_000);

  it("has a cookie that no other name of the domain can put, where the service is https", async () => {
    const secure = await startApi({ ...options(), publicUrl: "https://journeys.example" });
    try {
      const response = await fetch(`${secure.origin}/sign-in`, {
        redirect: "manual",
        headers: { host: "journeys.example" },
      });
      // fetch sends its own Host: at another name one is sent on to the one that people come back to
      expect(response.headers.get("location")).toBe("https://journeys.example/sign-in");
      const forged = await fetch(`${secure.origin}/sign-out`, {
        method: "POST",
        redirect: "manual",
        headers: { cookie: `__Host-${COOKIE}=${"a".repeat(43)}` },
      });
      expect(forged.headers.getSetCookie()[0]).toMatch(
        /^__Host-school-journeys-session=; Max-Age=0; Path=\/; HttpOnly; SameSite=Lax; Secure$/u,
      );
    } finally {
      await secure.stop();
    }
  }, 20_000);
});

/** Which an auditor does not have. */
const LEADS_FORM = "/windows/2021-22/primary-readiness";

describe.each([
  ["by refresh token", true],
  ["by userinfo", false],
])("a role is asked anew, %s", (_how, refreshes) => {
  let own: ApiUnderTest;
  beforeAll(async () => {
    own = await startApi({ ...options(), refreshes });
  }, 30_000);
  afterAll(() => own.stop());

  it("after five minutes, not before; a new one counts from then on", async () => {
    const browser = await Browser.signedIn(own.origin, LEAD);
    own.signIn.becomes(LEAD, { role: "auditor" });
    expect((await browser.go(LEADS_FORM)).status).toBe(200);
    await ago("asked_at", "6 minutes");
    const pages = await Promise.all([LEADS_FORM, "/", LEADS_FORM].map((page) => browser.go(page)));
    expect(pages.map(({ status }) => status)).toEqual([403, 200, 403]);
    expect(pages[1]?.text).toContain("Auditor");
    own.signIn.becomes(LEAD, { role: "hub-lead", hub: "great-north" });
    await ago("asked_at", "6 minutes");
    expect((await browser.go(LEADS_FORM)).status).toBe(200);
  }, 20_000);

  it("and where it was taken away, or its person is gone, the session is over", async () => {
    const browser = await Browser.signedIn(own.origin, "operator");
    own.signIn.becomes("operator", null);
    await ago("asked_at", "6 minutes");
    expect(await isSignedIn(browser)).toBe(false);
    const rows = await store.owner.query("select ended_because, length(sealed) as sealed from sessions");
    expect(rows).toEqual([{ ended_because: "taken-back", sealed: 0 }]);
  }, 20_000);

  it("while the sign-in is away one reads on, to the idle limit; a change is 503, and nothing typed lost", async () => {
    const browser = await Browser.signedIn(own.origin, LEAD);
    const form = await browser.go(LEADS_FORM);
    const typed = { opensOn: "2021-03-01", closesOn: "2021-06-30" };
    await own.signIn.stop();
    try {
      expect((await browser.submit(form, typed)).text).toContain("The window stands as you set it");
      await ago("asked_at", "6 minutes");
      expect((await browser.go("/money")).status).toBe(200);
      const away = await browser.submit(form, { ...typed, closesOn: "2021-07-01" });
      expect([away.status, away.headers.get("retry-after")]).toEqual([503, "10"]);
      expect(away.text).toMatch(/The sign-in does not answer[\s\S]*name="closesOn" value="2021-07-01"/u);
      await own.signIn.start();
      await store.owner.query("update sessions set ask_after = now()");
      const there = await browser.submit(away);
      expect([there.status, there.address]).toEqual([200, `${own.origin}/windows?done=set`]);
      expect(there.text).toContain("1 July 2021");
      await own.signIn.stop();
      await ago("asked_at", "6 minutes");
      await ago("seen_at", "61 minutes");
      expect((await browser.go("/money")).status).toBe(401);
    } finally {
      await own.signIn.start();
    }
  }, 30_000);

  it("and signing out goes on while it is away", async () => {
    const browser = await Browser.signedIn(own.origin, LEAD);
    const list = await browser.go("/sessions");
    await own.signIn.stop();
    try {
      await ago("asked_at", "6 minutes");
      await browser.submit(list, { all: "yes" }, "/sessions/end");
      expect(await isSignedIn(browser)).toBe(false);
    } finally {
      await own.signIn.start();
    }
  }, 20_000);
});

describe("what is not undone easily", () => {
  const budget = { allocatedPence: "1200" };

  it("asks for a sign-in of the last quarter of an hour; what was typed is kept, sealed, and comes back", async () => {
    const browser = await Browser.signedIn(api.origin, LEAD);
    const page = await browser.go("/money/budgets/2020-21");
    expect((await browser.submit(page, budget)).address).toContain("done=");
    await ago("auth_time", "16 minutes");
    const turnedDown = await browser.submit(page, { allocatedPence: "1234567" });
    expect([turnedDown.status, turnedDown.text.includes("comes back when you have signed in")]).toEqual([401, true]);
    const [row] = await store.owner.query<object[]>("select *, encode(sealed, 'escape') as bytes from kept_forms");
    expect(JSON.stringify(row)).not.toContain("1234567");
    const kept = await browser.signIn(LEAD);
    expect(kept.address).toBe(`${api.origin}/kept`);
    const again = await browser.submit(kept);
    expect(again.text).toMatch(/value="1234567"/u);
    expect((await browser.go("/money/budgets")).text).not.toContain("1,234,567");
    const done = await browser.submit(again, { allocatedPence: "1234567" });
    expect(done.text).toContain("1,234,567");
    expect((await browser.go("/kept")).text).toContain("nothing that you typed");
  }, 30_000);

  it("asks nothing of the kind for what is undone easily, nor where the sign-in does not tell", async () => {
    const browser = await Browser.signedIn(api.origin, LEAD);
    await ago("auth_time", "16 minutes");
    const form = await browser.go(LEADS_FORM);
    expect((await browser.submit(form, { opensOn: "2021-03-01", closesOn: "2021-06-30" })).status).toBe(200);
    await store.owner.query("update sessions set auth_time = null");
    const page = await browser.go("/money/budgets/2020-21");
    expect((await browser.submit(page, budget)).address).toContain("done=");
  }, 20_000);

  it("gives what somebody typed to nobody else who signs in there", async () => {
    const browser = await Browser.signedIn(api.origin, LEAD);
    await ago("auth_time", "16 minutes");
    await browser.submit(await browser.go("/money/budgets/2020-21"), { allocatedPence: "7654321" });
    const { address, text } = await thief(browser, [COOKIE, "school-journeys-form"]).signIn(
      "hub-lead.east-midlands-south",
    );
    expect([address, text.includes("7654321")]).toEqual([`${api.origin}/kept`, false]);
  }, 20_000);

  it("keeps what was typed in a session that has run out meanwhile", async () => {
    const browser = await Browser.signedIn(api.origin, LEAD);
    const form = await browser.go(LEADS_FORM);
    await ago("seen_at", "2 hours");
    const over = await browser.submit(form, { opensOn: "2021-03-02", closesOn: "2021-06-29" });
    expect([over.status, over.text.includes("What you typed is kept")]).toEqual([401, true]);
    const again = await browser.submit(await browser.signIn(LEAD));
    expect(["day", "month", "year"].map((part) => fieldOn(again, `closesOn-${part}`))).toEqual([
      expect.stringContaining('value="29"'),
      expect.stringContaining('value="6"'),
      expect.stringContaining('value="2021"'),
    ]);
    expect((await browser.submit(again, { opensOn: "2021-03-02", closesOn: "2021-06-29" })).address).toContain("done=");
  }, 20_000);

  it("keeps so the page of an application on which it ran out, and goes on from there", async () => {
    const browser = await Browser.signedIn(api.origin, "school-contact.100001");
    const page = await browser.go("/apply/2021-22/primary-readiness/people?urn=100001");
    await ago("seen_at", "2 hours");
    const typed = { "contact.firstName": "Ada", "contact.email": "ada@example.org" };
    expect((await browser.submit(page, typed)).status).toBe(401);
    const again = await browser.submit(await browser.signIn("school-contact.100001"));
    expect(fieldOn(again, "contact.firstName")).toContain('value="Ada"');
    const next = await browser.submit(again, typed);
    expect(new URL(next.address).pathname).toBe("/apply/2021-22/primary-readiness/together");
    expect((await browser.go("/apply/2021-22/primary-readiness/check?urn=100001")).text).toContain("ada@example.org");
  }, 20_000);
});

// What a hub decides of a programme where no page says, as it meets it: looked at, kept, and what then follows for its
// groups and offers, and for no other hub's.

import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { Browser } from "../support/browser.ts";
import { APPLICATION_EXAMPLE } from "../support/examples.ts";
import type { Who } from "../support/sign-in.ts";
import { ok, recordOutput } from "./api-under-test.ts";
import { startWhole, type WholeService } from "./whole-service.ts";

const output = recordOutput();
let whole: WholeService;

beforeAll(async () => {
  whole = await startWhole("2021-06-01T08:00:00Z");
}, 90_000);
afterAll(async () => {
  await whole?.stop();
  output.end();
}, 60_000);

const LEAD: Who = { role: "hub-lead", who: "figures-lead", hub: "great-north" };
const ELSEWHERE: Who = { role: "hub-lead", who: "south-lead", hub: "far-south" };
const READINESS = "2021-22/primary-readiness";
const PATH = `/api/v1/hubs/great-north/figures/${READINESS}`;
const SESSIONS = [
  { term: "autumn", week: 4 },
  { term: "autumn", week: 10 },
  { term: "spring", week: 3 },
  { term: "summer", week: 3 },
];
const DECIDED = { reason: "Schools asked for it", offerDays: 10, groupMost: 3, sessions: SESSIONS };
const figure = (body: Record<string, unknown>, name: string): unknown =>
  (body["figures"] as { name: string; figure: unknown }[]).find((one) => one.name === name)?.figure;

describe("a hub’s own figures", () => {
  it("are looked at first: what would follow is said, and nothing is kept", async () => {
    const seen = ok(await whole.api.put(`${PATH}?preview=true`, DECIDED, { as: LEAD }));
    expect(seen).toMatchObject({
      preview: true,
      whatFollows: { now: { journeys: 0 }, then: {}, changed: 0, groups: [] },
    });
    expect(figure(seen, "offerDays")).toEqual({ value: 10, source: "hub", hub: "great-north" });
    expect(ok(await whole.api.get(PATH, { as: LEAD }))["decisions"]).toEqual([]);
  });

  it("are kept with who, when and why, once; and an earlier decision stays to be read", async () => {
    const set = ok(await whole.api.put(PATH, { ...DECIDED, offerDays: 12 }, { as: LEAD }));
    expect(figure(set, "sessions")).toMatchObject({ source: "hub", value: SESSIONS });
    ok(await whole.api.put(PATH, DECIDED, { as: LEAD }));
    ok(await whole.api.put(PATH, DECIDED, { as: LEAD }));
    const { decisions } = ok(await whole.api.get(PATH, { as: LEAD })) as { decisions: object[] };
    expect(decisions).toMatchObject([
      { figures: { offerDays: 10 }, reason: "Schools asked for it", setBy: "figures-lead" },
      { figures: { offerDays: 12 } },
    ]);
  });

  it("are none that a page states, of a year that has begun, without a reason, or of another hub", async () => {
    const base = "/api/v1/hubs/great-north/figures";
    const code = async (path: string, body: object, as: Who = LEAD) =>
      (await whole.api.put(path, body, { as })).body["code"];
    const pair = `${base}/2021-22/secondary-development`;
    expect(await code(pair, { reason: "x", groupMost: 4 })).toBe("stated-by-page");
    expect(await code(`${base}/2020-21/primary-readiness`, { reason: "x", offerDays: 5 })).toBe("not-in-this-state");
    expect(await code(PATH, { offerDays: 5 })).toBe("invalid");
    expect(await code(PATH, { ...DECIDED, offerDays: 0 })).toBe("invalid");
    expect(await code(PATH, DECIDED, { ...LEAD, role: "hub-coordinator" })).toBe("forbidden");
    expect(await code(PATH, DECIDED, ELSEWHERE)).toBe("not-found");
  });

  it("of a year that has begun its links alone, beside the page’s and on the form; the rest stands", async () => {
    const now = "/api/v1/hubs/great-north/figures/2020-21/primary-readiness";
    const own = { kind: "website", text: "What our hub offers", address: "https://hub.example.org/readiness" };
    const set = ok(await whole.api.put(now, { reason: "Asked for", links: [own] }, { as: LEAD }));
    expect(figure(set, "links")).toMatchObject({ source: "hub", value: expect.arrayContaining([own]) as unknown });
    const more = await whole.api.put(now, { reason: "x", links: [own], offerDays: 5 }, { as: LEAD });
    expect([more.status, more.body["code"]]).toEqual([409, "not-in-this-state"]);
    const wrong = await whole.api.put(now, { reason: "x", links: [{ ...own, address: "http://a" }] }, { as: LEAD });
    expect(wrong.body).toMatchObject({ code: "invalid", errors: [{ pointer: "/links" }] });
    const lead = await Browser.signedIn(whole.api.origin, "hub-lead.great-north");
    const page = await lead.go("/figures/2020-21/primary-readiness");
    expect(page.text).toContain("website What our hub offers: https://hub.example.org/readiness");
    const there = await lead.submit(page, { links: "email Ask us: office@hub.example", reason: "Shorter" });
    expect(there.text).toContain("Nothing is set yet");
    expect(
      (await lead.submit(there, { links: "email Ask us: office@hub.example", reason: "Shorter", confirmed: "yes" }))
        .status,
    ).toBe(200);
    const { text } = await lead.go("/apply/2020-21/primary-readiness?urn=100001");
    expect(text).toMatch(/<a [^>]*href="mailto:office@hub\.example"[^>]*>Ask us<\/a>/u);
  }, 40_000);

  it("are what its groups are formed by, and no other hub’s", async () => {
    const forming = { prospectus: READINESS, lead: "lead-1", leadRole: "mastery-readiness-lead" };
    const formed = async (id: string, as: Who) => {
      ok(await whole.api.post("/api/v1/work-groups", { id, hub: as.hub, ...forming }, { as }), 201);
      return ok(await whole.api.get(`/api/v1/work-groups/${id}`, { as }));
    };
    const sessions = (group: Record<string, unknown>) =>
      (group["sessions"] as { code: string }[]).filter(({ code }) => code.startsWith("session-")).length;
    const own = await formed("figures-north", LEAD);
    expect([own["places"], sessions(own)]).toMatchObject([{ least: 2, most: 3 }, 4]);
    const other = await formed("figures-south", ELSEWHERE);
    expect([other["places"], sessions(other)]).toMatchObject([{ least: 2, most: 8 }, 3]);
    const fewer = await whole.api.put(PATH, { ...DECIDED, sessions: SESSIONS.slice(1) }, { as: LEAD });
    expect([fewer.status, fewer.body["code"]]).toEqual([409, "not-in-this-state"]);
  }, 30_000);

  it("are by what an offer of its stays open", async () => {
    const applied = await whole.api.post("/api/v1/applications", { ...APPLICATION_EXAMPLE, prospectus: READINESS });
    expect(applied.status).toBe(201);
    ok(await whole.api.post("/api/v1/journeys/100001-primary/offer-place", {}, { as: LEAD }));
    const { events } = await eventsOf("100001-primary");
    // Ten school days from 1 June, in half-term: the first of them is Monday 7 June.
    expect(events.find(({ type }) => type === "PlaceOffered")).toMatchObject({ respondBy: "2021-06-18" });
  }, 30_000);

  it("are on a page: as they stand, who says so, and the form by which the hub lead decides", async () => {
    const lead = await Browser.signedIn(whole.api.origin, "hub-lead.great-north");
    expect((await lead.go("/figures")).text).toContain("School days that an offer stays open");
    const page = await lead.go("/figures/2021-22/primary-sustaining");
    expect(page.text).toMatch(/Who says so[\s\S]*Assumed/u);
    const typed = { offerDays: "14", themes: "proof: Proof and reasoning", reason: "Our area" };
    const looked = await lead.submit(page, typed);
    expect(looked.text).toMatch(/Nothing is set yet[\s\S]*What would follow/u);
    const set = await lead.submit(looked, { ...typed, confirmed: "yes" });
    expect(set.text).toMatch(/The figures stand as you set them[\s\S]*14[\s\S]*Your hub[\s\S]*Why: Our area/u);
    const coordinator = await Browser.signedIn(whole.api.origin, "hub-coordinator.great-north");
    expect((await coordinator.go("/figures/2021-22/primary-sustaining")).text).not.toContain(
      "Look at what would follow",
    );
  }, 30_000);
});

async function eventsOf(journey: string): Promise<{ events: { type: string }[] }> {
  const { items } = ok(await whole.api.get(`/api/v1/journeys/${journey}/events`, { as: LEAD })) as {
    items: { type: string; data?: object }[];
  };
  return { events: items.map(({ data, ...event }) => ({ ...event, ...data })) };
}

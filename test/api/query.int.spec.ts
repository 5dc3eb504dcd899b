// What stands behind the question mark: what an operation does not know is refused, and a preview never acts.

import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { APPLICATION_EXAMPLE, CONTACT_EXAMPLE, INTEREST_EXAMPLE } from "../support/examples.ts";
import { recordOutput, type Reply, type Send } from "./api-under-test.ts";
import { callerFor, GROUP, OPERATIONS, RECEIPTS, SCHOOL, startEdgeWorld, type EdgeWorld } from "./edge-world.ts";

const output = recordOutput();
let world: EdgeWorld;
let untouched: string;

beforeAll(async () => {
  world = await startEdgeWorld();
  untouched = await world.digest();
}, 60_000);
afterAll(async () => {
  await world?.stop();
  output.end();
}, 30_000);

const named = OPERATIONS.map((route) => [`${route.method} ${route.path}`, route] as const);

describe("every operation", () => {
  it("is one of the document", () => {
    expect(OPERATIONS.filter(({ doc }) => doc === null)).toEqual([]);
    expect(OPERATIONS.length).toBeGreaterThan(80);
  });

  it.each(named)("refuses a parameter that it does not know: %s", async (_, route) => {
    for (const [query, pointers] of [
      ["previev=true", ["/previev"]],
      ["Preview=true&x=1", ["/Preview", "/x"]],
      ["__proto__=1", ["/__proto__"]],
      ["preview%20=true", ["/preview "]],
    ] as const) {
      const { status, body } = await asked(route.method, `${world.addressOf(route.path)}?${query}`, {
        as: callerFor(route),
        ...(route.path.endsWith("/receipts") && { token: RECEIPTS }),
      });
      const errors = body["errors"] as { pointer: string }[] | undefined;
      expect([status, body["code"], errors?.map(({ pointer }) => pointer)]).toEqual([422, "invalid", pointers]);
    }
  });

  it("did nothing by it", async () => {
    expect(await world.digest()).toBe(untouched);
  });

  it("that is a command takes preview, and no other does", () => {
    const takes = OPERATIONS.filter(({ doc }) => doc?.parameters?.some(({ name }) => name === "preview"));
    const posts = OPERATIONS.filter(({ method }) => method === "post").map(({ path }) => path);
    // What a hub decides of a programme is looked at first, as a what-if; how it signs, as letters will have it.
    const decisions = ["/api/v1/hubs/{hub}/figures/{year}/{programme}", "/api/v1/hubs/{hub}/signature"];
    expect(takes.map(({ path }) => path).sort()).toEqual([...posts, ...decisions].sort());
  });
});

function asked(method: string, address: string, send: Send): Promise<Reply> {
  const { api } = world;
  if (method === "get") return api.get(address, send);
  if (method === "delete") return api.del(address, send);
  return api[method as "post" | "put" | "patch"](address, {}, send);
}

const LEAD = { as: { role: "hub-lead", who: "edge-lead", hub: "great-north" } } as const;
const FINANCE = { as: { role: "finance-officer", who: "edge-finance", hub: "great-north" } } as const;
const HUB = "/api/v1/hubs/great-north";
const OF_GROUP = `/api/v1/work-groups/${GROUP}`;
const FORMING = {
  hub: "great-north",
  prospectus: "2020-21/primary-readiness",
  lead: "lead-1",
  leadRole: "mastery-readiness-lead",
};
const INTERESTED = { ...INTEREST_EXAMPLE, school: { ...INTEREST_EXAMPLE.school, urn: "100009" } };
const APPLYING = { ...APPLICATION_EXAMPLE, prospectus: "2020-21/primary-readiness", group: undefined };

const PREVIEWS: readonly [string, unknown, Send, type: string][] = [
  [`/api/v1/journeys/${SCHOOL}-primary/pause-journey`, { reason: "Building works" }, LEAD, "JourneyPaused"],
  ["/api/v1/interests", INTERESTED, LEAD, "InterestExpressed"],
  ["/api/v1/work-groups", { id: "new-1", ...FORMING }, LEAD, "WorkGroupFormed"],
  [`${OF_GROUP}/move-session`, { session: "session-3", on: "2021-03-10", reason: "x" }, LEAD, "SessionMoved"],
  [`${OF_GROUP}/change-lead`, { lead: "l2", leadRole: "mastery-readiness-lead", reason: "x" }, LEAD, "LeadChanged"],
  [`/api/v1/journeys/${SCHOOL}-primary/people`, CONTACT_EXAMPLE, LEAD, "PersonAdded"],
  ["/api/v1/people/p-head/erasure", { reason: "Asked for it" }, LEAD, "PersonErased"],
  ["/api/v1/calendar-links", { hub: "great-north" }, LEAD, "CalendarLinkMade"],
  [`${HUB}/webhooks`, { url: "https://crm.example.org/x" }, LEAD, "WebhookAdded"],
  ["/api/v1/mail/receipts", { reference: "x", status: "delivered" }, { token: RECEIPTS }, "LetterBounced"],
];

describe("a preview", () => {
  it.each(PREVIEWS)("answers what would follow and does nothing: %s", async (address, body, send, type) => {
    const before = await world.digest();
    const reply = await world.api.post(`${address}?preview=true`, body, { key: "looked-at", ...send });
    expect([reply.status, reply.body["preview"], reply.body["detail"]]).toEqual([200, true, undefined]);
    const consequences = reply.body["consequences"] as { type: string; what: string }[];
    expect(consequences.map((one) => one.type)).toContain(type);
    expect(consequences.every(({ what }) => what.length > 5)).toBe(true);
    expect(reply.headers.has("location")).toBe(false);
    expect(await world.digest()).toBe(before);
  });

  it("is turned down as the command would be", async () => {
    const before = await world.digest();
    const reply = await world.api.post("/api/v1/applications?preview=true", APPLYING, LEAD);
    expect([reply.status, reply.body["code"]]).toEqual([409, "already-active"]);
    const nothing = await world.api.post("/api/v1/payment-runs?preview=true", { hub: "great-north" }, FINANCE);
    expect([nothing.status, nothing.body["detail"]]).toEqual([409, expect.stringContaining("No grant released")]);
    const turn = await world.api.post(`${HUB}/turn?preview=true`, { into: "2021-22", plan: "x" }, LEAD);
    expect([turn.status, turn.body["code"]]).toEqual([409, "window-closed"]);
    const over = await world.api.post(`${HUB}/turn/2020-21/interrupt?preview=true`, {}, LEAD);
    expect([over.status, over.body["code"]]).toEqual([409, "not-in-this-state"]);
    const mine = await world.api.post(
      "/api/v1/calendar-links/7d1f9c52-3f0c-4f1e-9a0b-2b8f6f6f2d11/revoke?preview=true",
      {},
      LEAD,
    );
    expect(mine.status).toBe(404);
    const banana = await world.api.post("/api/v1/payment-runs?preview=banana", {}, FINANCE);
    expect([banana.status, banana.body["code"]]).toEqual([422, "invalid"]);
    const twice = await world.api.post("/api/v1/payment-runs?preview=false&preview=true", {}, FINANCE);
    expect([twice.status, twice.body["code"]]).toEqual([422, "invalid"]);
    expect(await world.digest()).toBe(before);
  });

  it("of what is done with a link or a webhook leaves it", async () => {
    const made = await world.api.post("/api/v1/calendar-links", { hub: "great-north" }, LEAD);
    expect(made.status).toBe(201);
    const before = await world.digest();
    const id = String(made.body["id"]);
    const reply = await world.api.post(`/api/v1/calendar-links/${id}/revoke?preview=true`, {}, LEAD);
    expect(reply.body).toMatchObject({
      id,
      revokedAt: null,
      preview: true,
      consequences: [{ type: "CalendarLinkRevoked" }],
    });
    expect(await world.digest()).toBe(before);
  });

  it("of a file of applications is a look, whatever its id", async () => {
    const csv = "urn,name,phase,funding,prospectus\n100009,X,primary,state,2020-21/primary-readiness\n";
    const send = { ...LEAD, headers: { "content-type": "text/csv" } };
    const look = await world.api.post(`${HUB}/bulk-applications?preview=true`, csv, send);
    expect(look.status).toBe(200);
    const before = await world.digest();
    const confirm = await world.api.post(
      `${HUB}/bulk-applications/${String(look.body["id"])}/confirm?preview=true`,
      csv,
      send,
    );
    expect([confirm.status, confirm.body]).toEqual([200, look.body]);
    expect(await world.digest()).toBe(before);
  });
});

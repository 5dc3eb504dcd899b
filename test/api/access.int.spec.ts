// Who is let in, what they see and how often they may ask: over HTTP, with tokens of a real sign-in.

import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { In } from "typeorm";
import { APPLICATION_EXAMPLE } from "../support/examples.ts";
import { freePort } from "../../apps/cli/setup/ports.ts";
import { WorkGroupRow } from "../../libs/views/work-groups/work-groups.ts";
import { othersAreDone } from "../support/feed.ts";
import { putJourney } from "../support/journeys.ts";
import type { Who } from "../support/sign-in.ts";
import { freshStore, type TestStore } from "../support/store.ts";
import { HUB_LEAD, recordOutput, startApi, type ApiUnderTest } from "./api-under-test.ts";

const output = recordOutput();
let store: TestStore;
let api: ApiUnderTest;
let temporalAddress: string;

beforeAll(async () => {
  store = await freshStore();
  const until = "2020-12-01";
  await putJourney(store, { urn: "100001", hub: "great-north", workGroup: "wg-1", until });
  await putJourney(store, { urn: "100002", hub: "far-south", workGroup: "wg-1", until });
  await putJourney(store, { urn: "100003", hub: "great-north", workGroup: "wg-2", until });
  await putJourney(store, {
    urn: "100004",
    hub: "great-north",
    workGroup: "wg-2",
    until,
    more: [
      {
        event: { type: "SchoolSucceeded", at: "2020-12-01T09:00:00Z", urn: "900004", was: "100004" },
        actor: { who: "p-1", role: "hub-lead" },
        commandId: "c-1",
      },
    ],
  });
  temporalAddress = `127.0.0.1:${await freePort()}`;
  api = await startApi({
    databaseUrl: store.appUrl,
    temporalAddress,
    startsAt: "2020-12-02T08:00:00Z",
    commandTimeoutMs: 500,
  });
}, 60_000);

afterAll(async () => {
  await api?.stop();
  await store?.close();
  output.end();
}, 30_000);

describe("what is seen", () => {
  const ids = async (as: Who, query = "") =>
    ((await api.get(`/api/v1/journeys${query}`, { as })).body["items"] as { id: string }[]).map(({ id }) => id);
  const fed = async (as: Who) => {
    await othersAreDone(store.owner);
    const seen: string[] = [];
    for (let after: unknown = null; ;) {
      const { body } = await api.get(`/api/v1/events?limit=7${after === null ? "" : `&after=${String(after)}`}`, {
        as,
      });
      const items = body["items"] as { journey: string }[];
      if (items.length === 0) return [...new Set(seen)].sort();
      seen.push(...items.map(({ journey }) => journey));
      after = body["next"];
    }
  };

  it("by a hub are its own journeys, whatever it asks for", async () => {
    expect(await ids(HUB_LEAD)).toEqual(["100001-primary", "100003-primary", "100004-primary"]);
    expect(await ids(HUB_LEAD, "?hub=far-south")).toEqual([]);
    expect(await ids(HUB_LEAD, "?urn=100002")).toEqual([]);
    expect(await ids(HUB_LEAD, "?limit=2&after=100001-primary")).toEqual(["100003-primary", "100004-primary"]);
    expect(await fed(HUB_LEAD)).toEqual(["100001-primary", "100003-primary", "100004-primary"]);
    expect(await fed({ role: "auditor" })).toHaveLength(4);
  });

  it("by a Work Group lead are their groups’, of their hub", async () => {
    const lead: Who = { role: "work-group-lead", hub: "great-north", workGroups: ["wg-1"] };
    expect(await ids(lead)).toEqual(["100001-primary"]);
    expect(await ids({ ...lead, workGroups: [] })).toEqual([]);
    expect((await api.get("/api/v1/journeys/100003-primary", { as: lead })).status).toBe(404);
    expect((await api.get("/api/v1/journeys/100002-primary/events", { as: lead })).status).toBe(404);
  });

  it("by a Work Group lead whose sign-in names no group (DfE Sign-in) are those of the groups they lead", async () => {
    const as: Who = { role: "work-group-lead", who: "23F20E54", hub: "great-north" };
    const groups = store.app.getRepository(WorkGroupRow);
    await groups.insert(
      ["great-north", "far-south"].map((hub, index) => ({
        id: `wg-${index + 1}`,
        hub,
        prospectus: "2020-21/primary-readiness",
        academicYear: "2020/21",
        status: "formed",
        lead: "23F20E54",
        leadRole: "lead",
        delivery: "in-person",
        least: null,
        most: null,
        reserved: 0,
        taken: 0,
        waiting: 0,
        version: 1,
        summary: "",
        formedAt: api.now(),
        updatedAt: api.now(),
      })),
    );
    expect(await ids(as)).toEqual(["100001-primary"]);
    expect((await api.get("/api/v1/work-groups", { as })).body["items"]).toMatchObject([{ id: "wg-1" }]);
    expect((await api.get("/api/v1/me", { as })).body).toEqual({
      who: "23F20E54",
      role: "work-group-lead",
      hub: "great-north",
      urns: [],
      workGroups: ["wg-1"],
    });
    expect([
      (await api.get("/api/v1/journeys/100001-primary", { as })).status,
      (await api.get("/api/v1/work-groups/wg-1", { as })).status,
    ]).toEqual([200, 200]);
    // Another hub's group, though they lead it, is not what they signed in for; and who leads no longer sees nothing.
    expect([
      (await api.get("/api/v1/journeys/100003-primary", { as })).status,
      (await api.get("/api/v1/work-groups/wg-2", { as })).status,
    ]).toEqual([404, 404]);
    await groups.update({ id: "wg-1" }, { lead: "next-lead" });
    expect([await ids(as), (await api.get("/api/v1/work-groups/wg-1", { as })).status]).toEqual([[], 404]);
    await groups.delete({ id: In(["wg-1", "wg-2"]) });
  });

  it("by a school is its own, under its URN of now and of before", async () => {
    expect(await ids({ role: "school-contact", urns: ["100001"] })).toEqual(["100001-primary"]);
    for (const urn of ["100004", "900004"]) {
      const as: Who = { role: "school-contact", urns: [urn] };
      expect(await ids(as)).toEqual(["100004-primary"]);
      expect((await api.get("/api/v1/journeys/900004-primary", { as })).status).toBe(200);
    }
    expect(
      (await api.get("/api/v1/journeys/100003-primary", { as: { role: "school-contact", urns: ["100001"] } })).status,
    ).toBe(404);
  });

  it("is answered alike for a journey of another hub and for one that never was", async () => {
    const [others, none] = await Promise.all(
      ["100002", "100999"].map((urn) => api.get(`/api/v1/journeys/${urn}-primary`, { as: HUB_LEAD })),
    );
    expect([others?.status, others?.body["detail"]]).toEqual([none?.status, none?.body["detail"]]);
  });
});

describe("an application", () => {
  const apply = (as: Who, change: { hub?: string; urn?: string }) =>
    api.post(
      "/api/v1/applications",
      {
        ...APPLICATION_EXAMPLE,
        hub: change.hub ?? "great-north",
        school: { ...APPLICATION_EXAMPLE.school, urn: change.urn ?? "100009" },
      },
      { as },
    );

  it("is for one’s own school, at one’s own hub", async () => {
    expect((await apply({ role: "school-contact", urns: ["100001"] }, {})).body).toMatchObject({
      status: 403,
      code: "forbidden",
    });
    expect((await apply(HUB_LEAD, { hub: "far-south" })).body).toMatchObject({ status: 403, code: "forbidden" });
    // A hub of which no directory knows is there once it has set something up here: till then it takes no application.
    const school: Who = { role: "school-contact", urns: ["100009"] };
    expect((await apply(school, { hub: "far-south" })).body).toMatchObject({
      status: 422,
      errors: [{ pointer: "/hub" }],
    });
    const window = { opensOn: "2020-11-02", closesOn: "2021-05-28" };
    const far: Who = { role: "hub-lead", who: "far-lead", hub: "far-south" };
    const opened = await api.put("/api/v1/hubs/far-south/windows/2020-21/primary-readiness", window, { as: far });
    expect(opened.status).toBe(200);
    // Temporal is away: what comes this far was let through.
    expect((await apply(school, { hub: "far-south" })).status).toBe(503);
    expect((await apply(HUB_LEAD, { urn: "100008" })).status).toBe(503);
  }, 20_000);
});

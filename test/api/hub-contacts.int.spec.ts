// A hub's own address book, over HTTP.

import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { freePort } from "../../apps/cli/setup/ports.ts";
import type { Who } from "../support/sign-in.ts";
import { freshStore, type TestStore } from "../support/store.ts";
import { recordOutput, startApi, type ApiUnderTest } from "./api-under-test.ts";

const output = recordOutput();
let store: TestStore;
let api: ApiUnderTest;

beforeAll(async () => {
  store = await freshStore();
  api = await startApi({
    databaseUrl: store.appUrl,
    temporalAddress: `127.0.0.1:${await freePort()}`,
    startsAt: "2020-12-01T08:00:00Z",
    commandTimeoutMs: 500,
  });
}, 60_000);
afterAll(async () => {
  await api?.stop();
  await store?.close();
  output.end();
}, 30_000);

const path = "/api/v1/hubs/great-north/contacts";
const lead = { role: "hub-lead", firstName: "Hella", lastName: "Example", email: "hella@hub.example" };
const office = { role: "hub-coordinator", email: "office@hub.example" };

describe("whom the service writes to at a hub", () => {
  it("nobody of its own, until the hub says who", async () => {
    expect((await api.get(path)).body).toEqual({ items: [], next: null });
  });

  it("a person by name, or an inbox that has none; all of them are said at once", async () => {
    const set = await api.put(path, { contacts: [office, lead] });
    expect(set.status).toBe(200);
    expect(set.body).toMatchObject({ items: [lead, { ...office, firstName: "", lastName: "" }] });
    expect((await api.put(path, { contacts: [office, lead] })).body).toEqual(set.body);
    expect((await api.get(path, { as: { role: "finance-officer", hub: "great-north" } })).body).toEqual(set.body);
    expect((await api.put(path, { contacts: [{ ...office, firstName: null }, lead] })).body).toEqual(set.body);
    const less = await api.put(path, { contacts: [lead] });
    expect(less.body["items"]).toEqual((set.body["items"] as unknown[]).slice(0, 1));
  });

  it("who takes over is another person; the one before is no contact any more", async () => {
    const [before] = (await api.get(path)).body["items"] as { person: string }[];
    const [after] = (await api.put(path, { contacts: [{ ...lead, email: "next@hub.example" }] })).body["items"] as {
      person: string;
    }[];
    expect(after?.person).not.toBe(before?.person);
    expect((await api.get(path)).body["items"]).toHaveLength(1);
  });

  it("names and addresses are kept sealed", async () => {
    const rows = await store.owner.query<{ sealed: Buffer }[]>("select sealed from people.persons");
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.some(({ sealed }) => sealed.includes("hub.example"))).toBe(false);
  });

  it("who asks for it is erased, and no contact any more", async () => {
    const [one] = (await api.get(path)).body["items"] as { person: string }[];
    expect(
      (
        await api.post(
          `/api/v1/people/${one?.person}/erasure`,
          { reason: "Asked for it" },
          { as: { role: "hub-lead", who: "p-1", hub: "far-south" } },
        )
      ).status,
    ).toBe(404);
    expect((await api.post(`/api/v1/people/${one?.person}/erasure`, { reason: "Asked for it" })).status).toBe(200);
    expect((await api.get(path)).body["items"]).toEqual([]);
  });

  it.each<[string, unknown, string]>([
    ["a role twice", [lead, { ...lead, email: "b@hub.example" }], "/contacts"],
    ["a role that no hub has", [{ ...lead, role: "operator" }], "/contacts/0/role"],
    ["no address", [{ ...lead, email: "hella" }], "/contacts/0/email"],
    ["no list", "hella", "/contacts"],
    ["no contact", [null], "/contacts/0"],
  ])("refused, and nothing changed: %s", async (_what, contacts, pointer) => {
    const { status, body } = await api.put(path, { contacts });
    expect([status, body["code"], (body["errors"] as { pointer: string }[])[0]?.pointer]).toEqual([
      422,
      "invalid",
      pointer,
    ]);
  });

  it("another hub’s is not there", async () => {
    const as: Who = { role: "hub-lead", who: "p-2", hub: "far-south" };
    expect([(await api.get(path, { as })).status, (await api.put(path, { contacts: [] }, { as })).status]).toEqual([
      404, 404,
    ]);
  });
});

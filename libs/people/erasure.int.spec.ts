import { appendFile, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { freshStore, lifeOf, type TestStore } from "../../test/support/store.ts";
import { append } from "../store/events/event-store.ts";
import { findDraft, putDraft } from "./drafts.ts";
import { readErasures } from "./erasure-log.ts";
import { eraseAll, erasePerson, replayErasures } from "./erasure.ts";
import { exportPerson } from "./export.ts";
import { contactsOf, getPeople, getText, putContact, putPerson, putText, textsOf } from "./people.ts";

const AT = "2026-09-01T10:00:00Z";
const JOURNEY = "100001-primary";
const ada = { id: "p-ada", firstName: "Ada", lastName: "Archer", email: "ada@school.example.org" };
const ben = { id: "p-ben", firstName: "Ben", lastName: "Baker", email: "ben@school.example.org" };
const DRAFT = { who: "sign-in-1", urn: "100001", prospectus: "2020-21/primary-readiness" };
const erasure = { at: AT, by: "p-operator", reason: "request" as const };

let store: TestStore;
let folder: string;
let log: string;
beforeAll(async () => {
  store = await freshStore();
  folder = await mkdtemp(join(tmpdir(), "erasures-"));
  log = join(folder, "deeper", "erasures.log");
  for (const person of [ada, ben]) await putPerson(store.app, person);
  await putContact(store.app, { journey: JOURNEY, role: "applicant", person: ada.id });
  await putContact(store.app, { journey: JOURNEY, role: "headteacher", person: ben.id });
  await putText(store.app, { id: "t-ada", owner: ada.id, body: "Ada asks." });
  await putText(store.app, { id: "t-journey", owner: `journey/${JOURNEY}`, body: "The hub answers." });
  const life = lifeOf("exemplary", "100001").map((one) => ({
    ...one,
    event:
      one.event.type === "ApplicationSubmitted" ? { ...one.event, contactId: ada.id, reasonsId: "t-ada" } : one.event,
  }));
  await store.app.transaction((manager) => append(manager, `journey/${JOURNEY}`, 0, life));
}, 60_000);
afterAll(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

describe("an export", () => {
  it("is all that is kept under a person", async () => {
    const found = await exportPerson(store.app, ada.id);
    expect(found).toMatchObject({
      person: ada.id,
      erasedAt: null,
      contact: { firstName: "Ada", lastName: "Archer", email: ada.email },
      roles: [{ journey: JOURNEY, role: "applicant", left: false }],
      texts: [{ id: "t-ada", text: "Ada asks." }],
      drafts: [],
    });
    expect(found?.events.map(({ type, journey }) => [type, journey])).toEqual([["ApplicationSubmitted", JOURNEY]]);
    await putDraft(store.app, DRAFT, { "contact.email": "Ada@School.Example.org", reasons: "Half a thought" });
    await putDraft(store.app, { ...DRAFT, who: "sign-in-2" }, { "contact.email": ben.email });
    await putDraft(store.app, { ...DRAFT, urn: "100002" }, { "contact.email": ada.email });
    expect((await exportPerson(store.app, ada.id))?.drafts).toMatchObject([
      { urn: "100001", prospectus: DRAFT.prospectus, typed: { reasons: "Half a thought" } },
    ]);
    for (const id of ["nobody", `journey/${JOURNEY}`]) expect(await exportPerson(store.app, id)).toBeNull();
  });
});

describe("an erasure", () => {
  let historyBefore: unknown;

  it("leaves nothing readable of the person, and everybody else as they were", async () => {
    historyBefore = await store.owner.query("select * from events order by position");
    const first = await erasePerson(store.app, log, { ...erasure, person: ada.id, why: "Ada Archer asked for it" });
    expect(first).toEqual({ person: ada.id, erasedAt: AT });
    expect(await getPeople(store.app, [ada.id, ben.id])).toEqual([ben]);
    // A form that waits unsent and names the person goes too, also from a copy of the database that is older.
    expect(await findDraft(store.app, DRAFT)).toBeNull();
    expect(await findDraft(store.app, { ...DRAFT, who: "sign-in-2" })).not.toBeNull();
    expect((await readErasures(log)).entries.map(({ owner }) => owner.split("/")[0])).toContain("draft");
    expect(await contactsOf(store.app, JOURNEY)).toEqual([{ ...ben, role: "headteacher" }]);
    expect([await getText(store.app, "t-ada"), await getText(store.app, "t-journey")]).toEqual([
      null,
      "The hub answers.",
    ]);
    expect(await exportPerson(store.app, ada.id)).toMatchObject({
      erasedAt: AT,
      contact: null,
      texts: [],
      roles: [{ role: "applicant" }],
    });
    const [key] = await store.owner.query<object[]>("select wrapped, kek from people.keys where owner = $1", [ada.id]);
    expect(key).toEqual({ wrapped: null, kek: null });
  });

  it("leaves history and money as they were", async () => {
    expect(await store.owner.query("select * from events order by position")).toEqual(historyBefore);
  });

  it("happens once, and is noted once, by opaque ids", async () => {
    expect(
      await erasePerson(store.app, log, { ...erasure, at: "2027-01-01T00:00:00Z", person: ada.id, why: "again" }),
    ).toEqual({ person: ada.id, erasedAt: AT });
    expect(await erasePerson(store.app, log, { ...erasure, person: "nobody" })).toBeNull();
    expect(await erasePerson(store.app, log, { ...erasure, person: `journey/${JOURNEY}` })).toBeNull();
    const [draft = "", ...lines] = (await readFile(log, "utf8")).split("\n");
    expect(draft).toMatch(/^\{"owner":"draft\/[0-9a-f]{32}",/u);
    expect(lines.join("\n")).toBe(`{"owner":"p-ada","at":"${AT}","by":"p-operator","reason":"request"}\n`);
    expect(await getText(store.app, "erasure/p-ada")).toBe("Ada Archer asked for it");
  });

  it("is for good: who is sent again is not kept, nor words of theirs; the key does not come back", async () => {
    await putPerson(store.app, ada);
    await putText(store.app, { id: "t-later", owner: ada.id, body: "Ada again" });
    await putContact(store.app, { journey: JOURNEY, role: "applicant", person: ada.id });
    expect([await getPeople(store.app, [ada.id]), await getText(store.app, "t-later")]).toEqual([[], null]);
    for (const statement of [
      `update people.keys set wrapped = '\\x00', kek = 'x', destroyed_at = null where owner = 'p-ada'`,
      `delete from people.keys where owner = 'p-ada'`,
    ]) {
      await expect(store.owner.query(statement)).rejects.toMatchObject({ driverError: { code: "SJ010" } });
    }
  });

  it("does not happen where it cannot be noted", async () => {
    await expect(
      erasePerson(store.app, join(log, "not-a-folder", "x"), { ...erasure, person: ben.id }),
    ).rejects.toThrow();
    expect(await getPeople(store.app, [ben.id])).toEqual([ben]);
  });

  it("of a journey’s words leaves its name to a later time, when the school comes back", async () => {
    await eraseAll(store.app, log, [
      { ...erasure, at: new Date().toISOString(), owner: `journey/${JOURNEY}`, reason: "retention" },
    ]);
    expect(await getText(store.app, "t-journey")).toBeNull();
    await putText(store.app, { id: "t-back", owner: `journey/${JOURNEY}`, body: "Back again." });
    expect((await textsOf(store.app, `journey/${JOURNEY}`)).map(({ text }) => text)).toEqual(["Back again."]);
  });
});

describe("after a restore", () => {
  it("the log destroys again what the backup brought back", async () => {
    // The backup: taken before the erasures, when Cal was not known yet.
    const restored = await freshStore();
    try {
      for (const person of [ada, ben]) await putPerson(restored.app, person);
      await putText(restored.app, { id: "t-journey", owner: `journey/${JOURNEY}`, body: "The hub answers." });
      await restored.owner.query(`update people.keys set created_at = now() - interval '1 day'`);
      await appendFile(log, `${JSON.stringify({ owner: "p-cal", at: AT, by: "p-operator", reason: "request" })}\n`);
      expect(await replayErasures(restored.app, log)).toEqual({ entries: 4, destroyed: 3, unreadable: [] });
      expect(await getPeople(restored.app, [ada.id, ben.id])).toEqual([ben]);
      expect(await getText(restored.app, "t-journey")).toBeNull();
      await putText(restored.app, { id: "t-new", owner: `journey/${JOURNEY}`, body: "New." });
      await putPerson(restored.app, { ...ben, id: "p-cal" });
      expect(await getPeople(restored.app, ["p-cal"])).toEqual([]);
      expect(await replayErasures(restored.app, log)).toMatchObject({ destroyed: 0 });
      expect(await getText(restored.app, "t-new")).toBe("New.");
    } finally {
      await restored.close();
    }
  }, 30_000);

  it("a line that was cut short is told of, and hides no other", async () => {
    const torn = join(folder, "torn.log");
    const whole = (owner: string, reason: string) => JSON.stringify({ owner, at: AT, by: "o", reason });
    const lines = [whole("p-x", "request"), '{"owner":"p-y","at":"20', whole("p-z", "retention")];
    await writeFile(torn, `${lines.join("\n")}\n`);
    const { entries, unreadable } = await readErasures(torn);
    expect([entries.map(({ owner }) => owner), unreadable]).toEqual([["p-x", "p-z"], [2]]);
    expect(await readErasures(join(folder, "none.log"))).toEqual({ entries: [], unreadable: [] });
  });
});

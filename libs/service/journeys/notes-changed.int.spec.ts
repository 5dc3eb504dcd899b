// A hub's note written better or taken back: what stands then, that nothing of what it said before is kept, that it is
// done once, and by its own hub alone; and the list of what is to be followed up.

import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import {
  as,
  asked,
  COORDINATOR,
  FAR,
  LEAD,
  NOTED as ID,
  startNotes,
  type NotesWorld,
} from "../../../test/support/notes-world.ts";
import { ROLES, type Principal } from "../access/principal.ts";
import type { FollowUpsAsked } from "./follow-ups.ts";

const WORDS = "Quillfeather leaves at Easter";
const BETTER = "Ask who follows at Easter";
let world: NotesWorld;

beforeAll(async () => {
  world = await startNotes();
}, 60_000);
beforeEach(async () => {
  world.at("2021-03-01T09:00:00Z");
  await world.store.owner.query("delete from journey_notes");
  await world.store.owner.query("delete from people.texts where id like 'note/%'");
});
afterAll(() => world?.stop());

/** A note of the lead's, with a day or none. */
const written = async (followUpOn?: string): Promise<string> =>
  (await world.notes.write(ID, asked({ text: WORDS, followUpOn }))).id;
const one = async (caller: Principal = LEAD) => (await world.notes.list(caller, ID))[0];
/** The ids of the texts that are kept of notes. */
const textsKept = async (): Promise<string[]> =>
  (await world.store.owner.query<{ id: string }[]>("select id from people.texts where id like 'note/%'")).map(
    ({ id }) => id,
  );

describe("a note that is written better", () => {
  it("says the new words alone, by whom and when they are, and who wrote it at first", async () => {
    const note = await written("2021-03-01");
    const sealed = "select sealed from people.texts where id = $1";
    const [before] = await world.store.owner.query<{ sealed: Buffer }[]>(sealed, [`note/${note}`]);
    world.at("2021-03-02T10:00:00Z");
    const by = { who: COORDINATOR.who, role: "hub-coordinator" };
    const answer = await world.notes.amend(ID, note, asked({ text: ` ${BETTER} ` }, { caller: COORDINATOR }));
    const changed = { at: "2021-03-02T10:00:00Z", by };
    const now = { text: BETTER, followUpOn: null, changed, at: "2021-03-01T09:00:00Z", by: { who: LEAD.who } };
    expect([answer, await one()]).toMatchObject([now, now]);
    const [after, ...others] = await world.store.owner.query<{ sealed: Buffer }[]>(sealed, [`note/${note}`]);
    expect([others, after?.sealed.equals(before?.sealed ?? Buffer.of())]).toEqual([[], false]);
    const all = await world.store.owner.query<unknown[]>(
      `select (select json_agg(c) from commands c)::text, (select json_agg(n) from journey_notes n)::text,
         (select json_agg(e) from security_events e)::text`,
    );
    expect(JSON.stringify(all)).not.toMatch(/Quillfeather|follows/u);
  });

  it("keeps its day though that is over, waits anew with another, and waits for nobody without one", async () => {
    const note = await written("2021-03-01");
    await world.notes.followUp(ID, note, asked({}));
    world.at("2021-03-05T10:00:00Z");
    const amended = (followUpOn?: string) => world.notes.amend(ID, note, asked({ text: BETTER, followUpOn }));
    expect(await amended("2021-03-01")).toMatchObject({
      followUpOn: "2021-03-01",
      followedUp: { by: { who: LEAD.who } },
    });
    await expect(amended("2021-03-04")).rejects.toMatchObject({
      code: "invalid",
      errors: [{ pointer: "/followUpOn" }],
    });
    expect(await amended("2021-03-05")).toMatchObject({ followUpOn: "2021-03-05", followedUp: null });
    expect((await world.today.of(LEAD)).followUps?.today.items).toMatchObject([{ note }]);
    expect(await amended()).toMatchObject({ followUpOn: null, followedUp: null });
    expect((await world.today.of(LEAD)).followUps?.today.items).toEqual([]);
  });

  it("is changed once by a key: sent again, it leaves what somebody has made of it since", async () => {
    const note = await written("2021-03-01");
    const once = asked({ text: BETTER, followUpOn: "2021-03-01" });
    await world.notes.amend(ID, note, once);
    const ticked = asked({});
    await world.notes.followUp(ID, note, ticked);
    await world.notes.amend(ID, note, asked({ text: "Third", followUpOn: "2021-03-09" }, { caller: COORDINATOR }));
    world.at("2021-03-03T09:00:00Z");
    const stands = {
      text: "Third",
      followUpOn: "2021-03-09",
      followedUp: null,
      changed: { by: { who: COORDINATOR.who } },
    };
    expect(await world.notes.amend(ID, note, once)).toMatchObject(stands);
    expect(await world.notes.followUp(ID, note, ticked)).toMatchObject(stands);
    const other = world.notes.amend(ID, note, { ...once, body: { text: "Other" } });
    await expect(other).rejects.toMatchObject({ code: "key-reused" });
    expect(await one()).toMatchObject(stands);
  });

  it("is turned down for all that is wrong with it at once, and a preview changes nothing", async () => {
    const note = await written();
    const attempt = world.notes.amend(ID, note, asked({ text: " ", followUpOn: "2021-02-28" }));
    const errors = [{ pointer: "/text" }, { pointer: "/followUpOn" }];
    await expect(attempt).rejects.toMatchObject({ code: "invalid", errors });
    const looked = await world.notes.amend(ID, note, asked({ text: BETTER }, { preview: true }));
    expect(looked).toMatchObject({ preview: true, text: BETTER, changed: { by: { who: LEAD.who } } });
    expect(await one()).toMatchObject({ text: WORDS, changed: null });
  });
});

describe("a note that is taken back", () => {
  it("is gone with its words and its day, and who took it back first stands", async () => {
    const note = await written("2021-03-01");
    const looked = await world.notes.withdraw(ID, note, asked({}, { preview: true }));
    expect([looked.preview, await textsKept()]).toEqual([true, [`note/${note}`]]);
    const once = asked({}, { caller: COORDINATOR });
    const gone = await world.notes.withdraw(ID, note, once);
    expect(gone).toEqual({
      id: note,
      at: "2021-03-01T09:00:00Z",
      by: { who: COORDINATOR.who, role: COORDINATOR.role },
    });
    expect([await one(), await textsKept()]).toEqual([undefined, []]);
    expect((await world.today.of(LEAD)).followUps).toMatchObject({ late: { total: 0 }, today: { total: 0 } });
    world.at("2021-03-02T09:00:00Z");
    expect(await world.notes.withdraw(ID, note, once)).toEqual(gone);
    expect(await world.notes.withdraw(ID, note, asked({}))).toEqual(gone);
    for (const attempt of [
      world.notes.one(LEAD, ID, note),
      world.notes.amend(ID, note, asked({ text: "x" })),
      world.notes.followUp(ID, note, asked({})),
    ])
      await expect(attempt).rejects.toMatchObject({ code: "not-found" });
    const noted = await world.store.owner.query(
      "select who, about, code from security_events where what = 'note-withdrawn'",
    );
    expect(noted).toEqual([{ who: COORDINATOR.who, about: `journey ${ID}`, code: null }]);
  });

  it("does not come back where it is sent again as it was written, nor one of two that are sent at once", async () => {
    const once = asked({ text: WORDS });
    const { id } = await world.notes.write(ID, once);
    await Promise.all([1, 2].map(() => world.notes.withdraw(ID, id, asked({}))));
    await expect(world.notes.write(ID, once)).rejects.toMatchObject({ code: "not-found" });
    expect([await one(), await textsKept()]).toEqual([undefined, []]);
  });
});

describe("whose it is to change", () => {
  it.each(ROLES)("of its own hub, whoever may write one: is it for %s?", async (role) => {
    const note = await written("2021-03-01");
    const caller = as(role);
    // One after the other: of two at once either may come first, and a note that is taken back is not changed.
    const changed = await Promise.allSettled([
      world.notes.amend(ID, note, asked({ text: BETTER }, { caller })),
      world.followUps.page(caller, {}, { sort: "due", descending: false, page: 1, size: 25 }),
    ]);
    const gone = await Promise.allSettled([world.notes.withdraw(ID, note, asked({}, { caller }))]);
    const theirs = ["hub-coordinator", "hub-lead", "work-group-lead"].includes(role);
    const outcome = theirs ? { status: "fulfilled" } : { status: "rejected", reason: { code: "forbidden" } };
    expect([...changed, ...gone]).toMatchObject([outcome, outcome, outcome]);
  });

  it("never another hub’s, by whichever school it asks, also where it was taken back", async () => {
    const [note, gone] = [await written(), await written()];
    await world.notes.withdraw(ID, gone, asked({}));
    const caller = FAR;
    for (const school of [ID, "100002-primary"])
      for (const id of [note, gone, "0".repeat(64)])
        for (const attempt of [
          world.notes.one(FAR, school, id),
          world.notes.amend(school, id, asked({ text: "x" }, { caller })),
          world.notes.withdraw(school, id, asked({}, { caller })),
        ])
          await expect(attempt).rejects.toMatchObject({ code: "not-found" });
    expect(await one()).toMatchObject({ text: WORDS, changed: null });
  });
});

describe("the list of what is to be followed up", () => {
  const page = (caller: Principal, narrowed: FollowUpsAsked = {}, more: { page?: number; descending?: boolean } = {}) =>
    world.followUps.page(caller, narrowed, { sort: "due", descending: false, page: 1, size: 2, ...more });
  const days = async (...asks: Parameters<typeof page>) => (await page(...asks)).items.map(({ on }) => on);

  it("has all of them by pages, narrowed by their days and by whose they are", async () => {
    for (const day of ["2021-03-04", "2021-03-03", "2021-03-02", "2021-03-01"]) await written(day);
    await written();
    await world.notes.write(ID, asked({ text: "x", followUpOn: "2021-03-05" }, { caller: COORDINATOR }));
    world.at("2021-03-03T09:00:00Z");
    expect(await page(LEAD)).toMatchObject({ total: 5, page: 1, pages: 3 });
    expect([await days(LEAD), await days(LEAD, {}, { page: 3 }), await days(LEAD, {}, { descending: true })]).toEqual([
      ["2021-03-01", "2021-03-02"],
      ["2021-03-05"],
      ["2021-03-05", "2021-03-04"],
    ]);
    const totals = async (caller: Principal, ...narrowed: FollowUpsAsked[]) =>
      Promise.all(narrowed.map(async (one) => (await page(caller, one)).total));
    expect(await totals(LEAD, { due: "now" }, { due: "late" }, { due: "today" }, { due: "later" })).toEqual([
      3, 2, 1, 2,
    ]);
    expect(await totals(LEAD, { whose: "me" }, { whose: "others" }, { whose: "me", due: "later" })).toEqual([4, 1, 1]);
    expect(await totals(COORDINATOR, { whose: "me" }, { whose: "others" })).toEqual([1, 4]);
    expect(await totals(FAR, {})).toEqual([0]);
    const [first] = (await page(COORDINATOR)).items;
    expect(first).toMatchObject({ urn: "100001", by: { who: LEAD.who, role: "hub-lead" }, own: false });
    expect(first).not.toHaveProperty("text");
  });

  it("goes on behind any of them, also where several are due on one day, and is its own hub’s", async () => {
    for (const day of ["2021-03-02", "2021-03-01", "2021-03-02"]) await written(day);
    const list = (after?: string) => world.followUps.list(LEAD, "great-north", { limit: 1, after });
    const seen: string[] = [];
    for (let next: string | null | undefined; next !== null;) {
      const found = await list(next);
      seen.push(...found.items.map(({ on, note }) => `${on} ${note}`));
      ({ next } = found);
    }
    expect([seen.map((one) => one.slice(0, 10)), new Set(seen).size]).toEqual([
      ["2021-03-01", "2021-03-02", "2021-03-02"],
      3,
    ]);
    await expect(world.followUps.list(LEAD, "far-south", { limit: 1 })).rejects.toMatchObject({ code: "not-found" });
  });

  it("has for who leads a Work Group those of its schools alone", async () => {
    await written("2021-03-01");
    const elsewhere = { ...as("work-group-lead"), workGroups: ["wg-2"] };
    expect([await days(as("work-group-lead")), await days(elsewhere)]).toEqual([["2021-03-01"], []]);
  });
});

// A hub's own notes about a school: who reads them, that they are kept once and sealed, and that they go with what else
// was written about the school.

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
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
import { eraseAll } from "../../people/erasure.ts";
import { ROLES, type Principal } from "../access/principal.ts";

const WORDS = "Quillfeather leaves at Easter";
let world: NotesWorld;
let { store, notes, today, redactions }: Pick<NotesWorld, "store" | "notes" | "today" | "redactions"> =
  {} as NotesWorld;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "notes-"));
  world = await startNotes();
  ({ store, notes, today, redactions } = world);
}, 60_000);
beforeEach(async () => {
  world.at("2021-03-01T09:00:00Z");
  await store.owner.query("delete from journey_notes");
});
afterAll(async () => {
  await world?.stop();
  await rm(folder, { recursive: true, force: true });
});

const listed = async (caller: Principal): Promise<string[]> => (await notes.list(caller, ID)).map(({ text }) => text);
/** On the first page, the late ones first; null for whom there are none. */
const due = async (caller = LEAD): Promise<string[] | null> => {
  const { followUps } = await today.of(caller);
  return followUps && [...followUps.late.items, ...followUps.today.items].map(({ note }) => note);
};

describe("a note about a school", () => {
  it("stands with who wrote it and when, the latest first", async () => {
    await notes.write(ID, asked({ text: "First" }));
    await notes.write(ID, asked({ text: " Second\nline ", followUpOn: "2021-03-01" }, { caller: COORDINATOR }));
    expect(await notes.list(LEAD, ID)).toMatchObject([
      {
        text: "Second\nline",
        at: "2021-03-01T09:00:00Z",
        by: { who: "hub-coordinator.great-north", role: "hub-coordinator" },
        followUpOn: "2021-03-01",
        followedUp: null,
      },
      { text: "First", by: { who: "hub-lead.great-north" }, followUpOn: null },
    ]);
  });

  it.each(ROLES)("is for those who read what else was written about it: is it for %s?", async (role) => {
    const who = as(role);
    const attempts = await Promise.allSettled([
      notes.list(who, ID),
      notes.write(ID, asked({ text: "x" }, { caller: who })),
    ]);
    const theirs = ["hub-coordinator", "hub-lead", "work-group-lead"].includes(role);
    const outcome = theirs ? { status: "fulfilled" } : { status: "rejected", reason: { code: "forbidden" } };
    expect(attempts).toMatchObject([outcome, outcome]);
  });

  it("is not there for another hub: neither to read, nor to write, nor to follow up", async () => {
    const { id } = await notes.write(ID, asked({ text: WORDS, followUpOn: "2021-03-01" }));
    const far = { caller: FAR };
    for (const attempt of [
      notes.list(FAR, ID),
      notes.write(ID, asked({ text: "x" }, far)),
      notes.followUp(ID, id, asked({}, far)),
      // By a school of its own.
      notes.followUp("100002-primary", id, asked({}, far)),
    ])
      await expect(attempt).rejects.toMatchObject({ code: "not-found" });
    expect(await due(FAR)).toEqual([]);
  });

  it("stays with its hub where the school moves: the new one sees none, and its own begin", async () => {
    await notes.write(ID, asked({ text: WORDS, followUpOn: "2021-03-01" }));
    await store.owner.query("update journeys set hub = 'far-south' where id = $1", [ID]);
    try {
      expect(await listed(FAR)).toEqual([]);
      await notes.write(ID, asked({ text: "Of the new hub" }, { caller: FAR }));
      expect([await listed(FAR), await listed(LEAD)]).toEqual([["Of the new hub"], [WORDS]]);
      // Nobody is sent to a school that has left.
      expect([await due(), await due(FAR)]).toEqual([[], []]);
      await expect(notes.write(ID, asked({ text: "x" }))).rejects.toMatchObject({ code: "not-found" });
    } finally {
      await store.owner.query("update journeys set hub = 'great-north' where id = $1", [ID]);
    }
    expect([await listed(LEAD), await due()]).toEqual([[WORDS], [expect.any(String)]]);
  });

  it("is kept once by its key, and the key is good for no other", async () => {
    const once = asked({ text: WORDS, followUpOn: "2021-03-01" });
    const first = await notes.write(ID, once);
    // A day later its day is past: what was taken stays taken.
    world.at("2021-03-02T09:00:00Z");
    expect(await notes.write(ID, once)).toEqual(first);
    const other = notes.write(ID, { ...once, body: { text: "Other" } });
    await expect(other).rejects.toMatchObject({ code: "key-reused" });
    expect(await listed(LEAD)).toEqual([WORDS]);
  });

  it("is turned down for all that is wrong with it at once, and a preview keeps none", async () => {
    for (const [body, pointers] of [
      [{}, ["/text"]],
      [{ text: " \n" }, ["/text"]],
      [{ text: "x".repeat(4_001) }, ["/text"]],
      [{ text: "x", followUpOn: "2021-02-30" }, ["/followUpOn"]],
      [{ text: "x", followUpOn: 7 }, ["/followUpOn"]],
      [{ text: "x", followUpOn: "2021-02-28" }, ["/followUpOn"]],
      [{ text: "", followUpOn: "2021-02-28" }, ["/text", "/followUpOn"]],
    ] as const) {
      const errors = pointers.map((pointer) => ({ pointer }));
      await expect(notes.write(ID, asked(body))).rejects.toMatchObject({ code: "invalid", errors });
    }
    expect(await notes.write(ID, asked({ text: "x" }, { preview: true }))).toMatchObject({ preview: true });
    expect(await listed(LEAD)).toEqual([]);
  });

  it("is sealed in its row: its words stand in no table, nor in a command or an event", async () => {
    const { id } = await notes.write(ID, asked({ text: WORDS }));
    const [row] = await store.owner.query<[{ owner: string; sealed: Buffer }]>(
      "select owner, sealed from people.texts where id = $1",
      [`note/${id}`],
    );
    expect([row.owner, row.sealed.includes("Quillfeather")]).toEqual([`journey/${ID}`, false]);
    const all = await store.owner.query<unknown[]>(
      `select (select json_agg(c) from commands c)::text, (select json_agg(n) from journey_notes n)::text,
         (select json_agg(e) from events e)::text, (select json_agg(t) from people.texts t)::text`,
    );
    expect(JSON.stringify(all)).not.toContain("Quillfeather");
  });

  it("loses a name that is taken out of what was written about the school", async () => {
    await notes.write(ID, asked({ text: WORDS }));
    const body = { words: "quillfeather", reason: "She asked" };
    expect(await redactions.redact("journeys", ID, asked(body))).toMatchObject({ events: [], notes: 1 });
    expect(await listed(LEAD)).toEqual(["[redacted] leaves at Easter"]);
  });

  it("goes with what else was written about the school, and waits for nobody any more", async () => {
    const once = asked({ text: WORDS, followUpOn: "2021-03-01" });
    const { id } = await notes.write(ID, once);
    const erased = {
      owner: `journey/${ID}`,
      at: "2021-03-01T09:00:00Z",
      by: "retention",
      reason: "retention",
    } as const;
    await eraseAll(store.app, join(folder, "erasures.log"), [erased]);
    expect([await listed(LEAD), await due()]).toEqual([[], []]);
    for (const attempt of [notes.followUp(ID, id, asked({})), notes.write(ID, once)])
      await expect(attempt).rejects.toMatchObject({ code: "not-found" });
    // A school that returns after years has notes again.
    await notes.write(ID, asked({ text: "Back again" }));
    expect(await listed(LEAD)).toEqual(["Back again"]);
  });
});

describe("a note to follow up", () => {
  it("waits from its day on, in London, once for each note, until somebody says that it was", async () => {
    const { id: late } = await notes.write(ID, asked({ text: "Late", followUpOn: "2021-06-01" }));
    const { id: next } = await notes.write(ID, asked({ text: "Next", followUpOn: "2021-06-02" }));
    await notes.write(ID, asked({ text: "No day" }));
    world.at("2021-05-31T22:59:59Z");
    expect(await due()).toEqual([]);
    world.at("2021-05-31T23:00:00Z");
    expect(await due()).toEqual([late]);
    world.at("2021-06-05T09:00:00Z");
    expect([await due(), await due(COORDINATOR)]).toEqual([
      [late, next],
      [late, next],
    ]);
    // Who pays reads no notes.
    expect(await due(as("finance-officer"))).toBeNull();
    await notes.followUp(ID, late, asked({}));
    expect(await due()).toEqual([next]);
  });

  it("is followed up once: by whom and when stays, whoever says so again", async () => {
    const { id } = await notes.write(ID, asked({ text: WORDS, followUpOn: "2021-03-01" }));
    const looked = await notes.followUp(ID, id, asked({}, { preview: true }));
    expect([looked.preview, await due()]).toEqual([true, [id]]);
    const once = asked({}, { caller: COORDINATOR });
    const done = await notes.followUp(ID, id, once);
    expect(done.followedUp).toEqual({
      at: "2021-03-01T09:00:00Z",
      by: { who: "hub-coordinator.great-north", role: "hub-coordinator" },
    });
    world.at("2021-03-04T09:00:00Z");
    expect(await notes.followUp(ID, id, once)).toEqual(done);
    expect(await notes.followUp(ID, id, asked({}))).toEqual(done);
  });

  it("is none without a day, and none that is not there", async () => {
    const { id } = await notes.write(ID, asked({ text: WORDS }));
    await expect(notes.followUp(ID, id, asked({}))).rejects.toMatchObject({ code: "not-in-this-state" });
    await expect(notes.followUp(ID, "0".repeat(64), asked({}))).rejects.toMatchObject({ code: "not-found" });
  });
});

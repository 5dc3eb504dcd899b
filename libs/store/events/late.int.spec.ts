import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { freshStore, type TestStore } from "../../../test/support/store.ts";
import { findLate, findOpen, noteWoken } from "./late.ts";
import { saveStream } from "./streams.ts";

const NOW = "2021-09-14T08:00:00Z";

describe("what is late", () => {
  let store: TestStore;
  beforeAll(async () => {
    store = await freshStore();
    const quiet = { version: 3, dueAt: null, openEffects: 0, effectsSince: null };
    for (const row of [
      { ...quiet, stream: "journey/a", dueAt: "2021-09-14T07:58:00Z" },
      { ...quiet, stream: "journey/b", dueAt: "2021-09-14T07:59:30Z" },
      {
        ...quiet,
        stream: "journey/c",
        openEffects: 1,
        effectsSince: "2021-09-14T07:50:00Z",
        dueAt: "2021-12-01T00:00:00Z",
      },
      { ...quiet, stream: "journey/d" },
      { ...quiet, stream: "journey/e", dueAt: "2021-09-20T00:00:00Z" },
      { ...quiet, stream: "work-group/g", dueAt: "2021-09-01T00:00:00Z" },
    ])
      await saveStream(store.app, row);
  }, 60_000);
  afterAll(() => store.close());

  const late = async (now: string, limit = 10): Promise<string[]> =>
    (await findLate(store.app, now, { limit })).map(({ subject }) => subject);

  it("finds journeys and Work Groups whose date or effect is over a minute late, the latest first", async () => {
    expect(await findLate(store.app, NOW, { limit: 10 })).toEqual([
      { stream: "work-group/g", subject: "work-group/g", lateSince: "2021-09-01T00:00:00Z" },
      { stream: "journey/c", subject: "c", lateSince: "2021-09-14T07:50:00Z" },
      { stream: "journey/a", subject: "a", lateSince: "2021-09-14T07:58:00Z" },
    ]);
    expect(await late(NOW, 1)).toEqual(["work-group/g"]);
    expect((await findLate(store.app, NOW, { seconds: 10, limit: 10 })).map(({ subject }) => subject)).toEqual([
      "work-group/g",
      "c",
      "a",
      "b",
    ]);
  });

  it("leaves one that was woken alone for five minutes, and lets others go first", async () => {
    await noteWoken(store.app, ["journey/c", "work-group/g"], NOW);
    expect(await late(NOW)).toEqual(["a"]);
    expect(await late("2021-09-14T08:05:01Z")).toEqual(["a", "b", "work-group/g", "c"]);
  });

  it("forgets that it was woken when the journey moves on, not when it stands still", async () => {
    await noteWoken(store.app, ["journey/a"], NOW);
    await saveStream(store.app, {
      stream: "journey/a",
      version: 3,
      dueAt: "2021-09-14T07:58:00Z",
      openEffects: 0,
      effectsSince: null,
    });
    expect(await late(NOW)).toEqual([]);
    await saveStream(store.app, {
      stream: "journey/a",
      version: 4,
      dueAt: "2021-09-14T07:58:01Z",
      openEffects: 0,
      effectsSince: null,
    });
    expect(await late(NOW)).toEqual(["a"]);
  });

  it("lists every journey with something to come, in batches", async () => {
    expect((await findOpen(store.app, "", 2)).map(({ subject }) => subject)).toEqual(["a", "b"]);
    expect((await findOpen(store.app, "journey/b", 10)).map(({ subject }) => subject)).toEqual([
      "c",
      "e",
      "work-group/g",
    ]);
  });
});

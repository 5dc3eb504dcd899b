// What is remembered of many subjects for questions about them is what stands, whoever has moved it on.

import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { DataSource } from "typeorm";
import { putJourney } from "../../test/support/journeys.ts";
import { freshStore, HUB_LEAD, type TestStore } from "../../test/support/store.ts";
import { append, load } from "../store/events/event-store.ts";
import { openDatabase } from "../views/database.ts";
import { asTheyStand } from "./as-they-stand.ts";
import { stateOf } from "./state-of.ts";

const IDS = ["100001-primary", "100002-primary"];
const [FIRST, SECOND] = IDS as [string, string];

let store: TestStore;
/** As another process has it, with a memory of its own. */
let elsewhere: DataSource;
beforeAll(async () => {
  store = await freshStore();
  elsewhere = await openDatabase(store.appUrl, { name: "elsewhere" });
  for (const urn of ["100001", "100002"])
    await putJourney(store, { urn, hub: "great-north", workGroup: "north-1", until: "2020-12-01" });
}, 60_000);
afterAll(async () => {
  await elsewhere.destroy();
  await store.close();
});

const seen = (source = store.app) => asTheyStand(source, "journey", [...IDS, "100003-primary"]);

/** One more event of a journey, written through `source`. */
async function moveOn(journey: string, source = store.app): Promise<number> {
  const stream = `journey/${journey}`;
  const version = (await load(source, stream)).length;
  const event = {
    type: "ConcernRaised",
    at: "2020-12-02T09:00:00Z",
    concern: `c-${version}`,
    commitment: null,
  } as never;
  return source.transaction((manager) =>
    append(manager, stream, version, [{ event, actor: HUB_LEAD, commandId: `c-${version}` }]),
  );
}

describe("Subjects as they stand", () => {
  it("are what their events say; one that never began is not among them", async () => {
    const all = await seen();
    expect([...all.keys()]).toEqual(IDS);
    for (const [id, { past, state }] of all) {
      expect(state).toEqual(await stateOf("journey", store.app, id));
      expect(past).toHaveLength("seq" in state ? state.seq : 0);
    }
  });

  it("are read again only where they have moved on", async () => {
    const before = await seen();
    const version = await moveOn(FIRST);
    const after = await seen();
    expect(after.get(FIRST)?.state).toMatchObject({ seq: version });
    expect(after.get(FIRST)?.past).toHaveLength(version);
    expect(after.get(SECOND)?.state).toBe(before.get(SECOND)?.state);
    expect((await seen()).get(FIRST)?.state).toBe(after.get(FIRST)?.state);
  });

  it("are what another process has written", async () => {
    await seen();
    await seen(elsewhere);
    const version = await moveOn(SECOND, elsewhere);
    expect((await seen()).get(SECOND)?.state).toMatchObject({ seq: version });
    const more = await moveOn(SECOND);
    expect((await seen(elsewhere)).get(SECOND)?.state).toMatchObject({ seq: more });
  });

  it("are of one moment within a transaction, and of now outside it", async () => {
    const before = (await seen()).get(FIRST)?.past.length ?? 0;
    await store.app.transaction("REPEATABLE READ", async (manager) => {
      expect((await asTheyStand(manager, "journey", IDS)).get(FIRST)?.past).toHaveLength(before);
      await moveOn(FIRST, elsewhere);
      expect((await seen()).get(FIRST)?.past).toHaveLength(before + 1);
      expect((await asTheyStand(manager, "journey", IDS)).get(FIRST)?.past).toHaveLength(before);
    });
    expect((await seen()).get(FIRST)?.past).toHaveLength(before + 1);
  });

  it.each(["with a new epoch", "before anybody says so"])(
    "are what stands after a restore to before they moved on, %s",
    async (when) => {
      const before = await load(store.app, `journey/${FIRST}`);
      await moveOn(FIRST);
      const known = await seen();
      // Restored, and gone on otherwise to the same number.
      await store.owner.query(
        `alter table events disable trigger events_append_only;
         delete from events where stream = 'journey/${FIRST}' and seq > ${before.length};
         alter table events enable always trigger events_append_only`,
      );
      if (when === "with a new epoch") await store.owner.query("insert into feed_epoch (reason) values ('restored')");
      await moveOn(FIRST);
      const after = await seen();
      expect(after.get(FIRST)?.past).toHaveLength(before.length + 1);
      expect(after.get(FIRST)?.state).not.toBe(known.get(FIRST)?.state);
      expect(after.get(SECOND)?.state === known.get(SECOND)?.state).toBe(when !== "with a new epoch");
    },
  );
});

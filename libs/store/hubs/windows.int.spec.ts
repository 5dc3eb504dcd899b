import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { freshStore, type TestStore } from "../../../test/support/store.ts";
import { findWindow, setWindow, windowsOf, type HubWindow } from "./windows.ts";

const PRIMARY = "2026-27/primary-readiness";
const november: HubWindow = {
  hub: "great-north",
  prospectus: PRIMARY,
  opensOn: "2026-11-22",
  closesOn: "2026-12-18",
  setBy: "p-1",
  setAt: "2026-11-22T09:00:00Z",
};

describe("a hub’s window", () => {
  let store: TestStore;
  beforeAll(async () => {
    store = await freshStore();
  }, 60_000);
  afterAll(() => store.close());

  it("stands from when it was set, and the same once more changes nothing", async () => {
    expect(await setWindow(store.app, november)).toEqual(november);
    expect(await setWindow(store.app, { ...november, setBy: "p-2", setAt: "2026-11-23T09:00:00Z" })).toEqual(november);
    expect(await findWindow(store.app, "great-north", PRIMARY, "2026-11-22T08:59:59Z")).toBeNull();
    expect(await findWindow(store.app, "great-north", PRIMARY, "2026-11-22T09:00:00Z")).toEqual(november);
    expect(await findWindow(store.app, "elsewhere", PRIMARY, "2026-11-22T09:00:00Z")).toBeNull();
    expect(
      await findWindow(store.app, "great-north", "2026-27/primary-development", "2026-11-22T09:00:00Z"),
    ).toBeNull();
  });

  it("set anew holds from then on: what came before is judged by the one before", async () => {
    const longer = { ...november, closesOn: "2027-01-29", setBy: "p-2", setAt: "2026-12-01T09:00:00Z" };
    expect(await setWindow(store.app, longer)).toEqual(longer);
    expect(await findWindow(store.app, "great-north", PRIMARY, "2026-11-30T09:00:00Z")).toEqual(november);
    expect(await findWindow(store.app, "great-north", PRIMARY, "2026-12-02T09:00:00Z")).toEqual(longer);
    // By a clock that is behind: still the later decision.
    expect(await setWindow(store.app, { ...november, setAt: "2026-11-25T09:00:00Z" })).toEqual({
      ...november,
      setAt: longer.setAt,
    });
  });

  it("is listed with the hub’s others as they stand", async () => {
    const development = { ...november, prospectus: "2026-27/primary-development" };
    await setWindow(store.app, development);
    await setWindow(store.app, { ...november, hub: "elsewhere" });
    const listed = await windowsOf(store.app, "great-north");
    expect(listed.map(({ prospectus, closesOn }) => [prospectus, closesOn])).toEqual([
      ["2026-27/primary-development", "2026-12-18"],
      [PRIMARY, "2026-12-18"],
    ]);
    expect(await windowsOf(store.app, "nowhere")).toEqual([]);
  });
});

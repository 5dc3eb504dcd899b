import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { freshStore, type TestStore } from "../../test/support/store.ts";
import type { Outcome } from "../contract/journey.ts";
import { claimCommand, findCommand, recordOutcomes } from "./command-log.ts";

const claim = {
  id: "c-1",
  subject: "100001-primary",
  name: "OfferPlace",
  bodyDigest: "digest-1",
  principal: "p-1",
  receivedAt: "2020-07-01T09:00:00Z",
};

describe("the command log", () => {
  let store: TestStore;
  beforeAll(async () => {
    store = await freshStore();
  }, 60_000);
  afterAll(() => store.close());

  it("knows nothing of a command that never came", async () => {
    expect(await findCommand(store.app, "c-0")).toBeNull();
  });

  it("keeps the first claim: a second sees it, whatever it brings", async () => {
    const first = { ...claim, asked: null, outcome: null, recordedAt: null, epoch: null };
    expect(await claimCommand(store.app, claim)).toEqual(first);
    expect(
      await claimCommand(store.app, { ...claim, bodyDigest: "digest-2", receivedAt: "2020-07-02T09:00:00Z" }),
    ).toEqual(first);
    expect(await findCommand(store.app, "c-1")).toEqual(first);
  });

  it("completes a claim of the release before, of the same request alone; what is asked stands then", async () => {
    const asked = { by: { who: "p-1", role: "hub-lead" as const }, data: { workGroup: "group-1" }, expected: 3 };
    const elsewhere = { ...claim, bodyDigest: "digest-2", asked: { ...asked, data: {} } };
    expect(await claimCommand(store.app, elsewhere)).toMatchObject({ asked: null });
    expect(await claimCommand(store.app, { ...claim, subject: "100002-primary", asked })).toMatchObject({
      asked: null,
    });
    expect(await claimCommand(store.app, { ...claim, asked })).toMatchObject({ asked, outcome: null });
    const again = { ...claim, asked: { ...asked, data: { workGroup: "group-2" } } };
    expect(await claimCommand(store.app, again)).toMatchObject({ asked });
  });

  it("gives many claims at once the same answer", async () => {
    const claims = await Promise.all(
      Array.from({ length: 8 }, (_, at) =>
        claimCommand(store.app, { ...claim, id: "c-8", bodyDigest: `digest-${at}` }),
      ),
    );
    expect(new Set(claims.map(({ bodyDigest }) => bodyDigest)).size).toBe(1);
  });

  it("keeps what became of it, once, beside the claim", async () => {
    const settled = {
      id: "c-1",
      stream: "journey/100001-primary",
      name: "OfferPlace",
      principal: "p-1",
      receivedAt: "2020-07-01T09:00:00Z",
    };
    const outcome: Outcome = { command: "c-1", accepted: true, version: 2 };
    await recordOutcomes(store.app, [{ ...settled, outcome }]);
    await recordOutcomes(store.app, [{ ...settled, outcome: { command: "c-1", accepted: true, version: 9 } }]);
    expect(await findCommand(store.app, "c-1")).toMatchObject({
      ...claim,
      outcome,
      recordedAt: expect.stringMatching(/Z$/),
    });
  });

  it("keeps what the service asked of itself, which nobody claimed", async () => {
    const outcome: Outcome = {
      command: "effect:1",
      accepted: false,
      rejection: { code: "invalid", detail: "No such effect." },
    };
    await recordOutcomes(store.app, [
      {
        id: "effect:1",
        stream: "journey/100001-primary",
        name: "RecordEffect",
        principal: "service",
        receivedAt: "2020-07-01T09:00:00Z",
        outcome,
      },
    ]);
    expect(await findCommand(store.app, "effect:1")).toMatchObject({ bodyDigest: null, principal: "service", outcome });
  });
});

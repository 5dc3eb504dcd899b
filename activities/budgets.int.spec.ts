// A hub's budget under many hands: real PostgreSQL, transactions at the same instant.

import { afterAll, beforeAll, expect, it } from "@jest/globals";
import type { Command } from "../libs/journey/commands.ts";
import { findBudget, setBudget, type Budget } from "../libs/store/money/budgets.ts";
import { told } from "../test/support/groups.ts";
import { GRANT_PENCE, schoolsOf, seedGrants } from "../test/support/released-grants.ts";
import { freshStore, rules, type TestStore } from "../test/support/store.ts";
import { claimingAdvance } from "../test/support/claiming.ts";

const [YEAR, AT] = ["2024/25", "2024-11-05T09:00:00Z"];
let store: TestStore;
let made = 0;
beforeAll(async () => {
  store = await freshStore({ poolSize: 12 });
  await seedGrants(store.app, schoolsOf(12, ["great-north"], 440_000), "payable");
  await seedGrants(store.app, schoolsOf(4, ["far-south"], 450_000), "payable");
}, 60_000);
afterAll(() => store.close());

async function money(
  journey: string,
  type: "ApproveGrant" | "RequestClawback" | "RecordRecovery" | "AdjustGrant",
  who: string,
  data: object = {},
): Promise<string> {
  made += 1;
  const command = { id: `money-${made}`, type, at: AT, by: { who, role: "finance-officer" }, data } as Command;
  return told(
    (await claimingAdvance({ dataSource: store.app, rules })({ journey, now: AT, commands: [command] })).outcomes[0],
  );
}
const journey = (index: number, first = 440_000) => `${first + index}-primary`;
const set = (hub: string, allocatedPence: number, setBy = "ann") =>
  setBudget(store.app, { hub, academicYear: YEAR, allocatedPence, setBy, setAt: AT });
const budget = (hub = "great-north"): Promise<Budget> => findBudget(store.app.manager, hub, YEAR);

it("the last £1000: of two approvals at once, for two schools, exactly one passes", async () => {
  for (let round = 0; round < 6; round += 1) {
    await set("great-north", (round + 1) * GRANT_PENCE);
    const both = await Promise.all(
      [journey(round * 2), journey(round * 2 + 1)].map((one) => money(one, "ApproveGrant", "ann")),
    );
    expect(both.sort()).toEqual(["ok", "over-budget"]);
  }
  expect(await budget()).toMatchObject({
    allocatedPence: 6 * GRANT_PENCE,
    committedPence: 6 * GRANT_PENCE,
    duePence: 6 * GRANT_PENCE,
    releasedPence: 0,
    leftPence: 0,
  });
});

it("twelve at once, money for eight more: eight pass", async () => {
  await set("great-north", 6 * GRANT_PENCE + 2 * GRANT_PENCE);
  const all = await Promise.all(Array.from({ length: 12 }, (_, index) => money(journey(index), "ApproveGrant", "cat")));
  expect(all.filter((one) => one === "ok").length).toBe(8);
  expect(all.filter((one) => one === "over-budget").length).toBe(4);
  expect(await budget()).toMatchObject({
    committedPence: 2 * GRANT_PENCE,
    releasedPence: 6 * GRANT_PENCE,
    leftPence: 0,
  });
});

it("where no budget is set nothing is checked, and the year shows what was committed", async () => {
  for (const who of ["ann", "bob"]) expect(await money(journey(0, 450_000), "ApproveGrant", who)).toBe("ok");
  expect(await money(journey(1, 450_000), "ApproveGrant", "ann")).toBe("ok");
  expect(await budget("far-south")).toEqual({
    hub: "far-south",
    academicYear: YEAR,
    allocatedPence: null,
    duePence: 2 * GRANT_PENCE,
    committedPence: GRANT_PENCE,
    releasedPence: GRANT_PENCE,
    paidPence: 0,
    recoveredPence: 0,
    leftPence: null,
    setBy: null,
    setAt: null,
  });
});

it("is never set below what is committed and released; who set it stays, where it stays the same", async () => {
  expect(await set("far-south", 2 * GRANT_PENCE - 1)).toEqual({ tooSmall: 2 * GRANT_PENCE });
  expect(await set("far-south", 2 * GRANT_PENCE)).toMatchObject({
    allocatedPence: 2 * GRANT_PENCE,
    leftPence: 0,
    setBy: "ann",
  });
  expect(await set("far-south", 2 * GRANT_PENCE, "bob")).toMatchObject({ setBy: "ann" });
  expect(await money(journey(2, 450_000), "ApproveGrant", "ann")).toBe("over-budget");
});

it("an adjusted grant is approved anew; what a school gives back can be spent again", async () => {
  expect(
    await money(journey(1, 450_000), "AdjustGrant", "ann", { amountPence: 50_000, reason: { id: "why", words: 2 } }),
  ).toBe("ok");
  expect(await budget("far-south")).toMatchObject({ committedPence: 0, leftPence: GRANT_PENCE });
  expect(await money(journey(0, 450_000), "RequestClawback", "ann", { reason: { id: "why", words: 2 } })).toBe("ok");
  expect(await money(journey(0, 450_000), "RecordRecovery", "ann")).toBe("ok");
  expect(await budget("far-south")).toMatchObject({
    releasedPence: GRANT_PENCE,
    recoveredPence: GRANT_PENCE,
    leftPence: 2 * GRANT_PENCE,
  });
  expect(await money(journey(2, 450_000), "ApproveGrant", "ann")).toBe("ok");
});

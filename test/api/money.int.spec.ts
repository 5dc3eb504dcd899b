// A hub's money as it is read and set over HTTP: its budgets, its books, what schools are to be invoiced for.
// PostgreSQL alone.

import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { claimingAdvance } from "../support/claiming.ts";
import { freePort } from "../../apps/cli/setup/ports.ts";
import type { Command } from "../../libs/journey/commands.ts";
import { told } from "../support/groups.ts";
import { GRANT_PENCE, schoolsOf, seedGrants } from "../support/released-grants.ts";
import type { Who } from "../support/sign-in.ts";
import { freshStore, rules, type TestStore } from "../support/store.ts";
import { ok, startApi, type ApiUnderTest, type Reply } from "./api-under-test.ts";

const NOW = "2024-11-05T09:00:00Z";
const PATH = "/api/v1/hubs/great-north";
const ann: Who = { role: "finance-officer", who: "ann", hub: "great-north" };
const bob: Who = { role: "hub-lead", who: "bob", hub: "great-north" };
const elsewhere: Who = { role: "finance-officer", who: "eve", hub: "far-south" };
const auditor: Who = { role: "auditor", who: "aud" };

let store: TestStore;
let api: ApiUnderTest;
beforeAll(async () => {
  store = await freshStore();
  await seedGrants(store.app, schoolsOf(3, ["great-north"], 410_000));
  await seedGrants(store.app, schoolsOf(1, ["great-north"], 420_000), "payable");
  api = await startApi({
    databaseUrl: store.appUrl,
    temporalAddress: `127.0.0.1:${await freePort()}`,
    startsAt: NOW,
    commandTimeoutMs: 500,
  });
}, 60_000);
afterAll(async () => {
  await api?.stop();
  await store?.close();
}, 30_000);

const refused = (reply: Reply) => [reply.status, reply.body["code"]];
let made = 0;
async function money(journey: string, type: Command["type"], data: object): Promise<string> {
  made += 1;
  const command = { id: `money-${made}`, type, at: NOW, by: { who: "cat", role: "finance-officer" }, data } as Command;
  return told(
    (await claimingAdvance({ dataSource: store.app, rules })({ journey, now: NOW, commands: [command] })).outcomes[0],
  );
}
const because = { reason: { id: "why", words: 2 } };

it("a budget is set by the hub itself, and never below what is released", async () => {
  const none = {
    hub: "great-north",
    academicYear: "2024/25",
    allocatedPence: null,
    duePence: GRANT_PENCE,
    releasedPence: 3 * GRANT_PENCE,
    leftPence: null,
    setBy: null,
  };
  expect(ok(await api.get(`${PATH}/budgets/2024-25`, { as: ann }))).toMatchObject(none);
  expect(
    refused(await api.put(`${PATH}/budgets/2024-25`, { allocatedPence: 3 * GRANT_PENCE - 1 }, { as: ann })),
  ).toEqual([409, "over-budget"]);
  expect(ok(await api.put(`${PATH}/budgets/2024-25`, { allocatedPence: 3 * GRANT_PENCE }, { as: ann }))).toMatchObject({
    allocatedPence: 3 * GRANT_PENCE,
    leftPence: 0,
    setBy: "ann",
    setAt: NOW,
  });
  expect(await money("420000-primary", "ApproveGrant", {})).toBe("over-budget");
  expect(ok(await api.put(`${PATH}/budgets/2024-25`, { allocatedPence: 5 * GRANT_PENCE }, { as: bob }))).toMatchObject({
    leftPence: 2 * GRANT_PENCE,
    setBy: "bob",
  });
  expect(await money("420000-primary", "ApproveGrant", {})).toBe("ok");
  expect(ok(await api.get(`${PATH}/budgets`, { as: auditor }))).toMatchObject({
    items: [{ academicYear: "2024/25", committedPence: GRANT_PENCE, leftPence: GRANT_PENCE }],
    next: null,
  });
});

it("by nobody else, for no year that is none, and in whole pence", async () => {
  for (const as of [elsewhere, { role: "hub-lead", who: "x", hub: "far-south" } as Who]) {
    expect(refused(await api.put(`${PATH}/budgets/2024-25`, { allocatedPence: 1 }, { as }))).toEqual([
      404,
      "not-found",
    ]);
    expect(refused(await api.get(`${PATH}/budgets/2024-25`, { as }))).toEqual([404, "not-found"]);
  }
  expect(refused(await api.put(`${PATH}/budgets/2024-25`, { allocatedPence: 1 }, { as: auditor }))).toEqual([
    403,
    "forbidden",
  ]);
  expect(refused(await api.get(`${PATH}/budgets/2024-26`, { as: ann }))).toEqual([404, "not-found"]);
  for (const allocatedPence of [-1, 0.5, "1000", null])
    expect(refused(await api.put(`${PATH}/budgets/2024-25`, { allocatedPence }, { as: ann }))).toEqual([
      422,
      "invalid",
    ]);
});

it("the trial balance adds up to nothing", async () => {
  expect(ok(await api.get(`${PATH}/ledger`, { as: ann }))).toEqual({
    hub: "great-north",
    debitPence: 3 * GRANT_PENCE,
    creditPence: 3 * GRANT_PENCE,
    balancePence: 0,
    accounts: [
      { account: "grants-committed", debitPence: 3 * GRANT_PENCE, creditPence: 0, balancePence: 3 * GRANT_PENCE },
      { account: "schools:grant-payable", debitPence: 0, creditPence: 3 * GRANT_PENCE, balancePence: -3 * GRANT_PENCE },
    ],
  });
  expect(ok(await api.get("/api/v1/hubs/far-south/ledger", { as: elsewhere }))).toEqual({
    hub: "far-south",
    accounts: [],
    debitPence: 0,
    creditPence: 0,
    balancePence: 0,
  });
});

it("a clawback that the next payment will keep back is not invoiced", async () => {
  expect(await money("410000-primary", "RequestClawback", { amountPence: 40_000, ...because })).toBe("ok");
  expect(ok(await api.get(`${PATH}/invoices`, { as: ann }))).toEqual({ items: [], next: null });
});

it("one that no payment will keep back is: the grant of this school was paid long ago", async () => {
  for (const [type, who] of [
    ["PreparePaymentRun", "ann"],
    ["AuthorisePaymentRun", "bob"],
    ["ConfirmPayment", "ann"],
  ] as const) {
    made += 1;
    const command = {
      id: `money-${made}`,
      type,
      at: NOW,
      by: { who, role: "finance-officer" },
      data: { run: "r0" },
    } as Command;
    expect(
      told(
        (
          await claimingAdvance({ dataSource: store.app, rules })({
            journey: "410001-primary",
            now: NOW,
            commands: [command],
          })
        ).outcomes[0],
      ),
    ).toBe("ok");
  }
  await store.app
    .query(`insert into payment_lines select 'r0-00001', 'r0', 1, id, journey, '410001', '', hub, stage, academic_year,
      amount_pence, 0, amount_pence, 'paid', null
    from payables where journey = '410001-primary'`);
  expect(await money("410001-primary", "RequestClawback", { amountPence: 70_000, ...because })).toBe("ok");
  expect(ok(await api.get(`${PATH}/invoices`, { as: ann }))).toEqual({
    items: [
      {
        journey: "410001-primary",
        urn: "410001",
        schoolName: "Example Primary School 410001",
        stage: "development",
        academicYear: "2024/25",
        requestedAt: NOW,
        clawbackPence: 70_000,
        keptBackPence: 0,
        invoicePence: 70_000,
      },
    ],
    next: null,
  });
});

it("is invoiced until what was asked came back, or somebody lets the rest go", async () => {
  expect(await money("410001-primary", "RecordRecovery", { amountPence: 50_000 })).toBe("ok");
  // Less came back than was asked: the rest is owed, until somebody lets it go.
  expect(ok(await api.get(`${PATH}/invoices`, { as: ann }))).toMatchObject({ items: [{ invoicePence: 20_000 }] });
  expect(await money("410001-primary", "RecordRecovery", { amountPence: 0, rest: "let-go" })).toBe("ok");
  expect(ok(await api.get(`${PATH}/invoices`, { as: ann }))).toEqual({ items: [], next: null });
});

it("what would be kept back from a payment that waits is invoiced where somebody says so", async () => {
  expect(await money("410000-primary", "RequestClawback", { invoiced: true, ...because })).toBe("ok");
  expect(ok(await api.get(`${PATH}/invoices`, { as: ann }))).toMatchObject({
    items: [{ journey: "410000-primary", keptBackPence: 0, invoicePence: 40_000 }],
  });
  const { accounts, balancePence } = ok(await api.get(`${PATH}/ledger`, { as: ann })) as {
    accounts: { account: string; balancePence: number }[];
    balancePence: number;
  };
  expect(balancePence).toBe(0);
  expect(Object.fromEntries(accounts.map((one) => [one.account, one.balancePence]))).toEqual({
    bank: -GRANT_PENCE + 50_000,
    "grants-committed": 3 * GRANT_PENCE,
    "grants-recovered": -110_000,
    "recovery-difference": 20_000,
    "schools:clawback-due": 40_000,
    "schools:grant-in-run": 0,
    "schools:grant-payable": -2 * GRANT_PENCE,
  });
});

// A payment held back before the bank has it, the bank's answer as a file, and a payment that the bank gives back: over
// HTTP, on real PostgreSQL and Temporal.

import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { GRANT_PENCE, schoolsOf, seedGrants } from "../support/released-grants.ts";
import type { Who } from "../support/sign-in.ts";
import { eventually } from "../workflows/service.ts";
import { ok, type ApiUnderTest, type Reply } from "./api-under-test.ts";
import { startWhole, type WholeService } from "./whole-service.ts";

const PATH = "/api/v1/payment-runs";
const ann: Who = { role: "finance-officer", who: "ann", hub: "great-north" };
const bob: Who = { role: "finance-officer", who: "bob", hub: "great-north" };
const lead: Who = { role: "hub-lead", who: "lea", hub: "great-north" };

let whole: WholeService;
let api: ApiUnderTest;
let run: string;

beforeAll(async () => {
  whole = await startWhole("2024-11-05T09:00:00Z");
  ({ api } = whole);
  await seedGrants(whole.store.app, schoolsOf(6, ["great-north"], 410_000));
  run = await authorised();
}, 60_000);

afterAll(async () => {
  await whole?.stop();
}, 30_000);

const refused = (reply: Reply) => [reply.status, reply.body["code"]];
const read = async (id: string) => ok(await api.get(`${PATH}/${id}`, { as: ann }));
const until = (id: string, status: string) =>
  eventually(async () => expect(await read(id)).toHaveProperty("status", status));
async function authorised(): Promise<string> {
  const id = String(ok(await api.post(PATH, {}, { as: ann }), 201)["run"]);
  await until(id, "prepared");
  ok(await api.post(`${PATH}/${id}/authorise-payment-run`, {}, { as: bob }));
  await until(id, "authorised");
  return id;
}
const payments = async (id: string, status: string) =>
  ok(await api.get(`${PATH}/${id}/payments?status=${status}`, { as: ann }))["items"] as Record<string, unknown>[];
const no = (number: number): string => `${run}-0000${number}`;
const answer = (path: string, csv: string) =>
  api.post(`${PATH}/${run}/bank-answers${path}`, csv, { as: ann, headers: { "content-type": "text/csv" } });

it("one payment is held back before the bank has it: it leaves the remittance, and somebody decides", async () => {
  const hold = (body: object, query = "") => api.post(`${PATH}/${run}/hold-payment${query}`, body, { as: ann });
  expect(refused(await hold({ payments: [no(1)] }))).toEqual([409, "reason-required"]);
  const held = { payments: [no(1)], reason: "The school is about to close" };
  expect(ok(await hold(held, "?preview=true"))).toMatchObject({ preview: true });
  ok(await hold(held));
  expect(await payments(run, "failed")).toMatchObject([{ payment: no(1), reasonCode: "held-back" }]);
  const { body } = await api.get(`${PATH}/${run}/remittance.csv`, { as: ann });
  expect(String(body["text"]).trim().split("\r\n")).toHaveLength(6);
  // The journey is woken for it.
  await eventually(async () =>
    expect(ok(await api.get("/api/v1/hubs/great-north/tasks?about=grant", { as: lead }))["items"]).toMatchObject([
      {
        journey: "410000-primary",
        asks: {
          cause: "held-back",
          why: "Somebody took the payment out of its run.",
          paid: false,
          proposedPence: null,
        },
        choices: ["release", "part", "withhold", "wait"],
      },
    ]),
  );
}, 60_000);

it("the bank’s answer is looked at, then applied, each row once", async () => {
  const csv = [
    "reference,outcome,reason",
    `${no(1)},paid,`,
    `${no(2)},paid,`,
    `${no(3)},FAILED,account-closed`,
    `${no(4)},paid,`,
    `${no(4)},failed,`,
    `${no(5)},refused,`,
    `${no(6)},failed,moonshine`,
  ].join("\r\n");
  const looked = ok(await answer("", csv));
  expect(looked).toMatchObject({ run, accepted: 3, rejected: 4, waiting: 0, open: 5 });
  expect((looked["lines"] as { code: string | null }[]).map(({ code }) => code)).toEqual([
    "not-in-this-state",
    null,
    null,
    null,
    "invalid",
    "invalid",
    "invalid",
  ]);
  expect(await read(run)).toMatchObject({ paidPayments: 0, openPayments: 5 });
  const id = String(looked["id"]);
  expect(refused(await answer(`/${"0".repeat(32)}/apply`, csv))).toEqual([422, "invalid"]);
  expect(ok(await answer(`/${id}/apply?preview=true`, csv))).toEqual(looked);
  const applied = ok(await answer(`/${id}/apply`, csv));
  expect(applied).toMatchObject({ accepted: 3, rejected: 4, open: 2 });
  expect(ok(await answer(`/${id}/apply`, csv))).toEqual(applied);
  expect(await read(run)).toMatchObject({ paidPayments: 2, failedPayments: 2, openPayments: 2 });
  expect(refused(await answer("", "reference;outcome\r\nx;paid"))).toEqual([422, "invalid"]);
}, 60_000);

it("what the bank gives back is to be paid again, and the books balance", async () => {
  ok(await api.post(`${PATH}/${run}/confirm-payment`, {}, { as: ann }));
  await until(run, "complete");
  const looked = ok(await answer("", `reference,outcome\n${no(2)},returned\n`));
  expect(ok(await answer(`/${String(looked["id"])}/apply`, `reference,outcome\n${no(2)},returned\n`))).toMatchObject({
    accepted: 1,
    rejected: 0,
  });
  expect(await payments(run, "returned")).toMatchObject([{ payment: no(2), reasonCode: "other" }]);
  expect((await payments(run, "paid")).map(({ payment }) => payment)).toEqual([no(4), no(5), no(6)]);
  expect(await read(run)).toMatchObject({
    status: "complete",
    paidPayments: 3,
    returnedPayments: 1,
    returnedPence: GRANT_PENCE,
    openPayments: 0,
    statement: [{ paidPayments: 3, returnedPayments: 1 }],
  });
  // The next run takes what failed and what came back, and not what somebody has to decide on.
  const next = await authorised();
  expect((await payments(next, "authorised")).map(({ journey }) => journey)).toEqual([
    "410001-primary",
    "410002-primary",
  ]);
  expect(await payments(next, "authorised")).toMatchObject([{ grant: expect.not.stringContaining("/") }, {}]);
  ok(await api.post(`${PATH}/${next}/confirm-payment`, {}, { as: ann }));
  await until(next, "complete");
  const { grants } = ok(await api.get("/api/v1/journeys/410001-primary", { as: ann })) as { grants: object[] };
  expect(grants).toMatchObject([{ status: "paid", waitsFor: null }]);
  const { balancePence, accounts } = ok(await api.get("/api/v1/hubs/great-north/ledger", { as: ann })) as {
    balancePence: number;
    accounts: { account: string; balancePence: number }[];
  };
  expect(balancePence).toBe(0);
  expect(accounts.find(({ account }) => account === "bank")).toMatchObject({ balancePence: -5 * GRANT_PENCE });
}, 60_000);

it("a part of what was held back is approved by two people anew, and paid", async () => {
  const of = "/api/v1/journeys/410000-primary";
  const task = "2024/25/development-grant-held-back";
  const decide = { task, decision: "part", amount: 60_000, reason: "Half of the year is left" };
  expect(refused(await api.post(`${of}/decide-task`, { ...decide, decision: "keep" }, { as: lead }))).toEqual([
    409,
    "not-in-this-state",
  ]);
  ok(await api.post(`${of}/decide-task`, decide, { as: lead }));
  expect(refused(await api.post(PATH, {}, { as: ann }))).toEqual([409, "grant-not-due"]);
  for (const as of [ann, bob]) ok(await api.post(`${of}/approve-grant`, {}, { as }));
  await eventually(async () => ok(await api.post(`${PATH}?preview=true`, {}, { as: ann })));
  const last = await authorised();
  expect(await payments(last, "authorised")).toMatchObject([{ journey: "410000-primary", netPence: 60_000 }]);
}, 60_000);

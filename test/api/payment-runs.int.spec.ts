// Payment runs as finance officers meet them: over HTTP, on real PostgreSQL and Temporal.

import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { parse } from "csv-parse/sync";
import { GRANT_PENCE, schoolsOf, seedGrants } from "../support/released-grants.ts";
import type { Who } from "../support/sign-in.ts";
import { eventually } from "../workflows/service.ts";
import { ok, type ApiUnderTest, type Reply } from "./api-under-test.ts";
import { startWhole, type WholeService } from "./whole-service.ts";

const STARTS = "2024-11-05T09:00:00Z";
const PATH = "/api/v1/payment-runs";
const ann: Who = { role: "finance-officer", who: "ann", hub: "great-north" };
const bob: Who = { role: "finance-officer", who: "bob", hub: "great-north" };
const elsewhere: Who = { role: "finance-officer", who: "eve", hub: "far-south" };
const operator: Who = { role: "operator", who: "op-1" };

let whole: WholeService;
let api: ApiUnderTest;

beforeAll(async () => {
  whole = await startWhole(STARTS);
  ({ api } = whole);
  await seedGrants(whole.store.app, [
    ...schoolsOf(120, ["great-north"], 410_000),
    ...schoolsOf(3, ["far-south"], 420_000),
  ]);
}, 60_000);

afterAll(async () => {
  await whole?.stop();
}, 30_000);

const refused = (reply: Reply) => [reply.status, reply.body["code"]];
const read = async (run: string) => ok(await api.get(`${PATH}/${run}`, { as: ann }));
const until = (run: string, status: string) =>
  eventually(async () => expect(await read(run)).toHaveProperty("status", status));
let run: string;

it("is looked at before: nothing is prepared by it", async () => {
  const looked = ok(await api.post(`${PATH}?preview=true`, { cutOff: "2024-10-31" }, { as: ann }));
  expect(looked).toMatchObject({ preview: true, consequences: [{ type: "PaymentRunPrepared" }] });
  expect((await api.get(PATH, { as: ann })).body["items"]).toEqual([]);
});

it("is prepared once, however often the request comes, of the own hub’s released grants", async () => {
  expect(refused(await api.post(PATH, { hub: "far-south" }, { as: ann }))).toEqual([403, "forbidden"]);
  const replies = await Promise.all(
    [1, 2, 3].map(() => api.post(PATH, { cutOff: "2024-10-31" }, { as: ann, key: "november" })),
  );
  for (const reply of replies) expect(ok(reply, 201)).toEqual(replies[0]?.body);
  run = String(replies[0]?.body["run"]);
  expect(replies[0]?.headers.get("location")).toBe(`${PATH}/${run}`);
  await until(run, "prepared");
  expect(await read(run)).toMatchObject({
    hub: "great-north",
    cutOff: "2024-10-31",
    preparedBy: "ann",
    payments: 120,
    netPence: 120 * GRANT_PENCE,
    openPayments: 120,
    statement: [
      {
        hub: "great-north",
        payments: 120,
        grossPence: 120 * GRANT_PENCE,
        recoveredPence: 0,
        paidPayments: 0,
        failedPayments: 0,
      },
    ],
  });
  expect(refused(await api.get(`${PATH}/${run}`, { as: elsewhere }))).toEqual([404, "not-found"]);
  expect(ok(await api.get(PATH, { as: elsewhere }))).toEqual({ items: [], next: null });
  expect(refused(await api.get(`${PATH}/${run}/remittance.csv`, { as: ann }))).toEqual([409, "not-in-this-state"]);
}, 60_000);

it("is authorised by another person, and exported: the same bytes each time", async () => {
  expect(refused(await api.post(`${PATH}/${run}/authorise-payment-run`, {}, { as: ann }))).toEqual([
    409,
    "self-approval",
  ]);
  expect(refused(await api.post(`${PATH}/${run}/authorise-payment-run`, {}, { as: bob, ifMatch: '"1"' }))).toEqual([
    412,
    "version-conflict",
  ]);
  const before = await read(run);
  expect(ok(await api.post(`${PATH}/${run}/authorise-payment-run?preview=true`, {}, { as: bob }))).toMatchObject({
    preview: true,
    consequences: [{ type: "PaymentRunAuthorised" }],
  });
  expect(await read(run)).toEqual(before);
  ok(await api.post(`${PATH}/${run}/authorise-payment-run`, {}, { as: bob }));
  await until(run, "authorised");
  const [first, second] = [
    await api.get(`${PATH}/${run}/remittance.csv`, { as: ann }),
    await api.get(`${PATH}/${run}/remittance.csv`, { as: bob }),
  ];
  expect(first.headers.get("content-type")).toBe("text/csv; charset=utf-8");
  expect(first.body["text"]).toBe(second.body["text"]);
  const rows: Record<string, string>[] = parse(String(first.body["text"]), { bom: true, columns: true });
  expect(rows).toHaveLength(120);
  expect(rows[119]).toMatchObject({
    reference: `${run}-00120`,
    hub: "great-north",
    prospectus: "2024-25/primary-development",
    amount_pounds: "1000.00",
    amount_pence: "100000",
  });
  expect(String(rows[0]?.["reference"]).length).toBeLessThanOrEqual(18);
  expect(rows.reduce((sum, row) => sum + Number(row["amount_pence"]), 0)).toBe(120 * GRANT_PENCE);
}, 60_000);

it(
  "is settled payment by payment: two people who send the same list at once pay once; what fails waits for " +
    "the next run",
  async () => {
    const { items } = ok(await api.get(`${PATH}/${run}/payments?limit=60`, { as: ann })) as {
      items: { payment: string; journey: string }[];
    };
    const some = items.map(({ payment }) => payment);
    const [failing = "", ...paying] = some;
    const replies = await Promise.all(
      [ann, bob].map((as) => api.post(`${PATH}/${run}/confirm-payment`, { payments: paying }, { as })),
    );
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(
      refused(
        await api.post(
          `${PATH}/${run}/fail-payment`,
          { payments: [failing], reasonCode: "no such reason" },
          { as: ann },
        ),
      ),
    ).toEqual([422, "invalid"]);
    ok(
      await api.post(
        `${PATH}/${run}/fail-payment`,
        { payments: [failing], reasonCode: "account-closed", reason: "Moved to another bank" },
        { as: ann },
      ),
    );
    expect(ok(await api.get(`${PATH}/${run}/payments?status=failed`, { as: ann }))).toMatchObject({
      items: [{ payment: failing, reasonCode: "account-closed" }],
      next: null,
    });
    expect(await read(run)).toMatchObject({ paidPayments: 59, failedPayments: 1, openPayments: 60 });
    ok(await api.post(`${PATH}/${run}/confirm-payment`, {}, { as: ann }));
    await until(run, "complete");
    expect(await read(run)).toMatchObject({
      paidPayments: 119,
      paidPence: 119 * GRANT_PENCE,
      failedPence: GRANT_PENCE,
    });
    const { grants } = ok(await api.get(`/api/v1/journeys/${items[5]?.journey}`, { as: ann })) as { grants: object[] };
    expect(grants).toMatchObject([{ status: "paid" }]);

    const next = String(ok(await api.post(PATH, {}, { as: bob }), 201)["run"]);
    await until(next, "prepared");
    expect(ok(await api.get(`${PATH}/${next}/payments`, { as: ann }))).toMatchObject({
      items: [{ journey: items[0]?.journey, status: "prepared" }],
    });
    expect(refused(await api.post(`${PATH}/${next}/cancel-payment-run`, {}, { as: bob }))).toEqual([
      409,
      "reason-required",
    ]);
    ok(await api.post(`${PATH}/${next}/cancel-payment-run`, { reason: "One payment is not worth a run" }, { as: bob }));
    await until(next, "cancelled");
  },
  60_000,
);

it("of every hub is an operator’s; nobody is in it twice", async () => {
  const all = String(ok(await api.post(PATH, {}, { as: operator }), 201)["run"]);
  await eventually(async () =>
    expect(ok(await api.get(`${PATH}/${all}`, { as: operator }))).toMatchObject({
      status: "prepared",
      hub: null,
      payments: 4,
    }),
  );
  expect(refused(await api.get(`${PATH}/${all}`, { as: ann }))).toEqual([404, "not-found"]);
  expect(refused(await api.post(PATH, {}, { as: ann }))).toEqual([409, "grant-not-due"]);
}, 60_000);

it("reads without code in the Temporal UI, and ends there when it is complete", async () => {
  const handle = whole.environment.client.workflow.getHandle(`payment-run/${run}`);
  const { currentDetails } = (await handle.query("__temporal_workflow_metadata")) as { currentDetails: string };
  expect(currentDetails).toContain("120 payments of £120,000: 119 paid (£119,000), 1 failed (£1,000), 0 open.");
  await eventually(async () => expect((await handle.describe()).status.name).toBe("COMPLETED"));
  const { typedSearchAttributes } = await handle.describe();
  expect(Object.fromEntries(typedSearchAttributes.getAll().map(({ key, value }) => [key.name, value]))).toMatchObject({
    MathsHub: "great-north",
    JourneyStatus: "complete",
  });
}, 30_000);

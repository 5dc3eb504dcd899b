// A payment run, at the level of activities: real PostgreSQL, no Temporal.

import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { Outcome } from "../libs/contract/journey.ts";
import { fold } from "../libs/journey/evolve.ts";
import type { Command as JourneyCommand } from "../libs/journey/commands.ts";
import type { Command, CommandData, CommandName } from "../libs/payments/commands.ts";
import { fold as foldRun } from "../libs/payments/evolve.ts";
import type { Run } from "../libs/payments/state.ts";
import { load } from "../libs/store/events/event-store.ts";
import type { Queryable } from "../libs/store/prepared.ts";
import { recorded, recordedOfRun } from "../libs/store/events/known-events.ts";
import { linesOf, statementOf, type PaymentLine } from "../libs/store/money/payment-lines.ts";
import { paymentRun } from "../libs/book/kinds/payment-run.ts";
import { rebuild } from "../libs/book/rebuild.ts";
import { told } from "../test/support/groups.ts";
import { GRANT_PENCE, RELEASED_ON, schoolsOf, seedGrants } from "../test/support/released-grants.ts";
import { freshStore, rules, type TestStore } from "../test/support/store.ts";
import { claimingAdvance } from "../test/support/claiming.ts";
import { makeCarryOn } from "./carry-on.ts";

let store: TestStore;
let made = 0;
const AT = "2024-11-05T09:00:00Z";
beforeAll(async () => {
  store = await freshStore();
}, 60_000);
afterAll(() => store.close());

const deps = () => ({ dataSource: store.app, rules });
async function ask<N extends CommandName>(
  run: string,
  type: N,
  data: CommandData[N],
  who: string,
  more: Partial<Command> = {},
): Promise<Outcome> {
  made += 1;
  const command = {
    id: `run-command-${made}`,
    type,
    at: AT,
    by: { who, role: "finance-officer" },
    data,
    ...more,
  } as Command;
  const {
    outcomes: [outcome],
  } = await claimingAdvance(deps())({ run, now: AT, commands: [command] });
  if (!outcome) throw new Error("no outcome");
  return outcome;
}
const stateOf = async (run: string): Promise<Run> => {
  const state = foldRun(recordedOfRun(await load(store.app.manager, `payment-run/${run}`)));
  if (state.status === "none") throw new Error("no run");
  return state;
};
/** Does what the run's workflow would have done: batch after batch. */
async function carriedOn(run: string): Promise<Run> {
  while (await nextBatch(run));
  return stateOf(run);
}
/** Does the batch that is due; answers whether there was one. */
async function nextBatch(run: string): Promise<boolean> {
  const [effect] = (await stateOf(run)).effects;
  if (!effect) return false;
  const request = { journey: `payment-run/${run}`, seq: effect.seq, id: `payment-run/${run}:${effect.seq}`, now: AT };
  // Twice at once: a batch is done once. One that waits for the other too long is tried again, as Temporal would.
  const both = await Promise.allSettled([makeCarryOn(deps())(request), makeCarryOn(deps())(request)]);
  if (both.every(({ status }) => status === "rejected")) throw (both[0] as PromiseRejectedResult).reason;
  return true;
}
async function through(run: string, data: CommandData["PreparePaymentRun"]): Promise<PaymentLine[]> {
  expect(told(await ask(run, "PreparePaymentRun", data, "ann"))).toBe("ok");
  expect((await carriedOn(run)).status).toBe("prepared");
  expect(told(await ask(run, "AuthorisePaymentRun", {}, "bob"))).toBe("ok");
  await carriedOn(run);
  return linesOf(store.app.manager, run, { limit: 1000 });
}
const grantOf = async (journey: string) => {
  const state = fold(recorded(await load(store.app.manager, `journey/${journey}`)));
  return state.status === "none" ? null : state.grants[0];
};
const ledger = async (): Promise<Record<string, number>> => {
  const rows: { account: string; sum: string }[] = await store.app.query(
    "select account, sum(amount_pence) as sum from ledger_entries group by account order by account",
  );
  return Object.fromEntries(rows.map(({ account, sum }) => [account, Number(sum)]).filter(([, sum]) => sum !== 0));
};
async function journeyCommand(journey: string, type: JourneyCommand["type"], data: object): Promise<string> {
  made += 1;
  const command = {
    id: `journey-command-${made}`,
    type,
    at: AT,
    by: { who: "cat", role: "hub-lead" },
    data,
  } as JourneyCommand;
  return told((await claimingAdvance(deps())({ journey, now: AT, commands: [command] })).outcomes[0]);
}

describe("a payment run of 250 grants", () => {
  let lines: PaymentLine[];
  beforeAll(async () => {
    await seedGrants(store.app, schoolsOf(250, ["great-north", "far-south"], 410_000));
    lines = await through("pr-1", { cutOff: RELEASED_ON });
  }, 60_000);

  it("takes every released grant once, a hundred at a time; one prepares it and another authorises it", async () => {
    expect(new Set(lines.map(({ payable }) => payable)).size).toBe(250);
    expect(lines.map(({ no }) => no)).toEqual(Array.from({ length: 250 }, (_, index) => index + 1));
    expect(lines[0]).toMatchObject({
      payment: "pr-1-00001",
      schoolName: `Example Primary School ${lines[0]?.urn}`,
      status: "authorised",
      netPence: GRANT_PENCE,
    });
    const events = recordedOfRun(await load(store.app.manager, "payment-run/pr-1"));
    expect(events.map(({ type }) => type)).toEqual([
      "PaymentRunPrepared",
      "PaymentsTaken",
      "PaymentsTaken",
      "PaymentsTaken",
      "PaymentRunAuthorised",
      "PaymentsAuthorised",
      "PaymentsAuthorised",
      "PaymentsAuthorised",
    ]);
    expect(await grantOf(lines[3]?.journey ?? "")).toMatchObject({
      status: "released",
      run: "pr-1",
      preparedBy: "ann",
      authorisedBy: "bob",
    });
    expect(await statementOf(store.app.manager, "pr-1")).toMatchObject([
      { hub: "far-south", payments: 125, netPence: 125 * GRANT_PENCE },
      { hub: "great-north", payments: 125 },
    ]);
  });

  it("what was confirmed is paid once, what failed goes back", async () => {
    const [first, second, third] = lines.map(({ payment }) => payment);
    expect(told(await ask("pr-1", "ConfirmPayment", { payments: [first ?? ""] }, "ann"))).toBe("ok");
    expect(told(await ask("pr-1", "ConfirmPayment", { payments: [first ?? ""] }, "ann"))).toBe("already-released");
    expect(told(await ask("pr-1", "FailPayment", { payments: [first ?? ""], reasonCode: "other" }, "ann"))).toBe(
      "already-released",
    );
    const failed = await ask(
      "pr-1",
      "FailPayment",
      { payments: [first ?? "", second ?? "", third ?? "", "pr-1-99999"], reasonCode: "account-closed" },
      "ann",
    );
    expect(failed).toMatchObject({
      accepted: true,
      skipped: [
        { payment: first, why: "already-released" },
        { payment: "pr-1-99999", why: "not-found" },
      ],
    });
    expect(told(await ask("pr-1", "ConfirmPayment", { payments: [second ?? ""] }, "ann"))).toBe("not-in-this-state");
  });

  it("what went back is taken by the next run, while the first goes on", async () => {
    const next = await through("pr-2", { hub: lines[1]?.hub ?? "" });
    expect(next.map(({ payable }) => payable)).toEqual([lines[1]?.payable]);
  });

  it("all that is left is confirmed by one word", async () => {
    expect(told(await ask("pr-1", "ConfirmPayment", {}, "ann"))).toBe("ok");
  });

  it.each([101, 201, 248])("and is paid a hundred at a time: %d are", async (payments) => {
    expect(await nextBatch("pr-1")).toBe(true);
    expect(await stateOf("pr-1")).toMatchObject({ paid: { payments } });
  });

  it("then it is complete, and takes no more", async () => {
    expect(await nextBatch("pr-1")).toBe(false);
    expect(await stateOf("pr-1")).toMatchObject({
      status: "complete",
      paid: { payments: 248 },
      failed: { payments: 2, netPence: 2 * GRANT_PENCE },
    });
    expect(told(await ask("pr-1", "ConfirmPayment", {}, "ann"))).toBe("not-in-this-state");
  });

  it("the next one is paid by itself", async () => {
    expect(told(await ask("pr-2", "ConfirmPayment", {}, "ann"))).toBe("ok");
    expect(await carriedOn("pr-2")).toMatchObject({ status: "complete", paid: { payments: 1 } });
  });

  it("leaves a ledger that adds up: what was paid left the bank, what failed is still owed", async () => {
    const owed = lines[2]?.journey ?? "";
    const accounts = await ledger();
    expect(Object.values(accounts).reduce((sum, one) => sum + one, 0)).toBe(0);
    expect(accounts[`journey:${owed}:grant-payable`]).toBe(-GRANT_PENCE);
    expect((accounts["hub:great-north:bank"] ?? 0) + (accounts["hub:far-south:bank"] ?? 0)).toBe(-249 * GRANT_PENCE);
    expect(Object.keys(accounts).filter((name) => name.startsWith("journey:"))).toEqual([
      `journey:${owed}:grant-payable`,
    ]);
  });
});

describe("nobody authorises their own run", () => {
  beforeAll(() => seedGrants(store.app, schoolsOf(3, ["mid-west"], 420_000)));

  it("and a cancelled one lets its grants go", async () => {
    expect(told(await ask("pr-3", "PreparePaymentRun", { hub: "nowhere" }, "ann"))).toBe("grant-not-due");
    expect(told(await ask("pr-3", "PreparePaymentRun", { hub: "mid-west", cutOff: "2024-12-24" }, "ann"))).toBe(
      "in-the-future",
    );
    expect(told(await ask("pr-3", "PreparePaymentRun", { hub: "mid-west", cutOff: "2024-10-02" }, "ann"))).toBe(
      "grant-not-due",
    );
    expect(told(await ask("pr-3", "PreparePaymentRun", { hub: "mid-west" }, "ann"))).toBe("ok");
    // While it is put together, nobody takes from the same heap.
    expect(told(await ask("pr-4", "PreparePaymentRun", {}, "ann"))).toBe("not-in-this-state");
    expect(told(await ask("pr-3", "AuthorisePaymentRun", {}, "bob"))).toBe("not-in-this-state");
    await carriedOn("pr-3");
    expect(told(await ask("pr-3", "AuthorisePaymentRun", {}, "ann"))).toBe("self-approval");
    expect(told(await ask("pr-3", "ConfirmPayment", {}, "bob"))).toBe("not-in-this-state");
    expect(told(await ask("pr-3", "CancelPaymentRun", {}, "ann"))).toBe("reason-required");
    expect(told(await ask("pr-3", "CancelPaymentRun", { reason: { id: "why", words: 3 } }, "ann"))).toBe("ok");
    expect(await carriedOn("pr-3")).toMatchObject({ status: "cancelled" });
    expect(await grantOf("420001-primary")).toMatchObject({ status: "released", run: null, preparedBy: null });
    expect(await through("pr-5", { hub: "mid-west" })).toHaveLength(3);
  });
});

describe("what a school owes back", () => {
  it("is kept back from its next payment, and posted once", async () => {
    await seedGrants(store.app, schoolsOf(2, ["east"], 430_000));
    expect(
      await journeyCommand("430000-primary", "RequestClawback", {
        amountPence: 40_000,
        reason: { id: "why", words: 3 },
      }),
    ).toBe("ok");
    expect(await journeyCommand("430001-primary", "RequestClawback", { reason: { id: "why", words: 3 } })).toBe("ok");
    const lines = await through("pr-6", { hub: "east" });
    // All of the second is kept back: nothing is left to pay, and it is settled as it is authorised.
    expect(
      lines.map(({ grossPence, recoveredPence, netPence, status }) => [grossPence, recoveredPence, netPence, status]),
    ).toEqual([
      [GRANT_PENCE, 40_000, 60_000, "authorised"],
      [GRANT_PENCE, GRANT_PENCE, 0, "paid"],
    ]);
    expect(await journeyCommand("430000-primary", "RecordRecovery", {})).toBe("not-in-this-state");
    expect(told(await ask("pr-6", "ConfirmPayment", {}, "ann"))).toBe("ok");
    expect(await carriedOn("pr-6")).toMatchObject({
      status: "complete",
      paid: { payments: 2, recoveredPence: 140_000, netPence: 60_000 },
    });
    expect(await grantOf("430000-primary")).toMatchObject({
      status: "paid",
      clawback: { status: "recovered", amountPence: 40_000 },
    });
    const accounts = await ledger();
    expect(accounts["hub:east:bank"]).toBe(-60_000);
    expect(accounts["hub:east:grants-recovered"]).toBe(-140_000);
    expect(Object.keys(accounts).filter((name) => name.startsWith("journey:43"))).toEqual([]);
  });
});

it("what is read of runs and grants is the same when it is made anew from the events", async () => {
  const read = async (): Promise<unknown> => [
    await store.app.query("select * from payment_runs order by id"),
    await store.app.query("select * from grants order by journey, no"),
    await store.app.query(`select stream, version, due_at, open_effects, effects_since from streams order by stream`),
  ];
  const before = await read();
  await rebuild(store.app);
  expect(await read()).toEqual(before);
}, 60_000);

it("a run that was taking grants as another was asked for leaves it none that it does not have", async () => {
  await seedGrants(store.app, schoolsOf(3, ["east-hub"], 440_000));
  const scope = { hub: "east-hub", cutOff: RELEASED_ON };
  expect(told(await ask("pr-east", "PreparePaymentRun", scope, "ann"))).toBe("ok");
  let statements = 0;
  const inBetween: Queryable = {
    query: async <T>(sql: string, given?: unknown[]): Promise<T> => {
      const rows: T = await store.app.query(sql, given);
      statements += 1;
      if (statements === 1) await carriedOn("pr-east");
      return rows;
    },
  };
  const by = { who: "bob", role: "finance-officer" } as const;
  const second: Command = { id: "second", type: "PreparePaymentRun", at: AT, by, data: scope };
  const { hand } = await paymentRun.needs(inBetween, "payment-run/pr-east-2", foldRun([]), [second]);
  expect(hand.book).toMatchObject({ gathering: "pr-east", waiting: 0 });
});

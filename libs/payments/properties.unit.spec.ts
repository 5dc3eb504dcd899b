// Whatever is asked of payment runs, by whom and in whatever order, with every command sent twice and batches left half
// way: each grant is paid once at most, sums agree, the ledger balances, and nobody authorises their own run.

import { isDeepStrictEqual } from "node:util";
import { expect, it } from "@jest/globals";
import fc from "fast-check";
import { PaymentsWorld } from "../../test/support/payments-world.ts";
import { text } from "../../test/support/journey.ts";
import { sumOf, type Line, type LineStatus, type Payable } from "./state.ts";
import { sampled } from "../../test/support/sampled.ts";

const SCHOOLS = ["400001", "400002", "400003", "400004", "400005"].map((urn, index) => ({
  urn,
  hub: index < 3 ? "great-north" : "far-south",
}));
const because = { reason: text(3) };

const run = fc.constantFrom("r1", "r2", "r3");
const who = fc.constantFrom("ann", "bob", "cat");
const payments = fc.array(
  fc.tuple(run, fc.integer({ min: 1, max: 6 })).map(([name, no]) => `${name}-0000${no}`),
  { minLength: 1, maxLength: 4 },
);
const journey = fc.constantFrom(...SCHOOLS.map(({ urn }) => `${urn}-primary`));

type Move = (world: PaymentsWorld) => unknown;
const move: fc.Arbitrary<Move> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.tuple(run, who, fc.constantFrom(undefined, "great-north", "far-south")).map(
      ([name, by, hub]): Move =>
        (world) =>
          world.ask(name, "PreparePaymentRun", hub === undefined ? {} : { hub }, by),
    ),
  },
  {
    weight: 8,
    arbitrary: run.map(
      (name): Move =>
        (world) =>
          world.carryOn(name),
    ),
  },
  { weight: 3, arbitrary: fc.constant((world: PaymentsWorld) => world.settle()) },
  {
    weight: 6,
    arbitrary: fc.tuple(run, who, who).map(([name, one, other]): Move => (world) => {
      world.ask(name, "PreparePaymentRun", {}, one);
      world.settle().ask(name, "AuthorisePaymentRun", {}, other);
      world.settle();
    }),
  },
  {
    weight: 4,
    arbitrary: fc.tuple(run, who).map(
      ([name, by]): Move =>
        (world) =>
          world.ask(name, "AuthorisePaymentRun", {}, by),
    ),
  },
  {
    weight: 8,
    arbitrary: fc.tuple(run, who, fc.option(payments, { nil: undefined })).map(
      ([name, by, named]): Move =>
        (world) =>
          world.ask(name, "ConfirmPayment", named === undefined ? {} : { payments: named }, by),
    ),
  },
  {
    weight: 3,
    arbitrary: fc.tuple(run, who, payments).map(
      ([name, by, named]): Move =>
        (world) =>
          world.ask(name, "FailPayment", { payments: named, reasonCode: "account-closed" }, by),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(run, who).map(
      ([name, by]): Move =>
        (world) =>
          world.ask(name, "CancelPaymentRun", because, by),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(run, who, payments, fc.boolean()).map(
      ([name, by, named, nextRun]): Move =>
        (world) =>
          world.ask(name, "HoldPayment", { payments: named, nextRun, ...because }, by),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(run, who, payments).map(
      ([name, by, named]): Move =>
        (world) =>
          world.ask(name, "ReturnPayment", { payments: named, reasonCode: "returned-by-bank" }, by),
    ),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(journey, fc.constantFrom("release" as const, "part" as const, "withhold" as const))
      .map(([school, decision]): Move => (world) => {
        world.tick(school);
        const task = world.tasks(school).find(({ status }) => status === "open")?.id ?? "";
        world.tell(school, "DecideTask", { task, decision, amountPence: 60_000, ...because });
      }),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(journey, fc.integer({ min: 1, max: 120_000 })).map(
      ([school, amountPence]): Move =>
        (world) =>
          world.tell(school, "RequestClawback", { amountPence, ...because }),
    ),
  },
  {
    weight: 1,
    arbitrary: journey.map(
      (school): Move =>
        (world) =>
          world.tell(school, "RecordRecovery", {}),
    ),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(journey, fc.integer({ min: 1, max: 60_000 }), fc.boolean())
      .map(([school, amountPence, invoiced]): Move => (world) => {
        world.tell(school, "RecordRecovery", { amountPence });
        world.tell(school, "RequestClawback", { amountPence, invoiced, ...because });
      }),
  },
);

const IN: Record<"taken" | "paid" | "failed" | "returned", readonly LineStatus[]> = {
  taken: ["prepared", "authorised", "paid", "failed", "cancelled", "returned"],
  returned: ["returned"],
  paid: ["paid"],
  failed: ["failed"],
};

/** What is not as it must be. To ask `expect` of each by itself took longer than all the payments. */
class Faults {
  readonly #faults: { of: string; is: unknown; mustBe: unknown }[] = [];

  unless(of: string, is: unknown, mustBe: unknown = true): void {
    if (!isDeepStrictEqual(is, mustBe)) this.#faults.push({ of, is, mustBe });
  }

  areNone(): void {
    expect(this.#faults).toEqual([]);
  }
}

function hold(world: PaymentsWorld): void {
  const faults = new Faults();
  for (const [name, state] of world.runs) {
    if (state.status === "none") continue;
    faults.unless(`${name} is authorised by another`, state.authorisedBy?.who !== state.preparedBy.who);
    const lines = world.linesOf(name);
    for (const sums of ["taken", "paid", "failed", "returned"] as const)
      faults.unless(`${name}: ${sums}`, state[sums], sumOf(lines.filter(({ status }) => IN[sums].includes(status))));
    for (const { grossPence, recoveredPence, netPence } of lines)
      faults.unless(`${name}: net`, [netPence, netPence >= 0], [grossPence - recoveredPence, true]);
    const ends = (status: LineStatus): boolean => ["paid", "failed", "refused", "returned"].includes(status);
    faults.unless(`${name} is whole`, state.status !== "complete" || lines.every(({ status }) => ends(status)));
  }
  const balances = world.balances();
  for (const payable of world.payables) holdsOf(payable, world, balances, faults);
  for (const { entries } of world.postings)
    faults.unless(
      "a posting balances",
      entries.reduce((sum, { amountPence }) => sum + amountPence, 0),
      0,
    );
  const [gone, back] = [
    sumOf([...world.lines.values()].filter(({ status }: Line) => status === "paid")).netPence,
    world.postings.filter(({ kind }) => kind === "clawback-recovered"),
  ];
  const came = back
    .flatMap(({ entries }) => entries)
    .filter(({ account }) => account.endsWith(":bank"))
    .reduce((sum, { amountPence }) => sum + amountPence, 0);
  const inBank = [...balances].filter(([account]) => account.endsWith(":bank"));
  faults.unless(
    "the bank's balance",
    inBank.reduce((sum, [, pence]) => sum + pence, 0),
    came - gone,
  );
  faults.areNone();
}

function holdsOf(
  { id, journey: school }: Payable,
  world: PaymentsWorld,
  balances: ReadonlyMap<string, number>,
  faults: Faults,
): void {
  const lines = [...world.lines.values()].filter(({ payable }) => payable === id);
  const live = lines.filter(({ status }) => ["prepared", "authorised", "paid"].includes(status));
  faults.unless(`${id} is in one run at most`, live.length <= 1);
  const of = (wanted: string) => world.journeys.get(school)?.events.filter(({ type }) => type === wanted).length ?? 0;
  const isPaid = lines.some(({ status }) => status === "paid");
  faults.unless(`${id} is paid`, of("GrantPaid") - of("PaymentReturned"), isPaid ? 1 : 0);
  const { status, amountPence } = world.grant(school);
  // Held back, a person may have decided to pay less of it, or none: then it is released no more.
  const known: string[] = isPaid ? ["paid"] : ["released", "payable", "due", "withheld"];
  faults.unless(`${id}: ${status}`, known.includes(status));
  // What the release put there, the activity posts: what is left of it is what the school is owed.
  const owed = ["grant-payable", "grant-in-run"]
    .map((account) => balances.get(`journey:${school}:${account}`) ?? 0)
    .reduce((sum, pence) => sum + pence, -100_000);
  faults.unless(`${id} is owed`, owed, status === "released" ? -amountPence : 0);
}

it("each grant is paid once at most, sums agree, the ledger balances, nobody authorises their own run", () => {
  let paid = 0;
  fc.assert(
    fc.property(fc.array(move, { minLength: 10, maxLength: 40, size: "max" }), (moves) => {
      const world = new PaymentsWorld(SCHOOLS);
      for (const each of moves) {
        each(world);
        each(world);
        hold(world);
      }
      hold(world.settle());
      paid += [...world.lines.values()].filter(({ status }) => status === "paid").length;
    }),
    sampled(),
  );
  // A test of payments that never pays shows nothing.
  expect(paid).toBeGreaterThan(20);
}, 60_000);

import { beforeEach, describe, expect, it } from "@jest/globals";
import { PaymentsWorld } from "../../test/support/payments-world.ts";
import { text } from "../../test/support/journey.ts";

const because = { reason: text(3) };
const FIVE = ["400001", "400002", "400003", "400004", "400005"].map((urn) => ({ urn, hub: "great-north" }));
const [A, B, C] = FIVE.map(({ urn }) => `${urn}-primary`) as [string, string, string];

let world: PaymentsWorld;
beforeEach(() => {
  world = new PaymentsWorld([...FIVE, { urn: "500001", hub: "far-south" }]);
});
const prepared = (run = "r1", hub?: string): PaymentsWorld => {
  expect(world.ask(run, "PreparePaymentRun", hub === undefined ? {} : { hub }, "ann")).toBeNull();
  return world.settle();
};
const authorised = (run = "r1"): PaymentsWorld => {
  prepared(run);
  expect(world.ask(run, "AuthorisePaymentRun", {}, "bob")).toBeNull();
  return world.settle();
};
const statuses = (run: string) => world.linesOf(run).map(({ status }) => status);

describe("A payment run takes every released grant up to its cut-off that is in no other run", () => {
  it("of one hub, or of all", () => {
    prepared("r1", "great-north");
    expect(world.linesOf("r1").map(({ journey }) => journey)).toEqual(FIVE.map(({ urn }) => `${urn}-primary`));
    prepared("r2");
    expect(world.linesOf("r2").map(({ journey }) => journey)).toEqual(["500001-primary"]);
    expect(world.ask("r3", "PreparePaymentRun", {}, "ann")).toBe("grant-not-due");
  });
  it("none released after it; and it lies not in the future", () => {
    expect(world.ask("r1", "PreparePaymentRun", { cutOff: "2024-10-02" }, "ann")).toBe("grant-not-due");
    expect(world.ask("r1", "PreparePaymentRun", { cutOff: "2024-11-06" }, "ann")).toBe("in-the-future");
    expect(world.ask("r1", "PreparePaymentRun", { cutOff: "2024-11-05" }, "ann")).toBeNull();
    expect(world.ask("r1", "PreparePaymentRun", {}, "ann")).toBe("not-in-this-state");
  });
  it("nobody else takes from the same heap while it does", () => {
    world.ask("r1", "PreparePaymentRun", { hub: "great-north" }, "ann");
    world.carryOn("r1");
    expect(world.ask("r2", "PreparePaymentRun", {}, "ann")).toBe("not-in-this-state");
    expect(world.ask("r2", "PreparePaymentRun", { hub: "far-south" }, "ann")).toBeNull();
  });
  it("a grant that its journey does not let go is put by, and comes not twice", () => {
    world.tell(A, "PreparePaymentRun", { run: "by-hand" });
    prepared();
    expect(world.linesOf("r1")[0]).toMatchObject({ journey: A, status: "refused", reasonCode: "not-in-this-state" });
    expect(world.runs.get("r1")).toMatchObject({ status: "prepared", taken: { payments: 5 } });
  });
  it("where nothing comes into it, it is cancelled", () => {
    for (const { urn } of [...FIVE, { urn: "500001" }])
      world.tell(`${urn}-primary`, "PreparePaymentRun", { run: "by-hand" });
    prepared();
    expect(world.runs.get("r1")).toMatchObject({ status: "cancelled", taken: { payments: 0 } });
  });
});

describe("It is authorised by another person", () => {
  it("once it is prepared", () => {
    world.ask("r1", "PreparePaymentRun", {}, "ann");
    expect(world.ask("r1", "AuthorisePaymentRun", {}, "bob")).toBe("not-in-this-state");
    world.settle();
    expect(world.ask("r1", "AuthorisePaymentRun", {}, "ann")).toBe("self-approval");
    expect(world.ask("r1", "AuthorisePaymentRun", {}, "bob")).toBeNull();
    expect(world.ask("r1", "AuthorisePaymentRun", {}, "cat")).toBe("not-in-this-state");
    expect(world.settle().grant(A)).toMatchObject({ run: "r1", preparedBy: "ann", authorisedBy: "bob" });
  });
  it("who approved a grant may prepare the run that pays it", () => {
    expect(world.grant(A).approvers).toContain("approver-1");
    expect(world.ask("r1", "PreparePaymentRun", {}, "approver-1")).toBeNull();
  });
  it("nothing is confirmed before, nor by halves", () => {
    prepared();
    expect(world.ask("r1", "ConfirmPayment", {}, "bob")).toBe("not-in-this-state");
    world.ask("r1", "AuthorisePaymentRun", {}, "bob");
    world.carryOn("r1");
    expect(world.ask("r1", "ConfirmPayment", { payments: ["r1-00001"] }, "bob")).toBe("not-in-this-state");
    expect(world.ask("r1", "FailPayment", { payments: ["r1-00001"], reasonCode: "other" }, "bob")).toBe(
      "not-in-this-state",
    );
  });
});

describe("It can be cancelled until then, with a reason", () => {
  it.each([0, 1, 2, 9])("after %i batches; its grants wait for another run", (batches) => {
    world.ask("r1", "PreparePaymentRun", {}, "ann");
    for (let done = 0; done < batches; done += 1) world.carryOn("r1");
    expect(world.ask("r1", "CancelPaymentRun", {}, "ann")).toBe("reason-required");
    expect(world.ask("r1", "CancelPaymentRun", because, "ann")).toBeNull();
    world.settle();
    expect(new Set(statuses("r1")).size).toBeLessThanOrEqual(1);
    expect(world.grant(A)).toMatchObject({ status: "released", run: null, preparedBy: null });
    expect([...world.balances().keys()].filter((name) => name.endsWith(":grant-in-run"))).toEqual([]);
    prepared("r2");
    expect(world.linesOf("r2")).toHaveLength(6);
  });
  it("not after", () => {
    authorised();
    expect(world.ask("r1", "CancelPaymentRun", because, "ann")).toBe("not-in-this-state");
    expect(world.tell(A, "CancelPaymentRun", { run: "r1" })).toBe("not-in-this-state");
  });
});

describe("Each payment is confirmed or fails", () => {
  it("once: what is confirmed is paid, what failed waits for the next run", () => {
    authorised();
    expect(world.ask("r1", "ConfirmPayment", { payments: ["r1-00001", "r1-00001"] }, "ann")).toBeNull();
    expect(world.ask("r1", "ConfirmPayment", { payments: ["r1-00001"] }, "ann")).toBe("already-released");
    expect(world.ask("r1", "FailPayment", { payments: ["r1-00001"], reasonCode: "other" }, "ann")).toBe(
      "already-released",
    );
    expect(world.ask("r1", "FailPayment", { payments: ["r1-00002"], reasonCode: "account-closed" }, "ann")).toBeNull();
    expect(world.ask("r1", "ConfirmPayment", { payments: ["r1-00002"] }, "ann")).toBe("not-in-this-state");
    expect(world.ask("r1", "ConfirmPayment", { payments: ["r1-00099"] }, "ann")).toBe("not-found");
    expect([world.grant(A), world.grant(B)]).toMatchObject([{ status: "paid" }, { status: "released", run: null }]);
    prepared("r2");
    expect(world.linesOf("r2").map(({ journey }) => journey)).toEqual([B]);
  });
  it("all at a word; the run is complete when none is open", () => {
    authorised();
    world.ask("r1", "FailPayment", { payments: ["r1-00003"], reasonCode: "account-closed" }, "ann");
    expect(world.ask("r1", "ConfirmPayment", {}, "ann")).toBeNull();
    expect(world.ask("r1", "ConfirmPayment", {}, "bob")).toBe("not-in-this-state");
    world.settle();
    expect(world.runs.get("r1")).toMatchObject({
      status: "complete",
      paid: { payments: 5, netPence: 500_000 },
      failed: { payments: 1, netPence: 100_000 },
      effects: [],
    });
  });
  it("1 to 200 may be named", () => {
    authorised();
    for (const count of [0, 201])
      expect(
        world.ask(
          "r1",
          "ConfirmPayment",
          { payments: Array.from({ length: count }, (_, index) => `p${index}`) },
          "ann",
        ),
      ).toBe("invalid");
  });
  it("nothing of a run that nobody prepared", () => {
    for (const type of ["AuthorisePaymentRun", "CancelPaymentRun"] as const)
      expect(world.ask("r9", type, {}, "ann")).toBe("not-found");
  });
});

describe("What a school owes back", () => {
  it("is kept back from its payment, and has come back when that is confirmed", () => {
    world.tell(A, "RequestClawback", { amountPence: 40_000, ...because });
    authorised();
    expect(world.linesOf("r1")[0]).toMatchObject({ grossPence: 100_000, recoveredPence: 40_000, netPence: 60_000 });
    // Until then nobody takes it a second time.
    expect(world.tell(A, "RecordRecovery", {})).toBe("not-in-this-state");
    world.ask("r1", "ConfirmPayment", {}, "ann");
    expect(world.settle().grant(A)).toMatchObject({
      status: "paid",
      clawback: { status: "recovered", amountPence: 40_000 },
    });
    expect(world.tell(A, "RecordRecovery", {})).toBe("not-in-this-state");
    expect(world.balances().get("hub:great-north:bank")).toBe(-460_000);
  });
  it("all of it: nothing is left to pay, and the payment is settled as it is authorised", () => {
    world.tell(A, "RequestClawback", because);
    authorised();
    expect(world.linesOf("r1")[0]).toMatchObject({ netPence: 0, status: "paid" });
    expect(world.grant(A)).toMatchObject({ status: "paid", clawback: { status: "recovered", amountPence: 100_000 } });
  });
  it("can be asked for again, or invoiced, where the payment failed", () => {
    world.tell(A, "RequestClawback", { amountPence: 40_000, ...because });
    authorised();
    world.ask("r1", "FailPayment", { payments: ["r1-00001"], reasonCode: "account-closed" }, "ann");
    expect(world.grant(A)).toMatchObject({ clawback: { status: "requested", amountPence: 40_000 } });
    expect(world.tell(A, "RecordRecovery", { amountPence: 30_000 })).toBeNull();
    expect(world.balances().get("hub:great-north:bank")).toBe(30_000);
    expect(world.balances().get(`journey:${A}:clawback-due`)).toBe(10_000);
    expect(world.grant(A)).toMatchObject({
      clawback: { status: "requested", amountPence: 10_000, recoveredPence: 30_000 },
    });
    expect(world.tell(A, "RecordRecovery", { amountPence: 4_000, rest: "let-go" })).toBeNull();
    expect(world.grant(A)).toMatchObject({ clawback: { status: "recovered", amountPence: 34_000 } });
    expect(world.balances().get("hub:great-north:recovery-difference")).toBe(6_000);
    expect(world.balances().get(`journey:${A}:clawback-due`)).toBeUndefined();
  });
  it("is not kept back where it is invoiced, until it is no longer", () => {
    world.tell(A, "RequestClawback", { amountPence: 40_000, invoiced: true, ...because });
    prepared();
    expect(world.linesOf("r1")[0]).toMatchObject({ recoveredPence: 0, netPence: 100_000 });
    expect(world.tell(A, "RequestClawback", { invoiced: true, ...because })).toBe("not-in-this-state");
    expect(world.tell(A, "RequestClawback", { invoiced: false, ...because })).toBeNull();
    expect(world.ask("r1", "CancelPaymentRun", because, "ann")).toBeNull();
    world.settle();
    prepared("r2");
    expect(world.linesOf("r2")[0]).toMatchObject({ recoveredPence: 40_000, netPence: 60_000 });
    expect(world.tell(A, "RequestClawback", { invoiced: true, ...because })).toBe("not-in-this-state");
  });
  it("is kept back by the run that comes first, no further than the payment goes", () => {
    world.tell(C, "RequestClawback", because);
    prepared();
    expect(world.linesOf("r1").map(({ recoveredPence }) => recoveredPence)).toEqual([0, 0, 100_000, 0, 0, 0]);
  });
});

describe("One payment is taken out of a run before the bank has it", () => {
  const held = { payments: ["r1-00001"], ...because };
  it.each([
    ["prepared", prepared],
    ["authorised", authorised],
  ] as const)("of a run that is %s, with a reason; somebody decides before another run takes it", (_, begin) => {
    begin();
    expect(world.ask("r1", "HoldPayment", { payments: ["r1-00001"] }, "ann")).toBe("reason-required");
    expect(world.ask("r1", "HoldPayment", held, "ann")).toBeNull();
    expect(world.linesOf("r1")[0]).toMatchObject({ status: "failed", reasonCode: "held-back" });
    expect(world.grant(A)).toMatchObject({ status: "released", run: null, heldBack: true });
    expect(world.balances().get(`journey:${A}:grant-in-run`)).toBeUndefined();
    expect(world.tell(A, "PreparePaymentRun", { run: "by-hand" })).toBe("not-in-this-state");
    world.tick(A);
    const task = world.tasks(A).find(({ about }) => about === "grant");
    expect(task).toMatchObject({ status: "open", grant: { cause: "held-back", paid: false } });
    const decision = { task: task?.id ?? "", decision: "release" as const, ...because };
    expect(world.tell(A, "DecideTask", decision)).toBeNull();
    expect(world.tell(A, "PreparePaymentRun", { run: "by-hand" })).toBeNull();
  });
  it("or the next run takes it without that", () => {
    authorised();
    expect(world.ask("r1", "HoldPayment", { ...held, nextRun: true }, "ann")).toBeNull();
    expect(world.linesOf("r1")[0]).toMatchObject({ status: "failed", reasonCode: "left-to-next-run" });
    prepared("r2");
    expect(world.linesOf("r2").map(({ journey }) => journey)).toEqual([A]);
  });
  it("none that is confirmed, and none of a run that is over", () => {
    authorised();
    world.ask("r1", "ConfirmPayment", { payments: ["r1-00001"] }, "ann");
    expect(world.ask("r1", "HoldPayment", held, "ann")).toBe("already-released");
    world.ask("r1", "ConfirmPayment", {}, "ann");
    world.settle();
    expect(world.ask("r1", "HoldPayment", { ...held, payments: ["r1-00002"] }, "ann")).toBe("not-in-this-state");
  });
  it("a part of it is released anew, by two people; nothing of the first release is left in the books", () => {
    authorised();
    world.ask("r1", "HoldPayment", held, "ann");
    world.tick(A);
    const task = world.tasks(A).find(({ about }) => about === "grant")?.id ?? "";
    expect(world.tell(A, "DecideTask", { task, decision: "part", ...because })).toBe("invalid");
    expect(world.tell(A, "DecideTask", { task, decision: "part", amountPence: 60_000, ...because })).toBeNull();
    expect(world.grant(A)).toMatchObject({ status: "payable", amountPence: 60_000, approvers: [], releasedBy: null });
    // What the release put there, the activity posts (activities/release-grant.ts): it is not of this world.
    expect(world.balances().get(`journey:${A}:grant-payable`)).toBe(100_000);
    expect(world.balances().get("hub:great-north:grants-committed")).toBe(-100_000);
  });
});

describe("What the bank gives back after it was confirmed", () => {
  const back = { payments: ["r1-00001"], reasonCode: "account-closed" };
  it("can be paid again; what was kept back from it is owed again", () => {
    world.tell(A, "RequestClawback", { amountPence: 40_000, ...because });
    authorised();
    expect(world.ask("r1", "ReturnPayment", back, "ann")).toBe("not-in-this-state");
    world.ask("r1", "ConfirmPayment", {}, "ann");
    world.settle();
    expect(world.ask("r1", "ReturnPayment", back, "ann")).toBeNull();
    expect(world.ask("r1", "ReturnPayment", back, "ann")).toBe("not-in-this-state");
    expect(world.runs.get("r1")).toMatchObject({
      status: "complete",
      paid: { payments: 5 },
      returned: { payments: 1, netPence: 60_000 },
    });
    expect(world.grant(A)).toMatchObject({
      status: "released",
      run: null,
      clawback: { status: "requested", amountPence: 40_000, recoveredPence: 0 },
    });
    prepared("r2");
    expect(world.linesOf("r2")).toMatchObject([{ journey: A, recoveredPence: 40_000, netPence: 60_000 }]);
    world.ask("r2", "AuthorisePaymentRun", {}, "bob");
    world.settle();
    world.ask("r2", "ConfirmPayment", {}, "ann");
    expect(world.settle().grant(A)).toMatchObject({ status: "paid", clawback: { status: "recovered" } });
    expect(world.balances().get("hub:great-north:bank")).toBe(-460_000);
    // What the release put there, the activity posts: it is not of this world.
    expect(world.balances().get(`journey:${A}:grant-payable`)).toBe(100_000);
    for (const account of ["grant-in-run", "clawback-due"])
      expect(world.balances().get(`journey:${A}:${account}`)).toBeUndefined();
  });
});

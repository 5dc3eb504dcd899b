import { describe, expect, it } from "@jest/globals";
import { inOneLine } from "../../../test/support/browser.ts";
import { strictView } from "../../../test/support/strict-view.ts";
import type { PaymentSeen, RunWithStatement } from "../../../libs/service/money/payment-runs.ts";
import { filledIn } from "../look/templates.ts";
import { runFormView, runsView, runView, type RunLook } from "./runs-page.ts";

const SUMS = {
  ...{ payments: 3, grossPence: 300_000, recoveredPence: 20_000, netPence: 280_000 },
  ...{ paidPayments: 1, paidPence: 100_000, failedPayments: 1, failedPence: 90_000 },
  ...{ returnedPayments: 1, returnedPence: 90_000 },
};
const RUN = {
  ...{ id: "r0123456789", hub: "great-north", cutOff: "2024-11-04", status: "complete", version: 4, openPayments: 0 },
  ...{ preparedBy: "p-1", preparedAt: "2024-11-05T09:00:00Z", authorisedBy: "p-2" },
  ...SUMS,
  statement: [{ hub: "great-north", ...SUMS }],
} as unknown as RunWithStatement;
const PAYMENT = {
  ...{ payment: "r0123456789-00001", journey: "100001-primary", urn: "100001", schoolName: "Abbey & Hill" },
  ...{ stage: "development", academicYear: "2024/25", grossPence: 100_000, recoveredPence: 0, netPence: 100_000 },
  ...{ status: "failed", reasonCode: "account-closed" },
} as unknown as PaymentSeen;
const LOOK: RunLook = {
  ...{ whose: null, payments: [PAYMENT], next: null, now: [], who: "p-3", done: null, skipped: [], mayRedact: false },
  ...{ called: (id: string) => `Person ${id}`, answers: false },
};

const list = (runs: readonly RunWithStatement[], mayPrepare = true): string => {
  const whose = { hub: "great-north", named: false };
  const view = runsView(runs, { whose, mayPrepare, done: null, called: LOOK.called });
  return inOneLine(filledIn("money/runs.njk", strictView(view)).text);
};
const one = (run: Partial<RunWithStatement>, look: Partial<RunLook> = {}): string =>
  inOneLine(filledIn("money/run.njk", strictView(runView({ ...RUN, ...run }, { ...LOOK, ...look }))).text);

describe("The payment runs", () => {
  it("stand with the latest first, each with how far it is", () => {
    const page = list([{ ...RUN, preparedAt: "2024-10-01T09:00:00Z" }, RUN]);
    expect(page).toMatch(/Prepared 5 November 2024.*Prepared 1 October 2024/u);
    expect(page).toMatch(/by Person p-1.*4 November 2024.*Complete.*>3<.*£2,800.*1 confirmed, 1 failed.*0 open/u);
  });
  it("say where there is none, and are prepared by who may", () => {
    expect(list([])).toMatch(/\/money\/runs\/new.*There has been no payment run yet/u);
    expect(list([], false)).not.toContain("/money/runs/new");
  });
});

describe("One payment run", () => {
  it("has its statement: of its hub alone, else also of all", () => {
    expect(one({})).toMatch(/>Great North<\/th>.*£3,000.*£200.*£2,800.*>1<[^>]*>£1,000.*>1<[^>]*>£900.*>1<[^>]*>£900/u);
    expect(one({})).not.toContain(">All<");
    const other = { hub: "far-south", ...SUMS };
    expect(one({ hub: null, statement: [...RUN.statement, other] })).toMatch(/of every hub.*Far South.*>All</u);
  });
  it("has each payment with its school, its grant and why it failed", () => {
    const page = one({});
    expect(page).toMatch(/100001-primary">Abbey &amp; Hill<.*Development 2024\/25.*\/why\/grants\/2024-25"/u);
    expect(page).toMatch(/£1,000.*–.*£1,000.*Failed <\/strong><span[^>]*>Account closed/u);
    expect(one({}, { payments: [] })).toContain("There is none yet.");
    expect(one({}, { next: 100 })).toContain("/money/runs/r0123456789?after=100");
  });
  it("waits for another person than who prepared it, and is looked at again while it moves", () => {
    const waits = { status: "prepared", authorisedBy: null } as const;
    expect(one(waits, { who: "p-1" })).toContain("Not yet: you prepared it, so another person has to");
    expect(one(waits)).not.toContain("another person has to");
    expect(one({ status: "gathering", authorisedBy: null })).toContain("Look again");
    expect(one({})).toContain("By Person p-2");
    expect(one({})).not.toContain("Look again");
  });
  it("offers what can be done now, by who may", () => {
    const page = one({}, { now: ["returned", "cancel"], mayRedact: true, answers: true });
    expect(page).toMatch(/\/returned".*Say which payments came back.*\/cancel".*Cancel the run/u);
    expect(page).toMatch(/remittance\.csv.*bank-answers\/r0123456789.*redactions"/u);
    expect(one({ status: "prepared" })).not.toMatch(/remittance|bank-answers|redactions/u);
  });
  it("says which payments a command passed over; it proves some of those that it has", () => {
    expect(one({}, { skipped: ["r-1 (paid)", "r-2 (paid)"] })).toContain(
      "Passed over:</strong> r-1 (paid), r-2 (paid).",
    );
    expect(one({})).toMatch(/Prove some of its payments.*name="most"[^>]*value="3"/u);
    expect(one({ payments: 0 })).not.toContain("Prove some");
  });
});

it("what is done with a run says which it is and what comes of it, and warns where it ends it", () => {
  const form = (action: "cancel" | "hold"): string => {
    const state = { action: `/money/runs/${RUN.id}/${action}`, token: "t", key: "k.1", typed: {}, faults: [] };
    return inOneLine(filledIn("money/run-form.njk", strictView(runFormView(RUN, action, [PAYMENT], state))).text);
  };
  expect(form("hold")).toMatch(/Prepared 5 November 2024: 3 payments, £2,800 to be paid\..*Before the bank has them/u);
  expect(form("hold")).toMatch(/value="r0123456789-00001".*Hold those ticked back/u);
  expect(form("hold")).not.toContain("govuk-button--warning");
  expect(form("cancel")).toContain("govuk-button--warning");
});

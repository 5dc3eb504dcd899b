import { expect, it } from "@jest/globals";
import { writtenForPrograms } from "../../test/support/plain-words.ts";
import { describe as inWords } from "./describe.ts";
import type { EventOf, EventType, RunEvent } from "./events.ts";
import { fold } from "./evolve.ts";
import { happened } from "./happened.ts";

const at = "2026-11-12T10:00:00Z";
const by = { who: "finance-1", role: "finance-officer" } as const;
const sums = { payments: 2, grossPence: 200_000, recoveredPence: 0, netPence: 200_000 };
const none = { payments: 0, grossPence: 0, recoveredPence: 0, netPence: 0 };
const batch = { effect: 1, after: 2, more: false };
/** One of each. */
const EVENTS: { [T in EventType]: Omit<EventOf<T>, "type" | "at"> } = {
  PaymentRunPrepared: { hub: "great-north", cutOff: "2026-11-10", preparedBy: by },
  PaymentsTaken: { ...sums, ...batch },
  PaymentRunAuthorised: { authorisedBy: { who: "finance-2", role: "operator" } },
  PaymentsAuthorised: { ...batch, failed: none, settled: none },
  PaymentsHeld: none,
  PaymentsFailed: none,
  AllConfirmed: { confirmedBy: by },
  PaymentsConfirmed: sums,
  PaymentsReturned: none,
  PaymentRunCompleted: { paid: sums, failed: none },
  PaymentRunCancelled: {},
  PaymentsLetGo: { ...batch, payments: 2 },
  EffectStalled: { effect: 2, code: "store-away" },
  EffectPerformed: { effect: 2, messageId: null },
};
const all = Object.entries(EVENTS).map(([type, data]) => ({ type, at, ...data }) as RunEvent);

it("a payment run says what happened to it, and where it stands, as people would", () => {
  expect(all.map(happened)).toEqual([
    "The run is prepared, for grants released up to 10 November 2026.",
    "2 payments (£2,000) are taken into it; no more are to come.",
    "It is authorised.",
    "Payments are authorised.",
    "Taken out before the bank has them: 0 payments (£0).",
    "Failed: 0 payments (£0).",
    "All that is open is confirmed.",
    "Paid: 2 payments (£2,000).",
    "Given back by the bank: 0 payments (£0).",
    "The run is complete: 2 payments (£2,000) paid, 0 payments (£0) failed.",
    "It is cancelled.",
    "2 grants wait for the next run again.",
    "The next batch does not get through; it is tried again.",
    null,
  ]);
  const { details } = inWords("pr-1", fold(all.slice(0, 3).map((event, index) => ({ ...event, seq: index + 1 }))));
  expect(details).toContain("**Payment run of Great North hub** · grants released up to 10 November 2026 · ");
  expect(details).toContain("Prepared by a finance officer, authorised by an operator.");
  expect([details, ...all.map((event) => happened(event) ?? "")].flatMap(writtenForPrograms)).toEqual([]);
});

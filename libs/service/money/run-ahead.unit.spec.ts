import { expect, it } from "@jest/globals";
import { becauseOf, keptBack } from "./run-ahead.ts";

const grant = (journey: string, amountPence: number, hub = "great-north") => ({
  ...{ journey, hub, urn: "100001", school: null, stage: "development", academicYear: "2024/25", amountPence },
  releasedAt: "2024-10-03T09:00:00Z",
});
const asked = (journey: string, amountPence: number, hub = "great-north") => ({ journey, hub, amountPence });

it("what a school owes back is kept back from its payment, up to the amount, and from no other school’s", () => {
  const found = keptBack([grant("a", 100_000), grant("b", 100_000)], [asked("a", 30_000), asked("c", 5_000)]);
  expect(found.map(({ keptBackPence, netPence }) => [keptBackPence, netPence])).toEqual([
    [30_000, 70_000],
    [0, 100_000],
  ]);
  expect(keptBack([grant("a", 20_000)], [asked("a", 30_000)])[0]).toMatchObject({ keptBackPence: 20_000, netPence: 0 });
});

it("what one payment keeps back, even in part, no second one keeps back; nor what another hub asks for", () => {
  const two = keptBack([grant("a", 20_000), grant("a", 50_000)], [asked("a", 30_000)]);
  expect(two.map(({ keptBackPence }) => keptBackPence)).toEqual([20_000, 0]);
  expect(keptBack([grant("a", 50_000)], [asked("a", 30_000, "far-south")])[0]?.keptBackPence).toBe(0);
});

it("a grant stays out for what is to be decided first, else for how far it is", () => {
  const one = { status: "released", approvals: 2, run: null, asks: null, releasedAt: "2024-10-03T09:00:00Z" };
  const asks = { stage: "development", academicYear: "2024/25", cause: "paused", paid: false } as const;
  expect(becauseOf({ ...one, asks }, "2024-10-03")).toEqual({ why: "asks", cause: "paused", paid: false });
  expect(becauseOf({ ...one, status: "payable", approvals: 0 }, "2024-10-03").why).toBe("no-approval");
  expect(becauseOf({ ...one, status: "payable", approvals: 1 }, "2024-10-03").why).toBe("one-approval");
  expect(becauseOf({ ...one, run: "r1" }, "2024-10-03").why).toBe("in-run");
  expect(becauseOf(one, "2024-10-02").why).toBe("after-cut-off");
  expect(becauseOf(one, "2024-10-03").why).toBe("being-released");
});

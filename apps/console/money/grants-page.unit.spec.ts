import { expect, it } from "@jest/globals";
import { inOneLine } from "../../../test/support/browser.ts";
import { strictView } from "../../../test/support/strict-view.ts";
import { filledIn } from "../look/templates.ts";
import { grantsAsked, grantsFile } from "./grant-sums.ts";
import { grantsView, openTo, type GrantsLook } from "./grants-page.ts";

const grant = (urn: string, approvers: string[], more: object = {}) => ({
  ...{ journey: `${urn}-primary`, no: 1, urn, school: `School of ${urn}`, stage: "development" },
  ...{ academicYear: "2024/25", amountPence: 100_000, status: "payable", approvers, releasedAt: null },
  ...{ run: null, left: false, asks: null },
  ground: { attended: 2, missed: 0, payableAt: "2024-10-02T16:00:00.000Z", decidedAt: null, decidedBy: null } as never,
  ...more,
});
const sum = (academicYear: string, month: string | null, grants: number) => ({
  ...{ academicYear, month, grants, pence: grants * 100_000, once: 1, open: grants - 1 },
  openPence: (grants - 1) * 100_000,
});
const GRANTS = [grant("410000", []), grant("410001", ["ann"]), grant("410002", ["me"])];
const LOOK: GrantsLook = {
  ...{ show: "payable", whose: { hub: "great-north", named: false }, asked: grantsAsked({}), who: "me" },
  ...{ approves: true, people: (id: string) => `${id} by name`, done: null, next: null },
  sums: [sum("2024/25", null, 3)],
  state: { action: "/money", token: "t", key: "k", typed: {}, faults: [] },
};
const shown = (grants: ReturnType<typeof grant>[], look: Partial<GrantsLook>): string =>
  inOneLine(filledIn("money/grants.njk", strictView(grantsView(grants, { ...LOOK, ...look }))).text);
const ticks = (page: string): number => [...page.matchAll(/<input[^>]*name="grant"[^>]* checked/gu)].length;

it("says what all of the list comes to, what of it this person can approve, and presets no tick", () => {
  const page = shown(GRANTS, { sums: [sum("2024/25", null, 60)] });
  expect(page).toMatch(/60 grants, £60,000, 1 of them approved by one person\. 3 are on this page\./u);
  expect(page).toMatch(/You can approve 59 of them: £59,000\..*0 of 2 on this page are ticked: £0/u);
  expect([ticks(page), page.includes("Yours is given")]).toEqual([0, true]);
  expect(page).toContain('href="/money?show=payable&amp;tick=all">Tick all 2 on this page');
});

it("all of a page are ticked at once but for those that one has approved, and their sum is said", () => {
  const typed = { grant: openTo(GRANTS, "me") };
  const page = shown(GRANTS, { state: { ...LOOK.state, typed } });
  expect([ticks(page), /2 of 2 on this page are ticked: £2,000/u.test(page)]).toEqual([2, true]);
  expect(page).toMatch(/Tick none/u);
});

it("an auditor reads the same and changes nothing", () => {
  const asks = { stage: "development", academicYear: "2024/25", cause: "paused", paid: false } as const;
  const whose = { hub: "great-north", named: true };
  const page = shown([grant("410000", ["ann"], { asks })], { approves: false, whose });
  expect(page).toMatch(/School of 410000.*ann by name.*The school paused.*Why\?/u);
  expect(page).not.toMatch(/method="post"|Tick all|Change|Withhold|Decide on the task|You can approve/u);
  expect(page).toContain('href="/money/grants.csv?hub=great-north&amp;show=payable"');
});

it("is narrowed to a year of grants and to when they were released, each with its sum", () => {
  const sums = [sum("2024/25", "2024-10", 5), sum("2024/25", "2025-04", 3), sum("2023/24", "2024-03", 2)];
  const released = (asked: object): string =>
    shown(GRANTS, { show: "released", sums, asked: grantsAsked(asked as never) });
  expect(released({})).toMatch(/10 grants, £10,000\..*2024\/25<\/th><td[^>]*>October 2024<.*>5<.*£5,000/u);
  expect(released({ year: "2024-25" })).toMatch(/8 grants, £8,000\./u);
  expect(released({ when: "financial-2024-25" })).toMatch(/5 grants, £5,000\./u);
  expect(released({ year: "2023-24", when: "2024-03" })).toMatch(/2 grants, £2,000\..*show=released&amp;year=2023-24/u);
  expect(grantsAsked({ year: "24", when: "soon", after: "" })).toEqual({ year: "", when: "", after: "" });
});

const GROUND = { attended: 1, missed: 1, payableAt: null, decidedAt: null, decidedBy: null };
const on = (day: string) => `${day}T12:00:00.000Z`;
it.each([
  ["payable", {}, "Its teachers have been at a session. 1 of 2 sessions so far attended."],
  ["payable", { missed: 0, payableAt: on("2024-10-02") }, "The one session so far attended. Payable since"],
  [
    "payable",
    { decidedAt: on("2024-10-04"), decidedBy: "lea" },
    "Decided on 4 October 2024 that it is paid, by lea by name. 1 of 2 sessions so far attended.",
  ],
  // Of a school that has gone to another hub, its sessions are that hub's business.
  ["payable", { attended: null, missed: null }, "Its teachers have been at a session.</td>"],
  ["due", { attended: 0, missed: 0 }, "each of its teachers has been at a session. No session has been recorded yet."],
  ["released", {}, "Waits for the next payment run."],
  ["withheld", { decidedAt: on("2024-10-04") }, "It was decided on 4 October 2024 that it is not paid."],
] as const)("a grant that is %s has in its row why: %j", (status, ground, says) => {
  const page = shown([grant("410000", [], { status, ground: { ...GROUND, ...ground } })], {});
  expect(page).toContain(says);
});

it("an empty list says why it is empty", () => {
  expect(shown([], { sums: [] })).toContain("No grant waits for approval.");
  expect(shown([], {})).toContain("No grant fits all of this.");
});

it("the file has each grant with its amount in pounds and who approved it", () => {
  expect(grantsFile([grant("410001", ["ann"])], (id) => `${id} by name`)).toContain(
    ",2024/25,1000.00,Payable,ann by name,,,Its teachers have been at a session. All 2 sessions so far attended.",
  );
});

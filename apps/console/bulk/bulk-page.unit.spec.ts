import { expect, it } from "@jest/globals";
import { inOneLine } from "../../../test/support/browser.ts";
import { strictView } from "../../../test/support/strict-view.ts";
import type { Bulk } from "../../../libs/service/bulk/bulk.ts";
import { filledIn } from "../look/templates.ts";
import { chooseView, lookView, outcomeView } from "./bulk-page.ts";

const line = { line: 2, urn: "100001", journey: "100001-primary", outcome: "accepted", because: null };
const bulk = (change: object): Bulk =>
  ({ id: "b", accepted: 1, rejected: 0, waiting: 0, lines: [line], ...change }) as unknown as Bulk; // what it reads
const look = { token: "t", key: "k", names: new Map([["100001", "Hillside"]]), file: "ZmlsZQ==" };
const shown = (template: string, view: object): string =>
  inOneLine(filledIn(`bulk/${template}.njk`, strictView(view)).text);

const criteria = [{ words: "High turnover", says: "Many have gone" }];

it("a file is chosen with its columns told; what is wrong with it is said at its field", () => {
  expect(shown("choose", chooseView({ token: "t", key: "k", faults: [], criteria }))).toMatch(
    /template\.csv.*>Programme<.*such as Readiness 2026\/27.*>High turnover<.*Many have gone/u,
  );
  const faults = [{ field: null, text: "Choose a file that is not empty." }];
  expect(shown("choose", chooseView({ token: "t", key: "k", faults, criteria: [] }))).toContain(
    "Choose a file that is not empty.",
  );
});

it("each line is looked at, what has to be put right first, and sent only with the very bytes", () => {
  const wrong = { ...line, line: 5, urn: null, outcome: "rejected" };
  const page = shown("lines", lookView(bulk({ rejected: 1, lines: [line, wrong] }), look));
  expect(page).toMatch(/Nothing is recorded yet\.<\/strong> 1 of 2 lines would be taken/u);
  expect(page).toMatch(/name="csv" value="ZmlsZQ==".*Send this application.*>5<.*>2<.*Hillside/u);
  expect(page).not.toContain("/journeys/100001-primary");
});

it("a file with faults is to be had back, with the very bytes; one without is not", () => {
  const wrong = { ...line, line: 5, outcome: "rejected", because: { code: "invalid", detail: "No." } };
  const page = shown("lines", lookView(bulk({ rejected: 1, lines: [wrong] }), look));
  expect(page).toMatch(/action="\/bulk\/faults".*name="csv" value="ZmlsZQ==".*what is wrong in each line/u);
  expect(shown("lines", lookView(bulk({}), look))).not.toContain("/bulk/faults");
});

it("what came of it leads to the schools; what still waits can be gone on with", () => {
  expect(shown("lines", outcomeView(bulk({}), look))).toMatch(
    /href="\/journeys\/100001-primary">Hillside.*To the applications/u,
  );
  expect(shown("lines", outcomeView(bulk({ waiting: 3 }), look))).toMatch(/3 still wait.*Go on/u);
});

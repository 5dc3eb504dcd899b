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

it("a file is chosen with its columns told; what is wrong with it is said at its field", () => {
  expect(shown("choose", chooseView({ token: "t", key: "k", faults: [] }))).toMatch(
    /empty\.csv.*<code>contactEmail<\/code>/u,
  );
  const faults = [{ field: null, text: "Choose a file that is not empty." }];
  expect(shown("choose", chooseView({ token: "t", key: "k", faults }))).toContain("Choose a file that is not empty.");
});

it("each line is looked at, what has to be put right first, and sent only with the very bytes", () => {
  const wrong = { ...line, line: 5, urn: null, outcome: "rejected" };
  const page = shown("lines", lookView(bulk({ rejected: 1, lines: [line, wrong] }), look));
  expect(page).toMatch(/Nothing is recorded yet\.<\/strong> 1 of 2 lines would be taken/u);
  expect(page).toMatch(/name="csv" value="ZmlsZQ==".*Send this application.*>5<.*>2<.*Hillside/u);
  expect(page).not.toContain("/journeys/100001-primary");
});

it("what came of it leads to the schools; what still waits can be gone on with", () => {
  expect(shown("lines", outcomeView(bulk({}), look))).toMatch(
    /href="\/journeys\/100001-primary">Hillside.*To the applications/u,
  );
  expect(shown("lines", outcomeView(bulk({ waiting: 3 }), look))).toMatch(/3 still wait.*Go on/u);
});

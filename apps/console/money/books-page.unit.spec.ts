import { expect, it } from "@jest/globals";
import { inOneLine } from "../../../test/support/browser.ts";
import { strictView } from "../../../test/support/strict-view.ts";
import { filledIn } from "../look/templates.ts";
import { booksView, invoicesFile, ledgerFile } from "./books-page.ts";

const shown = (view: object): string => inOneLine(filledIn("money/books.njk", strictView(view)).text);
const OWN = { whose: { hub: "great-north", named: false }, when: "" };
const posted = (month: string, account: string, debitPence: number, creditPence: number) => ({
  ...{ month, academicYear: "2021/22", account, kind: "grant-released", debitPence, creditPence },
});
const LEDGER = [
  posted("2022-03", "grants-committed", 100_000, 0),
  posted("2022-03", "schools:grant-payable", 0, 100_000),
  posted("2022-05", "bank", 0, 60_050),
  posted("2022-05", "schools:grant-in-run", 60_050, 0),
];
const INVOICE = {
  ...{ journey: "100001-primary", urn: "100001", schoolName: "Hillside School", stage: "development" },
  ...{ academicYear: "2021/22", requestedAt: "2022-05-04T08:00:00Z" },
  ...{ clawbackPence: 50_000, keptBackPence: 20_000, invoicePence: 30_000 },
};

it("the books say each account in words and pounds, and what is to be invoiced to whom", () => {
  const page = shown(booksView(LEDGER, [INVOICE], OWN));
  expect(page).toMatch(/Bank.*£600\.50.*−£600\.50.*Owed to schools.*Together.*£1,600\.50.*£1,600\.50.*£0/u);
  expect(page).toMatch(/£300 in all.*Hillside School.*Development 2021\/22.*4 May 2022.*£500.*£200.*£300/u);
  expect(page).not.toMatch(/grant-payable|schools:/u);
});

it("of a month or a year the books have what was posted and asked back then, and nothing else", () => {
  const march = shown(booksView(LEDGER, [INVOICE], { ...OWN, when: "2022-03" }));
  expect(march).toMatch(/Accounts: March 2022.*Together.*£1,000.*£1,000.*£0/u);
  expect(march).not.toMatch(/Bank<|Hillside/u);
  expect(shown(booksView(LEDGER, [INVOICE], { ...OWN, when: "financial-2022-23" }))).toMatch(
    /Financial year 2022\/23.*Bank.*£600\.50.*Hillside School/u,
  );
});

it("the files have each month and account, and each invoice, in pounds", () => {
  expect(ledgerFile(LEDGER, "").trim().split("\r\n").slice(1)).toEqual([
    "March 2022,Grants released,1000.00,0.00,1000.00",
    "March 2022,Owed to schools,0.00,1000.00,-1000.00",
    "May 2022,Bank,0.00,600.50,-600.50",
    "May 2022,On their way to schools,600.50,0.00,600.50",
  ]);
  expect(invoicesFile([INVOICE], "2022-05")).toContain(
    "100001,Hillside School,Development,2021/22,2022-05-04,500.00,200.00,300.00",
  );
  expect(invoicesFile([INVOICE], "2022-06")).not.toContain("Hillside");
});

it("empty books say so", () => {
  expect(shown(booksView([], [], OWN))).toMatch(/Nothing has been posted yet.*Nothing is to be invoiced/u);
});

it("who reads another’s books stays with that hub by each link and form", () => {
  const page = shown(booksView(LEDGER, [INVOICE], { whose: { hub: "great-north", named: true }, when: "2022-05" }));
  expect(page).toContain('href="/money/runs?hub=great-north"');
  expect(page).toContain('<input type="hidden" name="hub" value="great-north">');
  expect(page).toContain('href="/money/books/ledger.csv?hub=great-north&amp;when=2022-05"');
});

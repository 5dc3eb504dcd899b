import { expect, it } from "@jest/globals";
import { inOneLine } from "../../../test/support/browser.ts";
import { strictView } from "../../../test/support/strict-view.ts";
import { filledIn } from "../look/templates.ts";
import { booksView } from "./books-page.ts";

const NOTHING = { hub: "great-north", accounts: [], debitPence: 0, creditPence: 0, balancePence: 0 };
const shown = (view: object): string => inOneLine(filledIn("money/books.njk", strictView(view)).text);

it("the books say each account in words and pounds, and what is to be invoiced to whom", () => {
  const accounts = [
    { account: "bank", debitPence: 0, creditPence: 100_000, balancePence: -100_000 },
    { account: "schools:grant-payable", debitPence: 100_000, creditPence: 0, balancePence: 100_000 },
  ];
  const invoice = {
    journey: "100001-primary",
    urn: "100001",
    schoolName: "Hillside School",
    stage: "development",
    academicYear: "2021/22",
    requestedAt: "2022-05-04T08:00:00Z",
    clawbackPence: 50_000,
    keptBackPence: 20_000,
    invoicePence: 30_000,
  };
  const all = { ...NOTHING, accounts, debitPence: 100_000, creditPence: 100_000 };
  const page = shown(booksView(all, [invoice]));
  expect(page).toMatch(/Bank.*£1,000.*−£1,000.*Owed to schools.*Together.*£1,000.*£1,000.*£0/u);
  expect(page).toMatch(/£300 in all.*Hillside School.*Development 2021\/22.*4 May 2022.*£500.*£200.*£300/u);
  expect(page).not.toMatch(/grant-payable|schools:/u);
});

it("empty books say so", () => {
  expect(shown(booksView(NOTHING, []))).toMatch(/Nothing has been posted yet.*Nothing is to be invoiced/u);
});

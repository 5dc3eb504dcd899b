import { expect, it } from "@jest/globals";
import { parse } from "csv-parse/sync";
import type { Remitted } from "./remittance.ts";
import { REMITTANCE_COLUMNS, remittanceCsv } from "./remittance.ts";

const line: Remitted = {
  payment: "r3f2a91c0de-00001",
  run: "r3f2a91c0de",
  no: 1,
  payable: "100001-primary:44",
  journey: "100001-primary",
  urn: "100001",
  schoolName: "Example Primary School",
  phase: "primary",
  hub: "great-north",
  stage: "development",
  academicYear: "2021/22",
  grossPence: 100_000,
  recoveredPence: 40_050,
  netPence: 59_950,
  status: "authorised",
  reasonCode: null,
};
const whole = (...lines: Remitted[]): string =>
  remittanceCsv([], { header: true }) + remittanceCsv(lines, { header: false });

it("has one row a payment, its columns in their order, pounds with two decimals", () => {
  expect(whole(line)).toBe(
    "\uFEFFreference,urn,school,hub,grant,prospectus,grant_pounds,kept_back_pounds,amount_pounds,amount_pence\r\n" +
      "r3f2a91c0de-00001,100001,Example Primary " +
      "School,great-north,100001-primary:44,2021-22/primary-development,1000.00,400.50,599.50,59950\r\n",
  );
});

it.each(["=1+1", "+44 1234", "-2+3", "@SUM(A1)", "\tx", "\rx"])(
  "is safe to open in a spreadsheet: %j is text",
  (schoolName) => {
    const [, row] = parse(whole({ ...line, schoolName }), { bom: true, relax_column_count: true }) as string[][];
    expect(row?.[REMITTANCE_COLUMNS.indexOf("school")]).toBe(`'${schoolName}`);
  },
);

it("is safe in every cell that holds words", () => {
  const bad = "=HYPERLINK(1)";
  const words = { payment: bad, urn: bad, schoolName: bad, hub: bad, payable: bad };
  const [, row] = parse(whole({ ...line, ...words }), { bom: true }) as string[][];
  expect(row?.slice(0, 5)).toEqual(Array<string>(5).fill(`'${bad}`));
});

it("keeps commas, quotes and letters of any kind in their cell", () => {
  const schoolName = 'St Mary’s “Ysgol”, "Nursery"\r\n& Infants';
  const [, row] = parse(whole({ ...line, schoolName }), { bom: true }) as string[][];
  expect(row?.[2]).toBe(schoolName);
});

it(
  "has no row where nothing is to be paid: all kept back, refused, cancelled; a payment that failed at the " +
    "bank keeps its row",
  () => {
    const none: Partial<Remitted>[] = [
      { netPence: 0, recoveredPence: 100_000, status: "paid" },
      { status: "refused", reasonCode: "grant-not-due" },
      { status: "cancelled" },
      { status: "prepared" },
      { status: "failed", reasonCode: "not-in-this-state" },
    ];
    expect(
      remittanceCsv(
        none.map((change) => ({ ...line, ...change })),
        { header: false },
      ),
    ).toBe("");
    expect(
      remittanceCsv(
        [
          { ...line, status: "failed", reasonCode: "account-closed" },
          { ...line, status: "paid" },
        ],
        { header: false },
      ).split("\r\n"),
    ).toHaveLength(3);
  },
);

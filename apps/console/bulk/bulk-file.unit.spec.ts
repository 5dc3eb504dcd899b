import { Readable } from "node:stream";
import { expect, it } from "@jest/globals";
import { readBulk, soundRow } from "../../../libs/service/bulk/bulk-file.ts";
import { faultsFile, templateFile, whyNot, WRONG } from "./bulk-file.ts";

const read = (csv: string) => readBulk(Readable.from([Buffer.from(csv)]), "great-north");
const linesOf = (csv: string): string[] =>
  csv
    .slice(csv.startsWith("\uFEFF") ? 1 : 0)
    .trimEnd()
    .split("\r\n");

it("the template is a file that can be read, and its example is never sent", async () => {
  const { rows } = await read(templateFile());
  expect(rows).toHaveLength(1);
  expect(rows.map((row) => () => soundRow(row))[0]).toThrow("This is the example line of the template: take it out.");
  expect(rows[0]?.body).toMatchObject({
    prospectus: "2026-27/primary-readiness",
    school: { phase: "primary", funding: "state" },
    criteria: ["poor-progress-or-attainment", "leadership-support-needed"],
    understandsExpectations: true,
  });
});

it("a file comes back as it came, with what is wrong first, and can be sent again as it is", async () => {
  const header = ["URN", "Why the school applies", "Remark"];
  const because = { code: "invalid", detail: "Six digits." };
  const csv = faultsFile({
    header,
    rows: [
      { record: ["12", "=1+1", "ours"], because },
      { record: ["100002", "Well", "", "one too many"], because: null },
    ],
  });
  expect(linesOf(csv)).toEqual([
    `${WRONG},URN,Why the school applies,Remark`,
    "Six digits.,12,'=1+1,ours",
    ",100002,Well,,one too many",
  ]);
  const again = faultsFile({ header: [WRONG, ...header], rows: [{ record: ["old", "12", "a", "b"], because }] });
  expect(linesOf(again)).toEqual([`${WRONG},URN,Why the school applies,Remark`, "Six digits.,12,a,b"]);
});

it("all that is wrong with a line is said, each by the heading of its column and not by its field", () => {
  const errors = [
    { pointer: "/school/urn", detail: "urn is missing." },
    { pointer: "/contact/email", detail: "email is an address such as grace@example.org." },
    { pointer: "/group/schools/0/urn", detail: "Six digits." },
    { pointer: "/hub", detail: "No such hub." },
  ];
  expect(whyNot({ code: "invalid", detail: "Not these.", errors })).toBe(
    "URN: is missing. Email: is an address such as grace@example.org. Wishes to be with: Six digits. No such hub.",
  );
  expect(whyNot({ code: "invalid", detail: "Only this." })).toBe("Only this.");
});

it("a name that is missing is said once, and what is ticked on a page is written in a file", () => {
  const missing = { detail: "firstName and lastName are missing: one of them is enough." };
  const errors = ["/contact/firstName", "/contact/lastName"].map((pointer) => ({ pointer, ...missing }));
  expect(whyNot({ code: "invalid", detail: "Not these.", errors })).toBe(
    "“First name” and “Last name” are missing: one of them is enough.",
  );
  for (const code of ["expectations-not-accepted", "slt-support-required"])
    expect(whyNot({ code, detail: "Tick it." })).toMatch(/^Write yes under “[^”]+”, once /u);
});

import { describe, expect, it } from "@jest/globals";
import type { Refusal } from "../refusal.ts";
import { readBulk, soundRow } from "./bulk-file.ts";

const HEADER =
  "urn,name,phase,funding,prospectus,criteria,reasons,understandsExpectations," +
  "contactFirstName,contactLastName,contactEmail";
const row = (urn: string, reasons = "We want to change how we teach maths.", email = "grace@example.org") =>
  `${urn},Example Primary School,primary,state,2026-27/primary-readiness,poor-progress-or-attainment,${reasons},yes,` +
  `Grace,Example,${email}`;

async function* pieces(content: string | Buffer, size: number): AsyncGenerator<Buffer> {
  const bytes = Buffer.from(content);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
const read = (content: string | Buffer, size = 7) => readBulk(pieces(content, size), "great-north");
const said = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    return (error as Refusal).message;
  }
  return "taken";
};

describe("a file of applications", () => {
  it.each(["\n", "\r\n", "\r"])(
    "has its rows on the lines on which they stand, whatever ends them: %j",
    async (end) => {
      const lines = [HEADER, row("910050", '"one\rtwo\rthree"'), "", row("910051", "x", "bad address")];
      const { rows } = await read(lines.join(end) + end);
      expect(rows.map(({ line, urn }) => [line, urn])).toEqual([
        [2, "910050"],
        [6, "910051"],
      ]);
      expect(rows[0]?.body["reasons"]).toBe("one\ntwo\nthree");
    },
  );

  it("is the same file in whatever pieces it comes", async () => {
    const content = [HEADER, row("910050", '"one\r\ntwo"'), row("910051")].join("\r\n");
    const ids = await Promise.all([1, 2, 3, 1_000].map(async (size) => (await read(content, size)).id));
    expect(new Set(ids).size).toBe(1);
  });

  it("has no row for what Excel keeps of rows that were emptied", async () => {
    const { rows } = await read([HEADER, row("910050"), ",,,,,,,,,,", " ,\u200B,,,,,,,,,", ""].join("\r\n"));
    expect(rows.map(({ urn }) => urn)).toEqual(["910050"]);
    await expect(read([HEADER, ",,,,,,,,,,"].join("\r\n"))).rejects.toThrow("no row below its header");
  });

  it.each([
    ["its header", `\u200B${HEADER}\r\n${row("910050")}\r\n`],
    ["a URN", `${HEADER}\r\n${row("910050\u200B")}\r\n`],
    ["the mark of UTF-8, and both", `\uFEFF\u200B${HEADER}\r\n${row("\uFEFF910050")}\r\n`],
  ])("may have characters that nobody sees in %s", async (_, content) => {
    const { rows } = await read(content);
    expect(rows).toMatchObject([{ line: 2, urn: "910050", body: { school: { urn: "910050" } } }]);
  });

  it("has a row refused that has more cells than columns: its reason was parted by a comma", async () => {
    const { rows } = await read(
      [HEADER, row("910050", "Results fell, we want to change."), row("910051") + ",,"].join("\n"),
    );
    const [long, sound] = rows;
    expect(long && said(() => soundRow(long))).toContain("more cells than the header has columns");
    expect(sound && said(() => soundRow(sound))).toBe("taken");
  });

  it("says what it needs where its cells are parted otherwise, or where it is in another encoding", async () => {
    const parted = [HEADER, row("910050")].join("\r\n").replaceAll(",", ";");
    await expect(read(parted)).rejects.toThrow(/semicolons.*commas between the cells, in UTF-8/u);
    await expect(read(parted.replaceAll(";", "\t"))).rejects.toThrow(/tabs/u);
    await expect(read(Buffer.from(`\uFEFF${HEADER}`, "utf16le"))).rejects.toThrow(/UTF-16.*in UTF-8/u);
    const { rows } = await read(Buffer.from(`${HEADER}\n${row("910050", "Br\u00EDnt")}\n`, "latin1"));
    expect(rows.map((one) => said(() => soundRow(one))).join("")).toContain("UTF-8");
  });
});

describe("a file in words", () => {
  const HEADINGS =
    "URN,School,phase,FUNDING,Programme,Stages before,Criteria,Headteacher's  email,Understands what is expected";
  const cells =
    "910050,Example,Primary,State,Readiness 2026/27,Development 2015/16; Unknown,Poor progress or attainment";

  it("is the same application as one in names and codes", async () => {
    const inWords = await read(`${HEADINGS}\n${cells},head@example.org,Yes\n`);
    const inCodes = await read(
      "urn,name,phase,funding,prospectus,history,criteria,headteacherEmail,understandsExpectations\n" +
        "910050,Example,primary,state,2026-27/primary-readiness,development 2015/16;unknown," +
        "poor-progress-or-attainment,head@example.org,yes\n",
    );
    expect(inWords.rows[0]?.body).toEqual(inCodes.rows[0]?.body);
    expect(inWords.id).toBe(inCodes.id);
  });

  it("names a column that is there under both its names, and one that is missing by both", async () => {
    await expect(read(`${HEADINGS},urn\n${cells},,,1\n`)).rejects.toThrow("“URN” (or urn) is there twice");
    await expect(read("URN,School\n1,a\n")).rejects.toThrow("“Phase” (or phase) is missing");
  });

  it("loses the apostrophe that a file of ours has before a formula, and keeps any other", async () => {
    const { rows } = await read(`${HEADER}\n${row("910050", "'=1+1")}\n${row("910051", "'tis")}\n`);
    expect(rows.map(({ body }) => body["reasons"])).toEqual(["=1+1", "'tis"]);
  });
});

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "@jest/globals";
import {
  CLOSED,
  COLUMNS,
  csv,
  link,
  LINK_COLUMNS,
  school,
  windows1252,
  type Row,
} from "../../../test/support/register.ts";
import { readEstablishments, type Part } from "./establishments.ts";
import { readLinks } from "./links.ts";

const folder = mkdtempSync(join(tmpdir(), "register-"));
afterAll(() => rmSync(folder, { recursive: true }));

let files = 0;
function file(content: string | Uint8Array): string {
  const path = join(folder, `${++files}.csv`);
  writeFileSync(path, typeof content === "string" ? windows1252(content) : content);
  return path;
}
async function all<T>(
  parts: AsyncIterable<Part<T>>,
): Promise<{ rows: T[]; bad: string[]; unread: string[]; read: number }> {
  const found = { rows: [] as T[], bad: [] as string[], unread: [] as string[], read: 0 };
  for await (const { rows, bad, unread, read } of parts) {
    found.rows.push(...rows);
    found.unread.push(...unread.map(({ line, code, column }) => `${line} ${code} ${column}`));
    found.bad.push(...bad.map(({ line, code }) => `${line} ${code}`));
    found.read += read;
  }
  return found;
}
const schools = (content: string | Uint8Array) => all(readEstablishments(file(content)));
const inFull = (rows: readonly Row[], columns = COLUMNS) => schools(csv(columns, rows));
const urns = ({ rows }: { rows: readonly { urn: string }[] }) => rows.map(({ urn }) => urn);

describe("a school of the register", () => {
  it("has all that matters here, and no name of a head teacher", async () => {
    const { rows } = await inFull([
      school("100001", {
        Locality: "Little End",
        "County (name)": "Exampleshire",
        "Trusts (code)": "2001",
        "Trusts (name)": "Example Trust",
        UKPRN: "10012345",
        SchoolWebsite: "www.example.org",
        "DistrictAdministrative (name)": "Example District",
        "GOR (name)": "North East",
        ...CLOSED,
      }),
    ]);
    expect(rows).toEqual([
      {
        urn: "100001",
        name: "Example School 100001",
        type: "Community school",
        status: "Closed",
        registerPhase: "Primary",
        phases: ["primary"],
        funding: "state",
        open: false,
        section41: false,
        la: "391",
        laName: "Newcastle upon Tyne",
        establishmentNumber: "0001",
        trust: "2001",
        trustName: "Example Trust",
        ukprn: "10012345",
        openedOn: "1998-09-01",
        closedOn: "2021-08-31",
        lastChangedOn: "2020-03-02",
        address: "1 Example Street, Little End, Exampleton, Exampleshire",
        postcode: "EX1 1EX",
        website: "www.example.org",
        district: "Example District",
        region: "North East",
      },
    ]);
    expect(JSON.stringify(rows)).not.toMatch(/Canary|Hedy/u);
  });

  it("is the same in whatever order the columns stand", async () => {
    const rows = [school("100001"), school("100002", CLOSED)];
    expect((await inFull(rows, COLUMNS.toReversed())).rows).toEqual((await inFull(rows)).rows);
  });

  it("is read from a cut-down extract, and from one whose empty fields are quoted", async () => {
    const five = [
      "PhaseOfEducation (name)",
      "EstablishmentName",
      "TypeOfEstablishment (name)",
      "URN",
      "EstablishmentStatus (name)",
    ];
    expect((await inFull([school("100001")], five)).rows).toMatchObject([
      { urn: "100001", la: undefined, address: undefined, openedOn: undefined, phases: ["primary"] },
    ]);
    const header = [...five, "OpenDate", "LA (code)"].map((name) => `"${name}"`).join(",");
    expect(
      (await schools(`${header}\n"Secondary","A","Academy converter","100002","Open","",""\n`)).rows,
    ).toMatchObject([{ urn: "100002", openedOn: null, la: null, district: undefined, phases: ["secondary"] }]);
  });

  it("keeps its accents, dashes and curly quotes (windows-1252), and is read with a UTF-8 mark too", async () => {
    const EstablishmentName = "St Mary’s – École “Zoë” €";
    const text = csv(COLUMNS, [school("100001", { EstablishmentName })]);
    for (const content of [text, Buffer.from(`\uFEFF${text}`)])
      expect((await schools(content)).rows).toMatchObject([{ urn: "100001", name: EstablishmentName }]);
  });

  it(
    "may have commas, doubled quotes and line breaks in a field; blank lines, LF and a missing end of line do " +
      "no harm",
    async () => {
      const EstablishmentName = 'Saints Peter, Paul and\r\n"All" Angels';
      const text = csv(COLUMNS, [school("100001", { EstablishmentName }), school("100002")])
        .replaceAll("\r\n", "\n")
        .replace(/\n$/u, "")
        .replace("\n100002", "\n\n100002");
      const { rows, bad } = await schools(text);
      expect(rows.map(({ name }) => name)).toEqual(['Saints Peter, Paul and "All" Angels', "Example School 100002"]);
      expect(bad).toEqual([]);
    },
  );
});

describe("a row at fault is reported by its line, and the rest goes in:", () => {
  it.each<[string, Row]>([
    ["urn-malformed", { URN: "1234" }],
    ["urn-malformed", { URN: "012345" }],
    ["urn-malformed", { URN: "" }],
    ["name-missing", { EstablishmentName: " " }],
    ["status-unknown", { "EstablishmentStatus (name)": "Dormant" }],
    ["phase-unknown", { "PhaseOfEducation (name)": "" }],
    ["type-missing", { "TypeOfEstablishment (name)": "" }],
    ["character-not-allowed", { EstablishmentName: "Exam\u0000ple" }],
    ["urn-repeated", { URN: "100001" }],
  ])("%s %j", async (code, change) => {
    const found = await inFull([school("100001"), school("100002", change), school("100003")]);
    expect(urns(found)).toEqual(["100001", "100003"]);
    expect(found).toMatchObject({ bad: [`3 ${code}`], read: 3 });
  });

  it.each<[string, Row]>([
    ["date-malformed OpenDate", { OpenDate: "2020-09-01" }],
    ["date-malformed CloseDate", { CloseDate: "31-02-2021" }],
    ["character-not-allowed Town", { Town: "Exam\u0000pleton" }],
    ["number-malformed StatutoryLowAge", { "PhaseOfEducation (name)": "Not applicable", StatutoryLowAge: "four" }],
  ])("but an optional cell costs itself alone: %s", async (fault, change) => {
    const found = await inFull([school("100001"), school("100002", change), school("100003")]);
    expect(urns(found)).toEqual(["100001", "100002", "100003"]);
    expect(found).toMatchObject({ bad: [], unread: [`3 ${fault}`], read: 3 });
  });

  const lines = csv(
    COLUMNS,
    ["100001", "100002", "100003", "100004"].map((urn) => school(urn)),
  )
    .split("\r\n")
    .slice(0, -1);
  const with_ = (line: number, change: (text: string) => string) =>
    schools(lines.map((text, at) => (at + 1 === line ? change(text) : text)).join("\r\n"));

  it.each<[string, (text: string) => string]>([
    ["field-count", (text) => `${text},one too many`],
    ["field-count", () => "100002,cut off"],
    ["quotes-broken", (text) => text.replace("Example School", 'Example "School"')],
    ["quotes-broken", (text) => text.replace("Example School", '"Example" School')],
    ["quotes-broken", (text) => text.replace("Example School", '"Example School')],
    ["quotes-broken", (text) => text.replace("Example School", 'Example "School')],
  ])("%s", async (code, change) => {
    const found = await with_(3, change);
    expect(urns(found)).toEqual(["100001", "100003", "100004"]);
    expect(found).toMatchObject({ bad: [`3 ${code}`], read: 4 });
  });

  it("two that are never closed, and one on the last line", async () => {
    const open = (text: string) => text.replace("Example School", '"Example School');
    const found = await schools(lines.map((text, at) => ([1, 2, 4].includes(at) ? open(text) : text)).join("\r\n"));
    expect(urns(found)).toEqual(["100003"]);
    expect(found).toMatchObject({ bad: ["2 quotes-broken", "3 quotes-broken", "5 quotes-broken"], read: 4 });
  });

  it("by the line on which it begins, after records of several lines and in a file of several pieces", async () => {
    const rows = Array.from({ length: 900 }, (_, at) =>
      school(String(100_001 + at), {
        EstablishmentName: at % 7 === 0 ? "Two\nlines" : "One line",
        ...(at === 700 ? { URN: "x" } : {}),
      }),
    );
    const found = await inFull(rows);
    expect(found.rows).toHaveLength(899);
    expect(found.bad).toEqual([`${2 + 700 + Math.ceil(700 / 7)} urn-malformed`]);
  });
});

describe("an extract as it has been met", () => {
  const HEADER =
    "URN,LA (code),LA (name),EstablishmentName,TypeOfEstablishment (name),EstablishmentStatus (name)," +
    "PhaseOfEducation (code),PhaseOfEducation (name),OpenDate,CloseDate,StatutoryLowAge,StatutoryHighAge," +
    "Section41Approved (name)";
  const LA = "391,Newcastle upon Tyne";
  const one = async (line: string) => {
    const { rows, bad, unread } = await schools(Buffer.from(`${HEADER}\r\n${line}\r\n`));
    expect([bad, unread]).toEqual([[], []]);
    return rows[0];
  };

  it("spells All-through as it was spelt in 2019", async () => {
    const line = `910404,${LA},All Through,Community school,Open,7,All through,01-09-1998,,,,Not applicable`;
    expect(await one(line)).toMatchObject({ registerPhase: "All-through", phases: ["primary", "secondary"] });
  });

  it.each(["01/09/1998", "1/9/1998", "01/09/1998 00:00", "01-09-1998 00:00:00"])(
    "has been saved by Excel: %s",
    async (on) => {
      const line = `910403,${LA},Excel Date Primary,Community school,Open,2,Primary,${on},,,,Not applicable`;
      expect(await one(line)).toMatchObject({ urn: "910403", openedOn: "1998-09-01" });
    },
  );

  it("has URNs of five digits", async () => {
    const line = `29991,${LA},Example Children's Centre,Children's centre,Open,0,Not applicable,,,,,Not applicable`;
    expect(await one(line)).toMatchObject({ urn: "29991", funding: null, phases: [] });
  });

  it("has schools that are proposed to open, with their day", async () => {
    const line = `910305,${LA},Pending School,Community school,Proposed to open,2,Primary,01-01-2027,,,,Not applicable`;
    expect(await one(line)).toMatchObject({ status: "Proposed to open", open: false, openedOn: "2027-01-01" });
  });

  it("is UTF-8 without a mark, also where a letter stands across two pieces", async () => {
    const name = "Fierté – École “Zoë” Primary";
    const line = `910401,${LA},${name},Community school,Open,2,Primary,01-09-1998,,,,Not applicable`;
    expect(await one(line)).toMatchObject({ name });
    const many = Array.from({ length: 2_000 }, (_, at) => line.replace("910401", String(100_000 + at)));
    const { rows } = await schools(Buffer.from(`${HEADER}\r\n${many.join("\r\n")}\r\n`));
    expect(new Set(rows.map((row) => row.name))).toEqual(new Set([name]));
  });

  it("has characters that nobody sees, and accents in two pieces", async () => {
    const name = "\u200BFierte\u0301\u00AD Academy\uFEFF";
    const line = `\u200B910401,${LA},${name},Community school,Open,2,Primary,01-09-1998,,,,`;
    expect(await one(line)).toMatchObject({ urn: "910401", name: "Fiert\u00E9 Academy" });
  });

  it("tells of special schools by their ages", async () => {
    const line = `910405,${LA},Special,Community special school,Open,0,Not applicable,01-09-1998,,4,11,Not applicable`;
    expect(await one(line)).toMatchObject({ funding: "state", phases: ["primary"] });
  });
});

describe("an extract is refused before its first row", () => {
  it("where indispensable columns are missing, all of them named", async () => {
    const columns = COLUMNS.filter((name) => name !== "URN" && name !== "PhaseOfEducation (name)");
    await expect(inFull([school("100001")], columns)).rejects.toThrow(
      /columns “URN”, “PhaseOfEducation \(name\)” are missing\. Nothing was taken in/u,
    );
    await expect(schools(csv(LINK_COLUMNS, []))).rejects.toThrow("“EstablishmentName”");
  });

  it("where there is no header, or no file", async () => {
    await expect(schools("")).rejects.toThrow("does not begin with a line of column names");
    await expect(all(readEstablishments(join(folder, "none.csv")))).rejects.toThrow("there is no such file");
    await expect(all(readEstablishments(folder))).rejects.toThrow("cannot be read (EISDIR)");
  });
});

describe("links", () => {
  it("are taken with their types as they stand, whatever these are", async () => {
    const rows = [
      link("100001", "Successor - Split School", "100002"),
      link("100002", "Merged - change in age range", "999999", ""),
      link("100003", "Successor", "x"),
      link("100004", "", "100001"),
    ];
    const found = await all(readLinks(file(csv(LINK_COLUMNS, rows))));
    expect(found.rows).toEqual([
      { urn: "100001", linkUrn: "100002", type: "Successor - Split School", establishedOn: "2021-09-01" },
      { urn: "100002", linkUrn: "999999", type: "Merged - change in age range", establishedOn: null },
    ]);
    expect(found.bad).toEqual(["4 link-urn-malformed", "5 type-missing"]);
  });

  it("need their three columns", async () => {
    await expect(all(readLinks(file(csv(["URN", "LinkName"], []))))).rejects.toThrow(
      "“LinkURN”, “LinkType” are missing",
    );
  });
});

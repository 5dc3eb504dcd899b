import { expect, it } from "@jest/globals";
import { filledIn } from "../look/templates.ts";
import type { CountryYear } from "../../../libs/service/country/country.ts";
import { strictView } from "../../../test/support/strict-view.ts";
import { countryFile, countryView } from "./country-page.ts";

const none = { signedUp: 0, began: 0, underWay: 0, completed: 0, notCompleted: 0, left: 0 };
const year = (academicYear: string, completed: number, paidPence: number): CountryYear["now"] => ({
  academicYear,
  stages: [{ stage: "development", ...none, signedUp: 1_200, began: 1_000, completed }],
  money: [{ stage: "development", waitingPence: 0, releasedPence: 0, paidPence, recoveredPence: 0 }],
  promises: [
    { by: "school", met: 3, missed: 1, open: 0 },
    { by: "hub", met: 0, missed: 0, open: 2 },
  ],
  letters: { due: 10, sent: 9, letters: 14, bounced: 1 },
});
const COUNTRY: CountryYear = {
  years: ["2024/25", "2023/24"],
  now: year("2024/25", 800, 9_600_000),
  before: year("2023/24", 400, 100_050),
  hubs: [
    {
      ...{ hub: "great-north", ...none, signedUp: 1_200, signedUpBefore: 900, paidPence: 9_600_000, letters: 14 },
      ...{ bySchools: { met: 3, missed: 1, open: 0 }, byHub: { met: 0, missed: 0, open: 2 } },
    },
  ],
};

it("shows each stage beside the year before, in words and figures as people write them", () => {
  const { tables } = countryView(COUNTRY);
  expect(tables[0]?.rows).toEqual([
    { words: "Development 2024/25", cells: ["1,200", "1,000", "0", "800", "0", "0"] },
    { words: "Development 2023/24", cells: ["1,200", "1,000", "0", "400", "0", "0"] },
  ]);
  expect(tables[1]?.rows.map(({ cells }) => cells[2])).toEqual(["£96,000", "£1,000.50"]);
  expect(tables[2]?.rows.map(({ words, cells }) => [words, cells[3]])).toEqual([
    ["Schools 2024/25", "75"],
    ["Hubs 2024/25", "0"],
    ["Schools 2023/24", "75"],
    ["Hubs 2023/24", "0"],
  ]);
  expect(tables[4]?.rows[0]?.words).toBe("Great North");
});

it("draws the longest bar as wide as there is room, and the others to scale", () => {
  const bars = countryView(COUNTRY).tables[0]?.chart?.bars;
  expect(bars?.[0]?.now).toEqual({ wide: 260, words: "800" });
  expect(bars?.[0]?.before).toEqual({ wide: 130, words: "400" });
});

it("draws forty hubs a line each, those with most schools first, with both years’ figures", () => {
  const [hub] = COUNTRY.hubs;
  if (hub === undefined) throw new Error("No hub.");
  const hubs = Array.from({ length: 40 }, (_, no) => ({
    ...hub,
    hub: `hub-${no}`,
    signedUp: no,
    signedUpBefore: 2 * no,
  }));
  const { tables } = countryView({ ...COUNTRY, hubs });
  const chart = tables.find(({ id }) => id === "hubs")?.chart;
  expect([chart?.bars.length, chart?.high]).toEqual([40, 1_200]);
  expect(chart?.bars.slice(0, 2).map(({ words, now, before }) => [words, now.words, now.wide, before.wide])).toEqual([
    ["Hub 39", "39 (78)", 80, 160],
    ["Hub 38", "38 (76)", 78, 156],
  ]);
  const names = tables.find(({ id }) => id === "hubs")?.rows.map(({ words }) => words);
  expect(names?.[0]).toBe("Hub 0");
  expect(countryView({ ...COUNTRY, hubs: [] }).tables.at(-1)?.chart).toBeNull();
});

it("has a drawing beside each table, and each figure that is drawn in the table too", () => {
  for (const { chart, heads, rows } of countryView(COUNTRY).tables) {
    expect(chart?.bars.length).toBeGreaterThan(0);
    expect(rows.flatMap(({ cells }) => cells)).toEqual(
      expect.arrayContaining(chart?.bars.flatMap(({ now }) => now.words.split(" (")[0] ?? "") ?? []),
    );
    expect(heads.length).toBe(rows[0]?.cells.length);
  }
});

it("fills its template, with nothing drawn that is not in a table too", () => {
  const page = filledIn("country/country.njk", strictView(countryView(COUNTRY))).text;
  expect(page).toContain('href="/country/schools.csv?year=2024-25"');
  expect(page).toContain('<svg viewBox="0 0 480 56" aria-hidden="true" focusable="false">');
  expect(page).toMatch(/and, below it and in brackets, <span class="before">2023\/24<[\s\S]*>1,200 \(900\)<\/text>/u);
});

it("gives each table as a file: pounds as a number, and none that there is not", () => {
  expect(countryFile(COUNTRY, "money")?.split("\r\n").slice(1, 3)).toEqual([
    "Development 2024/25,0.00,0.00,96000.00,0.00",
    "Development 2023/24,0.00,0.00,1000.50,0.00",
  ]);
  expect(countryFile(COUNTRY, "money")).toContain("Stage,Waiting (£),Released (£),Paid (£),Came back (£)");
  expect(countryFile(COUNTRY, "people")).toBeNull();
});

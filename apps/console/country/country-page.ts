// All hubs in an academic year: a table of each thing that counts, its figures drawn beside it, and the same as a file.

import { pounds } from "../../../libs/journey/sentences.ts";
import type { CountryYear } from "../../../libs/service/country/country.ts";
import type { PromiseSums, YearSums } from "../../../libs/service/country/sums.ts";
import { asCsv, inPounds } from "../../../libs/service/shape/as-csv.ts";
import type { Html } from "../html.ts";
import { subNavigation } from "../look/parts.ts";
import { hubInWords, inWords } from "../words.ts";

/** What a column counts: things, or pence. */
type Counts = "number" | "money";
interface Column {
  words: string;
  counts: Counts;
}
interface Row {
  words: string;
  figures: readonly number[];
}
/** What the bars show, this year's beside those of the year before. `many`: so many that each has one line. */
interface Drawn {
  words: string;
  bars: readonly { words: string; now: number; before: number }[];
  counts: Counts;
  many?: true;
}
/** `drawn`: null where there is nothing to draw. */
interface Figures {
  id: string;
  title: string;
  about: string;
  first: string;
  columns: readonly Column[];
  rows: readonly Row[];
  drawn: Drawn | null;
}

/** Where things stand in a drawing, in its units: from its left and, of a row of it, from its top. */
interface Shape {
  row: number;
  from: number;
  wide: number;
  label: number;
  now: { top: number; high: number; label: number };
  before: { top: number; high: number; label: number };
}
interface Chart extends Shape {
  words: string;
  high: number;
  /** The figure of the year before stands in brackets after that of this year. */
  brackets: boolean;
  bars: readonly Bar[];
}
/** One bar; `down` counts from the top of the drawing. */
interface Bar {
  words: string;
  down: number;
  now: { wide: number; words: string };
  /** Null where the words of this year have its figure too. */
  before: { wide: number; words: string | null };
}
/** What country.njk is filled with. */
export interface CountryView {
  year: string;
  before: string;
  years: Html;
  tables: readonly {
    id: string;
    title: string;
    about: string;
    first: string;
    heads: readonly string[];
    rows: readonly { words: string; cells: readonly string[] }[];
    file: string;
    chart: Chart | null;
  }[];
}

const number = (words: string): Column => ({ words, counts: "number" });
const money = (words: string): Column => ({ words, counts: "money" });
const TWO_BARS: Shape = {
  ...{ row: 56, from: 110, wide: 260, label: 28 },
  now: { top: 6, high: 18, label: 20 },
  before: { top: 28, high: 18, label: 42 },
};
/** A bar with that of the year before as a line below it, and the figures of both beside it. */
const ONE_BAR: Shape = {
  ...{ row: 30, from: 210, wide: 160, label: 15 },
  now: { top: 3, high: 13, label: 15 },
  before: { top: 20, high: 5, label: 0 },
};

/** The view model. */
export function countryView(country: CountryYear): CountryView {
  const year = country.now.academicYear;
  return {
    year,
    before: country.before.academicYear,
    years: subNavigation(
      "Academic year",
      country.years.map((one) => ({ href: `/country?year=${inAddress(one)}`, words: one, here: one === year })),
    ),
    tables: figuresOf(country).map(({ columns, rows, drawn, ...rest }) => ({
      ...rest,
      heads: columns.map(({ words }) => words),
      rows: rows.map(({ words, figures }) => ({
        words,
        cells: figures.map((figure, index) => shown(figure, columns[index]?.counts ?? "number")),
      })),
      file: `/country/${rest.id}.csv?year=${inAddress(year)}`,
      chart: drawn && chartOf(drawn),
    })),
  };
}

/** One of its tables as a file, pounds with two decimals; null for one that there is not. */
export function countryFile(country: CountryYear, id: string): string | null {
  const table = figuresOf(country).find((one) => one.id === id);
  if (!table) return null;
  const plain = (figure: number, index: number): string =>
    table.columns[index]?.counts === "money" ? inPounds(figure) : String(figure);
  return asCsv(
    table.rows.map(({ words, figures }) => [words, ...figures.map(plain)]),
    [table.first, ...table.columns.map(({ words, counts }) => (counts === "money" ? `${words} (£)` : words))],
  );
}

const inAddress = (year: string): string => year.replaceAll("/", "-");
const shown = (figure: number, counts: Counts): string =>
  counts === "money" ? pounds(figure) : figure.toLocaleString("en-GB");

function figuresOf({ now, before, hubs }: CountryYear): Figures[] {
  return [schools(now, before), grants(now, before), promises(now, before), letters(now, before), byHub(hubs)];
}

function schools(now: YearSums, before: YearSums): Figures {
  const of = (year: YearSums): Row[] =>
    year.stages.map((one) => ({
      words: `${inWords(one.stage)} ${year.academicYear}`,
      figures: [one.signedUp, one.began, one.underWay, one.completed, one.notCompleted, one.left],
    }));
  return {
    id: "schools",
    title: "Schools",
    about: "Who applied for a stage or said yes to it, who began it, and how their year ended.",
    first: "Stage",
    columns: ["Signed up", "Began", "Under way", "Completed", "Not completed", "Left"].map(number),
    rows: [...of(now), ...of(before)],
    drawn: {
      words: "Schools that completed their stage",
      counts: "number",
      bars: now.stages.map(({ stage, completed }) => ({
        words: inWords(stage),
        now: completed,
        before: before.stages.find((one) => one.stage === stage)?.completed ?? 0,
      })),
    },
  };
}

function grants(now: YearSums, before: YearSums): Figures {
  const of = (year: YearSums): Row[] =>
    year.money.map((one) => ({
      words: `${inWords(one.stage)} ${year.academicYear}`,
      figures: [one.waitingPence, one.releasedPence, one.paidPence, one.recoveredPence],
    }));
  return {
    id: "money",
    title: "Grants",
    about: "Of the year’s grants: what nobody has released yet, what is released, what is paid, and what came back.",
    first: "Stage",
    columns: ["Waiting", "Released", "Paid", "Came back"].map(money),
    rows: [...of(now), ...of(before)],
    drawn: {
      words: "Grants paid",
      counts: "money",
      bars: now.money.map(({ stage, paidPence }) => ({
        words: inWords(stage),
        now: paidPence,
        before: before.money.find((one) => one.stage === stage)?.paidPence ?? 0,
      })),
    },
  };
}

/** Of those that were kept or missed, how many in a hundred were kept; 0 where there are none. */
const kept = ({ met, missed }: PromiseSums): number =>
  met + missed === 0 ? 0 : Math.round((100 * met) / (met + missed));

function promises(now: YearSums, before: YearSums): Figures {
  const whose = { school: "Schools", hub: "Hubs" } as const;
  const of = (year: YearSums): Row[] =>
    year.promises.map((one) => ({
      words: `${whose[one.by]} ${year.academicYear}`,
      figures: [one.met, one.missed, one.open, kept(one)],
    }));
  return {
    id: "promises",
    title: "Promises",
    about: "What schools and hubs promised for the year. Those that were let go are not counted.",
    first: "Whose",
    columns: ["Kept", "Missed", "Still open", "Kept, in a hundred"].map(number),
    rows: [...of(now), ...of(before)],
    drawn: {
      words: "Promises kept, in a hundred",
      counts: "number",
      bars: now.promises.map((one) => ({
        words: whose[one.by],
        now: kept(one),
        before: kept(before.promises.find(({ by }) => by === one.by) ?? { met: 0, missed: 0, open: 0 }),
      })),
    },
  };
}

function letters(now: YearSums, before: YearSums): Figures {
  const of = ({ academicYear, letters: { due, sent, letters, bounced } }: YearSums): Row => ({
    words: academicYear,
    figures: [due, sent, letters, bounced],
  });
  return {
    id: "letters",
    title: "Reminders and announcements",
    about: "What was due to be told, what was told, in how many letters, and how many of them came back.",
    first: "Year",
    columns: ["Due", "Told", "Letters", "Came back"].map(number),
    rows: [of(now), of(before)],
    drawn: {
      words: "Letters that went out",
      counts: "number",
      bars: [{ words: "Letters", now: now.letters.letters, before: before.letters.letters }],
    },
  };
}

/** The hubs to whom most schools came first, in the drawing alone: its table is in the order of names. */
function byHub(hubs: CountryYear["hubs"]): Figures {
  const byMost = hubs.toSorted((a, b) => b.signedUp - a.signedUp || b.signedUpBefore - a.signedUpBefore);
  return {
    id: "hubs",
    title: "Hub by hub",
    about: "The same year, for each hub at which there was anything in it, or to whom schools came the year before.",
    first: "Hub",
    columns: [
      ...["Signed up", "The year before", "Began", "Under way", "Completed", "Not completed", "Left"].map(number),
      money("Grants paid"),
      ...["Schools’ promises kept, in a hundred", "Hub’s promises kept, in a hundred", "Letters"].map(number),
    ],
    rows: hubs.map((one) => ({
      words: hubInWords(one.hub),
      figures: [
        ...[one.signedUp, one.signedUpBefore, one.began, one.underWay, one.completed, one.notCompleted, one.left],
        ...[one.paidPence, kept(one.bySchools), kept(one.byHub), one.letters],
      ],
    })),
    drawn:
      hubs.length === 0
        ? null
        : {
            words: "Schools that signed up, the hubs with most of them first",
            counts: "number",
            many: true,
            bars: byMost.map((one) => ({ words: hubInWords(one.hub), now: one.signedUp, before: one.signedUpBefore })),
          },
  };
}

function chartOf({ words, bars, counts, many }: Drawn): Chart {
  const shape = many === true ? ONE_BAR : TWO_BARS;
  const most = Math.max(1, ...bars.flatMap(({ now, before }) => [now, before]));
  const wide = (figure: number): number => Math.round((shape.wide * figure) / most);
  return {
    ...shape,
    words,
    high: bars.length * shape.row,
    brackets: many === true,
    bars: bars.map(({ words: whose, now, before }, index) => {
      const [is, was] = [shown(now, counts), shown(before, counts)];
      return {
        words: whose,
        down: index * shape.row,
        // One line has room for the figures once, beside the longer of the two.
        now: { wide: wide(now), words: many === true ? `${is} (${was})` : is },
        before: { wide: wide(before), words: many === true ? null : was },
      };
    }),
  };
}

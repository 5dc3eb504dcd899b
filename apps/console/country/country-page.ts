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
/** `drawn`: which column the bars show, this year's beside those of the year before; null: nothing is drawn. */
interface Figures {
  id: string;
  title: string;
  about: string;
  first: string;
  columns: readonly Column[];
  rows: readonly Row[];
  drawn: { words: string; bars: readonly { words: string; now: number; before: number }[]; counts: Counts } | null;
}

/** One bar, in the units of the drawing: `at` and `to` count from its left, `down` from its top. */
interface Bar {
  words: string;
  down: number;
  now: { wide: number; words: string };
  before: { wide: number; words: string };
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
    chart: { words: string; high: number; bars: readonly Bar[] } | null;
  }[];
}

const number = (words: string): Column => ({ words, counts: "number" });
const money = (words: string): Column => ({ words, counts: "money" });
const WIDE = 260;
const A_ROW = 56;

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

function byHub(hubs: CountryYear["hubs"]): Figures {
  return {
    id: "hubs",
    title: "Hub by hub",
    about: "The same year, for each hub at which there was anything.",
    first: "Hub",
    columns: [
      ...["Signed up", "Began", "Under way", "Completed", "Not completed", "Left"].map(number),
      money("Grants paid"),
      ...["Schools’ promises kept, in a hundred", "Hub’s promises kept, in a hundred", "Letters"].map(number),
    ],
    rows: hubs.map((one) => ({
      words: hubInWords(one.hub),
      figures: [
        ...[one.signedUp, one.began, one.underWay, one.completed, one.notCompleted, one.left],
        ...[one.paidPence, kept(one.bySchools), kept(one.byHub), one.letters],
      ],
    })),
    drawn: null,
  };
}

function chartOf({ words, bars, counts }: NonNullable<Figures["drawn"]>): CountryView["tables"][number]["chart"] {
  const most = Math.max(1, ...bars.flatMap(({ now, before }) => [now, before]));
  const bar = (figure: number) => ({ wide: Math.round((WIDE * figure) / most), words: shown(figure, counts) });
  return {
    words,
    high: bars.length * A_ROW,
    bars: bars.map((one, index) => ({
      words: one.words,
      down: index * A_ROW,
      now: bar(one.now),
      before: bar(one.before),
    })),
  };
}

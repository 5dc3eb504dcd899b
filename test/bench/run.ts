// `npm run bench`: measures the figures of README.md, beside this file, and tells them. Ends with 0 whether goals are
// met or not; with 2 for a call that is wrong.

import { loadavg } from "node:os";
import "../support/quiet-temporal.ts";
import { Bench } from "./bench.ts";
import { rowOf, rowOfFailure, type Figure, type Row } from "./figure.ts";
import { FIGURES } from "./figures.ts";
import { optionsOf, type Options } from "./options.ts";
import { table } from "./table.ts";

const options = read();
const bench = new Bench(options.scale, say);
for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.once(signal, () => void bench.stop().finally(() => process.exit(1)));

const chosen = FIGURES.filter(({ name }) => options.only.length === 0 || options.only.includes(name));
const rows: Row[] = [];
for (const figure of chosen) rows.push(await measured(figure));
await bench.stop();
process.stdout.write(options.json ? `${JSON.stringify({ figures: rows })}\n` : `${table(rows, besides())}\n`);
process.exit(0);

async function measured(figure: Figure): Promise<Row> {
  const [startedAt, before] = [Date.now(), loadavg()[0] ?? 0];
  say(`${figure.name} …`);
  try {
    const { detail, ...rest } = await figure.measure(bench);
    // Of the last minute, its own work among it: before it began, and when it ended.
    const load = [before, loadavg()[0] ?? 0].map((one) => Number(one.toFixed(1)));
    const seconds = Math.round((Date.now() - startedAt) / 1_000);
    const row = rowOf(figure, {
      ...rest,
      detail: { ...detail, load, seconds, "schools of the country": bench.scale.journeys },
    });
    say(`${figure.name}: ${row.value} ${row.unit} (${seconds} s)`);
    return row;
  } catch (error) {
    say(`${figure.name} could not be measured: ${error instanceof Error ? error.stack : String(error)}`);
    return rowOfFailure(figure, error);
  }
}

function besides(): ReadonlyMap<string, string> {
  return new Map(FIGURES.map(({ name, besideIs }) => [name, besideIs]));
}

function read(): Options {
  try {
    return optionsOf(process.argv.slice(2));
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(2);
  }
}

function say(line: string): void {
  process.stderr.write(`${new Date().toISOString().slice(11, 19)} ${line}\n`);
}

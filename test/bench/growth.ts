// How figures grow with the schools: from what runs of different sizes have told (`--json`), the table and the pictures
// of the README, one for each figure that was measured over more than one size.
// node --import ./apps/cli/setup/typescript.mjs test/bench/growth.ts RUN.json RUN.json …

import { readFileSync } from "node:fs";
import type { Row } from "./figure.ts";

interface Run {
  schools: number;
  rows: ReadonlyMap<string, Row>;
}

const runs = bySize(process.argv.slice(2).map(read));
const names = [...new Set(runs.flatMap(({ rows }) => [...rows.keys()]))];
process.stdout.write([table(), ...names.flatMap(picture)].join("\n\n") + "\n");

function read(file: string): Run {
  const { figures } = JSON.parse(readFileSync(file, "utf8")) as { figures: Row[] };
  const schools = figures.map(({ detail }) => Number(detail?.["schools of the country"] ?? Number.NaN));
  return {
    schools: schools.find((one) => !Number.isNaN(one)) ?? 0,
    rows: new Map(figures.map((row) => [row.name, row])),
  };
}

/** The smallest country first; what was measured in several runs of one size is told by the last of them. */
function bySize(all: readonly Run[]): Run[] {
  const sizes = [...new Set(all.map(({ schools }) => schools))].sort((one, other) => one - other);
  return sizes.map((size) => ({
    schools: size,
    rows: new Map(all.filter(({ schools }) => schools === size).flatMap(({ rows }) => [...rows])),
  }));
}

function table(): string {
  const head = ["Figure", "Unit", ...runs.map(({ schools }) => `${schools.toLocaleString("en-GB")} schools`)];
  const lines = names.map((name) => [`\`${name}\``, unitOf(name), ...runs.map(({ rows }) => said(rows.get(name)))]);
  return [head, head.map(() => "---"), ...lines].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

/** The value, and beside it the plain one; a dash where it was not measured. */
function said(row: Row | undefined): string {
  if (!row || row.value === null) return "–";
  return row.beside === null ? inEnglish(row.value) : `${inEnglish(row.value)} (${inEnglish(row.beside)})`;
}

/** A chart from nothing to the largest value; none where there are not two. */
function picture(name: string): string[] {
  const points = runs.flatMap(({ schools, rows }) => {
    const value = rows.get(name)?.value ?? null;
    return value === null ? [] : [{ schools, value }];
  });
  if (points.length < 2) return [];
  return [
    [
      "```mermaid",
      "xychart-beta",
      `  title "${name}, ${unitOf(name)}"`,
      `  x-axis "schools" [${points.map(({ schools }) => `"${schools.toLocaleString("en-GB")}"`).join(", ")}]`,
      `  y-axis 0 --> ${Number((Math.max(...points.map(({ value }) => value)) * 1.1).toPrecision(3))}`,
      `  line [${points.map(({ value }) => value).join(", ")}]`,
      "```",
    ].join("\n"),
  ];
}

function unitOf(name: string): string {
  return runs.flatMap(({ rows }) => rows.get(name)?.unit ?? [])[0] ?? "";
}

function inEnglish(value: number): string {
  return value.toLocaleString("en-GB", { maximumSignificantDigits: 3 });
}

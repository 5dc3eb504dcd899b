// How figures grow with the schools: from what runs of different sizes have told (`--json`), a table, and a picture in
// which each figure has a frame of its own.
// node --import ./apps/cli/setup/typescript.mjs test/bench/growth.ts RUN.json RUN.json … [--svg FILE]

import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import type { Row } from "./figure.ts";

interface Run {
  schools: number;
  rows: ReadonlyMap<string, Row>;
}

const FRAME = { width: 220, height: 120, across: 3, edge: 28 };

const { values, positionals } = parseArgs({ options: { svg: { type: "string" } }, allowPositionals: true });
const runs = positionals.map(read).sort((one, other) => one.schools - other.schools);
const names = [...new Set(runs.flatMap(({ rows }) => [...rows.keys()]))];
process.stdout.write(`${table()}\n`);
if (values.svg !== undefined) writeFileSync(values.svg, picture());

function read(file: string): Run {
  const { figures } = JSON.parse(readFileSync(file, "utf8")) as { figures: Row[] };
  const schools = figures.map(({ detail }) => Number(detail?.["schools of the country"] ?? Number.NaN));
  return {
    schools: schools.find((one) => !Number.isNaN(one)) ?? 0,
    rows: new Map(figures.map((row) => [row.name, row])),
  };
}

function table(): string {
  const head = ["Figure", "Unit", ...runs.map(({ schools }) => `${schools} schools`)];
  const lines = names.map((name) => [
    `\`${name}\``,
    runs.flatMap(({ rows }) => rows.get(name)?.unit ?? [])[0] ?? "",
    ...runs.map(({ rows }) => said(rows.get(name))),
  ]);
  return [head, head.map(() => "---"), ...lines].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

/** The value, and beside it the plain one; a dash where it was not measured. */
function said(row: Row | undefined): string {
  if (!row || row.value === null) return "–";
  return row.beside === null ? String(row.value) : `${row.value} (${row.beside})`;
}

function picture(): string {
  const shown = names.filter((name) => runs.filter(({ rows }) => (rows.get(name)?.value ?? null) !== null).length > 1);
  const down = Math.ceil(shown.length / FRAME.across);
  const [width, height] = [FRAME.width * FRAME.across, FRAME.height * down];
  const frames = shown.map((name, no) => {
    const [x, y] = [(no % FRAME.across) * FRAME.width, Math.floor(no / FRAME.across) * FRAME.height];
    return `<g transform="translate(${x} ${y})">${frame(name)}</g>`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="10">`,
    `<title>How the figures grow from ${runs[0]?.schools} schools to ${runs.at(-1)?.schools}</title>`,
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    ...frames,
    "</svg>\n",
  ].join("\n");
}

/** One figure: from nothing to its largest value, over the number of schools from nothing to the largest. */
function frame(name: string): string {
  const points = runs.flatMap(({ schools, rows }) => {
    const value = rows.get(name)?.value ?? null;
    return value === null ? [] : [{ schools, value }];
  });
  const most = { schools: runs.at(-1)?.schools ?? 1, value: Math.max(...points.map(({ value }) => value)) };
  const { width, height, edge } = FRAME;
  const place = ({ schools, value }: { schools: number; value: number }): [number, number] => [
    Math.round(edge + (schools / most.schools) * (width - 2.2 * edge)),
    Math.round(height - edge - (value / most.value) * (height - 2.4 * edge)),
  ];
  const line = points.map((point) => place(point).join(",")).join(" ");
  const under = height - edge + 12;
  const dots = points.map((point) => {
    const [x, y] = place(point);
    return [
      `<circle cx="${x}" cy="${y}" r="3" fill="#1d70b8"/>`,
      `<text x="${x}" y="${y - 6}" text-anchor="middle">${point.value}</text>`,
      `<text x="${x}" y="${under}" text-anchor="middle">${point.schools}</text>`,
    ].join("");
  });
  const unit = runs.flatMap(({ rows }) => rows.get(name)?.unit ?? [])[0] ?? "";
  return [
    `<text x="${edge}" y="14" font-weight="bold">${name} (${unit})</text>`,
    `<path d="M${edge} ${edge}V${height - edge}H${width - edge / 2}" fill="none" stroke="#505a5f"/>`,
    `<polyline points="${line}" fill="none" stroke="#1d70b8"/>`,
    ...dots,
  ].join("");
}

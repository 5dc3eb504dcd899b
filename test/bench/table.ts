// The figures for a person at a terminal.

import type { Row } from "./figure.ts";

/** A line for each figure, and below it why it has no value or falls short. */
export function table(rows: readonly Row[], beside: ReadonlyMap<string, string>): string {
  const width = Math.max(...rows.map(({ name }) => name.length));
  return rows
    .flatMap((row) => {
      const { name, value, unit, beside: other, cpu, holds, why } = row;
      const line = [
        name.padEnd(width),
        `${value ?? "none"} ${unit}`.padEnd(24),
        (holds ? "holds" : "FAILS").padEnd(6),
        `goal ${row.goal}`.padEnd(13),
        cpu === undefined ? "" : `${cpu} ms CPU each`,
      ].join("  ");
      const plain = other === null ? [] : [`beside: ${other}, ${beside.get(name) ?? ""}`];
      return [
        line,
        ...[...plain, ...(why === undefined ? [] : [why])].map((more) => `${" ".repeat(width + 2)}${more}`),
      ];
    })
    .map((line) => line.trimEnd())
    .join("\n");
}

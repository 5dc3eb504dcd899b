// A list as a file for spreadsheets: the rows that are asked for, all of them, in their order. Whoever gives it out has
// it noted first.

import { asCsv } from "../../../libs/service/shape/as-csv.ts";
import type { ApiResponse } from "../../../libs/http/request.ts";
import type { Column } from "./list-view.ts";

/** The file: of each column that files have, under its head. */
export function fileOf<T>(items: readonly T[], columns: readonly Column<T>[]): string {
  const inFile = columns.flatMap(({ head, file }) => (file === undefined ? [] : [{ head, file }]));
  return asCsv(
    items.map((one) => inFile.map(({ file }) => file(one))),
    inFile.map(({ head }) => head),
  );
}

/** Answers with it, under a name. */
export function answerFile(response: ApiResponse, name: string, csv: string): void {
  response
    .writeHead(200, {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${name}.csv"`,
      "Cache-Control": "no-store",
    })
    .end(csv);
}

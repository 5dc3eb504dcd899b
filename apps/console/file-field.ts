import type { Fault } from "./faults.ts";
import type { Html } from "./html.ts";
import { fileUpload } from "./look/parts.ts";

/** Where a spreadsheet is chosen, with what is wrong with the one that came. */
export function csvFile(hint: string, [fault]: readonly Fault[]): Html {
  return fileUpload({
    id: "f-file",
    name: "file",
    label: { text: "The file", classes: "govuk-label--s" },
    hint: { text: hint },
    attributes: { accept: ".csv,text/csv" },
    ...(fault !== undefined && { errorMessage: { text: fault.text } }),
  });
}

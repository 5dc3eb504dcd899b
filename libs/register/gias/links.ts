// The file of links beside an extract: which school followed which.

import type { SchoolLink } from "../succession.ts";
import { dateIn, headerOf, needed, urnIn, type Cell } from "./columns.ts";
import { readRows, type Optional, type Part } from "./establishments.ts";

const URN = "URN",
  LINK_URN = "LinkURN",
  TYPE = "LinkType";
const INDISPENSABLE = [URN, LINK_URN, TYPE];

/** Rejects with ExtractError where a file of links cannot be read or lacks an indispensable column. */
export async function checkLinks(path: string): Promise<void> {
  await headerOf(path, "a file of links", INDISPENSABLE);
}

/** Reads a file of links, a part at a time; types as they stand. A row at fault is left out and reported. */
export async function* readLinks(path: string): AsyncGenerator<Part<SchoolLink>> {
  yield* readRows(path, await headerOf(path, "a file of links", INDISPENSABLE), linkFrom);
}

function linkFrom(cell: Cell, optional: Optional): SchoolLink {
  return {
    urn: urnIn(cell, URN, "urn-malformed"),
    linkUrn: urnIn(cell, LINK_URN, "link-urn-malformed"),
    type: needed(cell, TYPE, "type-missing"),
    establishedOn: optional(() => dateIn(cell, "LinkEstablishedDate")) ?? null,
  };
}

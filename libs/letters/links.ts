// Where a programme leads beside its letters: the page's own links, and those of the hub.

import type { ProgrammeLink } from "../prospectus/prospectus.ts";
import { type Block, heading, paragraph } from "./letter.ts";

/** Those that have an address; nothing where none has. */
export function linkBlocks(links: readonly ProgrammeLink[]): Block[] {
  const found = links.flatMap(({ kind, text, address }): Block[] => {
    if (address === null) return [];
    return kind === "email" ? [paragraph(`${text}: ${address}`)] : [{ kind: "link", text, href: address }];
  });
  return found.length === 0 ? [] : [heading("More about the programme"), ...found];
}

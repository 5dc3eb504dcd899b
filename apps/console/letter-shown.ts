// A letter on a page, as its reader has it: the same blocks, in the same order.

import type { Block, Printed } from "../../libs/letters/letter.ts";
import type { Html } from "./html.ts";
import { filledIn } from "./look/templates.ts";

/** A block as letter-blocks.njk takes it: what its kind has not is empty. */
export interface BlockShown {
  kind: Block["kind"];
  text: string;
  href: string;
  items: readonly string[];
  columns: readonly string[];
  rows: readonly { what: string; when: string; todo: string }[];
}

/** What template letter-shown.njk is filled with. */
export interface LetterShown extends Pick<Printed, "subject" | "about" | "greeting" | "footer"> {
  blocks: readonly BlockShown[];
}

/** The view model of what a letter says. */
export const blocksShown = (blocks: readonly Block[]): BlockShown[] =>
  blocks.map((block) => ({
    ...{ text: "", href: "", items: [], columns: [] },
    ...block,
    rows: block.kind === "table" ? block.rows.map(({ what, when, todo = "" }) => ({ what, when, todo })) : [],
  }));

/** The view model. */
export const letterView = ({ subject, about, greeting, blocks, footer }: Printed): LetterShown => ({
  ...{ subject, about, greeting, footer },
  blocks: blocksShown(blocks),
});

/** The whole letter, below its subject. */
export const letterShown = (letter: Printed): Html => filledIn("letter-shown.njk", letterView(letter));

// The next morning's letters as a page: the blocks of each letter as they would be read.

import { dateWithWeekday } from "../../../libs/calendar/long-dates.ts";
import type { Block } from "../../../libs/letters/letter.ts";
import type { MorningAhead } from "../../../libs/service/hubs/mornings.ts";
import { roleInWords } from "../words.ts";

/** A morning is made of headings, links and paragraphs alone. */
type OfMorning = Extract<Block, { kind: "heading" | "link" | "paragraph" }>;

/** What template morning.njk is filled with. `at`: an id on the page; `to`: by name, in which roles. */
export interface MorningView {
  on: string;
  letters: readonly {
    at: string;
    subject: string;
    to: string;
    greeting: string;
    blocks: readonly OfMorning[];
    footer: string;
  }[];
}

/** Each letter under its subject, with whom it is for. */
export function morningView({ on, letters }: MorningAhead): MorningView {
  return {
    on: dateWithWeekday(on),
    letters: letters.map(({ to, letter: { subject, greeting, blocks, footer } }, index) => ({
      at: `l${index}`,
      subject,
      to: `${to.name ?? "the hub’s inbox"} (${to.roles.map(roleInWords).join(", ")})`,
      greeting,
      blocks: blocks.filter(isOfMorning),
      footer,
    })),
  };
}

const isOfMorning = (block: Block): block is OfMorning => ["heading", "link", "paragraph"].includes(block.kind);

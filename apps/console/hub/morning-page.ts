// The next morning's letters as a page: the blocks of each letter as they would be read.

import { dateWithWeekday } from "../../../libs/calendar/long-dates.ts";
import type { MorningAhead } from "../../../libs/service/hubs/mornings.ts";
import { blocksShown, type BlockShown } from "../letter-shown.ts";
import { roleInWords } from "../words.ts";

/** What template morning.njk is filled with. `at`: an id on the page; `to`: by name, in which roles. */
export interface MorningView {
  on: string;
  letters: readonly {
    at: string;
    subject: string;
    to: string;
    greeting: string;
    blocks: readonly BlockShown[];
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
      blocks: blocksShown(blocks),
      footer,
    })),
  };
}

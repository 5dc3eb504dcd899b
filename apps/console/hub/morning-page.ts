// The next morning's letters as a page: the blocks of each letter as they would be read.

import { dateWithWeekday } from "../../../libs/calendar/long-dates.ts";
import type { Block, Printed } from "../../../libs/letters/letter.ts";
import type { MorningAhead } from "../../../libs/service/hubs/mornings.ts";
import { html, type Html } from "../html.ts";
import { roleInWords } from "../words.ts";

/** Each letter under its subject, with whom it is for. */
export function morningPage({ on, letters }: MorningAhead): Html {
  const about = html`<p>On a school day at half past seven each of your hub’s staff has one letter with what is new.
    This is the one of ${dateWithWeekday(on)}, if nothing else comes in.</p>`;
  if (letters.length === 0) return html`${about}<p class="note">There is nothing to tell: no letter goes out.</p>`;
  return html`${about}${letters.map(
    ({ to, letter }) => html`<section class="waits"><h2>${letter.subject}</h2><p>To
      ${to.name ?? "the hub’s inbox"} (${to.roles.map(roleInWords).join(", ")})</p>${blocksOf(letter)}</section>`,
  )}`;
}

const blocksOf = ({ greeting, blocks, footer }: Printed): Html =>
  html`<p>${greeting}</p>${blocks.map(asHtml)}<p><small>${footer}</small></p>`;

/** A morning is made of headings, links and paragraphs alone. */
function asHtml(block: Block): Html {
  switch (block.kind) {
    case "heading":
      return html`<h3>${block.text}</h3>`;
    case "link":
      return html`<p><a href="${block.href}">${block.text}</a></p>`;
    case "paragraph":
      return html`<p>${block.text}</p>`;
    default:
      return html``;
  }
}

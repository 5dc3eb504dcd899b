// A letter on a page, as its reader has it: the same blocks, in the same order.

import type { Block, Letter, Row } from "../../libs/letters/letter.ts";
import { html, type Html } from "./html.ts";

/** The whole letter, below its subject. */
export function letterShown({ subject, about, greeting, blocks, footer }: Letter): Html {
  return html`<article class="note" aria-label="The letter"><h3>${subject}</h3><p><small>${about}</small></p>
<p>${greeting}</p>${blocks.map(block)}<p><small>${footer}</small></p></article>`;
}

function block(one: Block): Html {
  switch (one.kind) {
    case "paragraph":
      return html`<p>${one.text}</p>`;
    case "heading":
      return html`<h4>${one.text}</h4>`;
    case "notice":
      return html`<p><strong>${one.text}</strong></p>`;
    case "list":
      return html`<ul>${one.items.map((item) => html`<li>${item}</li>`)}</ul>`;
    case "steps":
      return html`<ol>${one.items.map((item) => html`<li>${item}</li>`)}</ol>`;
    case "table":
      return html`<div class="wide"><table><thead><tr>${one.columns.map(
        (column) => html`<th scope="col">${column}</th>`,
      )}</tr></thead><tbody>${one.rows.map(row)}</tbody></table></div>`;
    case "link":
      return html`<p><a href="${one.href}">${one.text}</a></p>`;
    case "quote":
      return html`<blockquote>${one.text}</blockquote>`;
    default:
      return unknown(one);
  }
}

function row({ what, when, todo }: Row): Html {
  const more = todo === undefined ? null : html`<small>${todo}</small>`;
  return html`<tr><th scope="row">${what}${more}</th><td>${when}</td></tr>`;
}

function unknown(one: never): never {
  throw new TypeError(`A letter holds a block that cannot be shown: ${JSON.stringify(one)}`);
}

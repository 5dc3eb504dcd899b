// Where a programme leads: the links of its page, and those of the hub.

import type { Prospectus } from "../../libs/prospectus/prospectus.ts";
import { html, type Html } from "./html.ts";

/** As a list; null where there is none. */
export function programmeLinks({ links }: Pick<Prospectus, "links">): Html | null {
  const all = links?.value ?? [];
  if (all.length === 0) return null;
  return html`<ul class="govuk-list govuk-list--bullet">${all.map(({ kind, text, address }) =>
    address === null
      ? html`<li>${text}</li>`
      : html`<li><a class="govuk-link" href="${kind === "email" ? `mailto:${address}` : address}">${text}</a></li>`,
  )}</ul>`;
}

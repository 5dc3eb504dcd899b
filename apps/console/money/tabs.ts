// The pages about money, each with the way to the others.

import type { Role } from "../../../libs/service/access/principal.ts";
import { html, type Html } from "../html.ts";

/** Who works with a hub's money at the console. */
export const MONEY: readonly Role[] = ["finance-officer", "hub-lead"];

const TABS = [
  ["/money", "Grants"],
  ["/money/runs", "Payment runs"],
  ["/money/budgets", "Budgets"],
] as const;
export type Tab = (typeof TABS)[number][0];

/** The way between them, and what has just been done, in words. */
export function tabs(here: Tab, done: string | null): Html {
  return html`${done === null ? null : html`<p class="note done" role="status">${done}</p>`}
<ul class="actions">${TABS.map(
    ([href, words]) =>
      html`<li><a class="button" href="${href}"${
        here === href
          ? html`
  aria-current="page"`
          : null
      }>${words}</a></li>`,
  )}</ul>`;
}

// The pages about money, each with the way to the others.

import type { Role } from "../../../libs/service/access/principal.ts";
import { html, type Html } from "../html.ts";
import { doneBanner, subNavigation } from "../look/parts.ts";

/** Who works with a hub's money at the console. */
export const MONEY: readonly Role[] = ["finance-officer", "hub-lead"];

const TABS = [
  ["/money", "Grants"],
  ["/money/runs", "Payment runs"],
  ["/money/budgets", "Budgets"],
  ["/money/books", "Books"],
] as const;
export type Tab = (typeof TABS)[number][0];

/** The way between them, and what has just been done, in words. */
export function tabs(here: Tab, done: string | null): Html {
  const parts = TABS.map(([href, words]) => ({ href, words, here: here === href }));
  return html`${doneBanner(done)}${subNavigation("Money", parts)}`;
}

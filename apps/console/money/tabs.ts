// The pages about money, each with the way to the others.

import type { Principal, Role } from "../../../libs/service/access/principal.ts";
import { html, type Html } from "../html.ts";
import { doneBanner, subNavigation } from "../look/parts.ts";

/** Who works with a hub's money at the console; and who reads it, an auditor that of every hub. */
export const MONEY: readonly Role[] = ["finance-officer", "hub-lead"];
export const MONEY_SEEN: readonly Role[] = [...MONEY, "auditor"];

const TABS = [
  ["/money", "Grants"],
  ["/money/runs", "Payment runs"],
  ["/money/budgets", "Budgets"],
  ["/money/books", "Books"],
  ["/money/months", "By month"],
] as const;
export type Tab = (typeof TABS)[number][0];

/** Whose money is shown. `named`: its addresses say the hub, for it is not one's own. */
export interface Whose {
  hub: string;
  named: boolean;
}

/** The hub whose money somebody looks at: their own, else the one that the address names; null where it names none. */
export function whoseMoney({ hub }: Pick<Principal, "hub">, asked: unknown): Whose | null {
  if (hub !== null && hub !== "") return { hub, named: false };
  return typeof asked === "string" && asked !== "" ? { hub: asked, named: true } : null;
}

/** An address of money with what it asks; what is empty is not said. */
export function moneyAt(path: string, whose: Whose | null, asked: Readonly<Record<string, string>> = {}): string {
  const hub = whose?.named === true ? { hub: whose.hub } : {};
  const set = Object.entries({ ...hub, ...asked }).filter(([, value]) => value !== "");
  const query = new URLSearchParams(set).toString();
  return query === "" ? path : `${path}?${query}`;
}

/** The way to a list of it as a file; of one run's payments, whose hub goes without saying. */
export const fileLink = (path: string, whose: Whose | null = null): Html =>
  html`<p class="govuk-body govuk-!-display-none-print"><a class="govuk-link" href="${moneyAt(path, whose)}">This list
    for a spreadsheet (CSV)</a></p>`;

/** The way between them, and what has just been done, in words. */
export function tabs(here: Tab, done: string | null, whose: Whose | null = null): Html {
  const parts = TABS.map(([href, words]) => ({ href: moneyAt(href, whose), words, here: here === href }));
  return html`${doneBanner(done)}${subNavigation("Money", parts)}`;
}

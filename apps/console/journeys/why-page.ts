// Why a grant, a reminder or an escalation is as it is: one step after the other, each with its rule and the page it
// comes from.

import type { Cited, Explanation, Link } from "../../../libs/journey/why/explanation.ts";
import { localTime } from "../../../libs/calendar/instants.ts";
import type { Html } from "../html.ts";
import { dayFilter } from "../form-controls.ts";
import { filterForm } from "../look/parts.ts";
import { day, roleInWords } from "../words.ts";
import { ROLES, type Role } from "../../../libs/service/access/principal.ts";

interface RuleView {
  says: string;
  /** Where it comes from, in a sentence; `page`: its address, which stands after it; `more`: what stands after that. */
  from: { says: string; page: string | null; more: string } | null;
}
/** What template why.njk is filled with. `proof`: where all that proves a grant is, for who may see a hub's money. */
export interface WhyView {
  asOf: string;
  stands: string;
  steps: readonly { on: string; at: string; says: string; who: string; rule: RuleView | null }[];
  look: Html;
  proof: string | null;
  back: { href: string; words: string };
}

/** The view model of the chain. `journey`: the address of its page; `day`: the one asked for, empty for now. */
export function whyView(
  { stands, chain, asOf }: Explanation,
  {
    action,
    journey,
    school,
    day: asked,
    proof,
  }: { action: string; journey: string; school: string; day: string; proof: string | null },
): WhyView {
  return {
    asOf: `${school}. As of ${day(asOf)}, ${localTime(asOf)}.`,
    stands,
    steps: chain.map(stepOf),
    look: filterForm(action, [dayFilter("asOf", "As it was at the end of which day?", asked)], "Look"),
    proof,
    back: { href: journey, words: `Back to ${school}` },
  };
}

function stepOf({ at, says, by, rule, seq }: Link): WhyView["steps"][number] {
  const who =
    by === null ? "By time itself" : `By ${isRole(by.role) ? `the ${roleInWords(by.role).toLowerCase()}` : "somebody"}`;
  return {
    on: day(at),
    at: localTime(at),
    says,
    who: `${who}. Event ${seq}.`,
    rule: rule && { says: rule.says, from: fromOf(rule) },
  };
}

function fromOf({ source, page, place, quotes, hub }: Cited): RuleView["from"] {
  const said = (says: string) => ({ says, page: null, more: "" });
  if (source === "page") {
    const more = `${place === null ? "" : ` (${place})`}${quotes === null ? "" : `: ${quotes}`}.`;
    if (page !== null && isAddress(page)) return { says: "Page:", page, more };
    return said(`Page: ${page ?? "of the programme"}${more}`);
  }
  if (hub !== null) return said("No page states this: the hub has decided it.");
  if (source !== "assumption") return null;
  return said(`No page states this: an assumption${quotes === null ? "" : ` (${quotes})`}.`);
}

const isRole = (role: string): role is Role => (ROLES as readonly string[]).includes(role);
/** Whether a page of a rule is reached by an address; else it is called by the file in which it is kept. */
export const isAddress = (page: string): boolean => /^https?:\/\//u.test(page);

// The grants of a hub's schools: those that can be approved, with who has approved them and what they come to, one by
// one or many at once; and those further on.

import { pounds } from "../../../libs/journey/sentences.ts";
import type { GrantOfHub, GrantSum } from "../../../libs/service/money/grants.ts";
import { allIn, type Choice } from "../form-fields.ts";
import { faultSummary, hidden, type FormState } from "../form-page.ts";
import type { Html } from "../html.ts";
import { choose, subNavigation, tick } from "../look/parts.ts";
import { stageYear } from "../words.ts";
import { fits, sumOf, sumsShown, type GrantsAsked } from "./grant-sums.ts";
import { whyInShort } from "./grant-why.ts";
import { periodChoices } from "./periods.ts";
import { moneyAt, tabs, type Whose } from "./tabs.ts";

export const GRANT_SHOWS = ["payable", "due", "released", "paid", "withheld"] as const;
export type GrantShow = (typeof GRANT_SHOWS)[number];

const SHOWS: Readonly<Record<GrantShow, readonly [string, string]>> = {
  payable: ["To be approved", "No grant waits for approval."],
  due: ["Not payable yet", "No grant is due that is not payable yet."],
  released: ["Released", "No grant waits for a payment run."],
  paid: ["Paid", "No grant has been paid."],
  withheld: ["Withheld", "No grant is withheld."],
};

/** What was not approved, and why. */
export interface NotApproved {
  grant: GrantOfHub | null;
  text: string;
}
/** `who`: of those who look, an opaque id; `approves`: theirs is a role that does; `people`: what people are called. */
export interface GrantsLook {
  show: GrantShow;
  whose: Whose;
  asked: GrantsAsked;
  who: string;
  approves: boolean;
  people(id: string): string;
  done: string | null;
  next: string | null;
  sums: readonly GrantSum[];
  state: FormState;
  turnedDown?: readonly NotApproved[];
}

interface Row {
  /** Its box, or that one has approved it; null where nothing is to be approved here. */
  box: Html | string | null;
  mine: boolean;
  school: string;
  href: string;
  urn: string;
  grant: string;
  amount: string;
  by: string;
  second: boolean;
  run: string | null;
  why: string;
  decide: boolean;
  ways: readonly { href: string; words: string }[];
}
/** What template grants.njk is filled with. */
export interface GrantsView {
  tabs: Html;
  views: Html;
  faults: Html | null;
  failed: readonly { school: string; text: string }[];
  filter: { hidden: readonly { name: string; value: string }[]; fields: readonly Html[] } | null;
  empty: string | null;
  caption: string;
  open: string | null;
  rows: readonly Row[];
  form: { action: string; hidden: Html; ticked: string; ways: readonly { href: string; words: string }[] } | null;
  sums: readonly { year: string; month: string; grants: string; amount: string }[];
  more: string | null;
  file: string | null;
}

/** How a ticked grant is named in the form. */
export const grantKey = ({
  journey,
  stage,
  academicYear,
}: Pick<GrantOfHub, "journey" | "stage" | "academicYear">): string => `${journey}~${stage}~${academicYear}`;

/** Those of a page that somebody can approve: nobody approves one twice. */
export const openTo = (grants: readonly GrantOfHub[], who: string): string[] =>
  grants.filter(({ approvers }) => !approvers.includes(who)).map(grantKey);

/** The view model. */
export function grantsView(grants: readonly GrantOfHub[], look: GrantsLook): GrantsView {
  const { show, whose, asked, who, approves, done, next, sums, state, turnedDown = [] } = look;
  const at = (more: Readonly<Record<string, string>>): string =>
    moneyAt("/money", whose, { show, year: asked.year, when: asked.when, ...more });
  const open = show === "payable" && approves ? openTo(grants, who) : [];
  const ticked = grants.filter((one) => open.includes(grantKey(one)) && isTicked(state, grantKey(one)));
  const found = sumOf(sums.filter((one) => fits(one, asked)));
  return {
    tabs: tabs("/money", done, whose),
    views: subNavigation(
      "Grants",
      GRANT_SHOWS.map((one) => ({
        href: moneyAt("/money", whose, { show: one }),
        words: SHOWS[one][0],
        here: one === show,
      })),
    ),
    faults: faultSummary(state.faults),
    failed: turnedDown.map(({ grant, text }) => ({ school: grant === null ? "A grant" : schoolOf(grant), text })),
    filter: filterOf(look),
    empty: grants.length > 0 ? null : sums.length > 0 ? "No grant fits all of this." : SHOWS[show][1],
    caption: captionOf(found, show, grants.length),
    open: open.length === 0 ? null : `You can approve ${found.open} of them: ${pounds(found.openPence)}.`,
    rows: grants.map((one) => rowOf(one, look, open.length > 0)),
    form:
      open.length === 0
        ? null
        : {
            action: state.action,
            hidden: hidden(state),
            ticked: tickedSays(ticked, open.length),
            ways: [
              {
                href: at({ after: asked.after, tick: "all" }),
                words: open.length === 1 ? "Tick it" : `Tick all ${open.length} on this page`,
              },
              ...(ticked.length > 0 ? [{ href: at({ after: asked.after }), words: "Tick none" }] : []),
            ],
          },
    sums: sumsShown(sums.filter((one) => fits(one, asked))),
    more: next === null ? null : at({ after: next }),
    file:
      grants.length === 0 ? null : moneyAt("/money/grants.csv", whose, { show, year: asked.year, when: asked.when }),
  };
}

function tickedSays(ticked: readonly GrantOfHub[], open: number): string {
  const sum = pounds(ticked.reduce((whole, one) => whole + one.amountPence, 0));
  return `${ticked.length} of ${open} on this page ${ticked.length === 1 ? "is" : "are"} ticked: ${sum}.`;
}

const isTicked = ({ typed }: FormState, key: string): boolean => allIn(typed, "grant").includes(key);
export const schoolOf = ({ school, urn }: Pick<GrantOfHub, "school" | "urn">): string => school ?? `School ${urn}`;

/** By academic year, and by when it was released once something has been. */
function filterOf({ show, whose, asked, sums }: GrantsLook): GrantsView["filter"] {
  const years = [...new Set(sums.map(({ academicYear }) => academicYear))];
  const months = sums.flatMap(({ month }) => (month === null ? [] : [month]));
  if (years.length === 0) return null;
  const field = (name: "year" | "when", label: string, choices: readonly Choice[]): Html =>
    choose({ id: `f-${name}`, name, label }, [["", "All"], ...choices.map(pairOf)], asked[name]);
  return {
    hidden: [{ name: "show", value: show }, ...(whose.named ? [{ name: "hub", value: whose.hub }] : [])],
    fields: [
      field(
        "year",
        "Grants of",
        years.map((year) => ({ value: year.replaceAll("/", "-"), words: year })),
      ),
      ...(months.length === 0 ? [] : [field("when", "Released in", periodChoices(months))]),
    ],
  };
}

const pairOf = ({ value, words }: Choice): readonly [string, string] => [value, words];

function captionOf({ grants, pence, once }: ReturnType<typeof sumOf>, show: GrantShow, shown: number): string {
  const waits = show === "payable" ? `, ${once} of them approved by one person` : "";
  const here = shown < grants ? ` ${shown} are on this page.` : "";
  return `${grants} ${grants === 1 ? "grant" : "grants"}, ${pounds(pence)}${waits}.${here}`;
}

function rowOf(one: GrantOfHub, { who, approves, people, state }: GrantsLook, boxes: boolean): Row {
  const { journey, urn, amountPence, status, approvers, run } = one;
  const school = schoolOf(one);
  const mine = approvers.includes(who);
  return {
    box: !boxes ? null : mine ? "Yours is given" : boxOf(one, state),
    mine,
    school,
    href: `/journeys/${journey}`,
    urn,
    grant: stageYear(one),
    amount: pounds(amountPence),
    by: approvers.length === 0 ? "Nobody yet" : approvers.map(people).join(" and "),
    second: approvers.length === 1 && status === "payable",
    run: run === null ? null : `/money/runs/${run}`,
    why: whyInShort(one, people),
    // Of one that has gone out it may be asked too; those who only read decide nothing.
    decide: one.asks !== null && approves,
    ways: waysOf(one, approves),
  };
}

function boxOf(one: GrantOfHub, state: FormState): Html {
  const key = grantKey(one);
  const whose = `Approve ${schoolOf(one)}, ${one.academicYear}`;
  return tick({ id: `g-${key}`, name: "grant", value: key }, { words: "", whose, checked: isTicked(state, key) });
}

function waysOf({ journey, academicYear, status }: GrantOfHub, changes: boolean): Row["ways"] {
  const form = (action: string): string =>
    `/journeys/${journey}/${action}?then=money&academicYear=${encodeURIComponent(academicYear)}`;
  return [
    { href: `/journeys/${journey}/why/grants/${academicYear.replaceAll("/", "-")}`, words: "Why?" },
    ...(changes && (status === "payable" || status === "due")
      ? [
          { href: form("adjust-grant"), words: "Change" },
          { href: form("withhold-grant"), words: "Withhold" },
        ]
      : []),
  ];
}

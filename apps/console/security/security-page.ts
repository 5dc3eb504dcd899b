// Security events, and what is shown of them.

import { ROLES, type Role } from "../../../libs/service/access/principal.ts";
import {
  SECURITY_OUTCOME_CODES,
  SECURITY_WHATS,
  type SecurityEventSeen,
} from "../../../libs/service/access/security-log.ts";
import type { Column, AroundView } from "../lists/list-view.ts";
import { fileWay } from "../lists/list-view.ts";
import { dayFilter } from "../form-controls.ts";
import { carried } from "../form-page.ts";
import { html, type Html } from "../html.ts";
import { hubInWords, inWords, moment, roleInWords } from "../words.ts";
import { aboutInWords, codeInWords, whatInWords, type InWords } from "./event-words.ts";
import { choose, filterForm, input, tag } from "../look/parts.ts";

/** What is listed; empty: all. */
export interface SecurityShow {
  what: string;
  outcome: string;
  who: string;
  hub: string;
  since: string;
  until: string;
}

/**
 * `next`: where the next page goes on. `ended`: what became of somebody's sign-ins, where that was just asked. `names`:
 * of schools, by journey.
 */
export interface SecurityLook {
  names: ReadonlyMap<string, string>;
  /** Who looks may read payment runs. */
  readsRuns: boolean;
  next: number | null;
  ended: string | null;
  /** For who may end somebody's sign-ins: what their form brings back. */
  form: Html | null;
}

/** A line of the list. `code`, `about`: what more is to be said; `whoHref`: what else they did. */
interface SecurityLine {
  at: string;
  what: string;
  code: InWords | null;
  outcome: Html;
  who: string;
  whoId: string | null;
  whoHref: string | null;
  about: InWords | null;
  request: string | null;
}
/** What template security.njk is filled with. `end`: the form that ends somebody's sign-ins. */
export interface SecurityView {
  ended: string | null;
  filter: Html;
  end: { who: string; hidden: Html } | null;
  events: readonly SecurityLine[];
  older: string | null;
  ways: AroundView["ways"];
}

/** The view model of the list. */
export function securityView(
  events: readonly SecurityEventSeen[],
  show: SecurityShow,
  { next, ended, form, names, readsRuns }: SecurityLook,
): SecurityView {
  const on = Object.entries(show).filter(([, value]) => value !== "");
  const older = next === null ? null : new URLSearchParams([...on, ["after", String(next)]]).toString();
  return {
    ended,
    filter: filter(show),
    end:
      show.who === "" || form === null ? null : { who: show.who, hidden: html`${form}${carried({ who: show.who })}` },
    events: events.map((one) => lineOf(one, names, readsRuns)),
    older: older === null ? null : `/security?${older}`,
    ways: events.length === 0 ? [] : [fileWay("/security/security-events.csv", new URLSearchParams(on).toString())],
  };
}

function filter(show: SecurityShow): Html {
  const line = (name: "who" | "hub", label: string): Html =>
    input({ id: name, name, label: { text: label }, value: show[name], autocomplete: "off" });
  const whats = SECURITY_WHATS.map((what) => [what, whatInWords(what)] as const);
  const outcomes = SECURITY_OUTCOME_CODES.map((code) => [code, inWords(code)] as const);
  return filterForm("/security", [
    choose({ id: "what", name: "what", label: "What" }, [["", "All"], ...whats], show.what),
    choose({ id: "outcome", name: "outcome", label: "Outcome" }, [["", "All"], ...outcomes], show.outcome),
    line("who", "Who"),
    line("hub", "Hub"),
    dayFilter("since", "From", show.since),
    dayFilter("until", "To", show.until),
  ]);
}

function lineOf(one: SecurityEventSeen, names: ReadonlyMap<string, string>, readsRuns: boolean): SecurityLine {
  const held = [roleOf(one), hubOf(one)].filter((words) => words !== "");
  const known = held.length === 0 ? "Somebody" : held.join(" · ");
  return {
    at: moment(one.at),
    what: whatInWords(one.what),
    code: codeInWords(one),
    outcome: tag(inWords(one.outcome), one.outcome === "done" ? "done" : "late"),
    who: one.who === null ? "Nobody known" : known,
    whoId: one.who,
    whoHref: one.who === null ? null : `/security?${new URLSearchParams({ who: one.who }).toString()}`,
    about: aboutInWords(one, names, readsRuns),
    request: one.request,
  };
}

/** What a file has of each; ids stand beside the words, for who looks for them. `names`: of schools, by journey. */
export const securityColumns = (names: ReadonlyMap<string, string>): readonly Column<SecurityEventSeen>[] => [
  { head: "When", file: ({ at }) => moment(at) },
  { head: "What", file: ({ what }) => whatInWords(what) },
  { head: "More", file: (one) => codeInWords(one)?.says ?? "" },
  { head: "Outcome", file: ({ outcome }) => inWords(outcome) },
  { head: "Who, by role", file: roleOf },
  { head: "Hub", file: hubOf },
  { head: "Who, by the id of their sign-in", file: ({ who }) => who ?? "" },
  { head: "Of what", file: (one) => aboutInWords(one, names, false)?.says ?? "" },
  { head: "Of what, as it is kept", file: ({ about }) => about ?? "" },
  { head: "Request", file: ({ request }) => request ?? "" },
];

function roleOf({ role }: SecurityEventSeen): string {
  return role === null ? "" : isRole(role) ? roleInWords(role) : inWords(role);
}

function hubOf({ hub }: SecurityEventSeen): string {
  return hub === null ? "" : hubInWords(hub);
}

const isRole = (role: string): role is Role => ROLES.some((one) => one === role);

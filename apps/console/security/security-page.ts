// Security events, and what is shown of them.

import { ROLES, type Role } from "../../../libs/service/access/principal.ts";
import {
  SECURITY_OUTCOME_CODES,
  SECURITY_WHATS,
  type SecurityEventSeen,
} from "../../../libs/service/access/security-log.ts";
import { dayFilter } from "../form-controls.ts";
import { html, type Html } from "../html.ts";
import { hubInWords, inWords, moment, roleInWords } from "../words.ts";
import { aboutInWords, codeInWords, whatInWords, type InWords } from "./event-words.ts";
import { choose, doneBanner, filterForm, input } from "../look/parts.ts";

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
  next: number | null;
  ended: string | null;
  /** For who may end somebody's sign-ins: what their form brings back. */
  form: Html | null;
}

/** The list. */
export function securityPage(
  events: readonly SecurityEventSeen[],
  show: SecurityShow,
  { next, ended, form, names }: SecurityLook,
): Html {
  const on = Object.entries(show).filter(([, value]) => value !== "");
  const more = next === null ? null : new URLSearchParams([...on, ["after", String(next)]]).toString();
  return html`${doneBanner(ended)}${filter(show)}
${show.who === "" || form === null ? null : endForm(show.who, form)}
${events.length === 0 ? html`<p class="note">There is nothing of the kind.</p>` : table(events, names)}
${more === null ? null : html`<p><a class="button" href="/security?${more}">Older ones</a></p>`}`;
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

function endForm(who: string, form: Html): Html {
  return html`<form method="post" action="/security/end">${form}<input type="hidden" name="who" value="${who}">
<p><button class="button warns">End every sign-in of ${id(who)}</button> They may sign in again, if their
  sign-in lets them.</p></form>`;
}

/** As programs have it: who operates or audits the service looks for it. */
const id = (code: string): Html => html`<data value="${code}">${code}</data>`;

const told = (words: InWords | null): Html | null =>
  words &&
  html`${words.href === undefined ? words.says : html`<a href="${words.href}">${words.says}</a>`}${
    words.code === null ? null : html`<small>${id(words.code)}</small>`
  }`;

function table(events: readonly SecurityEventSeen[], names: ReadonlyMap<string, string>): Html {
  const line = (one: SecurityEventSeen): Html => {
    const code = codeInWords(one);
    const held = [
      ...(one.role === null ? [] : [isRole(one.role) ? roleInWords(one.role) : inWords(one.role)]),
      ...(one.hub === null ? [] : [hubInWords(one.hub)]),
    ];
    return html`<tr><th scope="row">${moment(one.at)}</th><td>${whatInWords(one.what)}${
      code === null ? null : html`<small>${told(code)}</small>`
    }</td><td><span class="tag${one.outcome === "done" ? " done" : " late"}">${inWords(one.outcome)}</span></td><td>${
      one.who === null ? "Nobody known" : whoOf(one.who, held)
    }</td><td>${told(aboutInWords(one, names))}</td><td>${one.request === null ? "–" : id(one.request)}</td></tr>`;
  };
  return html`<div class="wide"><table><caption>Kept for two years; nobody changes one. People are known here by the ids
of their sign-in alone.</caption>
<thead><tr><th scope="col">When</th><th scope="col">What</th><th scope="col">Outcome</th><th scope="col">Who</th><th
  scope="col">Of what</th><th scope="col">Request</th></tr></thead><tbody>${events.map(line)}</tbody></table></div>`;
}

/** What somebody was, and the id of their sign-in: what else they did is one step away. */
function whoOf(who: string, held: readonly string[]): Html {
  const query = new URLSearchParams({ who }).toString();
  return html`${held.length === 0 ? "Somebody" : held.join(" · ")}<small><a
  href="/security?${query}">${id(who)}</a></small>`;
}

const isRole = (role: string): role is Role => ROLES.some((one) => one === role);

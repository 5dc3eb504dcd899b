// Why something is as it is, as of a moment: the chain of facts from first to last, the rule behind each, the page it
// comes from, who decided. Made from the events alone, so that an auditor can read the same there.

import { longDate } from "../../calendar/long-dates.ts";
import { localDate, localTime, type Instant } from "../../calendar/instants.ts";
import type { Figure } from "../../prospectus/prospectus.ts";
import type { Actor } from "../commands.ts";
import type { Recorded } from "../events.ts";
import { sentenceOf, type Naming } from "../sentences.ts";

/** An event with who asked for it. */
export interface Fact {
  event: Recorded;
  by: Actor;
}

/**
 * A rule, in words: where a page states it, `page`, the `place` in it and what it says there, in our words (`quotes`);
 * an `assumption` is nobody's page (`hub`: that hub has decided it); `service` is how this service works for every
 * programme.
 */
export interface Cited {
  says: string;
  source: "page" | "assumption" | "service";
  page: string | null;
  place: string | null;
  quotes: string | null;
  hub: string | null;
}

/** One step: the event behind it, what happened, by whom (null: by time itself), under which rule. */
export interface Link {
  seq: number;
  at: Instant;
  says: string;
  by: Actor | null;
  rule: Cited | null;
}

/** `stands`: the answer in one sentence. `text`: the whole for a person to read. */
export interface Explanation {
  about: string;
  asOf: Instant;
  stands: string;
  chain: readonly Link[];
  text: string;
}

/** A step of the chain, as its reader calls things. `says`: other words than the event's own. */
export function link(
  name: Naming,
  { event, by }: Fact,
  rule: Cited | null = null,
  says: string = sentenceOf(event, name),
): Link {
  return { seq: event.seq, at: event.at, says, by: by.role === "service" ? null : by, rule };
}

/** A figure of a prospectus as the rule behind a step. */
export function ofFigure(says: string, figure: Figure<unknown>): Cited {
  if (figure.source === "assumption") return { ...assumed(says), quotes: figure.because ?? null };
  if (figure.source === "hub") return { ...assumed(says), hub: figure.hub };
  const { page, at } = figure;
  return { says, source: "page", page, place: `${at.under}, sentence ${at.sentence}`, quotes: figure.says, hub: null };
}

/** A rule of the service itself. */
export function ofService(says: string): Cited {
  return { says, source: "service", page: null, place: null, quotes: null, hub: null };
}

/** What no page states. */
export function assumed(says: string): Cited {
  return { says, source: "assumption", page: null, place: null, quotes: null, hub: null };
}

/** Puts it together: the chain in the order in which it happened. */
export function explained(about: string, asOf: Instant, stands: string, links: readonly Link[]): Explanation {
  const chain = [...links].sort((a, b) => a.seq - b.seq);
  return { about, asOf, stands, chain, text: textOf(about, asOf, stands, chain) };
}

function textOf(about: string, asOf: Instant, stands: string, chain: readonly Link[]): string {
  const lines = chain.map(({ seq, at, says, by, rule }, index) => {
    const who = by === null ? "By time itself" : `By ${by.who}, ${by.role}`;
    const why = rule === null ? "" : `\n   Rule: ${rule.says}${sourceOf(rule)}`;
    return `${index + 1}. ${longDate(localDate(at))}, ${localTime(at)} (event ${seq}). ${says} ${who}.${why}`;
  });
  return [`${about}, as of ${longDate(localDate(asOf))}, ${localTime(asOf)}`, stands, ...lines].join("\n");
}

function sourceOf({ source, page, place, quotes, hub }: Cited): string {
  if (source === "page") return ` Page ${page ?? ""} (${place ?? ""}): ${quotes ?? ""}.`;
  if (hub !== null) return " No page states this: the hub has decided it.";
  if (source === "assumption") return ` No page states this: an assumption${quotes === null ? "" : ` (${quotes})`}.`;
  return "";
}

// Why a grant of a list can be approved, what it waits for, or what has become of it, in a line.

import type { GrantOfHub } from "../../../libs/service/money/grants.ts";
import { grantCauseInWords } from "../../../libs/words/grant-causes.ts";
import { day } from "../words.ts";

/** The line. `people`: what those who decided are called. */
export function whyInShort(one: GrantOfHub, people: (id: string) => string): string {
  const { asks, status, run, ground } = one;
  if (asks !== null) return grantCauseInWords(asks.cause, asks.paid);
  switch (status) {
    case "due":
      return `Waits until each of its teachers has been at a session. ${sessionsOf(one) ?? ""}`.trim();
    case "payable":
      return payable(one, people);
    case "released":
      return run === null ? "Waits for the next payment run." : "Is in a payment run.";
    case "withheld":
      return decided(one, people, "not paid") ?? "Somebody decided that it is not paid.";
    default:
      return ground.payableAt === null ? "" : `Payable since ${day(ground.payableAt)}.`;
  }
}

/** By its sessions; or because somebody decided so, whatever they are. */
function payable(one: GrantOfHub, people: (id: string) => string): string {
  const since = one.ground.payableAt === null ? "" : `Payable since ${day(one.ground.payableAt)}.`;
  const by = decided(one, people, "paid") ?? "Its teachers have been at a session.";
  return [by, sessionsOf(one), since].filter(Boolean).join(" ");
}

function decided({ ground }: GrantOfHub, people: (id: string) => string, what: string): string | null {
  const { decidedAt, decidedBy } = ground;
  if (decidedAt === null) return null;
  return decidedBy === null
    ? `It was decided on ${day(decidedAt)} that it is ${what}.`
    : `Decided on ${day(decidedAt)} that it is ${what}, by ${people(decidedBy)}.`;
}

/** How many of the sessions so far were attended; null where nobody here is told. */
function sessionsOf({ ground: { attended, missed } }: GrantOfHub): string | null {
  if (attended === null || missed === null) return null;
  const held = attended + missed;
  if (held === 0) return "No session has been recorded yet.";
  if (missed > 0) return `${attended} of ${held} sessions so far attended.`;
  return held === 1 ? "The one session so far attended." : `All ${held} sessions so far attended.`;
}

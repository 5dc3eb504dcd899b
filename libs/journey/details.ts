// Where a journey stands, for the operator in the Temporal Web UI: in words and London time, without ids and codes (a
// URN is what people call a school by). What matters most comes first: where there is no room, the last lines go.

import { longDate } from "../calendar/long-dates.ts";
import type { GroupNaming } from "../words/group-name.ts";
import { hubNameOf } from "../words/hub-name.ts";
import { day, inWords, moment, stageYear } from "../words/in-words.ts";
import { byName } from "../words/naming.ts";
import { needsIf, type Need } from "../words/needs.ts";
import { TASK_WORDS } from "../words/task-words.ts";
import { nextUp } from "./due.ts";
import { nextInWords } from "./next-in-words.ts";
import { listed, pounds, type Naming } from "./sentences.ts";
import { currentYear, stagesOf, type Begun, type Commitment, type EffectKind, type Grant, type Task } from "./state.ts";

/** Of what is alike, so much is named; the rest is counted. */
const MOST_NAMED = 4;

/** Markdown, a paragraph a thing. `called`: what Work Groups are called. */
export function detailsOf(state: Begun, called: GroupNaming): string {
  const year = currentYear(state);
  // Those of years gone by, too: what was missed in them may still be somebody’s to decide.
  const name = byName("the", called)(stagesOf(state).flatMap(({ commitments }) => commitments));
  const next = nextUp(state);
  const lines = [titleOf(state, called)];
  if (state.status === "offered")
    lines.push(
      `A place is offered${state.offer.workGroup ? ` in ${called(state.offer.workGroup)}` : ""}; the school answers ` +
        `by ${longDate(state.offer.respondBy)}.`,
    );
  const stalled = state.effects.filter((one) => one.stalled);
  if (stalled.length > 0)
    lines.push(`**Not getting through:** ${owedInWords(stalled.map(({ kind }) => kind))}; tried again and again.`);
  const tasks = state.tasks.filter((one) => one.status === "open");
  if (tasks.length > 0) lines.push(`**For somebody to decide:** ${toDecide(tasks, name)}`);
  if (year) lines.push(owedNow(year.commitments, name));
  const grant = state.grants.at(-1);
  if (grant) lines.push(grantInWords(grant));
  if (next === null || "application" in state) lines.push(waitsFor(state, called));
  if (next !== null) lines.push(`Next, by itself: ${nextInWords(next, name)}, ${moment(next.at)}.`);
  if (year) lines.push(...toCome(year.commitments, name));
  if (state.aliases.length > 0) lines.push(`Formerly URN ${state.aliases.join(", ")}.`);
  return lines.join("\n\n");
}

function titleOf(state: Begun, called: GroupNaming): string {
  const year = currentYear(state);
  const where = year === null ? [] : [stageYear(year), ...(year.workGroup === null ? [] : [called(year.workGroup)])];
  const { urn, phase } = state.school;
  return [`**${inWords(state.status)}**`, ...where, `${hubNameOf(state.hub)} hub`, `URN ${urn} (${phase})`].join(" · ");
}

/** One, and what several are called. */
const OWED_TO_THE_WORLD: Readonly<Record<EffectKind, [one: string, several: string]>> = {
  "send-notice": ["a notice", "notices"],
  "send-reminder": ["a reminder", "reminders"],
  "escalate-commitment": ["a letter about what was missed", "letters about what was missed"],
  "release-grant": ["the grant on its way to the ledger", "grants on their way to the ledger"],
};

function owedInWords(kinds: readonly EffectKind[]): string {
  const words = [...new Set(kinds)].map((kind) => {
    const [one, several] = OWED_TO_THE_WORLD[kind];
    const count = kinds.filter((other) => other === kind).length;
    return count === 1 ? one : `${count} ${several}`;
  });
  return listed(words);
}

/** The soonest first. */
function toDecide(tasks: readonly Task[], name: Naming): string {
  const byDay = tasks.toSorted((a, b) => ((a.dueOn ?? "") < (b.dueOn ?? "") ? -1 : 1));
  return withCount(byDay.map((one) => taskInWords(one, name))).join("; ");
}

/** The first few, and how many more there are. */
function withCount(things: readonly string[]): string[] {
  const more = things.length - MOST_NAMED;
  return more > 0 ? [...things.slice(0, MOST_NAMED), `${more} more`] : [...things];
}

function taskInWords({ about, commitment, dueOn }: Task, name: Naming): string {
  const asked =
    about === "missed-commitment" ? `What becomes of ${name.commitment(commitment ?? "")}, which was missed?` : null;
  return `${asked ?? TASK_WORDS[about as keyof typeof TASK_WORDS]}${dueOn === null ? "" : ` (by ${longDate(dueOn)})`}`;
}

function owedNow(commitments: readonly Commitment[], name: Naming): string {
  const missed = commitments.filter((one) => one.status === "missed");
  if (missed.length === 0) return "Owed now: nothing.";
  return `**Owed now:** ${withCount(missed.map((one) => owed(one, name))).join("; ")}`;
}

function owed({ code, by, dueOn, level }: Commitment, name: Naming): string {
  const told = ["nobody told yet", "lead teachers told", "headteacher told", "hub lead told"][level];
  return `${name.commitment(code)} by the ${by}, since ${longDate(dueOn)} (${told})`;
}

function toCome(commitments: readonly Commitment[], name: Naming): string[] {
  const open = commitments.filter((one) => one.status === "open").sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
  const named = withCount(open.map(({ code, dueOn }) => `${name.commitment(code)} (${longDate(dueOn)})`));
  const met = commitments.filter((one) => one.status === "met").length;
  return [
    ...(open.length > 0 ? [`Still to come: ${named.join(", ")}`] : []),
    `Met: ${met} of ${commitments.length} promises.`,
  ];
}

function grantInWords(grant: Grant): string {
  const { amountPence, clawback } = grant;
  const back = {
    none: "",
    requested: ` ${pounds(clawback.amountPence)} are asked back.`,
    recovered: ` ${pounds(clawback.recoveredPence)} came back.`,
  }[clawback.status];
  return `Grant for ${stageYear(grant)}: ${pounds(amountPence)}, ${grantStands(grant)}.${back}`;
}

function grantStands({ status, releasedAt, run, authorisedBy, heldBack }: Grant): string {
  switch (status) {
    case "due":
      return "due, not yet to be released";
    case "payable":
      return "to be approved by two people";
    case "released": {
      const since = releasedAt === null ? "" : ` on ${day(releasedAt)}`;
      const then = heldBack
        ? "held back until somebody has decided"
        : run === null
          ? "waiting for a payment run"
          : authorisedBy === null
            ? "in a payment run that nobody has authorised yet"
            : "in an authorised payment run";
      return `released${since}, ${then}`;
    }
    case "paid":
      return "paid";
    case "withheld":
      return "withheld";
    default:
      return status satisfies never;
  }
}

function waitsFor(state: Begun, called: GroupNaming): string {
  switch (state.status) {
    case "interested":
      return "Waits for the school to apply.";
    case "applied":
      return "Waits for the hub: offer, waitlist, decline or redirect.";
    case "information-requested":
      return "Waits for the school to answer the hub’s question.";
    case "waitlisted": {
      const { waitsIn } = state.application;
      return `Waits for a place to fall free${waitsIn === null ? "" : ` in ${called(waitsIn)}`}.`;
    }
    case "offered":
      return "Waits for the school to answer the offer.";
    case "accepted": {
      const { placeBy } = state.offer;
      const by = placeBy === null ? "" : `, by ${longDate(placeBy)}`;
      return `Waits for the hub to place the school in its Work Group${by}.`;
    }
    case "participating":
      return "Waits for the hub to settle the next stage.";
    case "paused":
      return "Paused until the school returns.";
    default:
      return "Nothing more happens by itself; the school may apply again.";
  }
}

/** What it wants of a person, by which an operator finds it. */
export function needsOf(state: Begun): Need[] {
  const open = state.tasks.filter(({ status }) => status === "open");
  const year = currentYear(state);
  const silent = year?.commitments.some(
    ({ by, status, level }) => by === "school" && status === "missed" && level >= 2,
  );
  return needsIf([
    ["stuck", state.effects.some(({ stalled }) => stalled)],
    ["grant", open.some(({ about }) => about === "grant") || state.grants.some(({ heldBack }) => heldBack)],
    ["decision", open.some(({ about }) => about !== "grant")],
    ["answer", silent === true],
  ]);
}

/**
 * What must be right in the details though nothing comes sooner for it: where another subject's round changes it (a
 * payment run, a register that came late), the workflow is told at once. What a date of its own puts right is not in
 * it.
 */
export function standsAs(state: Begun): string {
  const owes = currentYear(state)?.commitments.filter((one) => one.status === "missed") ?? [];
  const money = state.grants.filter(({ status }) => status !== "due" && status !== "payable");
  return [
    state.status,
    ...owes.map(({ code }) => code),
    ...money.map(({ status, heldBack }) => `${status} ${heldBack}`),
    ...state.tasks.filter(({ status }) => status === "open").map(({ id }) => id),
  ].join("\n");
}

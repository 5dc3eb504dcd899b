// What the register means for the journeys under way: those of a school that has one plain successor go on under its
// URN, and the others are put before the hub.

import { createHash } from "node:crypto";
import type { Client } from "@temporalio/client";
import type { DataSource } from "typeorm";
import type { Instant } from "../../calendar/instants.ts";
import { claimWhole } from "../../temporal/bring-command.ts";
import { performCommand, ServiceUnavailable } from "../../temporal/subject-client.ts";
import type { Outcome } from "../../contract/journey.ts";
import type { Command } from "../../journey/commands.ts";
import { planMoves, type Move, type Question } from "../../register/moves.ts";
import { loopsIn, successions, type SchoolLink } from "../../register/succession.ts";
import { countWords } from "../../journey/wire.ts";
import { putText } from "../../people/people.ts";
import { streamOf } from "../../store/events/streams.ts";
import { standingsOf, successionLinks, unresolvedLinks } from "../../store/schools/register.ts";
import { journeysAtStake, keepQuestions, phasesTaken } from "../../store/schools/school-questions.ts";

/** Who brings the command, in the events: the register, on behalf of the operator who imports it. */
const PRINCIPAL = "import-schools";
const REASON_CODE = "academy-conversion";
const TIMEOUT_MS = 10_000;
/** After so many in a row that are not answered, the rest is left for the next run. */
const MOST_UNANSWERED = 2;

/** What is to be done, and what the register leaves open. `unresolved`: links to URNs that it does not have. */
export interface Review {
  moves: Move[];
  questions: Question[];
  unresolved: SchoolLink[];
  loops: string[][];
}

/**
 * Looks at every journey whose school has closed, by all links known; keeps the open questions. Rejects with
 * StoreError.
 */
export async function review(dataSource: DataSource): Promise<Review> {
  const after = successions(await successionLinks(dataSource));
  const journeys = await journeysAtStake(dataSource);
  const linked = [...after].flatMap(([urn, next]) => [urn, ...next.keys()]);
  const standings = await standingsOf(dataSource, [...new Set([...linked, ...journeys.map(({ urn }) => urn)])]);
  const taken = await phasesTaken(dataSource, linked);
  const { moves, questions } = planMoves(journeys, after, standings, taken);
  await keepQuestions(dataSource, questions);
  return { moves, questions, unresolved: await unresolvedLinks(dataSource), loops: loopsIn(after) };
}

/** `waiting`: not done, because the journeys did not answer. `refused`: turned down by the rules, with the code. */
export interface Moved {
  moved: Move[];
  waiting: Move[];
  refused: (Move & { code: string })[];
}

/**
 * Brings `SucceedSchool` to each journey, one after another. The command's id is made of journey and new URN: however
 * often it is sent, it happens once. Rejects with StoreError.
 */
export async function carryOut(
  dataSource: DataSource,
  client: Client,
  now: () => Instant,
  moves: readonly Move[],
): Promise<Moved> {
  const done: Moved = { moved: [], waiting: [], refused: [] };
  let unanswered = 0;
  for (const move of moves) {
    const outcome = unanswered < MOST_UNANSWERED ? await succeed(dataSource, client, now(), move) : null;
    unanswered = outcome === null ? unanswered + 1 : 0;
    if (outcome === null || "fault" in outcome) done.waiting.push(move);
    else if (outcome.accepted) done.moved.push(move);
    else done.refused.push({ ...move, code: outcome.rejection.code });
  }
  return done;
}

/** What became of one command; null where it is not known. */
async function succeed(
  dataSource: DataSource,
  client: Client,
  receivedAt: Instant,
  { journey, from, to, closedOn }: Move,
): Promise<Outcome | null> {
  const id = sha256(JSON.stringify([PRINCIPAL, journey, to]));
  const body =
    `The schools’ register shows URN ${from} as closed${closedOn === null ? "" : ` on ${closedOn}`} and URN ` +
    `${to} as its one open successor.`;
  const reason = { id: `${PRINCIPAL}-${id.slice(0, 32)}`, words: countWords(body) };
  const command: Command = {
    id,
    type: "SucceedSchool",
    at: receivedAt,
    by: { who: PRINCIPAL, role: "operator" },
    data: { urn: to, reason, reasonCode: REASON_CODE },
  };
  const record = await claimWhole(dataSource, journey, command, sha256(JSON.stringify([from, to])));
  if (record.outcome !== null) return record.outcome;
  await putText(dataSource, { id: reason.id, owner: streamOf(journey), body });
  try {
    return await performCommand(client, journey, command, { timeoutMs: TIMEOUT_MS, epoch: record.epoch });
  } catch (error) {
    if (error instanceof ServiceUnavailable) return null;
    throw error;
  }
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

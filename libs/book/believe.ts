// What is believed of what a workflow asks. Whoever reaches Temporal can put anything into a message: so a command is
// taken from its row, by its id, and the result of an effect from the effect's own record. Nothing else is read.

import {
  effectIdOf,
  type AdvanceAnswer,
  type Asked,
  type Outcome,
  type RecordEffect,
  type Span,
} from "../contract/journey.ts";
import { SERVICE } from "../journey/commands.ts";
import type { CommandRecord } from "../store/command-log.ts";
import { findEffects, type EffectRecord } from "../store/effect-records.ts";
import type { Queryable } from "../store/prepared.ts";
import { beginRound } from "../store/rounds.ts";
import { advanceSubject, type AnyAsked, type BookDeps } from "./advance.ts";
import { answeredBefore } from "./round.ts";

/** What comes of a workflow: of commands their ids, of effects that they ended. */
export interface AskedByWorkflow {
  subject: string;
  now: string;
  commands: readonly Asked[];
  heard?: Span;
}

/**
 * The round of what a workflow asks. A command that nobody has claimed, one that was claimed without saying what is
 * asked (by a release before), and an effect's result that its record does not bear out are each a `fault`: nothing is
 * kept of them, and who did ask may ask again. Rejects with StoreError.
 */
export async function advanceAsked(
  deps: BookDeps,
  { subject, now, commands, heard }: AskedByWorkflow,
): Promise<AdvanceAnswer> {
  // PostgreSQL takes no NUL: such a message would fail however often it is tried, and all that came with it.
  const sound = commands.filter(({ id }) => !id.includes("\0"));
  const begun = await beginRound(
    deps.dataSource,
    sound.map(({ id }) => id),
  );
  const { believed, answered } = await believe(deps.dataSource, { subject, now, commands: sound }, begun.commands);
  const asked = { subject, now, commands: believed, ...(heard !== undefined && { heard }) };
  const answer = await advanceSubject(deps, asked as AnyAsked, begun);
  return { ...answer, outcomes: [...answer.outcomes, ...answered] };
}

/** The command of a row, as its kind has it: who wrote the row has checked it by the kind's own fields. */
type Believed = { id: string; type: string; at: string; by: object; data: object };

async function believe(
  db: Queryable,
  { subject, now, commands }: AskedByWorkflow,
  rows: ReadonlyMap<string, CommandRecord>,
): Promise<{ believed: Believed[]; answered: Outcome[] }> {
  const effects = await findEffects(
    db,
    commands.filter(isResult).map(({ data }) => effectIdOf(subject, data.effect)),
  );
  const believed: Believed[] = [];
  const answered: Outcome[] = [];
  for (const command of commands) {
    const row = rows.get(command.id);
    const taken =
      row === undefined && isResult(command)
        ? ofEffect(command, effects.get(effectIdOf(subject, command.data.effect)), { subject, now })
        : ofRow(command.id, row, subject);
    if ("type" in taken) believed.push(taken);
    else answered.push(taken);
  }
  return { believed, answered };
}

function ofRow(id: string, row: CommandRecord | undefined, subject: string): Believed | Outcome {
  if (row === undefined) return { command: id, fault: "nobody has claimed this command" };
  const before = answeredBefore(subject, { id }, row);
  if (before !== null) return before;
  if (row.asked === null) return { command: id, fault: "it was claimed without what is asked" };
  return { id, type: row.name, at: row.receivedAt, ...row.asked };
}

/** Tried once only, it may have been ended by anyone: it goes on, and nobody needs to be told. */
const ATTEMPTS_OF_A_STALLED_ONE = 2;

function ofEffect(
  { id, at, data: { effect, outcome, code } }: RecordEffect,
  record: EffectRecord | undefined,
  { subject, now }: Pick<AskedByWorkflow, "subject" | "now">,
): Believed | Outcome {
  const ownId = `effect:${subject}:${effect}:${outcome}`;
  const recorded = { id: ownId, type: "RecordEffect", at: at < now ? at : now, by: SERVICE };
  if (id !== ownId || record === undefined) return { command: id, fault: "its record does not say so" };
  if (outcome === "performed") {
    if (record.result === null) return { command: id, fault: "its record does not say so" };
    const { seq: _, ...result } = record.result;
    return { ...recorded, data: { effect, ...result } };
  }
  if (record.result !== null || record.attempts < ATTEMPTS_OF_A_STALLED_ONE)
    return { command: id, fault: "its record does not say so" };
  return { ...recorded, data: { effect, outcome, code: CODE.test(code ?? "") ? code : "failed" } };
}

const CODE = /^[a-z][a-z-]{0,60}$/u;

function isResult(command: Asked): command is RecordEffect {
  return (
    "type" in command &&
    command.type === "RecordEffect" &&
    Number.isSafeInteger(command.data?.effect) &&
    (command.data.outcome === "performed" || command.data.outcome === "stalled")
  );
}

// Commands as the service asks them: each stands in its row before a worker hears of it, and the result of an effect in
// the effect's own record.

import { makeAdvance, type AnyRequest } from "../../activities/advance.ts";
import { failingByCode } from "../../activities/failures.ts";
import { advanceSubject, type BookDeps } from "../../libs/book/advance.ts";
import { Memory } from "../../libs/book/memory.ts";
import { effectIdOf, type AdvanceAnswer, type Asked } from "../../libs/contract/journey.ts";
import { groupName } from "../../libs/contract/work-group.ts";
import { runName } from "../../libs/contract/payment-run.ts";
import type { Command } from "../../libs/journey/commands.ts";
import { noteAttempt, noteDone } from "../../libs/store/effect-records.ts";
import type { Queryable } from "../../libs/store/prepared.ts";
import { claimWhole } from "../../libs/temporal/bring-command.ts";
import type { AnyCommand } from "../../libs/temporal/subject-client.ts";

type Of<R> = R extends AnyRequest ? Omit<R, "commands"> & { commands: readonly AnyCommand[] } : never;
/** What is asked of a subject, its commands whole. */
export type Whole = Of<AnyRequest>;

/** `advance` as a workflow asks it of a worker, of commands that are claimed just before. */
export function claimingAdvance(deps: BookDeps): (request: Whole) => Promise<AdvanceAnswer> {
  const advance = makeAdvance({ memory: new Memory(), ...deps });
  return (request) =>
    failingByCode(async () => {
      const subject = subjectOf(request as AnyRequest);
      const commands: Asked[] = [];
      for (const command of request.commands) commands.push(await claimed(deps.dataSource, subject, command));
      return advance({ ...request, commands } as AnyRequest);
    });
}

/** `advance` as the service's own code asks it, of commands that nobody has claimed: for what no row could hold. */
export function unclaimedAdvance(
  deps: BookDeps,
): (request: { journey: string; now: string; commands: readonly Command[] }) => Promise<AdvanceAnswer> {
  const working = { memory: new Memory(), ...deps };
  return ({ journey: subject, now, commands }) =>
    failingByCode(() => advanceSubject(working, { subject, now, commands }));
}

/** Claims a command, or notes the effect whose result it is; what the workflow then says of it. */
async function claimed(db: Queryable, subject: string, command: AnyCommand): Promise<Asked> {
  if (command.type !== "RecordEffect") {
    await claimWhole(db, subject, command);
    return { id: command.id };
  }
  const { effect, outcome, ...result } = command.data;
  const id = effectIdOf(subject, effect);
  await noteAttempt(db, id, "a test");
  if (outcome === "performed") await noteDone(db, id, { seq: effect, outcome, ...result });
  else await noteAttempt(db, id, "a test");
  const by = { who: "service", role: "service" } as const;
  return { ...command, by, id: `effect:${subject}:${effect}:${outcome}` };
}

function subjectOf(request: AnyRequest): string {
  if ("journey" in request) return request.journey;
  if ("group" in request) return groupName(request.group);
  return "run" in request ? runName(request.run) : request.turn;
}

// A rehearsal acted out on the running service: the same made-up school and hub, their commands as Updates, time
// brought by the workflow's own timer.

import { addSeconds, type Instant } from "../../libs/calendar/instants.ts";
import type { ActorRole, Command } from "../../libs/journey/commands.ts";
import { due } from "../../libs/journey/due.ts";
import { fold } from "../../libs/journey/evolve.ts";
import { schoolMoves } from "../../libs/rehearsal/behaviour.ts";
import type { Rehearsal } from "../../libs/rehearsal/file.ts";
import { hubMoves } from "../../libs/rehearsal/hub.ts";
import type { Move, Scene } from "../../libs/rehearsal/scene.ts";
import { seal } from "../../libs/journey/wire.ts";
import type { Outcome } from "../../libs/contract/journey.ts";
import type { Service } from "./service.ts";
import { sentenceOfRejection } from "../../libs/words/rejection.ts";

export interface Acted {
  outcomes: Outcome[];
}

/**
 * Acts a rehearsal out to its end. One move at a time, each at the instant the rehearsal would make it.
 * @param leaveOut moves that nobody makes
 */
export async function actOut(
  service: Service,
  journey: string,
  rehearsal: Rehearsal,
  leaveOut: (move: Move) => boolean = () => false,
): Promise<Acted> {
  const made = new Set<string>();
  const outcomes: Outcome[] = [];
  for (;;) {
    const now = await service.now();
    const events = (await service.events(journey)).filter(({ type }) => type !== "EffectPerformed");
    const state = fold(await service.events(journey));
    const scene: Scene = { rehearsal, rules: service.rules, state, events, now, script: [] };
    const moves = [...hubMoves(scene), ...schoolMoves(scene)].filter((one) => !made.has(one.key) && !leaveOut(one));
    const move = moves.reduce<Move | null>((first, one) => (first === null || one.at < first.at ? one : first), null);
    const next = due(state);
    if (next !== null && next <= rehearsal.until && (move === null || next < move.at)) {
      await service.until(next);
      await service.settled(journey);
      continue;
    }
    if (move === null || move.at > rehearsal.until) return { outcomes };
    made.add(move.key);
    // A second early, so that at one instant what people do comes before what time brings.
    await service.until(addSeconds(move.at, -1));
    outcomes.push(
      await service.send(
        journey,
        commandOf(move, rehearsal, `${journey} ${outcomes.length + 1}`, move.at > now ? move.at : now),
      ),
    );
  }
}

function commandOf(move: Move, rehearsal: Rehearsal, id: string, at: Instant): Command {
  const sealed = seal(move.command, move.with, (kind) => `${id} ${kind}`);
  if ("rejection" in sealed) throw new Error(`${move.command}: ${sentenceOfRejection(sealed.rejection)}`);
  const brings =
    move.command === "SubmitApplication"
      ? { school: rehearsal.school, hub: "rehearsal", prospectus: rehearsal.prospectus }
      : {};
  const role: ActorRole =
    move.command.endsWith("Grant") || move.command.endsWith("PaymentRun") ? "finance-officer" : "hub-lead";
  // `seal` has checked the data against the command's fields.
  return {
    id,
    type: move.command,
    at,
    by: { who: move.who ?? "somebody", role },
    data: { ...sealed.data, ...brings },
  } as Command;
}

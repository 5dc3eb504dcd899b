// What goes on of a payment run by itself, batch by batch.

import { instantFromMs } from "../libs/calendar/instants.ts";
import type { EffectResult, PerformEffect } from "../libs/contract/journey.ts";
import { runOfName } from "../libs/contract/payment-run.ts";
import { SERVICE } from "../libs/journey/commands.ts";
import type { BookDeps } from "../libs/book/advance.ts";
import { makeAdvance } from "./advance.ts";
import { failure } from "./effects.ts";

/**
 * The activities `take-payables`, `authorise-payments`, `confirm-payments` and `let-payments-go`: one batch each, a
 * command of its own id. The event that says it is done asks for the next; done before, nothing is done.
 */
export function makeCarryOn(deps: BookDeps): (request: PerformEffect) => Promise<EffectResult> {
  const advance = makeAdvance(deps);
  return async ({ journey: subject, seq, id, now }) => {
    const run = runOfName(subject);
    if (run === null) throw failure("unknown-effect");
    const at = now ?? instantFromMs(Date.now());
    const { outcomes } = await advance({
      run,
      now: at,
      commands: [{ id: `carry-on:${id}`, type: "CarryOn", at, by: SERVICE, data: { effect: seq } }],
    });
    const [outcome] = outcomes;
    if (outcome === undefined || "fault" in outcome) throw failure("fault");
    return { seq, outcome: "performed", ...(outcome.accepted ? {} : { code: "turned-down" }) };
  };
}

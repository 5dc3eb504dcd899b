// What goes on of a payment run by itself, batch by batch.

import { instantFromMs } from "../libs/calendar/instants.ts";
import type { EffectResult, PerformEffect } from "../libs/contract/journey.ts";
import { runOfName } from "../libs/contract/payment-run.ts";
import { SERVICE } from "../libs/journey/commands.ts";
import type { BookDeps } from "../libs/book/advance.ts";
import { advanceAsked } from "../libs/book/believe.ts";
import { claimCommand } from "../libs/store/command-log.ts";
import { failure, performNoted } from "./effects.ts";

/**
 * The activities `take-payables`, `authorise-payments`, `confirm-payments` and `let-payments-go`: one batch each, a
 * command of its own id. The event that says it is done asks for the next; done before, nothing is done.
 */
export function makeCarryOn(deps: BookDeps): (request: PerformEffect) => Promise<EffectResult> {
  return (request) =>
    performNoted(deps.dataSource, request, async () => {
      const { journey: subject, seq, now: at = instantFromMs(Date.now()) } = request;
      if (runOfName(subject) === null) throw failure("unknown-effect");
      const id = `carry-on:${request.id}`;
      await claimCommand(deps.dataSource, {
        id,
        subject,
        name: "CarryOn",
        bodyDigest: null,
        principal: SERVICE.who,
        receivedAt: at,
        asked: { by: SERVICE, data: { effect: seq } },
      });
      const [outcome] = (await advanceAsked(deps, { subject, now: at, commands: [{ id }] })).outcomes;
      if (outcome === undefined || "fault" in outcome) throw failure("fault");
      return outcome.accepted ? {} : { code: "turned-down" };
    });
}

// A place that fell free is offered to the school whose turn it is: by that school's own journey, which decides whether
// it can be.

import type { Client } from "@temporalio/client";
import type { DataSource } from "typeorm";
import { instantFromMs } from "../libs/calendar/instants.ts";
import { bringCommand } from "../libs/temporal/bring-command.ts";
import type { EffectResult, PerformEffect } from "../libs/contract/journey.ts";
import { groupOfName } from "../libs/contract/work-group.ts";
import { SERVICE } from "../libs/journey/commands.ts";
import { load } from "../libs/store/events/event-store.ts";
import { recordedOfGroup } from "../libs/store/events/known-events.ts";
import { failure, performNoted } from "./effects.ts";

/** Less than an activity has: the Update's answer or none. */
const OFFER_MS = 20_000;

/**
 * The activity `offer-place`. Made once, whatever happens: the command has the id of the effect. Turned down is done
 * too: the journey's round has freed the place then, and it goes to the next.
 */
export function makeOfferPlace({
  dataSource,
  client,
}: {
  dataSource: DataSource;
  client: Client;
}): (request: PerformEffect) => Promise<EffectResult> {
  return (request) =>
    performNoted(dataSource, request, async () => {
      const event = recordedOfGroup(await load(dataSource.manager, request.journey)).find(
        ({ seq }) => seq === request.seq,
      );
      const workGroup = groupOfName(request.journey);
      if (event?.type !== "PlaceReserved" || workGroup === null) throw failure("unknown-effect");
      const at = request.now ?? instantFromMs(Date.now());
      const outcome = await bringCommand(
        { dataSource, client },
        event.journey,
        { id: `offer:${request.id}`, type: "OfferPlace", at, by: SERVICE, data: { workGroup } },
        { timeoutMs: OFFER_MS },
      );
      if ("fault" in outcome) throw failure("fault");
      return outcome.accepted ? {} : { code: "turned-down" };
    });
}

// What a command would come to, before somebody confirms it. Nothing is kept.

import type { DataSource } from "typeorm";
import { foresee } from "../../book/foresee.ts";
import { KINDS } from "../../book/kinds.ts";
import { instantFromMs } from "../../calendar/instants.ts";
import type { Command } from "../../journey/commands.ts";
import type { JourneyEvent } from "../../journey/events.ts";
import { refusalOf } from "../refusal.ts";
import type { ServiceSettings } from "../settings.ts";
import type { Asked } from "./asked.ts";
import { commandId } from "./command-id.ts";
import { sealOrRefuse } from "./seal-or-refuse.ts";
import { rulesOf } from "../rules.ts";
import type { RoutedCommand } from "./journey-commands.ts";
import type { Answer } from "./command-sender.ts";

/** `version` is the journey's as it stands; `status` the one that it would have; `events` would happen at once. */
export interface Foreseen extends Answer {
  events: readonly JourneyEvent[];
}

/** @throws Refusal with the very code with which the command would be turned down */
export async function preview(
  source: DataSource,
  settings: ServiceSettings,
  { caller, body, request, key, seen }: Asked,
  name: RoutedCommand,
  journey: string,
): Promise<Foreseen> {
  const { who, role } = caller;
  const { data } = sealOrRefuse(name, body, (kind, field) => `preview/${kind}/${field}`);
  const by = { who, role, request };
  const command = {
    // Nothing is kept under it; a key that would be turned away when it is sent for good is turned away here.
    id: commandId(who, "preview", key),
    type: name,
    at: instantFromMs(settings.clock()),
    by,
    data,
    ...(seen === undefined ? {} : { expected: seen }),
  } as unknown as Command;
  const asked = { subject: journey, command };
  const foreseen = await foresee(source.manager, rulesOf(settings), KINDS.journey, asked);
  if ("rejection" in foreseen) throw refusalOf(foreseen.rejection);
  return {
    journey,
    version: foreseen.version,
    status: foreseen.after.status,
    events: foreseen.events,
  };
}

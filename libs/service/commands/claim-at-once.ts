// Most commands of a year need no more of PostgreSQL, before their journey is asked, than whether the caller sees it
// and whether they were sent before: then that is one question, which notes the command where both are well.

import type { DataSource } from "typeorm";
import type { Instant } from "../../calendar/instants.ts";
import { isJourneyId } from "../../contract/journey.ts";
import { seal, type Sealed } from "../../journey/wire.ts";
import { claimOfJourney } from "../../views/journeys/read-journeys.ts";
import { withinOf } from "../access/scope.ts";
import type { Asked } from "./asked.ts";
import { commandId, derivedId } from "./command-id.ts";
import { commandOf, type Claimed } from "./command-of.ts";
import { JOURNEY_COMMANDS, type RoutedCommand } from "./journey-commands.ts";
import { broughtBy } from "./people-named.ts";
import { requestDigest } from "./request-digest.ts";

interface Order {
  name: RoutedCommand;
  /** Of the journey, as it was asked for. */
  id: string;
  route: string;
  at: Instant;
}

/**
 * Notes a command as one of its journey. Null where that is not all that has to be asked, or anything is not as it
 * should be: nothing is noted then, and the longer way finds out what to say. Rejects with StoreError, SealError.
 */
export async function claimAtOnce(
  source: DataSource,
  { name, id, route, at }: Order,
  asked: Asked,
): Promise<Claimed | null> {
  const read = isJourneyId(id) && JOURNEY_COMMANDS[name].group === "Year" ? readable(asked) : null;
  if (read === null) return null;
  const { caller, body } = asked;
  const digest = await requestDigest(source, null, body);
  const own = commandId(caller.who, route, read.key);
  const sealed = seal(name, body, (kind, field) => derivedId(own, digest, kind, field));
  if ("rejection" in sealed || bringsMore(name, body, sealed)) return null;
  const command = commandOf(asked, { name }, { sealed }, { id: own, at, expected: read.seen });
  const { by, data, expected } = command;
  const noted = await claimOfJourney(source, withinOf(caller), {
    ...{ id: own, subject: id, name, bodyDigest: digest, principal: caller.who, receivedAt: at },
    asked: { by, data, ...(expected !== undefined && { expected }) },
  });
  return noted && { subject: id, command, epoch: noted.epoch };
}

/** The headers that make it one command; null where they are none, or leave open which version was seen. */
function readable(asked: Asked): { key: string; seen: number | undefined } | null {
  try {
    const { key, seen } = asked;
    if (seen === undefined || typeof seen === "number") return { key, seen };
    return seen.length === 1 ? { key, seen: seen[0] } : null;
  } catch {
    return null;
  }
}

/** Words or people to be put away, people or a Work Group to be looked up. */
function bringsMore(name: RoutedCommand, body: unknown, { data, texts, contact, correction }: Sealed): boolean {
  const { workGroup } = Object(body) as { workGroup?: unknown };
  const kept = texts.length > 0 || contact !== null || correction !== undefined;
  return kept || workGroup !== undefined || broughtBy(name, data).length > 0;
}

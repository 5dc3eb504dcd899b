// Where a session is held, in words: they are people's, and read by who comes there or leads it.

import type { DataSource } from "typeorm";
import { getTexts } from "../../people/people.ts";
import type { Principal } from "../access/principal.ts";
import type { Roles } from "../access/roles.ts";

/** A link lets in whoever has it; who looks after money or machines needs neither. */
const COME_THERE: Roles = ["hub-coordinator", "hub-lead", "work-group-lead", "school-contact"];

/** The words of these places and links, by the ids of their texts; none for who comes to no session. */
export async function wordsOfPlaces(
  source: DataSource,
  held: readonly { placeId?: string | null; linkId?: string | null }[],
  { role }: Pick<Principal, "role">,
): Promise<ReadonlyMap<string, string>> {
  return COME_THERE.includes(role) ? placesOf(source, held) : new Map();
}

/** The same for everybody. Rejects with StoreError, SealError. */
export async function placesOf(
  source: DataSource,
  held: readonly { placeId?: string | null; linkId?: string | null }[],
): Promise<ReadonlyMap<string, string>> {
  const ids = held.flatMap(({ placeId, linkId }) => [placeId ?? [], linkId ?? []].flat());
  return ids.length === 0 ? new Map() : getTexts(source, ids);
}

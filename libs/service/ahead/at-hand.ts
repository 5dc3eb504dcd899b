// Journeys as they stand, and what is at hand of their Work Groups when time passes for them.

import type { DataSource } from "typeorm";
import { asTheyStand, type AsItStands } from "../../book/as-they-stand.ts";
import { groupName } from "../../contract/work-group.ts";
import type { AtHand } from "../../journey/rules.ts";
import type { Journey } from "../../journey/state.ts";
import type { Formed } from "../../work-group/state.ts";
import { concerned, groupsAtHand } from "../../work-group/together.ts";

export interface JourneyAtHand extends AsItStands<"journey"> {
  /** The same object as long as the journey and its groups stand as they do. */
  atHand: AtHand;
}

/** These journeys, by id; one that never began is not among them. Rejects with StoreError. */
export async function journeysAtHand(source: DataSource, ids: readonly string[]): Promise<Map<string, JourneyAtHand>> {
  const journeys = await asTheyStand(source, "journey", ids);
  const concern = new Map([...journeys].map(([id, { state }]) => [id, concerned(state, [])]));
  const groups = await formedGroups(source, [...concern.values()].flat());
  return new Map(
    [...journeys].map(([id, journey]) => {
      const formed = new Map(
        (concern.get(id) ?? []).flatMap((group) => {
          const state = groups.get(group);
          return state === undefined ? [] : [[group, state] as const];
        }),
      );
      return [id, { ...journey, atHand: sameAtHand(id, journey.state, formed) }];
    }),
  );
}

/** These Work Groups as they stand, by id; without those that nobody has formed. Rejects with StoreError. */
export async function formedGroups(source: DataSource, ids: readonly string[]): Promise<Map<string, Formed>> {
  const distinct = [...new Set(ids)];
  const groups = await asTheyStand(source, "work-group", distinct.map(groupName));
  return new Map(
    distinct.flatMap((id) => {
      const state = groups.get(groupName(id))?.state;
      return state === undefined || state.status === "none" ? [] : [[id, state] as const];
    }),
  );
}

const AT_HAND = new WeakMap<Journey, { groups: ReadonlyMap<string, Formed>; atHand: AtHand }>();

function sameAtHand(id: string, state: Journey, groups: ReadonlyMap<string, Formed>): AtHand {
  const known = AT_HAND.get(state);
  const isSame =
    known?.groups.size === groups.size && [...groups].every(([name, one]) => known.groups.get(name) === one);
  if (known && isSame) return known.atHand;
  const atHand = groupsAtHand(groups, id);
  AT_HAND.set(state, { groups, atHand });
  return atHand;
}

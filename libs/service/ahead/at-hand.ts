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
  const names = [...new Set([...concern.values()].flat())].map(groupName);
  const groups = await asTheyStand(source, "work-group", names);
  return new Map(
    [...journeys].map(([id, journey]) => {
      const formed = new Map(
        (concern.get(id) ?? []).flatMap((group) => {
          const state = groups.get(groupName(group))?.state;
          return state === undefined || state.status === "none" ? [] : [[group, state] as const];
        }),
      );
      return [id, { ...journey, atHand: sameAtHand(id, journey.state, formed) }];
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

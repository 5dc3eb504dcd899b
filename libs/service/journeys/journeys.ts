// Reads of journeys: a list, one with all that belongs to it, what happened, and what was written with it. PostgreSQL
// alone is asked.

import { asTheyStand, type AsItStands } from "../../book/as-they-stand.ts";
import { fold } from "../../journey/evolve.ts";
import { stagesOf, type Journey, type StageYear } from "../../journey/state.ts";
import { getTexts } from "../../people/people.ts";
import type { StoredEvent } from "../../store/events/event-store.ts";
import { presentEvent, type EventShown } from "../../store/feed/feed-item.ts";
import type { JourneyRow } from "../../views/journeys/journeys.ts";
import {
  findJourney,
  findJourneys,
  journeyEvents,
  type JourneyFilter,
  type JourneyWhole,
} from "../../views/journeys/read-journeys.ts";
import type { Page } from "../../views/page.ts";
import type { Principal } from "../access/principal.ts";
import { mustHold, READERS, type Roles } from "../access/roles.ts";
import { withinOf } from "../access/scope.ts";
import { journeyBehind, journeyPart, noJourney } from "../commands/journey-behind.ts";
import type { Database } from "../database.ts";
import { ownPart } from "./own-part.ts";
import { idsIn, wordsOf, type WordsOf } from "./words-of.ts";

export type { JourneyRow, JourneyWhole };

export const JOURNEY_ROLES = {
  read: [...READERS, "school-contact"],
  words: ["hub-coordinator", "hub-lead", "work-group-lead"],
} as const satisfies Record<string, Roles>;

/** Events after this seq, so many at most. */
export interface EventsAsked {
  after?: number | undefined;
  limit: number;
}

export class Journeys {
  constructor(private readonly database: Database) {}

  /** Those that the caller sees and that fit every filter, by id. @throws Refusal `forbidden` */
  async list(caller: Principal, filter: Omit<JourneyFilter, "within">): Promise<Page<JourneyRow, string>> {
    mustHold(caller, JOURNEY_ROLES.read);
    return findJourneys(await this.database.open(), { ...filter, within: withinOf(caller) });
  }

  /** One journey, and the stages begun, oldest first. @throws Refusal `forbidden`, `not-found` */
  async one(caller: Principal, id: string): Promise<{ journey: JourneyWhole; stages: readonly StageYear[] }> {
    mustHold(caller, JOURNEY_ROLES.read);
    const source = await this.database.open();
    const whole = await findJourney(source, await journeyBehind(source, id, caller));
    if (!whole) throw noJourney(id);
    const journey = ownPart(whole, withinOf(caller)?.hub ?? null);
    const now = (await asTheyStand(source, "journey", [journey.id])).get(journey.id);
    return { journey, stages: now === undefined ? [] : stagesOf(stateAt(now, journey.version)) };
  }

  /** What happened to one journey, by seq; to a hub, what is its own. @throws Refusal `forbidden`, `not-found` */
  async events(caller: Principal, id: string, asked: EventsAsked): Promise<Page<EventShown, number>> {
    mustHold(caller, JOURNEY_ROLES.read);
    const { items, next } = await this.eventsOf(caller, id, asked);
    return { items: items.map(presentEvent), next };
  }

  /**
   * What was written in words, by the seq of its event; events without words are left out, `next` goes on all the same.
   * @throws Refusal `forbidden`, `not-found`
   */
  async words(caller: Principal, id: string, asked: EventsAsked): Promise<Page<WordsOf, number>> {
    mustHold(caller, JOURNEY_ROLES.words);
    const { items, next } = await this.eventsOf(caller, id, asked);
    const named = items.map((event) => ({ event, named: idsIn(event.data) }));
    const texts = await getTexts(
      await this.database.open(),
      named.flatMap((one) => one.named.map(([, text]) => text)),
    );
    return { items: named.flatMap((one) => wordsOf(one.event, one.named, texts)), next };
  }

  private async eventsOf(
    caller: Principal,
    id: string,
    { after, limit }: EventsAsked,
  ): Promise<Page<StoredEvent, number>> {
    const source = await this.database.open();
    const { journey, hub } = await journeyPart(source, id, caller);
    return journeyEvents(source, journey, after ?? null, limit, hub);
  }
}

/** As it stood at a version: what is asked for here may have happened since its rows were read. */
function stateAt({ past, state }: AsItStands<"journey">, version: number): Journey {
  return state.status !== "none" && state.seq > version ? fold(past.filter(({ seq }) => seq <= version)) : state;
}

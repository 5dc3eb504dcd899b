// When letters of several journeys go out if nothing comes in, in order of time; and the messages of each, written as
// whoever sends them would.

import { setImmediate as othersTurn } from "node:timers/promises";
import type { DataSource } from "typeorm";
import type { Instant } from "../../calendar/instants.ts";
import { holdable } from "../../journey/hold.ts";
import type { Rules } from "../../journey/rules.ts";
import type { NamingOf } from "../../journey/sentences.ts";
import type { Journey } from "../../journey/state.ts";
import { aboutOf } from "../../letters/messages.ts";
import { addressBookOf, readAddresses } from "../../people/address-book.ts";
import { besideOf, type BesideDeps } from "../../people/beside.ts";
import { hubContacts } from "../../people/hub-contacts.ts";
import { hubSignature } from "../../people/hub-signature.ts";
import { getTexts } from "../../people/people.ts";
import { lettersOfMoment, momentsAhead, type LetterAhead, type Moment } from "../../rehearsal/forward/letters-ahead.ts";
import { coded } from "../../store/errors.ts";
import { loadEach } from "../../store/events/event-store.ts";
import { streamOf } from "../../store/events/streams.ts";
import { namesOf } from "../../store/schools/schools.ts";
import { JourneyRow } from "../../views/journeys/journeys.ts";
import { journeyIdOf } from "../../views/journeys/read-journeys.ts";
import { keepWithin, type Within } from "../../views/within.ts";
import type { ServiceSettings } from "../settings.ts";
import type { Span } from "./ahead.ts";
import { journeysAtHand } from "./at-hand.ts";

/** A moment of a journey. `no`: which of the journey's it is, of those that were asked for. */
export interface MomentOf {
  journey: string;
  urn: string;
  no: number;
  moment: Moment;
  /** The journey as it stands now. */
  now: Journey;
}

/** For so many journeys time passes in one go. */
const IN_ONE_GO = 4;

/**
 * The moments of these journeys (those that someone may see: `within`; null: all). Only journeys to which time brings
 * something in the span are read. Rejects with StoreError.
 */
export async function momentsOf(
  source: DataSource,
  asked: { ids?: readonly string[]; within: Within | null },
  rules: Rules,
  { from, until }: Span,
): Promise<MomentOf[]> {
  const query = source
    .getRepository(JourneyRow)
    .createQueryBuilder("journey")
    .where("journey.nextAt <= :until", { until })
    .orderBy("journey.id");
  if (asked.ids) query.andWhere("journey.id = any(:ids)", { ids: [...asked.ids] });
  if (asked.within) keepWithin(query, asked.within);
  const rows = await coded(() => query.getMany());
  const journeys = await journeysAtHand(
    source,
    rows.map(({ id }) => id),
  );
  const found: MomentOf[] = [];
  for (const [index, { id: journey, urn }] of rows.entries()) {
    // Each takes some milliseconds: whoever else asks this process is heard between.
    if (index % IN_ONE_GO === 0) await othersTurn();
    const there = journeys.get(journey);
    if (there === undefined) continue;
    const { past: events, state, atHand } = there;
    const moments = momentsAhead({ events, state }, rules, { from, until, atHand });
    found.push(...moments.map((moment, no) => ({ journey, urn, no, moment, now: state })));
  }
  return found.sort((a, b) => compare(a.moment.at, b.moment.at) || compare(a.journey, b.journey) || a.no - b.no);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** A hold as it was given: by whom, when and why; `reason` null where it can be read no more. */
export interface HeldBecause {
  hold: number;
  by: string;
  at: Instant;
  until: string | null;
  reason: string | null;
}

/** A message that will go, or is held. `holds`: the codes of what the hub can hold of it now. */
export interface LetterToCome extends Omit<LetterAhead, "held"> {
  journey: string;
  urn: string;
  school: string | null;
  held: readonly HeldBecause[];
  holds: readonly string[];
}

type Settings = Pick<ServiceSettings, "catalogue" | "hubInbox" | "publicUrl">;

/** Writes letters to come, and reads what they have in common once. */
export class LettersToCome {
  private readonly source: DataSource;
  private readonly settings: Settings;
  private readonly beside: BesideDeps;
  private readonly namingOf: NamingOf;
  private readonly read = new Map<string, Promise<unknown>>();

  constructor(source: DataSource, settings: Settings, rules: Rules, namingOf: NamingOf) {
    this.source = source;
    this.settings = settings;
    this.namingOf = namingOf;
    this.beside = {
      dataSource: source,
      rules,
      catalogueOf: rules.catalogueOf ?? (() => rules.catalogue),
      journeyOf: (urn, phase) => journeyIdOf(source, urn, phase),
      known: new Map(),
    };
  }

  /** The messages of a moment. Rejects with StoreError, SealError. */
  async of({ journey, urn, moment, now }: MomentOf): Promise<LetterToCome[]> {
    const { told } = moment;
    const { hub } = told.state;
    const { catalogue, publicUrl } = this.settings;
    const addresses = await this.once(`addresses/${journey}`, () =>
      readAddresses(this.source, journey, told, (at) =>
        this.once(`contacts/${at}`, () => hubContacts(this.source, at)),
      ),
    );
    const signature = await this.once(`signature/${hub}`, () => hubSignature(this.source, hub));
    const school = await this.once(`school/${urn}`, async () => (await namesOf(this.source, [urn])).get(urn) ?? null);
    const book = addressBookOf(told, addresses, this.settings.hubInbox(hub));
    const letters = lettersOfMoment(moment, {
      book,
      beside: await besideOf(this.beside, journey, told),
      about: aboutOf(journey, told, { name: school, inbox: book.replyTo, signature, publicUrl }),
      catalogue,
      publicUrl,
      namingOf: this.namingOf,
    });
    const free = now.status === "none" || moment.held.length > 0 ? new Set<string>() : holdable(now);
    const held = await Promise.all(moment.held.map((hold) => this.holdOf(journey, hold)));
    return letters.map((letter) => ({
      ...letter,
      journey,
      urn,
      school,
      held: held.flatMap((one) => one ?? []),
      holds: letter.tells.flatMap(({ codes }) => codes.filter((code) => free.has(code))),
    }));
  }

  private holdOf(journey: string, hold: number): Promise<HeldBecause | null> {
    return this.once(`hold/${journey}/${hold}`, async () => {
      const [stored] = await loadEach(this.source, [{ stream: streamOf(journey), seq: hold }]);
      if (stored === undefined) return null;
      const { reasonId = "", until = null } = stored.data as { reasonId?: string; until?: string | null };
      const reason = (await getTexts(this.source, [reasonId])).get(reasonId) ?? null;
      return { hold, by: stored.actor.role, at: stored.at, until, reason };
    });
  }

  /** Read once, however many letters need it. */
  private once<T>(what: string, read: () => Promise<T>): Promise<T> {
    const known = (this.read.get(what) as Promise<T> | undefined) ?? read();
    this.read.set(what, known);
    return known;
  }
}

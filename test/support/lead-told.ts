// A hub of which it is known who did what, and of what its leads have heard.

import {
  leadNews,
  NEWS_OF_GROUP,
  NEWS_OF_SCHOOL,
  type Fact,
  type GroupNews,
  type LeadNews,
} from "../../libs/letters/lead-news.ts";
import { leadLetter, type LeadEnvelope } from "../../libs/letters/lead-letter.ts";
import type { Printed } from "../../libs/letters/letter.ts";
import { HubWorld } from "./hub-world.ts";
import { application, RULES, schoolFor, text } from "./journey.ts";

export const PROGRAMME = "2024-25/primary-development";
export const A = "100001-primary";
export const B = "100002-primary";
export const C = "100003-primary";
export const LEAD = "lead-1";
export const HUB = "hub-1";
export const AT = "2024-09-10T09:00";
/** Why something is changed. */
export const reason = text(3);
export const led = { hub: "great-north", prospectus: PROGRAMME, lead: LEAD, leadRole: "mastery-specialist" };

/** A hub of which it is known who did what: all before `news` was told long ago. */
export class Told {
  readonly world = new HubWorld();
  private readonly by = new Map<object, string>();
  private known = new Set<object>();

  constructor() {
    for (const group of ["north", "south"]) this.world.doGroup(group, "2024-05-07T09:00", "FormWorkGroup", led);
    for (const journey of [A, B]) this.place(journey, "north");
    this.world.until("2024-09-02");
    this.toldSoFar();
  }

  /** A school that has applied. */
  applied(journey: string): this {
    const school = schoolFor(PROGRAMME, { urn: journey.slice(0, 6) });
    this.world.do(journey, "2024-05-08T09:00", "SubmitApplication", application(PROGRAMME, { school }));
    return this;
  }

  place(journey: string, workGroup: string, when = "2024-05-09T09:00"): this {
    this.applied(journey).world.do(journey, when, "OfferPlace", { workGroup }).do(journey, when, "AcceptOffer", {});
    for (const participant of [`${journey}-1`, `${journey}-2`])
      this.world.do(journey, when, "NominateParticipant", { participant, role: "lead-teacher" });
    this.world.do(journey, when, "PlaceInWorkGroup", {});
    return this;
  }

  /** Somebody does something; what is not said otherwise somebody at the hub did. */
  does(who: string, what: (world: HubWorld) => unknown): this {
    const before = new Set(this.all());
    what(this.world);
    for (const event of this.all()) if (!before.has(event)) this.by.set(event, who);
    return this;
  }

  toldSoFar(): this {
    this.known = new Set(this.all());
    return this;
  }

  news(group = "north"): LeadNews[] {
    return leadNews(this.facts(group));
  }

  facts(group: string): GroupNews {
    const facts = <E extends { type: string }>(events: readonly E[], types: readonly string[]): Fact<E>[] =>
      events.map((event) => ({
        event,
        by: this.by.get(event) ?? HUB,
        news: !this.known.has(event) && types.includes(event.type),
      }));
    return {
      group,
      facts: facts(this.world.groups.get(group)?.events ?? [], NEWS_OF_GROUP),
      schools: new Map([...this.world.journeys].map(([id, { events }]) => [id, facts(events, NEWS_OF_SCHOOL)])),
    };
  }

  private all(): object[] {
    return [...this.world.groups.values(), ...this.world.journeys.values()].flatMap(({ events }) => events as object[]);
  }
}

export const moves =
  (on: string, at = AT) =>
  (world: HubWorld) =>
    world.doGroup("north", at, "MoveSession", { session: "session-2", on, reason });
/** To whom, and what of it. */
export const inShort = (news: readonly LeadNews[]): unknown[] =>
  news.map(({ reader, things }) => [
    reader,
    things.map((thing) => ("became" in thing ? `${thing.journey} ${thing.became}` : thing.kind)),
  ]);

export const envelope: LeadEnvelope = {
  hub: "great-north",
  name: "Grace Hopper",
  called: "your primary Development group",
  page: "https://sj.example.org/groups/north",
  prospectus: RULES.catalogue.get(PROGRAMME),
  calendar: RULES.calendar,
  school: (journey) => (journey === A ? "Ash Primary School" : "Beech Primary School"),
  nameOf: (person) => (person === "lead-2" ? "Emmy Noether" : null),
  text: (id) => (id === "hall" ? "Ash Primary School, Hall Road" : "https://meet.example.org/north"),
};
export const lettersOf = (told: Told): Printed[] => told.news().map(({ things }) => leadLetter(envelope, things));
/** Its subject, and what it says itself. */
export const said = (told: Told): string[] =>
  lettersOf(told).flatMap((letter) => [
    letter.subject,
    ...letter.blocks.flatMap((block) =>
      block.kind === "list" ? block.items : block.kind === "notice" || block.kind === "paragraph" ? [block.text] : [],
    ),
  ]);

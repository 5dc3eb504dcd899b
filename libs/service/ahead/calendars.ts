// The forward calendar of a school, a Work Group or a hub, for those who see it.

import { addDays, type LocalDate } from "../../calendar/dates.ts";
import { endOfDay, instantFromMs, localDate, type Instant } from "../../calendar/instants.ts";
import type { NamingOf } from "../../journey/sentences.ts";
import type { Principal } from "../access/principal.ts";
import { mustHold, READERS, type Roles } from "../access/roles.ts";
import { sameHub, withinOf } from "../access/scope.ts";
import { journeyBehind } from "../commands/journey-behind.ts";
import type { Database } from "../database.ts";
import { Refusal } from "../refusal.ts";
import { rulesNow } from "../rules.ts";
import type { ServiceSettings } from "../settings.ts";
import { groupSeen, noGroup } from "../work-groups/group-seen.ts";
import { wordsOfPlaces } from "../work-groups/places.ts";
import { groupCalled, journeysAhead, workGroupAhead, type Ahead, type Places, type Span } from "./ahead.ts";
import { schoolCalendar, type Subscribed } from "./ical-entries.ts";

export const CALENDAR_ROLES = {
  journey: [...READERS, "school-contact"],
  workGroup: READERS,
  hub: ["hub-coordinator", "hub-lead", "finance-officer", "operator", "auditor"],
} as const satisfies Record<string, Roles>;

/**
 * Days ahead, where nothing is asked; and at most. A hub's calendar has an entry or more a week for each of its
 * schools.
 */
export const DAYS_AHEAD = {
  journey: { usual: 400, most: 800 },
  workGroup: { usual: 120, most: 400 },
  hub: { usual: 31, most: 120 },
} as const;

/** `until`: the last day that is shown, in London. */
export interface Calendar {
  from: Instant;
  until: LocalDate;
  items: readonly Ahead[];
}

export class Calendars {
  constructor(
    private readonly database: Database,
    private readonly settings: ServiceSettings,
  ) {}

  /**
   * What lies ahead of a school; `until`: the last day, else as many as usual.
   * @throws Refusal `forbidden`, `not-found`, `invalid` for a day that is past or too far
   */
  async journey(caller: Principal, id: string, until?: LocalDate): Promise<Calendar> {
    mustHold(caller, CALENDAR_ROLES.journey);
    const span = this.span(until, "journey");
    const source = await this.database.open();
    const journey = await journeyBehind(source, id, caller);
    const rules = await rulesNow(source, this.settings);
    const places: Places = (held) => wordsOfPlaces(source, held, caller);
    return calendar(span, await journeysAhead(source, { ids: [journey], within: null }, rules, span, places));
  }

  /** A school's dates in its own words, for a calendar program. @throws Refusal as `journey` */
  async school(caller: Principal, id: string, until?: LocalDate): Promise<Subscribed> {
    mustHold(caller, CALENDAR_ROLES.journey);
    const span = this.span(until, "journey");
    const source = await this.database.open();
    const journey = await journeyBehind(source, id, caller);
    const rules = await rulesNow(source, this.settings);
    return schoolCalendar(source, journey, rules, span, (held) => wordsOfPlaces(source, held, caller));
  }

  /**
   * What lies ahead of a Work Group and its schools. `namingOf`: how whoever reads it calls what has a code.
   * @throws Refusal as `journey`
   */
  async workGroup(caller: Principal, id: string, until: LocalDate | undefined, namingOf?: NamingOf): Promise<Calendar> {
    mustHold(caller, CALENDAR_ROLES.workGroup);
    const span = this.span(until, "workGroup");
    const source = await this.database.open();
    if ((await groupSeen(source, id, caller)) === null) throw noGroup(id);
    const rules = await rulesNow(source, this.settings);
    const places: Places = (held) => wordsOfPlaces(source, held, caller);
    return calendar(span, await workGroupAhead(source, id, withinOf(caller), rules, span, places, namingOf));
  }

  /** What the calendar of a Work Group is called, by its id. Rejects with StoreError. */
  async nameOf(id: string): Promise<string> {
    return groupCalled(await this.database.open(), id);
  }

  /** The same of a hub's schools. @throws Refusal as `journey` */
  async hub(caller: Principal, hub: string, until: LocalDate | undefined, namingOf?: NamingOf): Promise<Calendar> {
    mustHold(caller, CALENDAR_ROLES.hub);
    sameHub(caller, hub);
    const span = this.span(until, "hub");
    const source = await this.database.open();
    const rules = await rulesNow(source, this.settings);
    const places: Places = (held) => wordsOfPlaces(source, held, caller);
    return calendar(span, await journeysAhead(source, { within: { hub }, namingOf }, rules, span, places));
  }

  private span(until: LocalDate | undefined, of: keyof typeof DAYS_AHEAD): Span & { day: LocalDate } {
    const from = instantFromMs(this.settings.clock());
    const today = localDate(from);
    const last = addDays(today, DAYS_AHEAD[of].most);
    const day = until ?? addDays(today, DAYS_AHEAD[of].usual);
    if (day < today || day > last) {
      const detail = `until lies from ${today} to ${last}: ${DAYS_AHEAD[of].most} days at most.`;
      throw new Refusal("invalid", detail, { errors: [{ pointer: "/until", detail }] });
    }
    return { from, until: endOfDay(day), day };
  }
}

function calendar({ from, day }: Span & { day: LocalDate }, items: readonly Ahead[]): Calendar {
  return { from, until: day, items };
}

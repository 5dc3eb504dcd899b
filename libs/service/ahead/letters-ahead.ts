// The letters that will go out if nothing comes in, of a school, a Work Group or a hub: computed when they are asked
// for, and kept nowhere.

import type { DataSource } from "typeorm";
import { addDays, type LocalDate } from "../../calendar/dates.ts";
import { addSeconds, endOfDay, instantFromMs, localDate } from "../../calendar/instants.ts";
import { ALL_BY_CODE, type NamingOf } from "../../journey/sentences.ts";
import { findWorkGroup } from "../../views/work-groups/read-work-groups.ts";
import type { Within } from "../../views/within.ts";
import type { Principal } from "../access/principal.ts";
import { mustHold, type Roles } from "../access/roles.ts";
import { sameHub, withinOf } from "../access/scope.ts";
import type { SecurityLog } from "../access/security-log.ts";
import { journeyBehind } from "../commands/journey-behind.ts";
import type { Database } from "../database.ts";
import { Refusal } from "../refusal.ts";
import { rulesNow } from "../rules.ts";
import type { ServiceSettings } from "../settings.ts";
import { groupSeen, noGroup } from "../work-groups/group-seen.ts";
import type { Span } from "./ahead.ts";
import { LettersToCome, momentsOf, type LetterToCome, type MomentOf } from "./moments.ts";

/** As with letters that went out: they hold names, and an auditor reads none. */
export const LETTERS_AHEAD_ROLES: Roles = ["hub-coordinator", "hub-lead", "operator"];

/** Days ahead: four weeks where nothing is asked, a term at most. */
export const LETTER_DAYS = { usual: 28, most: 120 } as const;

/** What the `next` of a page looks like: when, of which journey, which of its moments, how many letters of that. */
export const LETTERS_AFTER =
  /^20\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\dZ~\d{6}-(?:primary|secondary)~\d{1,5}~\d{1,5}$/u;

/**
 * `until`: the last day that is shown, in London; `namingOf`: how whoever reads it calls what has a code; `request`:
 * which asked for it.
 */
export interface LettersAsked {
  until?: LocalDate | undefined;
  after?: string | undefined;
  limit: number;
  namingOf?: NamingOf;
  request: string;
}

/** `until`: the last day of those asked for. */
export interface LettersPage {
  until: LocalDate;
  items: readonly LetterToCome[];
  next: string | null;
}

export class LettersAhead {
  constructor(
    private readonly database: Database,
    private readonly settings: ServiceSettings,
    private readonly security: SecurityLog,
  ) {}

  /**
   * The letters to come of a school's journey, in order of time. They hold names: that they were read is noted.
   * @throws Refusal `forbidden`, `not-found`, `invalid` for a day that is past or too far
   */
  async journey(caller: Principal, id: string, asked: LettersAsked): Promise<LettersPage> {
    mustHold(caller, LETTERS_AHEAD_ROLES);
    const source = await this.database.open();
    const journey = await journeyBehind(source, id, caller);
    return this.read(caller, `journey ${journey}`, source, { ids: [journey], within: null }, asked);
  }

  /** Those of all schools of a Work Group. @throws Refusal as `journey` */
  async workGroup(caller: Principal, id: string, asked: LettersAsked): Promise<LettersPage> {
    mustHold(caller, LETTERS_AHEAD_ROLES);
    const source = await this.database.open();
    if ((await groupSeen(source, id, caller)) === null) throw noGroup(id);
    const schools = (await findWorkGroup(source, id))?.schools ?? [];
    const ids = schools.filter(({ position }) => position === null).map(({ journey }) => journey);
    return this.read(caller, `work-group ${id}`, source, { ids, within: withinOf(caller) }, asked);
  }

  /** Those of all schools of a hub. @throws Refusal as `journey` */
  async hub(caller: Principal, hub: string, asked: LettersAsked): Promise<LettersPage> {
    mustHold(caller, LETTERS_AHEAD_ROLES);
    sameHub(caller, hub);
    return this.read(caller, `hub ${hub}`, await this.database.open(), { within: { hub } }, asked);
  }

  private async read(
    by: Principal,
    about: string,
    source: DataSource,
    which: { ids?: readonly string[]; within: Within | null },
    asked: LettersAsked,
  ): Promise<LettersPage> {
    const page = await this.page(source, which, asked);
    if (page.items.length > 0) this.security.noteBeside({ what: "people-viewed", by, about, request: asked.request });
    return page;
  }

  private async page(
    source: DataSource,
    which: { ids?: readonly string[]; within: Within | null },
    { until, after, limit, namingOf = ALL_BY_CODE }: Omit<LettersAsked, "request">,
  ): Promise<LettersPage> {
    const span = this.span(until);
    const rules = await rulesNow(source, this.settings);
    const letters = new LettersToCome(source, this.settings, rules, namingOf);
    const { moments, more } = await nearest(span, after, limit, (near) => momentsOf(source, which, rules, near));
    const written = severalAtOnce(moments, (one) => letters.of(one));
    const items: LetterToCome[] = [];
    let next: string | null = null;
    for (const [index, one] of moments.entries()) {
      const skipped = isOf(one, after) ? Number(after?.split("~").at(-1)) : 0;
      const all = (await written(index)).slice(skipped);
      const taken = all.slice(0, limit - items.length);
      items.push(...taken);
      const isLast = index === moments.length - 1 && !more && taken.length === all.length;
      next = isLast ? null : keyOf(one, skipped + taken.length);
      if (items.length === limit) break;
    }
    return { until: localDate(span.until), items, next };
  }

  private span(until: LocalDate | undefined): Span {
    const from = instantFromMs(this.settings.clock());
    const today = localDate(from);
    const last = addDays(today, LETTER_DAYS.most);
    const day = until ?? addDays(today, LETTER_DAYS.usual);
    if (day < today || day > last) {
      const detail = `until lies from ${today} to ${last}: ${LETTER_DAYS.most} days at most.`;
      throw new Refusal("invalid", detail, { errors: [{ pointer: "/until", detail }] });
    }
    return { from, until: endOfDay(day) };
  }
}

/** So many are written at a time: each waits for PostgreSQL more than it writes. */
const AT_ONCE = 5;

/** What comes of one thing after another by their places, with those that follow under way already. */
function severalAtOnce<T, R>(all: readonly T[], work: (one: T) => Promise<R>): (index: number) => Promise<R> {
  const under: Promise<R>[] = [];
  return async (index) => {
    for (const one of all.slice(under.length, index + AT_ONCE)) {
      const working = work(one);
      working.catch(() => undefined); // heard where it is awaited
      under.push(working);
    }
    const wanted = under[index];
    if (wanted === undefined) throw new Error("There is nothing in this place.");
    return wanted;
  };
}

/**
 * The moments after a key, as far ahead as a page needs them: most pages of a hub are full within a week, and a term of
 * its schools takes seconds. `more`: there may be others beyond.
 */
async function nearest(
  { from, until }: Span,
  after: string | undefined,
  enough: number,
  read: (span: Span) => Promise<MomentOf[]>,
): Promise<{ moments: MomentOf[]; more: boolean }> {
  const [start = from] = after?.split("~") ?? [];
  for (let days = 7; ; days *= 4) {
    const near = addSeconds(start > from ? start : from, days * DAY_SECONDS);
    const span = { from, until: near < until ? near : until };
    const found = await read(span);
    const moments = found.slice(firstAfter(found, after));
    if (moments.length >= enough || span.until === until) return { moments, more: span.until < until };
  }
}
const DAY_SECONDS = 86_400;

/** `2021-01-12T09:00:00Z~100001-primary~0~3`: so many letters of this moment were shown. */
const keyOf = ({ journey, no, moment }: MomentOf, shown: number): string => [moment.at, journey, no, shown].join("~");

function isOf(one: MomentOf, after: string | undefined): boolean {
  return after !== undefined && keyOf(one, 0).slice(0, -1) === after.slice(0, after.lastIndexOf("~") + 1);
}

/** The first moment that is not wholly before a key. */
function firstAfter(moments: readonly MomentOf[], after: string | undefined): number {
  if (after === undefined) return 0;
  const [at = "", journey = "", no = "0"] = after.split("~");
  const index = moments.findIndex((one) => {
    if (one.moment.at !== at) return one.moment.at > at;
    return one.journey === journey ? one.no >= Number(no) : one.journey > journey;
  });
  return index < 0 ? moments.length : index;
}

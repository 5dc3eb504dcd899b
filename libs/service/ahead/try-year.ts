// A hub tries a year: some schools withdraw, sessions move, a figure is another. What would follow of it by time alone
// is set beside what follows as things are. PostgreSQL is read, and nothing is written.

import { setImmediate as othersTurn } from "node:timers/promises";
import type { DataSource } from "typeorm";
import { asTheyStand } from "../../book/as-they-stand.ts";
import { academicYearOf, nextAcademicYear, yearEnds } from "../../calendar/academic-years.ts";
import { addDays } from "../../calendar/dates.ts";
import { endOfDay, instantFromMs, localDate, type Instant, type LocalDate } from "../../calendar/instants.ts";
import { rulesAt, type Rules } from "../../journey/rules.ts";
import { ALL_BY_CODE, type NamingOf } from "../../journey/sentences.ts";
import { HUB_NUMBERS, type HubNumber } from "../../prospectus/hub-figures.ts";
import { faultOf, withPolicy } from "../../prospectus/policy.ts";
import { suppose, type Past, type Supposal, type World } from "../../rehearsal/forward/suppose.ts";
import { noneTried, withJourney, type Tried, type Trying, type TurnedDown } from "../../rehearsal/forward/try-year.ts";
import { coded } from "../../store/errors.ts";
import { namesOf } from "../../store/schools/schools.ts";
import { members, withPlaceKept } from "../../work-group/state.ts";
import { concerned } from "../../work-group/together.ts";
import { happened } from "../../work-group/happened.ts";
import { sentenceOfRejection } from "../../words/rejection.ts";
import type { GroupNaming } from "../../words/group-name.ts";
import type { Principal } from "../access/principal.ts";
import { mustHold, type Roles } from "../access/roles.ts";
import { sameHub } from "../access/scope.ts";
import { journeyBehind } from "../commands/journey-behind.ts";
import type { Database } from "../database.ts";
import { hubCode } from "../hub-code.ts";
import type { HubFiguresDesk } from "../hubs/figures.ts";
import { knownProgramme } from "../hubs/known-programme.ts";
import { Refusal } from "../refusal.ts";
import { rulesNow } from "../rules.ts";
import type { ServiceSettings } from "../settings.ts";
import { groupSeen, noGroup } from "../work-groups/group-seen.ts";
import { formedGroups } from "./at-hand.ts";
import { whatToTry, type ToTry } from "./what-to-try.ts";

export const TRY_ROLES: Roles = ["hub-coordinator", "hub-lead"];

/** A grant is no hub's to decide, and may be supposed. */
export const TRIED_FIGURES = [...HUB_NUMBERS, "grant"] as const;
export type TriedFigure = (typeof TRIED_FIGURES)[number];

/** At most so many things are supposed at once. */
export const MOST_TRIED = 20;
/** A year that ends sooner is nearly over: the next is tried. */
const NEARLY_OVER_DAYS = 90;

/**
 * What is supposed. `withdraw`: journeys; `figure`: one of a programme, a grant in pence; `until`: the last day that
 * is looked at, else the end of the academic year.
 */
export interface YearAsked {
  withdraw: readonly string[];
  move: readonly { workGroup: string; session: string; on: LocalDate }[];
  figure: { programme: string; name: TriedFigure; value: number } | null;
  until?: LocalDate | undefined;
}

/** What came of it. `groups`: what would be recorded of them, in sentences; `schools`: their names, by journey. */
export interface YearTried extends Omit<Tried, "ofGroups" | "schools"> {
  from: Instant;
  until: LocalDate;
  compared: number;
  schools: ReadonlyMap<string, string>;
  groups: readonly { workGroup: string; says: string }[];
}

export class TriedYears {
  constructor(
    private readonly database: Database,
    private readonly settings: Pick<ServiceSettings, "catalogue" | "calendarOf" | "clock">,
    private readonly figures: HubFiguresDesk,
  ) {}

  /**
   * What would follow for the schools that it concerns: those that withdraw, those of the Work Groups whose sessions
   * move; where a figure changes, all of the hub. `called`, `namingOf`: how whoever reads it calls what has a code.
   * @throws Refusal `forbidden`, `not-found`, `invalid`, `stated-by-page`, and with what the rules turn a supposal down
   */
  async tried(
    caller: Principal,
    hub: string,
    asked: YearAsked,
    { called, namingOf = ALL_BY_CODE }: { called: GroupNaming; namingOf?: NamingOf },
  ): Promise<YearTried> {
    mustHold(caller, TRY_ROLES);
    sameHub(caller, hub);
    const source = await this.database.open();
    const from = instantFromMs(this.settings.clock());
    const all = await rulesNow(source, this.settings);
    const rules = rulesAt(all, hubCode(hub));
    const until = this.lastDay(asked, from, rules);
    const then = asked.figure === null ? rules : await this.rulesThen(caller, hub, rules, asked.figure);
    const supposed = await this.supposals(source, caller, asked);
    const world = await worldOf(source, supposed, asked.figure === null ? null : hub);
    const names = await namesOf(source, [...new Set([...world.journeys.keys()].map(urnOf))]);
    const schoolName = (urn: string): string | null => names.get(urn) ?? null;
    const by = { who: caller.who, role: caller.role } as const;
    const trying = { supposed, then, by, from, until: endOfDay(until), namingOf, schoolName };
    const { ofGroups, schools: compared, ...found } = await futures(world, rules, trying);
    const groups = ofGroups.flatMap(({ workGroup, event }) => {
      const says = happened(event, { status: "none" }, called);
      return says === null ? [] : [{ workGroup, says }];
    });
    const schools = new Map([...world.journeys.keys()].map((id) => [id, schoolName(urnOf(id)) ?? `URN ${urnOf(id)}`]));
    return { ...found, from, until, compared, schools, groups };
  }

  /** What can be supposed. @throws Refusal `forbidden` */
  async toTry(caller: Principal, hub: string): Promise<ToTry> {
    mustHold(caller, TRY_ROLES);
    sameHub(caller, hub);
    const source = await this.database.open();
    const { catalogue } = rulesAt(await rulesNow(source, this.settings), hubCode(hub));
    return whatToTry(source, hub, instantFromMs(this.settings.clock()), catalogue);
  }

  /** A figure is looked at to the end of the year that it is of. */
  private lastDay({ until, figure }: YearAsked, from: Instant, { catalogue }: Rules): LocalDate {
    const today = localDate(from);
    const last = yearEnds(nextAcademicYear(academicYearOf(today)));
    const usual = yearEnds(academicYearOf(addDays(today, NEARLY_OVER_DAYS)));
    const its = figure === null ? usual : yearEnds(knownProgramme(catalogue, figure.programme).academicYear);
    const day = until ?? localDate(its < usual ? usual : its > last ? last : its);
    if (day < today || endOfDay(day) > last) {
      const detail = `until lies from ${today} to ${localDate(last)}: the end of the next academic year.`;
      throw new Refusal("invalid", detail, { errors: [{ pointer: "/until", detail }] });
    }
    return day;
  }

  /** The rules with another figure. @throws Refusal `not-found`, `invalid`, `stated-by-page`, `not-in-this-state` */
  private async rulesThen(
    caller: Principal,
    hub: string,
    rules: Rules,
    { programme, name, value }: NonNullable<YearAsked["figure"]>,
  ): Promise<Rules> {
    if (name !== "grant")
      return this.figures.rulesWith(caller, hub, { programme, figure: name satisfies HubNumber, value });
    const { id } = knownProgramme(rules.catalogue, programme);
    const pounds = value / 100;
    const detail = faultOf("grant", pounds);
    if (detail !== null) throw new Refusal("invalid", `value ${detail}.`, { errors: [{ pointer: "/value", detail }] });
    const catalogue = withPolicy(rules.catalogue, { [id]: { grant: pounds } });
    return { ...rules, catalogue, catalogueOf: () => catalogue };
  }

  /** As the rules take them, of what the caller sees. @throws Refusal `not-found`, `invalid` for too many */
  private async supposals(source: DataSource, caller: Principal, { withdraw, move }: YearAsked): Promise<Supposal[]> {
    if (withdraw.length + move.length > MOST_TRIED)
      throw new Refusal("invalid", `At most ${MOST_TRIED} schools and sessions are tried at once.`);
    const supposed: Supposal[] = [];
    for (const id of new Set(withdraw))
      supposed.push({ what: "withdrawal", journey: await journeyBehind(source, id, caller) });
    for (const one of move) {
      if ((await groupSeen(source, one.workGroup, caller)) === null) throw noGroup(one.workGroup);
      supposed.push({ what: "session", ...one });
    }
    return supposed;
  }
}

const urnOf = (journey: string): string => journey.slice(0, journey.indexOf("-"));

/** Both futures, school by school. @throws Refusal with what the rules turn a supposal down */
async function futures(world: World, rules: Rules, trying: Trying): Promise<Tried> {
  const supposed = suppose(world, trying.supposed, rules, { at: trying.from, by: trying.by });
  if ("rejection" in supposed) throw turnedDown(supposed, trying.supposed);
  let tried = noneTried(supposed);
  for (const journey of [...world.journeys.keys()].sort()) {
    // Each takes some milliseconds: whoever else asks this process is heard between.
    await othersTurn();
    tried = withJourney(tried, journey, { world, supposed, rules, trying });
  }
  return tried;
}

function turnedDown({ rejection, no }: TurnedDown, supposed: readonly Supposal[]): Refusal {
  const before = supposed.slice(0, no).filter(({ what }) => what === supposed[no]?.what).length;
  const pointer = supposed[no]?.what === "session" ? `/moves/${before}` : `/withdraws/${before}`;
  const detail = sentenceOfRejection(rejection);
  return new Refusal(rejection.code, detail, { rejection, errors: [{ pointer, detail }] });
}

/**
 * The schools and Work Groups concerned, as they stand; `hub`: all schools of it to which time brings something, where
 * a figure changes. Rejects with StoreError.
 */
async function worldOf(source: DataSource, supposed: readonly Supposal[], hub: string | null): Promise<World> {
  const moved = supposed.flatMap((one) => (one.what === "session" ? [one.workGroup] : []));
  const ofMoved = await formedGroups(source, moved);
  const ids = new Set([
    ...supposed.flatMap((one) => (one.what === "withdrawal" ? [one.journey] : [])),
    ...[...ofMoved.values()].flatMap((group) => [...members(group), ...withPlaceKept(group)]),
    ...(hub === null ? [] : await alive(source, hub)),
  ]);
  const stand = await asTheyStand(source, "journey", [...ids]);
  const journeys = new Map([...stand].map(([id, { past, state }]): [string, Past] => [id, { events: past, state }]));
  const concern = [...journeys.values()].flatMap(({ state }) => concerned(state, []));
  return { journeys, groups: new Map([...ofMoved, ...(await formedGroups(source, concern))]) };
}

async function alive(source: DataSource, hub: string): Promise<string[]> {
  const rows = await coded<{ id: string }[]>(() =>
    source.query("select id from journeys where hub = $1 and next_at is not null order by id", [hub]),
  );
  return rows.map(({ id }) => id);
}

// The next morning's letters of a hub as they would go out if nothing else came: the same facts, the same words.

import { addDays } from "../../calendar/dates.ts";
import {
  instantAt,
  instantFromMs,
  localDate,
  localTime,
  type Instant,
  type LocalDate,
} from "../../calendar/instants.ts";
import { nextSchoolDay, previousSchoolDay } from "../../calendar/terms.ts";
import { MORNING_BEGINS } from "../../letters/morning.ts";
import { morningsOf, type MorningFor } from "../../letters/mornings-of.ts";
import { hubStaff, type StaffMember } from "../../people/hub-staff.ts";
import { namesOfGroups } from "../../store/hubs/group-names.ts";
import { lastMorning } from "../../store/hubs/mornings.ts";
import { leadsOfGroups } from "../../views/mornings/read-group-things.ts";
import { thingsOfHub } from "../../views/mornings/read-morning.ts";
import { calledBy } from "../../words/group-name.ts";
import type { Principal } from "../access/principal.ts";
import { mustHold, type Roles } from "../access/roles.ts";
import { sameHub } from "../access/scope.ts";
import type { Database } from "../database.ts";
import { hubCode } from "../hub-code.ts";
import { rulesNow } from "../rules.ts";
import type { ServiceSettings } from "../settings.ts";

export const MORNING_ROLES = {
  read: ["hub-coordinator", "hub-lead", "finance-officer"],
} as const satisfies Record<string, Roles>;

/** `on`: the day of school on which they would go, at half past seven in London. */
export interface MorningAhead {
  on: LocalDate;
  letters: MorningFor<StaffMember>[];
}

export class HubMornings {
  constructor(
    private readonly database: Database,
    private readonly settings: Pick<ServiceSettings, "catalogue" | "calendarOf" | "clock">,
  ) {}

  /**
   * The letters to the staff of a hub on its next morning; `console`: where its links lead. Nothing is sent or kept.
   * @throws Refusal `forbidden`, `not-found`
   */
  async next(caller: Principal, hub: string, console: string): Promise<MorningAhead> {
    mustHold(caller, MORNING_ROLES.read);
    sameHub(caller, hub);
    const source = await this.database.open();
    const code = hubCode(hub);
    const calendar = this.settings.calendarOf({ hub: code });
    const now = instantFromMs(this.settings.clock());
    const on = nextSchoolDay(calendar, addDays(localDate(now), localTime(now) < MORNING_BEGINS ? 0 : 1));
    const before = instantAt(previousSchoolDay(calendar, addDays(on, -1)), MORNING_BEGINS);
    const time = { at: instantAt(on, MORNING_BEGINS), since: earlier(await lastMorning(source, code), before) };
    const led = await leadsOfGroups(source, code);
    const staff = await hubStaff(source, code, led, "");
    const rules = await rulesNow(source, this.settings);
    const things = await thingsOfHub(source, code, time, rules);
    const called = calledBy(await namesOfGroups(source));
    return { on, letters: morningsOf(things, staff, { hub: code, time, console, called }) };
  }
}

/** A morning that was not written yet is made up by the next. */
const earlier = (last: Instant | null, before: Instant): Instant => (last !== null && last < before ? last : before);

// What waits at a hub now, as those who run it find it first.

import { addDays } from "../../calendar/dates.ts";
import { instantFromMs, localDate, startOfDay, type LocalDate } from "../../calendar/instants.ts";
import { allLines, type MorningLine } from "../../letters/morning-lines.ts";
import { groupsInWords } from "../../letters/mornings-of.ts";
import { hubStaff } from "../../people/hub-staff.ts";
import { leadsOfGroups } from "../../views/mornings/read-group-things.ts";
import { todayOfHub, type Today } from "../../views/mornings/read-today.ts";
import type { Principal } from "../access/principal.ts";
import { mustHold } from "../access/roles.ts";
import type { Database } from "../database.ts";
import { hubCode } from "../hub-code.ts";
import { rulesNow } from "../rules.ts";
import type { ServiceSettings } from "../settings.ts";
import { MORNING_ROLES } from "./mornings.ts";

/** For how many days an answer of a school is told. */
const ANSWER_DAYS = 7;

/** `lines`: one a Work Group and cause, overdue first; `groups`: what Work Groups are called, by their ids. */
export interface HubTodaySeen extends Omit<Today, "things"> {
  on: LocalDate;
  groups: ReadonlyMap<string, string>;
  lines: MorningLine[];
}

export class HubToday {
  constructor(
    private readonly database: Database,
    private readonly settings: Pick<ServiceSettings, "catalogue" | "calendarOf" | "clock">,
  ) {}

  /** What waits at a caller's own hub. @throws Refusal `forbidden` */
  async of(caller: Principal): Promise<HubTodaySeen> {
    mustHold(caller, MORNING_ROLES.read);
    const source = await this.database.open();
    const at = instantFromMs(this.settings.clock());
    const on = localDate(at);
    const time = { at, since: startOfDay(addDays(on, -ANSWER_DAYS)) };
    const rules = await rulesNow(source, this.settings);
    const hub = hubCode(caller.hub ?? "");
    const led = await leadsOfGroups(source, hub);
    const staff = await hubStaff(source, hub, led, "");
    const groups = groupsInWords({ groups: led, catalogue: rules.catalogue }, staff, null);
    const { things, ...beside } = await todayOfHub(source, hub, time, rules);
    return { on, groups, lines: allLines(things, time), ...beside };
  }
}

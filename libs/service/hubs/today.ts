// What waits at a hub now, as those who run it find it first.

import { addDays } from "../../calendar/dates.ts";
import { instantFromMs, localDate, startOfDay, type LocalDate } from "../../calendar/instants.ts";
import { allLines, type MorningLine } from "../../letters/morning-lines.ts";
import { followUpsOf, type FollowUp } from "../../people/journey-notes.ts";
import { namesOfGroups } from "../../store/hubs/group-names.ts";
import { todayOfHub, type Today } from "../../views/mornings/read-today.ts";
import { calledBy, type GroupNaming } from "../../words/group-name.ts";
import type { Principal } from "../access/principal.ts";
import { mustHold } from "../access/roles.ts";
import type { Database } from "../database.ts";
import { hubCode } from "../hub-code.ts";
import { NOTE_ROLES } from "../journeys/notes.ts";
import { rulesNow } from "../rules.ts";
import type { ServiceSettings } from "../settings.ts";
import { MORNING_ROLES } from "./mornings.ts";

/** For how many days an answer of a school is told. */
const ANSWER_DAYS = 7;

/**
 * `lines`: one a Work Group and cause, overdue first; `called`: what Work Groups are called; `followUps`: notes to come
 * back to by today, for who reads them.
 */
export interface HubTodaySeen extends Omit<Today, "things"> {
  on: LocalDate;
  called: GroupNaming;
  lines: MorningLine[];
  followUps: FollowUp[];
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
    const called = calledBy(await namesOfGroups(source));
    const { things, ...beside } = await todayOfHub(source, hub, time, rules);
    const readsNotes = NOTE_ROLES.some((role) => role === caller.role);
    const followUps = readsNotes ? await followUpsOf(source, hub, on) : [];
    return { on, called, lines: allLines(things, time), followUps, ...beside };
  }
}

// What waits at a hub now, as those who run it find it first.

import { addDays } from "../../calendar/dates.ts";
import { instantFromMs, localDate, startOfDay, type LocalDate } from "../../calendar/instants.ts";
import { allLines, type MorningLine } from "../../letters/morning-lines.ts";
import { namesOfGroups } from "../../store/hubs/group-names.ts";
import { todayOfHub, type Today } from "../../views/mornings/read-today.ts";
import { calledBy, type GroupNaming } from "../../words/group-name.ts";
import type { Principal } from "../access/principal.ts";
import { mustHold } from "../access/roles.ts";
import type { Database } from "../database.ts";
import { hubCode } from "../hub-code.ts";
import type { FollowUp, FollowUps, Numbered } from "../journeys/follow-ups.ts";
import { NOTE_ROLES } from "../journeys/notes.ts";
import { rulesNow } from "../rules.ts";
import type { ServiceSettings } from "../settings.ts";
import { MORNING_ROLES } from "./mornings.ts";

/** For how many days an answer of a school is told. */
const ANSWER_DAYS = 7;

/** So many notes to come back to are shown of each kind. */
const MOST_NOTES = 6;

/**
 * `lines`: one a Work Group and cause, overdue first; `called`: what Work Groups are called; `followUps`: the first
 * notes to come back to, those that are late and those of today, for who reads them.
 */
export interface HubTodaySeen extends Omit<Today, "things"> {
  on: LocalDate;
  called: GroupNaming;
  lines: MorningLine[];
  followUps: { late: Numbered<FollowUp>; today: Numbered<FollowUp> } | null;
}

export class HubToday {
  constructor(
    private readonly database: Database,
    private readonly settings: Pick<ServiceSettings, "catalogue" | "calendarOf" | "clock">,
    private readonly notes: FollowUps,
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
    const followUps = readsNotes ? await this.followUps(caller) : null;
    return { on, called, lines: allLines(things, time), followUps, ...beside };
  }

  private async followUps(caller: Principal): Promise<NonNullable<HubTodaySeen["followUps"]>> {
    const first = { sort: "due", descending: false, page: 1, size: MOST_NOTES } as const;
    return {
      late: await this.notes.page(caller, { due: "late" }, first),
      today: await this.notes.page(caller, { due: "today" }, first),
    };
  }
}

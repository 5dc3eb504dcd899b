// Which notes of a hub somebody is to come back to: all of them, by pages. The words stand on the school's page alone.

import { addDays } from "../../calendar/dates.ts";
import { instantFromMs, localDate, type LocalDate } from "../../calendar/instants.ts";
import {
  followUpsOf,
  type FollowUp,
  type FollowUpFilter,
  type FollowUpOrder,
} from "../../views/journeys/read-follow-ups.ts";
import type { Numbered } from "../../views/page.ts";
import type { Principal } from "../access/principal.ts";
import { mustHold } from "../access/roles.ts";
import { withinOf } from "../access/scope.ts";
import type { Database } from "../database.ts";
import { hubCode } from "../hub-code.ts";
import type { ServiceSettings } from "../settings.ts";
import { NOTE_ROLES } from "./notes.ts";

export {
  FOLLOW_UP_SORTS,
  type FollowUp,
  type FollowUpOrder,
  type FollowUpSort,
} from "../../views/journeys/read-follow-ups.ts";
export type { Numbered } from "../../views/page.ts";

/** `now`: whose day has come, late or today. */
export const FOLLOW_UPS_DUE = ["now", "late", "today", "later"] as const;
export type FollowUpsDue = (typeof FOLLOW_UPS_DUE)[number];

/** By what the list is narrowed. */
export interface FollowUpsAsked {
  due?: FollowUpsDue | undefined;
  whose?: FollowUpFilter["whose"];
}

const DAYS: Readonly<Record<FollowUpsDue, (today: LocalDate) => Pick<FollowUpFilter, "from" | "by">>> = {
  now: (by) => ({ by }),
  late: (today) => ({ by: addDays(today, -1) }),
  today: (today) => ({ from: today, by: today }),
  later: (today) => ({ from: addDays(today, 1) }),
};

export class FollowUps {
  constructor(
    private readonly database: Database,
    private readonly settings: Pick<ServiceSettings, "clock">,
  ) {}

  /** Those of the schools that a caller of a hub sees. @throws Refusal `forbidden` */
  async page(caller: Principal, { due, whose }: FollowUpsAsked, order: FollowUpOrder): Promise<Numbered<FollowUp>> {
    mustHold(caller, NOTE_ROLES);
    const today = localDate(instantFromMs(this.settings.clock()));
    const of = { who: caller.who, within: { ...withinOf(caller), hub: hubCode(caller.hub ?? "") } };
    const filter = { whose, ...(due && DAYS[due](today)) };
    return followUpsOf(await this.database.open(), of, filter, order);
  }
}

// Days that were taken though they are no school days: whoever gave one is told, for it is more often a slip than
// meant.

import { calendarAt } from "../journey/rules.ts";
import { isLocalDate } from "../calendar/dates.ts";
import { isSchoolDay, nextSchoolDay } from "../calendar/terms.ts";
import { sentenceOfRejection } from "../words/rejection.ts";
import { rulesOf } from "./rules.ts";
import type { ServiceSettings } from "./settings.ts";

/** What is worth a second look in what was done. */
interface Warning {
  code: "not-a-school-day";
  detail: string;
}

/** What an answer has beside it where there is something to warn of. */
export interface Warned {
  warnings?: Warning[];
}

/** The fields that name a day on which a school has to do something, by command. */
const DAYS: ReadonlyMap<string, string> = new Map([
  ["ScheduleSession", "on"],
  ["MoveSession", "on"],
  ["BookSupportVisit", "on"],
  ["RescheduleCommitment", "dueOn"],
  ["DecideTask", "dueOn"],
  ["OfferPlace", "respondBy"],
  ["InviteToNextStage", "respondBy"],
]);

/** The warning that belongs to a command's answer, to be put beside it; nothing where there is none. */
export function warnedOf(
  settings: Pick<ServiceSettings, "catalogue" | "calendarOf">,
  hub: string,
  name: string,
  body: unknown,
): Warned {
  const field = DAYS.get(name);
  const on: unknown = field === undefined ? undefined : Object(body)[field];
  if (typeof on !== "string" || !isLocalDate(on)) return {};
  const there = calendarAt(rulesOf(settings), { hub });
  if (isSchoolDay(there, on)) return {};
  const detail = sentenceOfRejection({
    code: "not-a-school-day",
    why: "day",
    with: { on, next: nextSchoolDay(there, on) },
  });
  return { warnings: [{ code: "not-a-school-day", detail }] };
}

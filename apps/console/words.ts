// Codes of the service, as people say them.

import { localDate, localTime, type Instant } from "../../libs/calendar/instants.ts";
import { longDate } from "../../libs/calendar/long-dates.ts";
import { pounds } from "../../libs/journey/sentences.ts";
import type { Role } from "../../libs/service/access/principal.ts";
import { groupNameOf, type GroupNaming } from "../../libs/words/group-name.ts";
import { hubNameOf } from "../../libs/words/hub-name.ts";
import type { Say } from "../../libs/words/say.ts";

const ROLES: Readonly<Record<Role, string>> = {
  "hub-coordinator": "Hub coordinator",
  "hub-lead": "Hub lead",
  "work-group-lead": "Work Group lead",
  "finance-officer": "Finance officer",
  "school-contact": "School contact",
  operator: "Operator",
  auditor: "Auditor",
};

/** A role as a person reads it. */
export function roleInWords(role: Role): string {
  return ROLES[role];
}

/** `support-visit-autumn` as `Support visit autumn`. */
export function inWords(code: string): string {
  const text = code.replaceAll("-", " ");
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** `great-north` as `Great North`. */
export function hubInWords(code: string): string {
  return hubNameOf(code);
}

/** `gap-task-1` as `gap task 1`. */
export function low(code: string): string {
  return inWords(code).toLowerCase();
}

/** A stage in its academic year: `Development 2020/21`. */
export function stageYear({ stage, academicYear }: { stage: string; academicYear: string }): string {
  return `${inWords(stage)} ${academicYear}`;
}

/** A date, or the London day of an instant: `14 October 2020`. */
export function day(at: string): string {
  return longDate(at.includes("T") ? localDate(at) : at);
}

/** An instant: `14 October 2020, 09:00`, in London. */
export function moment(at: Instant): string {
  return `${day(at)}, ${localTime(at)}`;
}

/**
 * A sentence of the rules to a person: days and money as people write them, no names of fields. `called`: what Work
 * Groups are called.
 */
export const toPerson = (called: GroupNaming): Say => ({
  day,
  money: pounds,
  workGroup: called,
  either: (_toProgram, said) => said,
});

/** The same where nobody knows what hubs call their groups. */
export const TO_PERSON: Say = toPerson(groupNameOf);

/** A programme and its year: `Development 2021/22 (Teaching for Mastery Development Work Group)`. */
export function programmeInWords({
  stage,
  phase,
  academicYear,
  title,
}: {
  stage: string;
  phase: string;
  academicYear: string;
  title: string;
}): string {
  return `${inWords(stage)} ${academicYear}, ${phase} (${title})`;
}

/** `2020-21/primary-readiness` as `Readiness 2020/21`. */
export function programmeOfId(id: string): string {
  const [, year = "", stage = ""] = /^(\d{4}-\d\d)\/[a-z]+-(.+)$/u.exec(id) ?? [];
  return year === "" ? id : `${inWords(stage)} ${year.replace("-", "/")}`;
}

// Codes of the service, as people say them.

import { pounds } from "../../libs/journey/sentences.ts";
import type { Role } from "../../libs/service/access/principal.ts";
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
  return code
    .split("-")
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(" ");
}

/** What comes next by itself, without the date at its end, which stands beside it: `The autumn reminder goes out`. */
export function whatNext(text: string): string {
  const bare = text.replace(/, \d{4}-\d\d-\d\d \d\d:\d\d$/u, "");
  return bare.charAt(0).toUpperCase() + bare.slice(1);
}

const DAY = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "long",
  year: "numeric",
  timeZone: "Europe/London",
});

/** A date, or the London day of an instant: `14 October 2020`. */
export function day(at: string): string {
  // Noon: whatever the clocks do, it is the same day.
  return DAY.format(new Date(at.includes("T") ? at : `${at}T12:00:00Z`));
}

const MOMENT = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "long",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  timeZone: "Europe/London",
});

/** An instant as London reads it: `14 October 2020 at 09:05`. */
export function moment(at: string): string {
  return MOMENT.format(new Date(at));
}

/** A sentence of the rules to a person: days and money as people write them, and no names of fields. */
export const TO_PERSON: Say = { day, money: pounds, either: (_toProgram, toPerson) => toPerson };

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

/**
 * A code that stands by itself, with its academic year or without: not a part of an id (`hub-lead.great-north`) or of
 * an address.
 */
const CODE = /(?<![\w./-])(?:\d{4}\/\d{2}\/)?([a-z]+(?:-[a-z]+)*-\d+|[a-z]+-[a-z]+(?:-[a-z]+)*)(?![\w/-]|\.\w)/gu;
const IN_ENGLISH: readonly string[] = ["stage-year", "one-off", "in-person"];

/**
 * A sentence of the rules for a person: dates as people write them, programmes by stage and year, codes
 * (`2020/21/gap-task-1`) without their hyphens.
 */
export function plainly(text: string): string {
  const said = datesInWords(text)
    .replaceAll(/\b\d{4}-\d\d\/[a-z]+-[a-z]+\b/gu, (id) => programmeOfId(id))
    .replaceAll(CODE, (whole, code: string) => (IN_ENGLISH.includes(code) ? whole : code.replaceAll("-", " ")));
  // An id that comes first stays as it is.
  return /^\S+\.\w/u.test(said) ? said : said.charAt(0).toUpperCase() + said.slice(1);
}

/** A sentence of the rules with its dates as people write them. */
export function datesInWords(text: string): string {
  return text.replaceAll(/\b\d{4}-\d\d-\d\d\b/gu, (date) => day(date));
}

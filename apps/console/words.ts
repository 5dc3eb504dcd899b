// Codes of the service, as people say them.

import { pounds } from "../../libs/journey/sentences.ts";
import type { Role } from "../../libs/service/access/principal.ts";
import { groupNameOf, type GroupNaming } from "../../libs/words/group-name.ts";
import { hubNameOf } from "../../libs/words/hub-name.ts";
import { day, inWords } from "../../libs/words/in-words.ts";
import type { Say } from "../../libs/words/say.ts";

export {
  day,
  inWords,
  low,
  moment,
  phaseOf,
  programmeAndPhase,
  programmeOfId,
  stageYear,
} from "../../libs/words/in-words.ts";

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

/** `great-north` as `Great North`. */
export function hubInWords(code: string): string {
  return hubNameOf(code);
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

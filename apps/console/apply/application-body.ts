// What an application, or an interest, sends: what was typed, and what the service knows of the school already.

import type { Applying } from "../../../libs/service/intake/programmes.ts";
import { bodyFrom, textIn, type FormField, type Typed } from "../form-fields.ts";
import { PARTNERS } from "./application-fields.ts";

/** The body of the request. */
export function applicationBody(
  applying: Applying,
  fields: readonly FormField[],
  typed: Typed,
): Record<string, unknown> {
  const { earlier, group, school, statements, ...body } = bodyFrom(fields, typed);
  const { urn, prospectus, hub, school: known } = applying;
  const told = { ...(school as object | undefined) };
  const registered = known === null ? {} : { name: known.name, funding: known.funding ?? "state" };
  const past = earlier as { stage?: string; academicYear?: string } | undefined;
  return {
    ...body,
    ...(hub !== null && { hub }),
    prospectus: prospectus.id,
    school: {
      urn,
      phase: prospectus.phase,
      ...registered,
      ...told,
      ...(past?.stage === undefined ? {} : { history: [historyOf(past)] }),
    },
    ...(statements !== undefined && { statements: Object.keys(statements as object) }),
    ...groupBody(group as { wished?: boolean; schools?: object } | undefined),
  };
}

function historyOf({ stage, academicYear }: { stage?: string; academicYear?: string }): object {
  if (stage === "specialist") return { masterySpecialistDepartment: true };
  return stage === "unknown" ? { unknown: true } : { stage, academicYear };
}

/** The schools that it would like to be placed with, where it would. */
function groupBody(group: { wished?: boolean; schools?: object } | undefined): object {
  return group?.wished === true && group.schools !== undefined
    ? { group: { schools: Object.values(group.schools) } }
    : {};
}

/** A school that it would like to be placed with. */
export interface Partner {
  urn: string;
  relationship: string;
}

const nameOfUrn = (index: number): string => `group.schools.${index}.urn`;
const nameOfRelationship = (index: number): string => `group.schools.${index}.relationship`;

/** Those that were named. */
export function partnersIn(typed: Typed): Partner[] {
  return PARTNERS.map((index) => ({
    urn: textIn(typed, nameOfUrn(index)).trim(),
    relationship: textIn(typed, nameOfRelationship(index)).trim(),
  })).filter(({ urn }) => urn !== "");
}

/** The same form with these schools in place of those that it named. */
export function withPartners(typed: Typed, partners: readonly Partner[]): Typed {
  const places = PARTNERS.flatMap((index): [string, string | undefined][] => [
    [nameOfUrn(index), partners[index]?.urn],
    [nameOfRelationship(index), partners[index]?.relationship],
  ]);
  return { ...typed, ...Object.fromEntries(places) };
}

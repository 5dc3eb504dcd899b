// The parts of a journey's page: its teachers, its grants.

import { pounds } from "../../../libs/journey/sentences.ts";
import { teachersNow } from "../../../libs/journey/teachers.ts";
import { inWords } from "../words.ts";
import type { Facts } from "../../../libs/service/journeys/journey-facts.ts";
import type { Role } from "../../../libs/service/access/principal.ts";
import { PERSON_ROLES } from "../../../libs/service/people/persons.ts";
import type { SchoolPersonSeen } from "../../../libs/service/people/school-people.ts";
import type { SummaryListOptions } from "../look/options.ts";
import { peopleHere } from "../people/people-page.ts";
import { teacherName } from "./teacher-name.ts";
import { grantCauseInWords } from "../../../libs/words/grant-causes.ts";

/**
 * What template teachers.njk is filled with. `addresses`: where its people stand alone, `people`: each with their
 * address and the ways to put it right; null for whom that is not. `teachers`: those beside them.
 */
export interface TeachersView {
  headteacher: string | null;
  addresses: string | null;
  people: SummaryListOptions["rows"] | null;
  /** Over `teachers`; null where all of them stand among the people. */
  heading: string | null;
  teachers: readonly { name: string; role: string; note: string }[];
}

/** The teachers who take part and who did; with `people`, for who may read addresses, everybody with theirs. */
export function teachersView(
  facts: Facts,
  role: Role,
  people: readonly SchoolPersonSeen[] | null = null,
): TeachersView {
  const now = teachersNow(facts.state);
  const note = (one: Facts["state"]["participants"][number]): string => {
    if (one.left) return "Has left";
    if (!now.includes(one)) return "Took part before; not yet named for this year";
    if (one.exception) return "Counts as fit: an exception of the hub lead";
    return one.releasedForAllSessions ? "Released for all sessions" : "";
  };
  const { participants } = facts.state;
  const noteOf = (id: string): string => participants.flatMap((one) => (one.id === id ? [note(one)] : []))[0] ?? "";
  const keeps = PERSON_ROLES.export.some((one) => one === role);
  const beside = participants.filter(({ id }) => !(people ?? []).some(({ person }) => person === id));
  return {
    headteacher: people === null ? facts.headteacher : null,
    addresses: people === null ? null : `/journeys/${facts.journey.id}/people`,
    people: people && peopleHere(people, { keeps, noteOf }),
    heading:
      beside.length === 0 && participants.length > 0 ? null : (people ?? []).length > 0 ? "Other teachers" : "Teachers",
    teachers: beside.map((one) => ({
      name: teacherName(facts, one.id),
      role: inWords(one.role),
      note: note(one),
    })),
  };
}

/** What template grants.njk is filled with. `more`: each a line below how it stands. */
export interface GrantsView {
  grants: readonly {
    stage: string;
    year: string;
    amount: string;
    stands: string;
    why: string;
    more: readonly string[];
  }[];
}

/** The grants, with who has approved by how many. */
export const grantsView = ({ journey }: Pick<Facts, "journey">): GrantsView => ({
  grants: journey.grants.map((one) => ({
    stage: inWords(one.stage),
    year: one.academicYear,
    amount: pounds(one.amountPence),
    stands: inWords(one.status),
    why: `/journeys/${journey.id}/why/grants/${one.academicYear.replace("/", "-")}`,
    more: [
      ...(one.status === "payable" ? [`${one.approvers.length} of 2 approvals`] : []),
      ...(one.asks === null ? [] : [`${grantCauseInWords(one.asks.cause, one.asks.paid)} The hub decides.`]),
      ...(one.clawback === "none" ? [] : [`Clawback ${one.clawback}: ${pounds(one.clawbackPence)}`]),
    ],
  })),
});

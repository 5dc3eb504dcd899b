// The parts of a journey's page: its teachers, its grants.

import { pounds } from "../../../libs/journey/sentences.ts";
import { teachersNow } from "../../../libs/journey/teachers.ts";
import { inWords } from "../words.ts";
import type { Facts } from "../../../libs/service/journeys/journey-facts.ts";
import type { Role } from "../../../libs/service/access/principal.ts";
import { SCHOOL_PEOPLE_ROLES } from "../../../libs/service/people/school-people.ts";
import { teacherName } from "./teacher-name.ts";
import { grantCauseInWords } from "../../../libs/words/grant-causes.ts";

/** What template teachers.njk is filled with. `addresses`: where people are put right; null for whom that is not. */
export interface TeachersView {
  headteacher: string | null;
  addresses: string | null;
  teachers: readonly { name: string; role: string; note: string }[];
}

/** The teachers who take part and who did, and for who may read addresses the way to them. */
export function teachersView(facts: Facts, role: Role): TeachersView {
  const now = teachersNow(facts.state);
  const note = (one: Facts["state"]["participants"][number]): string => {
    if (one.left) return "Has left";
    if (!now.includes(one)) return "Took part before; not yet named for this year";
    if (one.exception) return "Counts as fit: an exception of the hub lead";
    return one.releasedForAllSessions ? "Released for all sessions" : "";
  };
  return {
    headteacher: facts.headteacher,
    addresses: (SCHOOL_PEOPLE_ROLES as readonly Role[]).includes(role) ? `/journeys/${facts.journey.id}/people` : null,
    teachers: facts.state.participants.map((one) => ({
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

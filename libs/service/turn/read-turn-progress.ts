// A hub's turn that has begun: how far it is, and what became of each school and each group. PostgreSQL alone is asked.

import type { DataSource } from "typeorm";
import type { WhichTurn } from "../../contract/turn.ts";
import type { Instant } from "../../calendar/instants.ts";
import type { GroupProposal } from "../../turn/groups.ts";
import type { PlannedSchool } from "../../turn/plan.ts";
import { progressOf, type Begun, type TurnStatus } from "../../turn/state.ts";
import { findTurn } from "./turns.ts";
import type { WhyNothing } from "../../words/turn.ts";

/**
 * `waiting`, `done` or `turned-down` (`code` and `because` say why); `none`: the turn has nothing to do for it, `code`
 * says why. `detail`: as it was recorded, in words.
 */
export interface Outcome {
  status: "waiting" | "done" | "turned-down" | "none";
  code: string | null;
  because?: WhyNothing | null;
  detail: string | null;
}

export interface TurnSchoolOutcome
  extends Outcome, Pick<PlannedSchool, "journey" | "urn" | "does" | "next" | "workGroup" | "withoutPlace"> {}
export interface TurnGroupOutcome extends Outcome, Pick<GroupProposal, "id" | "prospectus" | "lead" | "schools"> {}

export interface TurnAsItStands extends WhichTurn {
  status: TurnStatus;
  done: number;
  turnedDown: number;
  of: number;
  startedBy: string;
  startedAt: Instant;
  endedAt: Instant | null;
  schools: readonly TurnSchoolOutcome[];
  groups: readonly TurnGroupOutcome[];
}

/**
 * A turn as it stands, or as it stood after its event number `version`, every school of it once; null where nobody has
 * begun it. All of one moment. Rejects with StoreError.
 */
export async function readTurn(
  dataSource: DataSource,
  which: WhichTurn,
  version?: number,
): Promise<TurnAsItStands | null> {
  const turn = await findTurn(dataSource.manager, which, version);
  return turn && asItStands(turn);
}

function asItStands(turn: Begun): TurnAsItStands {
  const { hub, into, status, plan, startedBy, startedAt, endedAt } = turn;
  const bySubject = new Map(turn.steps.map(({ subject, no }) => [subject, no]));
  const outcomeOf = (subject: string, planned: Omit<Outcome, "status">): Outcome => {
    const no = bySubject.get(subject);
    return no === undefined ? { status: "none", ...planned } : becameOf(turn, no);
  };
  return {
    hub,
    into,
    status,
    ...progressOf(turn),
    startedBy: startedBy.who,
    startedAt,
    endedAt,
    schools: plan.schools.map(({ journey, urn, does, next, workGroup, withoutPlace, why, because = null, detail }) => ({
      journey,
      urn,
      does,
      next,
      workGroup,
      withoutPlace,
      ...outcomeOf(journey, { code: why ?? withoutPlace, because, detail }),
    })),
    groups: plan.groups.map(({ id, prospectus, lead, schools }) => ({
      id,
      prospectus,
      lead,
      schools,
      ...outcomeOf(id, { code: null, detail: null }),
    })),
  };
}

function becameOf({ taken }: Begun, no: number): Outcome {
  const rejection = taken.get(no);
  if (rejection === undefined) return { status: "waiting", code: null, detail: null };
  if (rejection === null) return { status: "done", code: null, detail: null };
  return { status: "turned-down", code: rejection.code, because: { rejection }, detail: null };
}

// A hub's turn that has begun: how far it is, and what became of each school and each group. PostgreSQL alone is asked.

import type { DataSource } from "typeorm";
import type { TurnStatus, WhichTurn } from "../../contract/turn.ts";
import type { Instant } from "../../calendar/instants.ts";
import { coded } from "../../store/errors.ts";
import { findTurn, turnSteps, type StepRow, type TurnRow } from "../../store/turns.ts";
import type { GroupProposal } from "../../turn/groups.ts";
import type { PlannedSchool } from "../../turn/plan.ts";

/**
 * `waiting`, `done` or `turned-down` (`code` and `detail` say why); `none`: the turn has nothing to do for it, `code`
 * says why.
 */
export interface Outcome {
  status: StepRow["status"] | "none";
  code: string | null;
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
 * A turn as it stands, every school of it once; null where nobody has begun it. All of one moment. Rejects with
 * StoreError.
 */
export async function readTurn(dataSource: DataSource, which: WhichTurn): Promise<TurnAsItStands | null> {
  return coded(() =>
    dataSource.transaction("REPEATABLE READ", async (manager) => {
      const turn = await findTurn(manager, which);
      return turn && asItStands(turn, await turnSteps(manager, which));
    }),
  );
}

function asItStands(
  { hub, into, status, plan, actor, startedAt, endedAt }: TurnRow,
  steps: readonly StepRow[],
): TurnAsItStands {
  const bySubject = new Map(steps.map((step) => [step.subject, step]));
  const outcomeOf = (subject: string, code: string | null, detail: string | null): Outcome => {
    const step = bySubject.get(subject);
    return step ? { status: step.status, code: step.code, detail: step.detail } : { status: "none", code, detail };
  };
  const count = (test: (step: StepRow) => boolean): number => steps.filter(test).length;
  return {
    hub,
    into,
    status,
    done: count((one) => one.status !== "waiting"),
    turnedDown: count((one) => one.status === "turned-down"),
    of: steps.length,
    startedBy: actor.who,
    startedAt,
    endedAt,
    schools: plan.schools.map(({ journey, urn, does, next, workGroup, withoutPlace, why, detail }) => ({
      journey,
      urn,
      does,
      next,
      workGroup,
      withoutPlace,
      ...outcomeOf(journey, why ?? withoutPlace, detail),
    })),
    groups: plan.groups.map(({ id, prospectus, lead, schools }) => ({
      id,
      prospectus,
      lead,
      schools,
      ...outcomeOf(id, null, null),
    })),
  };
}

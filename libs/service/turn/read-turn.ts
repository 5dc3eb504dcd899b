// The year's turn of a hub, as it would be done now. PostgreSQL alone is asked, and nothing is written.

import { createHash } from "node:crypto";
import type { DataSource, EntityManager } from "typeorm";
import { asTheyStand } from "../../book/as-they-stand.ts";
import type { AcademicYear } from "../../calendar/academic-years.ts";
import type { Instant } from "../../calendar/instants.ts";
import { groupName } from "../../contract/work-group.ts";
import type { Rules } from "../../journey/rules.ts";
import { coded } from "../../store/errors.ts";
import { planTurn, type HubNow, type TurnPlan } from "../../turn/plan.ts";

/**
 * `digest`: of what would be done, so that a hub does what it has looked at; what schools owe meanwhile does not change
 * it.
 */
export interface TurnPreview {
  plan: TurnPlan;
  digest: string;
  totals: TurnTotals;
}

/** What a plan comes to, in numbers of schools and of groups that are to be formed. */
export interface TurnTotals {
  schools: number;
  completing: number;
  invited: number;
  placed: number;
  notInvited: number;
  withoutPlace: number;
  undecided: number;
  groups: number;
  groupsWithoutLead: number;
}

/**
 * A hub's turn into `into`, as things stand at `at` (UTC). A hub without schools has an empty one. Rejects with
 * StoreError.
 */
export async function previewTurn(
  dataSource: DataSource,
  asked: { hub: string; into: AcademicYear; at: Instant },
  rules: Rules,
): Promise<TurnPreview> {
  const now = await coded(() => dataSource.transaction("REPEATABLE READ", (manager) => hubNow(manager, asked.hub)));
  const plan = planTurn(now, asked.into, asked.at, rules);
  return { plan, digest: digestOf(plan), totals: totalsOf(plan) };
}

async function hubNow(manager: EntityManager, hub: string): Promise<HubNow> {
  const ids = (rows: { id: string }[]): string[] => rows.map(({ id }) => id);
  const journeyIds = ids(
    await manager.query(
      `select id from journeys where hub = $1 and status in ('participating', 'paused', 'completed') order by id`,
      [hub],
    ),
  );
  const groupIds = ids(await manager.query("select id from work_groups where hub = $1 order by id", [hub]));
  const journeys = await asTheyStand(manager, "journey", journeyIds);
  const groups = await asTheyStand(manager, "work-group", groupIds.map(groupName));
  return {
    hub,
    journeys: new Map(journeyIds.map((id) => [id, journeys.get(id)?.state ?? { status: "none" }])),
    groups: new Map(groupIds.map((id) => [id, groups.get(groupName(id))?.state ?? { status: "none" }])),
  };
}

function totalsOf({ schools, groups }: TurnPlan): TurnTotals {
  const count = (test: (one: (typeof schools)[number]) => boolean): number => schools.filter(test).length;
  return {
    schools: schools.length,
    completing: count((one) => one.now?.completes === true),
    invited: count((one) => one.does === "invite"),
    placed: count((one) => one.does === "place" && one.workGroup !== null),
    notInvited: count((one) => one.does === "nothing"),
    withoutPlace: count((one) => one.withoutPlace !== null),
    undecided: count((one) => one.why === "readiness-undecided"),
    groups: groups.filter((one) => !one.formed).length,
    groupsWithoutLead: groups.filter((one) => one.why !== null).length,
  };
}

function digestOf({ hub, into, schools, groups }: TurnPlan): string {
  const decided = schools.map(({ journey, does, why, next, workGroup }) => [
    journey,
    does,
    why,
    next?.prospectus ?? null,
    workGroup,
  ]);
  const formed = groups.map(({ id, prospectus, lead, leadRole, holding, schools: inIt }) => [
    id,
    prospectus,
    lead,
    leadRole,
    holding,
    inIt,
  ]);
  return createHash("sha256")
    .update(JSON.stringify([hub, into, decided, formed]))
    .digest("hex")
    .slice(0, 32);
}

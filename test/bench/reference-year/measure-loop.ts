// The reference year on our loop: the real workflow, rules, store and effects.

import type { TestWorkflowEnvironment } from "@temporalio/testing";
import type { DataSource } from "typeorm";
import { workflowIdOf } from "../../../libs/contract/journey.ts";
import type { EventOf, Recorded } from "../../../libs/journey/events.ts";
import { load } from "../../../libs/store/events/event-store.ts";
import { streamOf } from "../../../libs/store/events/streams.ts";
import type { Catalogue } from "../../../libs/prospectus/lookup.ts";
import { historiesOf, type History } from "../../workflows/histories.ts";
import { actOut } from "../../workflows/live-rehearsal.ts";
import { startService } from "../../workflows/service.ts";
import { costOf, type Cost } from "./actions.ts";
import { contentsOf, referenceYear, stageStarted, STARTS_AT, YEAR, type Contents, type Variant } from "./reference.ts";

export interface LoopRun {
  env: TestWorkflowEnvironment;
  dataSource: DataSource;
  catalogue: Catalogue;
  urn: number;
  variant: Variant;
}
/** A record at its instant, and the events it brought. */
export interface DatedRecord {
  at: string;
  command: string;
  events: Recorded[];
}

/**
 * Acts the year out and counts the run of the stage-year, from its start to its end or continue-as-new. Throws for a
 * rejected command.
 */
export async function measureLoop({ env, dataSource, catalogue, urn, variant }: LoopRun) {
  const journey = `${urn}-secondary`;
  const read = referenceYear(urn, catalogue);
  const { lettersWait = false } = variant;
  const service = await startService({ env, dataSource, startsAt: STARTS_AT, catalogue: read.catalogue, lettersWait });
  try {
    const { outcomes } = await actOut(service, journey, read.rehearsal, ({ command }) =>
      variant.leaveOut.some((name) => name === command),
    );
    const refused = outcomes.filter((outcome) => !("accepted" in outcome) || !outcome.accepted);
    if (refused.length > 0) throw new Error(`the reference year was refused: ${JSON.stringify(refused)}`);
    await service.until("2022-08-31T23:30:00Z");
    await service.settled(journey);
  } finally {
    await service.stop();
  }
  const events = await service.events(journey);
  const records = await recordsOf(dataSource, journey);
  const runs = await historiesOf(env.client, workflowIdOf(journey));
  // A workflow without a worker would hold time still for whatever runs on this server next.
  if (!runs.at(-1)?.events?.at(-1)?.workflowExecutionCompletedEventAttributes) {
    await env.client.workflow.getHandle(workflowIdOf(journey)).terminate("measured");
  }
  const cost: Cost = costOf(runs.filter((run) => hasUpdates(run) && isOfTheYear(run, runs)));
  return { year: contentsOf(events, records.length) satisfies Contents, cost, plan: openedBy(events), records };
}

/** The year's plan without what was met before it began, such as its teachers: neither design waits for that. */
function openedBy(events: readonly Recorded[]): EventOf<"StageStarted"> {
  const plan = stageStarted(events);
  const met = events.flatMap((event) => (event.type === "CommitmentMet" && event.at <= YEAR.begins ? event : []));
  return { ...plan, commitments: plan.commitments.filter(({ code }) => !met.some((one) => one.commitment === code)) };
}

/** The application's runs come before, the next stage-year's after. */
function isOfTheYear(run: History, runs: readonly History[]): boolean {
  return run === runs.filter(hasUpdates).at(-1);
}

const hasUpdates = (run: History): boolean =>
  (run.events ?? []).some((event) => event.workflowExecutionUpdateAcceptedEventAttributes);

async function recordsOf(dataSource: DataSource, journey: string): Promise<DatedRecord[]> {
  const stored = (await load(dataSource, streamOf(journey))).filter(
    ({ at, commandId, actor }) => at >= YEAR.begins && at < YEAR.ends && commandId !== null && actor.role !== "service",
  );
  return [...new Set(stored.map(({ commandId }) => commandId))].map((id) => {
    const mine = stored.filter(({ commandId }) => commandId === id);
    return {
      at: mine[0]?.at ?? "",
      command: mine[0]?.type ?? "",
      events: mine.map(({ type, at, seq, data }) => ({ ...data, type, at, seq }) as Recorded),
    };
  });
}

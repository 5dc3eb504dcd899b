// Very many commands that are turned down on one journey, without a pause: runs follow runs while Updates keep coming,
// and each is answered.

import type { Client } from "@temporalio/client";
import type { DataSource } from "typeorm";
import { instantFromMs } from "../../libs/calendar/instants.ts";
import { workflowIdOf, type Outcome } from "../../libs/contract/journey.ts";
import { bringCommand } from "../../libs/temporal/bring-command.ts";
import { ServiceUnavailable } from "../../libs/temporal/subject-client.ts";
import { historiesOf } from "../workflows/histories.ts";
import { told } from "../support/groups.ts";
import { criteriaOf, liveThrough } from "./school.ts";

const URN = 600_001;
const JOURNEY = `${URN}-primary`;
/** As many as one process lets through at once; more only wait. */
const CALLERS = 8;

export interface TurnedDown {
  faults: string[];
  /** `most`: Updates that one run took. */
  facts: { answered: number; sent: number; runs: number; most: number; events: number };
}

/** Sends so many, each under its id until it is answered, and counts what became of them. */
export async function turnedDown(
  { dataSource, client, aheadMs }: { dataSource: DataSource; client: Client; aheadMs: number },
  count: number,
): Promise<TurnedDown> {
  const ledger = { acknowledged: [], resent: 0, journeys: [] };
  await liveThrough({ dataSource, client, ledger, criteria: criteriaOf(), aheadMs }, URN, 0);
  const before = await eventsOf(dataSource);
  const answers = new Map<string, number>();
  let [next, sent] = [0, 0];
  const ask = async (id: string): Promise<Outcome> => {
    const command = {
      id,
      type: "AcceptOffer",
      at: instantFromMs(Date.now() + aheadMs),
      by: { who: "faults", role: "school-contact" },
      data: {},
    } as const;
    for (;;) {
      sent += 1;
      try {
        return await bringCommand({ dataSource, client }, JOURNEY, command, { timeoutMs: 15_000 });
      } catch (error) {
        if (!(error instanceof ServiceUnavailable)) throw error;
      }
    }
  };
  const caller = async (): Promise<void> => {
    for (let no = next++; no < count; no = next++) {
      const answer = told(await ask(`turned down ${no}`));
      answers.set(answer, (answers.get(answer) ?? 0) + 1);
    }
  };
  await Promise.all(Array.from({ length: CALLERS }, caller));
  const [kept]: { outcomes: number }[] = await dataSource.query(
    "select count(*)::int as outcomes from commands where id like 'turned down %' and outcome is not null",
  );
  const events = (await eventsOf(dataSource)) - before;
  const runs = await historiesOf(client, workflowIdOf(JOURNEY));
  const taken = runs.map(
    ({ events: all }) => (all ?? []).filter((event) => event.workflowExecutionUpdateAcceptedEventAttributes).length,
  );
  const faults = wrongWith({ answers, outcomes: kept?.outcomes ?? 0, events }, count);
  const answered = answers.get(REJECTION) ?? 0;
  return { faults, facts: { answered, sent, runs: runs.length, most: Math.max(...taken), events } };
}

/** What is wrong with what came of so many: `outcomes` that are kept, `events` that there are more. */
export function wrongWith(
  { answers, outcomes, events }: { answers: ReadonlyMap<string, number>; outcomes: number; events: number },
  count: number,
): string[] {
  const told = answers.get(REJECTION) ?? 0;
  return [
    ...[...answers].flatMap(([answer, times]) => (answer === REJECTION ? [] : [`${times} were answered ${answer}`])),
    ...(told === count ? [] : [`${told} of ${count} were told why`]),
    ...(outcomes === count ? [] : [`of ${count} outcomes ${outcomes} are kept`]),
    ...(events === 0 ? [] : [`${events} events came of nothing`]),
  ];
}

/** Those of commands: a letter falls due in its time (some ten minutes on), and is sent, whoever calls. */
async function eventsOf(dataSource: DataSource): Promise<number> {
  const [row]: { events: number }[] = await dataSource.query(
    "select count(*)::int as events from events where command_id not like 'effect:%'",
  );
  return row?.events ?? 0;
}

const REJECTION = "not-in-this-state";

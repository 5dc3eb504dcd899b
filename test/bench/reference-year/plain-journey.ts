// The same school-year in a plain design, to compare with: the workflow holds the commitments, a timer and activities
// for each. Written as one would without the loop of workflows/school-journey.ts; nothing in it is there to make it
// look worse.

import { defineSearchAttributeKey } from "@temporalio/common";
import {
  condition,
  defineUpdate,
  proxyActivities,
  setHandler,
  sleep,
  upsertSearchAttributes,
} from "@temporalio/workflow";

export interface PlainPlan {
  /** Milliseconds since 1970, by the server's clock. */
  commitments: { code: string; dueAt: number }[];
  reminders: number[];
  endsAt: number;
}
/** A record as it comes in: what it says, the commitments it meets, whether it approves the grant. */
export interface PlainRecord {
  what: string;
  meets: string[];
  approves: boolean;
}

type Step = (journey: string, about: string) => Promise<void>;
/** Each would read or write PostgreSQL, or send a message. */
export const STEPS = [
  "openCommitment",
  "saveRecord",
  "closeCommitment",
  "markMissed",
  "findOutstanding",
  "sendReminder",
  "recordReminder",
  "releaseGrant",
  "recordRelease",
  "closeYear",
] as const;

const activities = proxyActivities<Record<(typeof STEPS)[number], Step>>({ startToCloseTimeout: "30 seconds" });
const owedKey = defineSearchAttributeKey("Stage", "KEYWORD");

export const record = defineUpdate<void, [PlainRecord]>("record");

/** One stage-year of one school. */
export async function plainJourney(journey: string, plan: PlainPlan): Promise<void> {
  const met = new Set<string>();
  let approvals = 0;
  setHandler(record, async ({ what, meets, approves }) => {
    await activities.saveRecord(journey, what);
    for (const code of meets) met.add(code);
    if (approves) approvals += 1;
  });

  const show = () => upsertSearchAttributes([{ key: owedKey, value: `${plan.commitments.length - met.size} owed` }]);
  show();
  const commitment = async ({ code, dueAt }: { code: string; dueAt: number }): Promise<void> => {
    await activities.openCommitment(journey, code);
    const inTime = await condition(() => met.has(code), dueAt - Date.now());
    if (!inTime) {
      await activities.markMissed(journey, code);
      await condition(() => met.has(code));
    }
    await activities.closeCommitment(journey, code);
    show();
  };
  const reminder = async (at: number): Promise<void> => {
    await sleep(at - Date.now());
    await activities.findOutstanding(journey, String(at));
    await activities.sendReminder(journey, String(at));
    await activities.recordReminder(journey, String(at));
  };
  const grant = async (): Promise<void> => {
    await condition(() => approvals === 2);
    await activities.releaseGrant(journey, "grant");
    await activities.recordRelease(journey, "grant");
  };
  await Promise.all([
    ...plan.commitments.map(commitment),
    ...plan.reminders.map(reminder),
    grant(),
    sleep(plan.endsAt - Date.now()),
  ]);
  await activities.closeYear(journey, "year");
}

// Two hubs with a school each, and what their people do with notes: on one database, under a clock that is set.

import { Database } from "../../libs/service/database.ts";
import type { Principal, Role } from "../../libs/service/access/principal.ts";
import { SecurityLog } from "../../libs/service/access/security-log.ts";
import type { Asked } from "../../libs/service/commands/asked.ts";
import { HubToday } from "../../libs/service/hubs/today.ts";
import { FollowUps } from "../../libs/service/journeys/follow-ups.ts";
import { Notes } from "../../libs/service/journeys/notes.ts";
import { Redactions } from "../../libs/service/journeys/redactions.ts";
import { putJourney } from "./journeys.ts";
import { TEST_KEYRING } from "./people-keys.ts";
import { freshStore, rules, type TestStore } from "./store.ts";

export interface NotesWorld {
  store: TestStore;
  notes: Notes;
  followUps: FollowUps;
  today: HubToday;
  redactions: Redactions;
  /** The clock from now on. */
  at(instant: string): void;
  stop(): Promise<void>;
}

/** The school of great-north; that of far-south is 100002-primary. */
export const NOTED = "100001-primary";

/** Somebody of a hub. */
export const as = (role: Role, hub = "great-north", who = `${role}.${hub}`): Principal => ({
  ...{ who, role, hub, urns: ["100001"], workGroups: ["wg-1"] },
});
export const LEAD = as("hub-lead");
export const COORDINATOR = as("hub-coordinator");
export const FAR = as("hub-lead", "far-south");

let asks = 0;
/** What the lead of great-north asks, each under a key of its own. */
export function asked(body: object, more: Partial<Asked> = {}): Asked {
  asks += 1;
  return { caller: LEAD, body, request: "r-1", key: `key-${asks}`, ...more };
}

export async function startNotes(): Promise<NotesWorld> {
  let now = "2021-03-01T09:00:00Z";
  const clock = (): number => Date.parse(now);
  const store = await freshStore();
  const database = new Database(store.appUrl, TEST_KEYRING);
  const settings = { catalogue: rules.catalogue, calendarOf: () => rules.calendar, clock };
  const followUps = new FollowUps(database, settings);
  const fail = (error: unknown): never => {
    throw error;
  };
  for (const [urn, hub] of [
    ["100001", "great-north"],
    ["100002", "far-south"],
  ] as const)
    await putJourney(store, { urn, hub, workGroup: "wg-1", until: "2021-03-01" });
  return {
    store,
    notes: new Notes(database, settings, new SecurityLog(database, clock, () => undefined, fail)),
    followUps,
    today: new HubToday(database, settings, followUps),
    redactions: new Redactions(database, settings),
    at(instant) {
      now = instant;
    },
    async stop() {
      await database.close();
      await store.close();
    },
  };
}

// A migrated database of a test file's own, and journeys to put into it.

import { DataSource } from "typeorm";
import { ENGLAND } from "../../libs/calendar/terms.ts";
import type { Actor, Command, CommandData, CommandName } from "../../libs/journey/commands.ts";
import type { Rules } from "../../libs/journey/rules.ts";
import type { JourneyEvent } from "../../libs/journey/events.ts";
import { readRehearsal } from "../../libs/rehearsal/file.ts";
import { rehearse } from "../../libs/rehearsal/run.ts";
import { unlockPeople } from "../../libs/people/keys.ts";
import { openDatabase } from "../../libs/views/database.ts";
import type { NewEvent } from "../../libs/store/events/event-store.ts";
import { catalogueOfTests } from "./catalogue.ts";
import { migratedDatabase } from "./database.ts";
import { TEST_KEYRING } from "./people-keys.ts";

export interface TestStore {
  /** As the service works: role journeys_app. */
  app: DataSource;
  /** Owns the schema. */
  owner: DataSource;
  ownerUrl: string;
  appUrl: string;
  close(): Promise<void>;
}

/** A fresh database with every migration; close() in afterAll. */
export async function freshStore(options: { poolSize?: number } = {}): Promise<TestStore> {
  const { ownerUrl, appUrl, drop } = await migratedDatabase();
  const app = unlockPeople(await openDatabase(appUrl, { name: "test", ...options }), TEST_KEYRING);
  const owner = await new DataSource({ type: "postgres", url: ownerUrl }).initialize();
  const close = async (): Promise<void> => {
    await app.destroy();
    await owner.destroy();
    await drop();
  };
  return { app, owner, ownerUrl, appUrl, close };
}

export const rules: Rules = { catalogue: catalogueOfTests(), calendar: ENGLAND };
export const HUB_LEAD: Actor = { who: "p-hub-lead", role: "hub-lead" };

type Behaviour = "exemplary" | "silent";

/** Events of a school's whole way from 2020/21 on, as the rules decide them. */
export function lifeOf(behaviour: Behaviour, urn: string): NewEvent[] {
  const life = lives.get(behaviour) ?? JSON.stringify(rehearsedLife(behaviour));
  lives.set(behaviour, life);
  return JSON.parse(life.replaceAll(SOMEBODY, urn)) as NewEvent[];
}

/** Every school's life is the same but for its URN: decided once in a process, it is read for each. */
const lives = new Map<Behaviour, string>();
const SOMEBODY = "199999";

function rehearsedLife(behaviour: Behaviour): NewEvent[] {
  const read = readRehearsal(
    {
      prospectus: "2020-21/primary-readiness",
      start: "2020-06-01",
      until: "2023-08-31",
      behaviour,
      hub: "attentive",
      school: {
        urn: Number(SOMEBODY),
        name: "Example Primary School",
        phase: "primary",
        funding: "state",
        headteacher: true,
        history: [],
      },
    },
    rules.catalogue,
  );
  if ("faults" in read) throw new Error(JSON.stringify(read.faults));
  const { events } = rehearse(read.rehearsal, { ...rules, catalogue: read.catalogue });
  return events.map(({ seq, ...event }) => ({
    event: event as JourneyEvent,
    actor: HUB_LEAD,
    commandId: `made-${SOMEBODY}-${seq}`,
  }));
}

let made = 0;

/** A command of the hub lead at an instant (UTC), under an id of its own. */
export function command<N extends CommandName>(
  type: N,
  at: string,
  data: CommandData[N],
  more: Partial<Command> = {},
): Command {
  made += 1;
  return { id: `command-${made}`, type, at, by: HUB_LEAD, data, ...more } as Command;
}

/** An application that fits 2020-21/primary-readiness. */
export function application(
  urn: string,
  more: Partial<CommandData["SubmitApplication"]["school"]> = {},
): CommandData["SubmitApplication"] {
  return {
    school: { urn, phase: "primary", funding: "state", open: true, headteacher: true, history: [], ...more },
    hub: "great-north",
    prospectus: "2020-21/primary-readiness",
    criteria: ["poor-progress-or-attainment"],
    reasons: { id: `text-${urn}`, words: 120 },
    understandsExpectations: true,
    contact: `person-${urn}`,
  };
}

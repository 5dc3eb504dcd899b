// A school that goes through its application and then says much: every command is sent, under the same id, until it is
// answered.

import { setTimeout as pause } from "node:timers/promises";
import type { Client } from "@temporalio/client";
import type { DataSource } from "typeorm";
import { instantFromMs } from "../../libs/calendar/instants.ts";
import { loadCatalogue } from "../../libs/config/load-catalogue.ts";
import { bringCommand } from "../../libs/temporal/bring-command.ts";
import { ServiceUnavailable } from "../../libs/temporal/subject-client.ts";
import type { Outcome } from "../../libs/contract/journey.ts";
import type { Command, CommandData, CommandName, SchoolFacts } from "../../libs/journey/commands.ts";
import { putPerson } from "../../libs/people/people.ts";
import { StoreError } from "../../libs/store/errors.ts";

export const PROSPECTUS = "2026-27/primary-readiness";

/**
 * What was answered, for the count afterwards; `command`: its id, null where only the API knows it. `resent`: how
 * often a command had to be sent again.
 */
export interface Acknowledged {
  journey: string;
  command: string | null;
  type: CommandName;
  outcome: Outcome;
}
export interface Ledger {
  acknowledged: Acknowledged[];
  resent: number;
  journeys: string[];
}

export interface Stage {
  client: Client;
  dataSource: DataSource;
  ledger: Ledger;
  criteria: string[];
  /** How far the rules' clock is before this machine's, in milliseconds. */
  aheadMs?: number;
}

/** What its application says it meets. */
export const criteriaOf = (): string[] =>
  loadCatalogue()
    .get(PROSPECTUS)
    ?.application.criteria?.value.slice(0, 1)
    .map(({ code }) => code) ?? [];

/** Sends a command until it is answered. */
export async function say<N extends CommandName>(
  stage: Stage,
  journey: string,
  id: string,
  type: N,
  data: CommandData[N],
  at?: string,
): Promise<Outcome> {
  // The name decides the data; TypeScript cannot carry that through the union.
  const command = {
    id: `${journey} ${id}`,
    type,
    at: at ?? instantFromMs(Date.now() + (stage.aheadMs ?? 0)),
    by: { who: "faults", role: "hub-lead" },
    data,
  } as Command;
  const outcome = await insisting(stage, command.id, () =>
    bringCommand(stage, journey, command, { timeoutMs: 15_000 }),
  );
  stage.ledger.acknowledged.push({ journey, command: command.id, type, outcome });
  return outcome;
}

/** No trouble lasts so long: whoever is not answered by then never will be. */
export const LAST_PATIENCE_MS = 4 * 60_000;

/** Again and again, as long as it fails for what passes. `what` is asked, where it never is answered. */
export async function insisting<T>(
  { ledger }: { ledger: Pick<Ledger, "resent"> },
  what: string,
  ask: () => Promise<T>,
): Promise<T> {
  for (const patience = Date.now() + LAST_PATIENCE_MS; ;) {
    try {
      return await ask();
    } catch (error) {
      if (!isPassing(error)) throw error;
      if (Date.now() > patience) throw new Error(`${what} is never answered`, { cause: error });
      ledger.resent += 1;
      await pause(AGAIN_MS);
    }
  }
}

/** What a caller is answered with 503: it keeps the command, and sends it again after a while. */
function isPassing(error: unknown): boolean {
  return error instanceof ServiceUnavailable || (error instanceof StoreError && error.code === "database-unavailable");
}
const AGAIN_MS = 250;

/**
 * One school's life under faults. `concerns`: how many things it has to say once it has its place; `also`: what says
 * more at the same time.
 */
export async function liveThrough(
  stage: Stage,
  urn: number,
  concerns: number,
  also: (journey: string, said: number) => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  const journey = `${urn}-primary`;
  stage.ledger.journeys.push(journey);
  const applicant = `${urn}-applicant`;
  const person = { id: applicant, firstName: "Alex", lastName: "Example", email: `head-${urn}@school.example` };
  await insisting(stage, applicant, () => putPerson(stage.dataSource, person));
  const school: SchoolFacts = {
    urn: String(urn),
    phase: "primary",
    funding: "state",
    open: true,
    headteacher: true,
    history: [],
  };
  // While the window of the year that is under way was open.
  await say(
    stage,
    journey,
    "apply",
    "SubmitApplication",
    {
      school,
      hub: "great-north",
      prospectus: PROSPECTUS,
      criteria: stage.criteria,
      reasons: { id: `${urn}-reasons`, words: 40 },
      understandsExpectations: true,
      seniorLeaderSupports: true,
      contact: applicant,
    },
    "2026-06-01T09:00:00Z",
  );
  await say(stage, journey, "ask", "RequestInformation", { reason: { id: `${urn}-ask`, words: 3 } });
  await say(stage, journey, "answer", "ProvideInformation", { answer: { id: `${urn}-answer`, words: 3 } });
  // Late for the sessions of a year that is under way: that takes a reason.
  const late = { id: `${urn}-late`, words: 3 };
  await say(stage, journey, "offer", "OfferPlace", { workGroup: "group-1", respondBy: "2027-07-15", reason: late });
  await say(stage, journey, "accept", "AcceptOffer", {});
  const fit = { experienced: true, authority: true, releasedForAllSessions: true };
  await Promise.all([
    say(stage, journey, "lead", "NominateParticipant", { participant: `${urn}-1`, role: "maths-lead", ...fit }),
    say(stage, journey, "teacher", "NominateParticipant", { participant: `${urn}-2`, role: "lead-teacher", ...fit }),
  ]);
  await say(stage, journey, "place", "PlaceInWorkGroup", {});
  for (let said = 0; said < concerns; said += 3) {
    await Promise.all([
      also(journey, said),
      ...[0, 1, 2].map((one) =>
        say(stage, journey, `concern ${said + one}`, "RaiseConcern", {
          reason: { id: `${urn}-${said + one}`, words: 3 },
        }),
      ),
    ]);
  }
}

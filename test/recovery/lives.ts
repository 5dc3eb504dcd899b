// All kinds of lives under way at once, in the middle of things: schools whose grant is being paid, open offers, a Work
// Group, a payment run half paid, a hub's turn half done, a webhook that failed. For what happens when Temporal is lost
// or left.

import type { Client } from "@temporalio/client";
import type { DataSource } from "typeorm";
import { inRuleTime, shiftedClock, type RuleClock } from "../../activities/in-rule-time.ts";
import type { Activities } from "../../activities/index.ts";
import { startWorker, type RunningWorker } from "../../apps/worker/worker.ts";
import { instantFromMs, msOf } from "../../libs/calendar/instants.ts";
import { readWorkerEnvironment } from "../../libs/config/environment.ts";
import type { PerformEffect, Performed } from "../../libs/contract/journey.ts";
import { runName } from "../../libs/contract/payment-run.ts";
import { groupName } from "../../libs/contract/work-group.ts";
import { sealWebhook } from "../../libs/people/webhook-secrets.ts";
import { putPerson } from "../../libs/people/people.ts";
import { addWebhook } from "../../libs/store/webhooks.ts";
import { bringCommand } from "../../libs/temporal/bring-command.ts";
import type { AnyCommand } from "../../libs/temporal/subject-client.ts";
import { newSecret } from "../../libs/webhooks/signature.ts";
import { insisting } from "../faults/school.ts";
import { developing, told } from "../support/groups.ts";
import { SEVEN } from "../support/placed-group.ts";
import { TEST_KEY } from "../support/people-keys.ts";
import { schoolsOf, seedGrants } from "../support/released-grants.ts";

/** What the rules' clock shows when lives begin: grants are released, and the year is under way. */
const BEGINS = "2025-01-07T09:00:00Z";
const HUB = "great-north";
const NEXT = "2025-26/primary-development";
export const RUN = runName("half-paid");
export const TURN = `turn/${HUB}/2025-26`;
export const WEBHOOK = "hook";

/** Rules' time for one trial: its lives go on from `BEGINS`, whenever it runs. */
export const clockOfLives = (): RuleClock => shiftedClock(msOf(BEGINS) - Date.now());

export interface Place {
  databaseUrl: string;
  address: string;
  namespace: string;
  smtpUrl: string;
  clock: RuleClock;
  bundle: string;
  around?: (activities: Activities) => Activities;
}

/** The worker of the service at a cluster. */
export function workerAt({ clock, bundle, around = (same) => same, ...place }: Place): Promise<RunningWorker> {
  const environment = readWorkerEnvironment({
    DATABASE_URL: place.databaseUrl,
    TEMPORAL_ADDRESS: place.address,
    TEMPORAL_NAMESPACE: place.namespace,
    SMTP_URL: place.smtpUrl,
    MAIL_RATE: "500",
    PEOPLE_KEY: TEST_KEY.toString("base64"),
    WEBHOOK_LOOPBACK: "allow",
  });
  return startWorker(environment, { bundle, around: (activities) => inRuleTime(around(activities), clock) });
}

export interface Stage {
  dataSource: DataSource;
  client: Client;
  clock: RuleClock;
}

/** Sends a command of the service's own people once; what became of it. Rejects where nobody answered. */
export async function say(
  { dataSource, client, clock }: Stage,
  subject: string,
  id: string,
  type: string,
  data: object,
  by = { who: "ann", role: "hub-lead" },
): Promise<string> {
  const command = { id, type, at: clock.ours(instantFromMs(Date.now())), by, data } as AnyCommand;
  // Whoever is told that nobody could say in time sends the same again.
  const ledger = { resent: 0 };
  const brought = () => bringCommand({ dataSource, client }, subject, command, { timeoutMs: 20_000 });
  return told(await insisting({ ledger }, id, brought));
}

/** As `say`, of what has to be taken. */
export async function done(...said: Parameters<typeof say>): Promise<void> {
  const came = await say(...said);
  if (came !== "ok") throw new Error(`${said[3]}: ${came}`);
}

const GROUP_HAS = 7;
const groupOf = (index: number): string => `group-of-offers-${index + 1}`;
const finance = (who: string) => ({ who, role: "finance-officer" });
/** More than what one activity takes. */
export const GROUPS_OF_TURN = 14;

/**
 * Begins them. `grants`: schools whose grant the run pays; `offers`: schools with an open offer. Each says what it was
 * asked, and no more: what follows by itself is under way when this comes back.
 */
export async function beginLives(
  stage: Stage,
  { grants, offers, webhookUrl }: { grants: number; offers: number; webhookUrl: string },
): Promise<void> {
  const { dataSource } = stage;
  await seedGrants(dataSource, schoolsOf(grants, [HUB]));
  await beginWebhook(stage, webhookUrl);
  for (let group = 0; group * GROUP_HAS < offers; group += 1)
    await done(stage, groupName(groupOf(group)), `form ${group}`, "FormWorkGroup", { ...SEVEN, prospectus: NEXT });
  for (let from = 0; from < offers; from += 8)
    await Promise.all(Array.from({ length: Math.min(8, offers - from) }, (_, index) => offer(stage, from + index)));
  await beginTurn(stage);
  await done(stage, RUN, "prepare", "PreparePaymentRun", { hub: HUB }, finance("ann"));
  await until(async () => (await statusOf(dataSource)) === "prepared");
  await done(stage, RUN, "authorise", "AuthorisePaymentRun", {}, finance("bob"));
  await until(async () => (await statusOf(dataSource)) === "authorised");
  await done(stage, RUN, "confirm", "ConfirmPayment", {}, finance("ann"));
}

export async function statusOf(dataSource: DataSource): Promise<string | undefined> {
  const [row]: { status: string }[] = await dataSource.query("select status from payment_runs");
  return row?.status;
}

async function offer(stage: Stage, index: number): Promise<void> {
  const urn = String(500_000 + index);
  const journey = `${urn}-primary`;
  const person = { id: `person-${urn}`, firstName: "Ada", lastName: "Example", email: `head-${urn}@school.example` };
  await putPerson(stage.dataSource, person);
  await done(stage, journey, `${urn} apply`, "SubmitApplication", developing(urn, NEXT));
  await done(stage, journey, `${urn} offer`, "OfferPlace", { workGroup: groupOf(Math.floor(index / GROUP_HAS)) });
}

async function beginTurn(stage: Stage): Promise<void> {
  const steps = Array.from({ length: GROUPS_OF_TURN }, (_, index) => {
    const [no, subject] = [index + 1, `next-${index + 1}`];
    return { no, kind: "group", subject, type: "FormWorkGroup", data: { ...SEVEN, prospectus: NEXT } };
  });
  const plan = { hub: HUB, into: "2025/26", schools: [], groups: [] };
  await done(stage, TURN, "turn", "BeginTurn", { hub: HUB, into: "2025/26", plan, wishesDigest: "none", steps });
}

async function beginWebhook({ dataSource, clock }: Stage, url: string): Promise<void> {
  const sealed = sealWebhook(dataSource, WEBHOOK, { url, secrets: [{ secret: newSecret(), by: "made", until: null }] });
  await addWebhook(dataSource, {
    id: WEBHOOK,
    hub: HUB,
    shownUrl: "http://127.0.0.1/",
    types: ["PlaceOffered"],
    cursor: null,
    createdBy: "p-1",
    createdAt: clock.ours(instantFromMs(Date.now())),
    command: "made",
    ...sealed,
  });
}

/**
 * Lets an activity begin no more than `most` times; the rest hang, as in a process that nobody hears of, until `open`.
 */
export function gate(most: number): {
  hold(perform: (request: PerformEffect) => Promise<Performed>): (request: PerformEffect) => Promise<Performed>;
  held: number;
  open(): void;
} {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  let begun = 0;
  const it = {
    held: 0,
    hold: (perform: (request: PerformEffect) => Promise<Performed>) => async (request: PerformEffect) => {
      begun += 1;
      if (begun > most) {
        it.held += 1;
        await opened;
      }
      return perform(request);
    },
    open: () => open(),
  };
  return it;
}

/** Waits until it is so, and no longer than a minute. */
export async function until(isSo: () => Promise<boolean>, withinMs = 60_000): Promise<void> {
  for (const patience = Date.now() + withinMs; !(await isSo()); await new Promise((on) => setTimeout(on, 50)))
    if (Date.now() > patience) throw new Error("It has not come to be so.");
}

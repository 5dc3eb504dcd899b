// The service's own use cases and activities, put together over a clockwork: what people ask goes through the first,
// what the service owes through the second, and every row is one that the service writes.

import { makeActivities } from "../../activities/index.ts";
import { makeHubMornings, type Mornings } from "../../activities/hub-mornings.ts";
import { makeTellLeads } from "../../activities/tell-leads.ts";
import { ENGLAND } from "../../libs/calendar/terms.ts";
import { instantFromMs, msOf, type Instant } from "../../libs/calendar/instants.ts";
import { loadCalendars } from "../../libs/config/load-calendars.ts";
import { loadCatalogue } from "../../libs/config/load-catalogue.ts";
import { loadHubs } from "../../libs/config/load-hubs.ts";
import type { Rules } from "../../libs/journey/rules.ts";
import { hubInboxes } from "../../libs/mail/hub-inboxes.ts";
import type { Mailer } from "../../libs/mail/mail.ts";
import type { Keyring } from "../../libs/people/keyring.ts";
import { SecurityLog } from "../../libs/service/access/security-log.ts";
import { CommandSender } from "../../libs/service/commands/command-sender.ts";
import { JourneyCommands } from "../../libs/service/commands/perform-on-journey.ts";
import { Database } from "../../libs/service/database.ts";
import { HubDirectory } from "../../libs/service/hub-directory.ts";
import { HubContacts } from "../../libs/service/hubs/contacts.ts";
import { HubWindows } from "../../libs/service/hubs/windows.ts";
import { Intake } from "../../libs/service/intake/intake.ts";
import { BankAnswers } from "../../libs/service/money/bank-answer.ts";
import { Budgets } from "../../libs/service/money/budgets.ts";
import { PaymentRuns } from "../../libs/service/money/payment-runs.ts";
import { JourneyPeople } from "../../libs/service/people/journey-people.ts";
import type { ServiceSettings } from "../../libs/service/settings.ts";
import { HubTurns } from "../../libs/service/turn/hub-turns.ts";
import { GroupNames } from "../../libs/service/work-groups/group-names.ts";
import { WorkGroups } from "../../libs/service/work-groups/work-groups.ts";
import { Clockwork } from "./clockwork.ts";

/** What the years are made with. `publicUrl`: to which links in letters lead; `mailer`: where letters end. */
export interface Making {
  databaseUrl: string;
  keyring: Keyring;
  erasureLog: string;
  publicUrl: string;
  mailer: Mailer;
}

/** Nothing is waited for: a command has been decided when it comes back. */
const COMMAND_MS = 60_000;
const INBOX = "hub-{hub}@hubs.example.invalid";

/** What all hubs share. */
export interface Shared {
  making: Making;
  database: Database;
  rules: Rules;
  settings: Omit<ServiceSettings, "clock">;
}

/** Opens the database and reads the rules. Who calls it closes the database. */
export function sharedOf(making: Making): Shared {
  const { databaseUrl, keyring, erasureLog, publicUrl } = making;
  const [catalogue, calendarOf] = [loadCatalogue(), loadCalendars()];
  return {
    making,
    database: new Database(databaseUrl, keyring, { name: "demo", poolSize: 10 }),
    rules: { catalogue, calendar: ENGLAND, calendarOf },
    settings: {
      catalogue,
      calendarOf,
      databaseUrl,
      peopleKeyring: keyring,
      erasureLog,
      temporal: { address: "none", namespace: "none" },
      commandTimeoutMs: COMMAND_MS,
      hubInbox: hubInboxes(INBOX),
      publicUrl,
      webhookLoopback: false,
    },
  };
}

/** A desk for one hub: its use cases, by the clock of its own clockwork. */
export interface Desk {
  shared: Shared;
  clockwork: Clockwork;
  journeys: JourneyCommands;
  intake: Intake;
  people: JourneyPeople;
  groups: WorkGroups;
  runs: PaymentRuns;
  bank: BankAnswers;
  budgets: Budgets;
  turns: HubTurns;
  windows: HubWindows;
  contacts: HubContacts;
}

/** Opens a desk at an instant. */
export async function deskOf(shared: Shared, startsAt: Instant): Promise<Desk> {
  const { database, making, rules } = shared;
  const clockwork = new Clockwork(startsAt);
  const dataSource = await database.open();
  const settings: ServiceSettings = { ...shared.settings, clock: () => msOf(clockwork.now) };
  const { client } = clockwork;
  clockwork.workBy(makeActivities({ dataSource, client, rules, ...lettersBy(shared), erasureLog: making.erasureLog }));
  const directory = new HubDirectory(loadHubs());
  const silent = (): undefined => undefined;
  const security = new SecurityLog(database, settings.clock, silent, silent);
  const sender = new CommandSender(database, { client }, settings);
  const runs = new PaymentRuns(sender, database, security);
  return {
    shared,
    clockwork,
    journeys: new JourneyCommands(sender, database, directory),
    intake: new Intake(sender, directory),
    people: new JourneyPeople(database, settings),
    groups: new WorkGroups(sender, database, new GroupNames(database, settings), security),
    runs,
    bank: new BankAnswers(runs, sender),
    budgets: new Budgets(database, settings),
    turns: new HubTurns(database, { client }, settings),
    windows: new HubWindows(database, settings),
    contacts: new HubContacts(database),
  };
}

/** The morning of all hubs at an instant. */
export async function morningAt(shared: Shared, at: Instant): Promise<Mornings> {
  const dataSource = await shared.database.open();
  return makeHubMornings({ dataSource, ...shared.rules, ...lettersBy(shared) }, () => at)();
}

/** What leads of Work Groups have not heard yet, at an instant; answers how many letters it was. */
export async function leadsToldAt(shared: Shared, at: Instant): Promise<number> {
  const dataSource = await shared.database.open();
  return makeTellLeads({ dataSource, ...shared.rules, ...lettersBy(shared) })({ now: at });
}

const lettersBy = ({ making, settings }: Shared) => ({
  mailer: making.mailer,
  hubInbox: settings.hubInbox,
  publicUrl: making.publicUrl,
});

/** The instant so many minutes on. */
export const minutesOn = (at: Instant, minutes: number): Instant => instantFromMs(msOf(at) + minutes * 60_000);

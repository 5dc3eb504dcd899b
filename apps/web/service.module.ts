// The use cases of libs/service, put together once for API and console: plain classes that know nothing of Nest.

import { Global, Injectable, Module, type DynamicModule, type OnApplicationShutdown, type Type } from "@nestjs/common";
import { loadHubs } from "../../libs/config/load-hubs.ts";
import { faultOf, writeLog } from "../../libs/watch/log.ts";
import { WebSettings } from "../../libs/http/web-settings.ts";
import { Calendars } from "../../libs/service/ahead/calendars.ts";
import { LettersAhead } from "../../libs/service/ahead/letters-ahead.ts";
import { TriedYears } from "../../libs/service/ahead/try-year.ts";
import { BulkApplications } from "../../libs/service/bulk/bulk.ts";
import { CommandSender } from "../../libs/service/commands/command-sender.ts";
import { AnswerLinks } from "../../libs/service/answers/answer-links.ts";
import { Answers } from "../../libs/service/answers/answers.ts";
import { JourneyCommands } from "../../libs/service/commands/perform-on-journey.ts";
import { Database } from "../../libs/service/database.ts";
import { HubDirectory } from "../../libs/service/hub-directory.ts";
import { Drafts } from "../../libs/service/intake/drafts.ts";
import { Intake } from "../../libs/service/intake/intake.ts";
import { FollowUps } from "../../libs/service/journeys/follow-ups.ts";
import { Notes } from "../../libs/service/journeys/notes.ts";
import { Moves } from "../../libs/service/journeys/moves.ts";
import { Programmes } from "../../libs/service/intake/programmes.ts";
import { Watching } from "../../libs/service/journeys/watching.ts";
import { Search } from "../../libs/service/search/search.ts";
import { JourneyFacts } from "../../libs/service/journeys/journey-facts.ts";
import { Letters } from "../../libs/service/journeys/letters.ts";
import { Journeys } from "../../libs/service/journeys/journeys.ts";
import { Budgets } from "../../libs/service/money/budgets.ts";
import { Grants } from "../../libs/service/money/grants.ts";
import { Ledger } from "../../libs/service/money/ledger.ts";
import { BankAnswers } from "../../libs/service/money/bank-answer.ts";
import { PaymentRuns } from "../../libs/service/money/payment-runs.ts";
import { MoneyMonths } from "../../libs/service/money/by-month.ts";
import { RunsAhead } from "../../libs/service/money/run-ahead.ts";
import { JourneyPeople } from "../../libs/service/people/journey-people.ts";
import { SchoolPeople } from "../../libs/service/people/school-people.ts";
import { Persons } from "../../libs/service/people/persons.ts";
import { SchoolNames } from "../../libs/service/schools/school-names.ts";
import { ServiceSettings } from "../../libs/service/settings.ts";
import { Temporal } from "../../libs/service/temporal.ts";
import { SecurityLog } from "../../libs/service/access/security-log.ts";
import { ReadingAs } from "../../libs/service/access/reading-as.ts";
import { SessionKeeper } from "../../libs/service/access/session-keeper.ts";
import { WhoAmI } from "../../libs/service/access/who-am-i.ts";
import { CalendarLinks } from "../../libs/service/ahead/calendar-links.ts";
import { ManySchools } from "../../libs/service/journeys/many-schools.ts";
import { JourneysAtAGlance } from "../../libs/service/journeys/at-a-glance.ts";
import { EventFeed } from "../../libs/service/events/event-feed.ts";
import { MailReceipts } from "../../libs/service/mail/mail-receipts.ts";
import { Prospectuses } from "../../libs/service/prospectuses/prospectuses.ts";
import { Readiness } from "../../libs/service/readiness.ts";
import { NamedSuccessors } from "../../libs/service/schools/named-successors.ts";
import { Schools } from "../../libs/service/schools/schools.ts";
import { WebhookActions } from "../../libs/service/webhooks/webhook-actions.ts";
import { WebhookDesk } from "../../libs/service/webhooks/webhook-desk.ts";
import { Webhooks } from "../../libs/service/webhooks/webhooks.ts";
import { Explanations } from "../../libs/service/why/explanations.ts";
import { HubContacts } from "../../libs/service/hubs/contacts.ts";
import { HubSignatures } from "../../libs/service/hubs/signature.ts";
import { HubFiguresDesk } from "../../libs/service/hubs/figures.ts";
import { HubStaff } from "../../libs/service/hubs/staff.ts";
import { HubMornings } from "../../libs/service/hubs/mornings.ts";
import { HubToday } from "../../libs/service/hubs/today.ts";
import { Proofs } from "../../libs/service/money/proofs.ts";
import { Quotes } from "../../libs/service/hubs/quotes.ts";
import { HubLists } from "../../libs/service/hubs/lists.ts";
import { LettersToMany } from "../../libs/service/letters/letters-to-many.ts";
import { ReminderReports } from "../../libs/service/hubs/reminder-report.ts";
import { Redactions } from "../../libs/service/journeys/redactions.ts";
import { TaskLines } from "../../libs/service/hubs/task-lines.ts";
import { HubTasks } from "../../libs/service/hubs/tasks.ts";
import { HubWindows } from "../../libs/service/hubs/windows.ts";
import { TriageQueue } from "../../libs/service/intake/triage-queue.ts";
import { HubTurns } from "../../libs/service/turn/hub-turns.ts";
import { GroupOutcomes } from "../../libs/service/work-groups/outcomes.ts";
import { GroupNames } from "../../libs/service/work-groups/group-names.ts";
import { NamedGroups } from "../../libs/service/work-groups/named-groups.ts";
import { Country } from "../../libs/service/country/country.ts";
import { WorkGroups } from "../../libs/service/work-groups/work-groups.ts";

/** What a use case is made of is said here, in the order of its constructor: the compiler holds it to that. */
const USE_CASES = [
  made(CommandSender, [Database, Temporal, ServiceSettings]),
  made(JourneyCommands, [CommandSender, Database, HubDirectory]),
  made(Journeys, [Database]),
  made(JourneyFacts, [Database, ServiceSettings, SecurityLog]),
  made(Watching, [Database]),
  made(FollowUps, [Database, ServiceSettings]),
  made(Notes, [Database, ServiceSettings, SecurityLog]),
  made(Search, [Database, NamedGroups, SchoolPeople]),
  made(JourneyPeople, [Database, ServiceSettings]),
  made(SchoolPeople, [Database, SecurityLog]),
  made(Persons, [Database, ServiceSettings, SecurityLog]),
  made(Letters, [Database, SecurityLog]),
  made(Redactions, [Database, ServiceSettings]),
  made(Answers, [Database, JourneyCommands, JourneyPeople, ServiceSettings, SecurityLog]),
  made(AnswerLinks, [Database, ServiceSettings, SecurityLog]),
  made(Explanations, [Database, ServiceSettings]),
  made(Calendars, [Database, ServiceSettings]),
  made(LettersAhead, [Database, ServiceSettings, SecurityLog]),
  made(BulkApplications, [Database, CommandSender, ServiceSettings]),
  made(Intake, [CommandSender, HubDirectory]),
  made(Drafts, [Database]),
  made(Moves, [Database]),
  made(Grants, [Database, JourneyCommands]),
  made(Country, [Database, ServiceSettings]),
  made(Budgets, [Database, ServiceSettings]),
  made(Ledger, [Database]),
  made(MoneyMonths, [Database]),
  made(RunsAhead, [Database, ServiceSettings]),
  made(PaymentRuns, [CommandSender, Database, SecurityLog]),
  made(Proofs, [Explanations, Letters, PaymentRuns, SchoolNames]),
  made(BankAnswers, [PaymentRuns, CommandSender]),
  made(GroupNames, [Database, ServiceSettings]),
  made(WorkGroups, [CommandSender, Database, GroupNames, SecurityLog]),
  made(NamedGroups, [Database, GroupNames]),
  made(SchoolNames, [Database]),
  made(HubTurns, [Database, Temporal, ServiceSettings]),
  made(HubWindows, [Database, ServiceSettings]),
  made(HubFiguresDesk, [Database, ServiceSettings]),
  made(TriedYears, [Database, ServiceSettings, HubFiguresDesk]),
  made(HubLists, [Database, ServiceSettings]),
  made(Quotes, [Database, ServiceSettings]),
  made(HubContacts, [Database]),
  made(LettersToMany, [Database, Temporal, ServiceSettings]),
  made(HubMornings, [Database, ServiceSettings]),
  {
    provide: HubStaff,
    inject: [Database, JourneyCommands, WorkGroups, ServiceSettings],
    useFactory: (database: Database, journeys: JourneyCommands, groups: WorkGroups, settings: ServiceSettings) =>
      new HubStaff(database, { journeys, groups }, settings),
  },
  made(HubToday, [Database, ServiceSettings, FollowUps]),
  made(HubSignatures, [Database]),
  made(HubTasks, [Database, ServiceSettings]),
  made(TaskLines, [Database, HubTasks, JourneyCommands, ServiceSettings]),
  made(ReadingAs, [Database, SecurityLog]),
  made(ManySchools, [JourneysAtAGlance, JourneyCommands]),
  made(GroupOutcomes, [WorkGroups, JourneyCommands, Database, ServiceSettings]),
  made(ReminderReports, [Database, ServiceSettings]),
  made(TriageQueue, [Database, ServiceSettings]),
  made(WhoAmI, [Database]),
  made(SessionKeeper, [Database]),
  made(CalendarLinks, [Database, ServiceSettings]),
  made(JourneysAtAGlance, [Database, ServiceSettings]),
  made(EventFeed, [Database]),
  made(MailReceipts, [Database, Temporal, ServiceSettings]),
  made(Prospectuses, [ServiceSettings]),
  made(Readiness, [Database, Temporal]),
  made(Schools, [Database, ServiceSettings, HubDirectory]),
  made(NamedSuccessors, [Database, ServiceSettings, SecurityLog]),
  made(Programmes, [Database, ServiceSettings, HubDirectory, Schools]),
  made(WebhookDesk, [Database, Temporal, ServiceSettings]),
  made(Webhooks, [WebhookDesk]),
  made(WebhookActions, [WebhookDesk]),
];

/** Closes what was opened, when the last request has been answered. */
@Injectable()
class Closing implements OnApplicationShutdown {
  constructor(
    private readonly database: Database,
    private readonly temporal: Temporal,
    private readonly security: SecurityLog,
  ) {}

  async onApplicationShutdown(): Promise<void> {
    await this.security.settled();
    await this.temporal.close();
    await this.database.close();
  }
}

@Global()
@Module({})
export class ServiceModule {
  /** The use cases with these settings. */
  static with(settings: WebSettings): DynamicModule {
    const provided = [
      { provide: WebSettings, useValue: settings },
      { provide: ServiceSettings, useExisting: WebSettings },
      { provide: Database, useFactory: () => new Database(settings.databaseUrl, settings.peopleKeyring) },
      { provide: Temporal, useFactory: () => new Temporal(settings.temporal) },
      { provide: HubDirectory, useFactory: () => new HubDirectory(loadHubs()) },
      { provide: SecurityLog, inject: [Database, ServiceSettings], useFactory: securityLog },
      ...USE_CASES,
    ];
    return {
      module: ServiceModule,
      providers: [...provided, Closing],
      exports: provided.map(({ provide }) => provide),
    };
  }
}

const securityLog = (database: Database, { clock }: ServiceSettings): SecurityLog =>
  new SecurityLog(
    database,
    clock,
    (event) => writeLog("info", "security", { ...event }),
    (error) => writeLog("error", "security event not kept", faultOf(error)),
  );

/** A class that Nest can inject, or one that only says what is injected. */
type Injected<T> = abstract new (...args: never[]) => T;

function made<T, A extends unknown[]>(
  useCase: new (...parts: A) => T,
  inject: { [K in keyof A]: Injected<A[K]> },
): { provide: Type<T>; inject: Injected<unknown>[]; useFactory: (...parts: A) => T } {
  return { provide: useCase, inject: [...inject], useFactory: (...parts) => new useCase(...parts) };
}

import { Module, type DynamicModule } from "@nestjs/common";
import { loadHubs } from "../../libs/config/load-hubs.ts";
import { CONSOLE_CONTROLLERS, CONSOLE_PROVIDERS } from "../console/console.ts";
import { MeController } from "./access/me.controller.ts";
import { ApiSettings } from "./api-settings.ts";
import { AheadController } from "./ahead/ahead.controller.ts";
import { CalendarLinksController } from "./ahead/calendar-links.controller.ts";
import { ApplicationsController } from "./applications/applications.controller.ts";
import { BulkController } from "./bulk/bulk.controller.ts";
import { CommandSender } from "./commands/command-sender.ts";
import { CommandsController } from "./commands/commands.controller.ts";
import { PeopleController } from "./commands/people.controller.ts";
import { Database } from "./database.ts";
import { EventsController } from "./events/events.controller.ts";
import { FrontController } from "./front/front.controller.ts";
import { HealthController } from "./health/health.controller.ts";
import { BudgetsController } from "./hubs/budgets.controller.ts";
import { HubContactsController } from "./hubs/contacts.controller.ts";
import { HubDirectory } from "./hubs/hub-directory.ts";
import { ReminderReportController } from "./hubs/reminder-report.controller.ts";
import { HubTasksController } from "./hubs/tasks.controller.ts";
import { ListsController } from "./hubs/lists.controller.ts";
import { LedgerController } from "./hubs/ledger.controller.ts";
import { TriageController } from "./hubs/triage.controller.ts";
import { WindowsController } from "./hubs/windows.controller.ts";
import { JourneysController } from "./journeys/journeys.controller.ts";
import { PaymentRunsController } from "./payments/payment-runs.controller.ts";
import { ReceiptsController } from "./mail/receipts.controller.ts";
import { PersonController } from "./people/person.controller.ts";
import { ProspectusesController } from "./prospectuses/prospectuses.controller.ts";
import { SchoolQuestionsController } from "./schools/school-questions.controller.ts";
import { SchoolsController } from "./schools/schools.controller.ts";
import { TemporalModule } from "./temporal.module.ts";
import { TurnDoer } from "./turn/turn-doer.ts";
import { TurnController } from "./turn/turn.controller.ts";
import { WebhookActionsController } from "./webhooks/webhook-actions.controller.ts";
import { WebhookDesk } from "./webhooks/webhook-desk.ts";
import { WebhooksController } from "./webhooks/webhooks.controller.ts";
import { WhyController } from "./why/why.controller.ts";
import { WorkGroupsController } from "./work-groups/work-groups.controller.ts";

/** One controller a resource; the console's pages beside them. */
export const CONTROLLERS = [
  ApplicationsController,
  JourneysController,
  CommandsController,
  PeopleController,
  PersonController,
  EventsController,
  ProspectusesController,
  WindowsController,
  AheadController,
  CalendarLinksController,
  WhyController,
  SchoolsController,
  SchoolQuestionsController,
  WorkGroupsController,
  TurnController,
  WebhooksController,
  WebhookActionsController,
  PaymentRunsController,
  BudgetsController,
  LedgerController,
  HealthController,
  FrontController,
  TriageController,
  HubTasksController,
  ReminderReportController,
  ReceiptsController,
  ListsController,
  BulkController,
  HubContactsController,
  MeController,
  ...CONSOLE_CONTROLLERS,
];

@Module({})
export class ApiModule {
  /** The API with these settings. */
  static with(settings: ApiSettings): DynamicModule {
    return {
      module: ApiModule,
      imports: [TemporalModule.connectedTo(settings.temporal)],
      controllers: CONTROLLERS,
      providers: [
        { provide: ApiSettings, useValue: settings },
        { provide: Database, useFactory: () => new Database(settings.databaseUrl, settings.peopleKeyring) },
        { provide: HubDirectory, useFactory: () => new HubDirectory(loadHubs()) },
        CommandSender,
        TurnDoer,
        WebhookDesk,
        ...CONSOLE_PROVIDERS,
      ],
    };
  }
}

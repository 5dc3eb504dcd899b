import { Module } from "@nestjs/common";
import { AheadController } from "./ahead/ahead.controller.ts";
import { CalendarLinksModule } from "./calendar-links/calendar-links.module.ts";
import { ApplicationsController } from "./applications/applications.controller.ts";
import { BulkController } from "./bulk/bulk.controller.ts";
import { CommandsController } from "./commands/commands.controller.ts";
import { PeopleController } from "./commands/people.controller.ts";
import { HubContactsController } from "./hubs/contacts.controller.ts";
import { ReminderReportController } from "./hubs/reminder-report.controller.ts";
import { HubTasksController } from "./hubs/tasks.controller.ts";
import { ListsController } from "./hubs/lists.controller.ts";
import { TriageController } from "./hubs/triage.controller.ts";
import { WindowsController } from "./hubs/windows.controller.ts";
import { JourneysController } from "./journeys/journeys.controller.ts";
import { MoneyModule } from "./money/money.module.ts";
import { PersonController } from "./people/person.controller.ts";
import { TurnController } from "./turn/turn.controller.ts";
import { SchoolsModule } from "./schools/schools.module.ts";
import { EventsModule } from "./events/events.module.ts";
import { ProspectusesModule } from "./prospectuses/prospectuses.module.ts";
import { MailModule } from "./mail/mail.module.ts";
import { FrontModule } from "./front/front.module.ts";
import { HealthModule } from "./health/health.module.ts";
import { AccessModule } from "./access/access.module.ts";
import { WebhooksModule } from "./webhooks/webhooks.module.ts";
import { WhyController } from "./why/why.controller.ts";
import { WorkGroupsController } from "./work-groups/work-groups.controller.ts";

/** JSON over HTTP: a module a subject; those whose subject has none yet stand here themselves. */
@Module({
  imports: [
    MoneyModule,
    SchoolsModule,
    EventsModule,
    ProspectusesModule,
    MailModule,
    FrontModule,
    HealthModule,
    AccessModule,
    CalendarLinksModule,
    WebhooksModule,
  ],
  controllers: [
    ApplicationsController,
    JourneysController,
    CommandsController,
    PeopleController,
    PersonController,
    WindowsController,
    AheadController,
    WhyController,
    WorkGroupsController,
    TurnController,
    TriageController,
    HubTasksController,
    ReminderReportController,
    ListsController,
    BulkController,
    HubContactsController,
  ],
})
export class ApiModule {}

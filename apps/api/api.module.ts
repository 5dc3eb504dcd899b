import { Module } from "@nestjs/common";
import { MeController } from "./access/me.controller.ts";
import { AheadController } from "./ahead/ahead.controller.ts";
import { CalendarLinksController } from "./ahead/calendar-links.controller.ts";
import { ApplicationsModule } from "./applications/applications.module.ts";
import { BulkController } from "./bulk/bulk.controller.ts";
import { EventsController } from "./events/events.controller.ts";
import { FrontController } from "./front/front.controller.ts";
import { HealthController } from "./health/health.controller.ts";
import { HubsModule } from "./hubs/hubs.module.ts";
import { JourneysModule } from "./journeys/journeys.module.ts";
import { MoneyModule } from "./money/money.module.ts";
import { ReceiptsController } from "./mail/receipts.controller.ts";
import { PeopleModule } from "./people/people.module.ts";
import { ProspectusesController } from "./prospectuses/prospectuses.controller.ts";
import { SchoolQuestionsController } from "./schools/school-questions.controller.ts";
import { SchoolsController } from "./schools/schools.controller.ts";
import { TurnModule } from "./turn/turn.module.ts";
import { WebhooksModule } from "./webhooks/webhooks.module.ts";
import { WhyModule } from "./why/why.module.ts";
import { WorkGroupsModule } from "./work-groups/work-groups.module.ts";

/** JSON over HTTP: a module a subject; those whose subject has none yet stand here themselves. */
@Module({
  imports: [
    ApplicationsModule,
    JourneysModule,
    PeopleModule,
    WhyModule,
    HubsModule,
    MoneyModule,
    TurnModule,
    WebhooksModule,
    WorkGroupsModule,
  ],
  controllers: [
    EventsController,
    ProspectusesController,
    AheadController,
    CalendarLinksController,
    SchoolsController,
    SchoolQuestionsController,
    HealthController,
    FrontController,
    ReceiptsController,
    BulkController,
    MeController,
  ],
})
export class ApiModule {}

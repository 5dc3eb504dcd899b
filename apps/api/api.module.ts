import { Module } from "@nestjs/common";
import { AccessModule } from "./access/access.module.ts";
import { AheadModule } from "./ahead/ahead.module.ts";
import { ApplicationsModule } from "./applications/applications.module.ts";
import { BulkModule } from "./bulk/bulk.module.ts";
import { CalendarLinksModule } from "./calendar-links/calendar-links.module.ts";
import { CountryModule } from "./country/country.module.ts";
import { EventsModule } from "./events/events.module.ts";
import { FrontModule } from "./front/front.module.ts";
import { HealthModule } from "./health/health.module.ts";
import { HubsModule } from "./hubs/hubs.module.ts";
import { JourneysModule } from "./journeys/journeys.module.ts";
import { MailModule } from "./mail/mail.module.ts";
import { MoneyModule } from "./money/money.module.ts";
import { PeopleModule } from "./people/people.module.ts";
import { ProspectusesModule } from "./prospectuses/prospectuses.module.ts";
import { SchoolsModule } from "./schools/schools.module.ts";
import { SecurityModule } from "./security/security.module.ts";
import { TurnModule } from "./turn/turn.module.ts";
import { WebhooksModule } from "./webhooks/webhooks.module.ts";
import { WhyModule } from "./why/why.module.ts";
import { WorkGroupsModule } from "./work-groups/work-groups.module.ts";

/** JSON over HTTP: a module a subject; those whose subject has none yet stand here themselves. */
@Module({
  imports: [
    AccessModule,
    AheadModule,
    ApplicationsModule,
    BulkModule,
    CalendarLinksModule,
    CountryModule,
    EventsModule,
    FrontModule,
    HealthModule,
    HubsModule,
    JourneysModule,
    MailModule,
    MoneyModule,
    PeopleModule,
    ProspectusesModule,
    SchoolsModule,
    SecurityModule,
    TurnModule,
    WebhooksModule,
    WhyModule,
    WorkGroupsModule,
  ],
})
export class ApiModule {}

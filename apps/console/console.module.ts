import { Module } from "@nestjs/common";
import { AboutPagesModule } from "./about/about-pages.module.ts";
import { AheadPagesModule } from "./ahead/ahead-pages.module.ts";
import { AnswerPagesModule } from "./answers/answer-pages.module.ts";
import { ApplyPagesModule } from "./apply/apply-pages.module.ts";
import { BulkPagesModule } from "./bulk/bulk-pages.module.ts";
import { CountryPagesModule } from "./country/country-pages.module.ts";
import { DeskModule } from "./desk.module.ts";
import { GroupListModule } from "./group-list/group-list.module.ts";
import { GroupPagesModule } from "./groups/group-pages.module.ts";
import { HomePagesModule } from "./home/home-pages.module.ts";
import { HubPagesModule } from "./hub/hub-pages.module.ts";
import { JourneyPagesModule } from "./journeys/journey-pages.module.ts";
import { KeptPagesModule } from "./kept/kept-pages.module.ts";
import { LetterPagesModule } from "./letters/letter-pages.module.ts";
import { MoneyPagesModule } from "./money/money-pages.module.ts";
import { PeoplePagesModule } from "./people/people-pages.module.ts";
import { ReadingPagesModule } from "./reading/reading-pages.module.ts";
import { RedactionPagesModule } from "./redactions/redaction-pages.module.ts";
import { SearchPagesModule } from "./search/search-pages.module.ts";
import { SecurityPagesModule } from "./security/security-pages.module.ts";
import { SettingsPagesModule } from "./settings/settings-pages.module.ts";
import { SignInPagesModule } from "./sign-in/sign-in-pages.module.ts";
import { WebhookPagesModule } from "./webhooks/webhook-pages.module.ts";

/** Pages for people: a module a subject; those whose subject has none yet stand here themselves. */
@Module({
  imports: [
    DeskModule,
    // Before the pages of what they are below, which take whatever comes after an id.
    RedactionPagesModule,
    LetterPagesModule,
    AheadPagesModule,
    PeoplePagesModule,
    AboutPagesModule,
    AnswerPagesModule,
    ApplyPagesModule,
    BulkPagesModule,
    GroupListModule,
    CountryPagesModule,
    GroupPagesModule,
    HomePagesModule,
    HubPagesModule,
    JourneyPagesModule,
    KeptPagesModule,
    MoneyPagesModule,
    ReadingPagesModule,
    SearchPagesModule,
    SecurityPagesModule,
    SettingsPagesModule,
    SignInPagesModule,
    WebhookPagesModule,
  ],
})
export class ConsoleModule {}

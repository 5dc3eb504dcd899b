import { Module } from "@nestjs/common";
import { ApplyController } from "./apply/apply.controller.ts";
import { BulkDoor, BulkPagesController } from "./bulk/bulk-page.controller.ts";
import { DeskModule } from "./desk.module.ts";
import { GroupPagesController } from "./groups/groups.controller.ts";
import { HomePagesModule } from "./home/home-pages.module.ts";
import { HubPagesController } from "./hub/hub-pages.controller.ts";
import { RemindersPageController } from "./hub/reminders-page.controller.ts";
import { TasksPageController } from "./hub/tasks-page.controller.ts";
import { TurnPageController } from "./hub/turn-page.controller.ts";
import { JourneyPageController } from "./journeys/journey.controller.ts";
import { WhyPageController } from "./journeys/why.controller.ts";
import { MoneyPagesModule } from "./money/money-pages.module.ts";
import { SignInPagesModule } from "./sign-in/sign-in-pages.module.ts";

/** Pages for people: a module a subject; those whose subject has none yet stand here themselves. */
@Module({
  imports: [DeskModule, HomePagesModule, MoneyPagesModule, SignInPagesModule],
  controllers: [
    JourneyPageController,
    WhyPageController,
    ApplyController,
    GroupPagesController,
    HubPagesController,
    TurnPageController,
    TasksPageController,
    RemindersPageController,
    BulkPagesController,
  ],
  providers: [BulkDoor],
})
export class ConsoleModule {}

import { Module } from "@nestjs/common";
import { ApplyPagesModule } from "./apply/apply-pages.module.ts";
import { BulkPagesModule } from "./bulk/bulk-pages.module.ts";
import { DeskModule } from "./desk.module.ts";
import { GroupPagesModule } from "./groups/group-pages.module.ts";
import { HomePagesModule } from "./home/home-pages.module.ts";
import { HubPagesController } from "./hub/hub-pages.controller.ts";
import { RemindersPageController } from "./hub/reminders-page.controller.ts";
import { TasksPageController } from "./hub/tasks-page.controller.ts";
import { TurnPageController } from "./hub/turn-page.controller.ts";
import { JourneyPagesModule } from "./journeys/journey-pages.module.ts";
import { MoneyPagesModule } from "./money/money-pages.module.ts";
import { SignInPagesModule } from "./sign-in/sign-in-pages.module.ts";

/** Pages for people: a module a subject; those whose subject has none yet stand here themselves. */
@Module({
  imports: [
    DeskModule,
    ApplyPagesModule,
    BulkPagesModule,
    GroupPagesModule,
    HomePagesModule,
    JourneyPagesModule,
    MoneyPagesModule,
    SignInPagesModule,
  ],
  controllers: [HubPagesController, TurnPageController, TasksPageController, RemindersPageController],
})
export class ConsoleModule {}

import { Module } from "@nestjs/common";
import { ApplyController } from "./apply/apply.controller.ts";
import { BulkDoor, BulkPagesController } from "./bulk/bulk-page.controller.ts";
import { DeskModule } from "./desk.module.ts";
import { GroupPagesModule } from "./groups/group-pages.module.ts";
import { HomeController } from "./home.controller.ts";
import { HubPagesModule } from "./hub/hub-pages.module.ts";
import { JourneyPagesModule } from "./journeys/journey-pages.module.ts";
import { MoneyPagesModule } from "./money/money-pages.module.ts";
import { SignInClient } from "./sign-in-client.ts";
import { SignInController } from "./sign-in.controller.ts";

/** Pages for people: a module a subject; those whose subject has none yet stand here themselves. */
@Module({
  imports: [DeskModule, JourneyPagesModule, MoneyPagesModule, GroupPagesModule, HubPagesModule],
  controllers: [HomeController, SignInController, ApplyController, BulkPagesController],
  providers: [SignInClient, BulkDoor],
})
export class ConsoleModule {}

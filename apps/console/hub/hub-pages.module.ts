import { Module } from "@nestjs/common";
import { DeskModule } from "../desk.module.ts";
import { FollowUpsPageController } from "./follow-ups-page.controller.ts";
import { FiguresPageController } from "./figures-page.controller.ts";
import { HubPagesController } from "./hub-pages.controller.ts";
import { LettersPageController } from "./letters-page.controller.ts";
import { MorningPageController } from "./morning-page.controller.ts";
import { MovesPageController } from "./moves-page.controller.ts";
import { QuotesPageController } from "./quotes-page.controller.ts";
import { RemindersPageController } from "./reminders-page.controller.ts";
import { SignaturePageController } from "./signature-page.controller.ts";
import { StaffPageController } from "./staff-page.controller.ts";
import { SuccessorsPageController } from "./successors-page.controller.ts";
import { TasksPageController } from "./tasks-page.controller.ts";
import { TriagePageController } from "./triage-page.controller.ts";
import { TurnPageController } from "./turn-page.controller.ts";

@Module({
  imports: [DeskModule],
  controllers: [
    HubPagesController,
    FiguresPageController,
    TurnPageController,
    TasksPageController,
    FollowUpsPageController,
    TriagePageController,
    MorningPageController,
    SuccessorsPageController,
    MovesPageController,
    RemindersPageController,
    QuotesPageController,
    SignaturePageController,
    StaffPageController,
    LettersPageController,
  ],
})
export class HubPagesModule {}

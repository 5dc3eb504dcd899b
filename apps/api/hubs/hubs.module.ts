import { Module } from "@nestjs/common";
import { FollowUpsController } from "./follow-ups.controller.ts";
import { HubContactsController } from "./contacts.controller.ts";
import { FiguresController } from "./figures.controller.ts";
import { LettersController } from "./letters.controller.ts";
import { ListsController } from "./lists.controller.ts";
import { HubMorningController } from "./morning.controller.ts";
import { HubPeopleController } from "./people.controller.ts";
import { QuotesController } from "./quotes.controller.ts";
import { ReminderReportController } from "./reminder-report.controller.ts";
import { SignatureController } from "./signature.controller.ts";
import { HubStaffController } from "./staff.controller.ts";
import { TaskLinesController } from "./task-lines.controller.ts";
import { GroupTasksController, HubTasksController } from "./tasks.controller.ts";
import { TriageController } from "./triage.controller.ts";
import { WindowsController } from "./windows.controller.ts";

@Module({
  controllers: [
    WindowsController,
    FollowUpsController,
    FiguresController,
    TriageController,
    HubTasksController,
    GroupTasksController,
    TaskLinesController,
    ReminderReportController,
    QuotesController,
    ListsController,
    HubContactsController,
    LettersController,
    HubMorningController,
    HubPeopleController,
    SignatureController,
    HubStaffController,
  ],
})
export class HubsModule {}

import { Module } from "@nestjs/common";
import { DeskModule } from "../desk.module.ts";
import { HistoryFileController } from "./history-file.controller.ts";
import { JourneyPageController } from "./journey.controller.ts";
import { NotesDesk } from "./notes-desk.ts";
import { NotesPageController } from "./notes.controller.ts";
import { WhyPageController } from "./why.controller.ts";

@Module({
  imports: [DeskModule],
  // Before the page of a journey, which takes whatever comes after its id.
  controllers: [NotesPageController, HistoryFileController, JourneyPageController, WhyPageController],
  providers: [NotesDesk],
})
export class JourneyPagesModule {}

import { Module } from "@nestjs/common";
import { DeskModule } from "../desk.module.ts";
import { CalendarLinksPageController } from "./calendar-links-page.controller.ts";
import { CalendarController } from "./calendar.controller.ts";
import { TryYearController } from "./try-year.controller.ts";

@Module({
  imports: [DeskModule],
  controllers: [CalendarController, CalendarLinksPageController, TryYearController],
})
export class AheadPagesModule {}

import { Module } from "@nestjs/common";
import { CalendarLinksController } from "./calendar-links.controller.ts";

@Module({ controllers: [CalendarLinksController] })
export class CalendarLinksModule {}

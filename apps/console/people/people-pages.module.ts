import { Module } from "@nestjs/common";
import { DeskModule } from "../desk.module.ts";
import { ContactsPageController, JourneyPeoplePageController } from "./people-page.controller.ts";

@Module({ imports: [DeskModule], controllers: [JourneyPeoplePageController, ContactsPageController] })
export class PeoplePagesModule {}

import { Module } from "@nestjs/common";
import { DeskModule } from "../desk.module.ts";
import { HubContactsController } from "./hub-contacts.controller.ts";
import { NamedSchoolsController } from "./named-schools.controller.ts";

/** What a hub says of itself once, and seldom again. */
@Module({ imports: [DeskModule], controllers: [HubContactsController, NamedSchoolsController] })
export class SettingsPagesModule {}

import { Module } from "@nestjs/common";
import { DeskModule } from "../desk.module.ts";
import { GroupsListController } from "./groups-list.controller.ts";

/** The list of Work Groups: before the pages of each, which take whatever comes after their address. */
@Module({ imports: [DeskModule], controllers: [GroupsListController] })
export class GroupListModule {}

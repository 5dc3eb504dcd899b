import { Module } from "@nestjs/common";
import { DeskModule } from "../desk.module.ts";
import { DecideTogetherController } from "../hub/decide-together.controller.ts";
import { GroupPagesController } from "./groups.controller.ts";

// The first that fits takes a page: the outcomes of a group before a form of a group’s command.
@Module({ imports: [DeskModule], controllers: [DecideTogetherController, GroupPagesController] })
export class GroupPagesModule {}

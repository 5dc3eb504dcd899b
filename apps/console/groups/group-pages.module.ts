import { Module } from "@nestjs/common";
import { DeskModule } from "../desk.module.ts";
import { DecideTogetherController } from "../hub/decide-together.controller.ts";
import { GroupNameController } from "./group-name.controller.ts";
import { GroupPagesController } from "./groups.controller.ts";
import { RegisterController } from "./register.controller.ts";

// The first that fits takes a page: what has a page of its own before a form of a group’s command.
@Module({
  imports: [DeskModule],
  controllers: [DecideTogetherController, GroupNameController, RegisterController, GroupPagesController],
})
export class GroupPagesModule {}

import { Module } from "@nestjs/common";
import { GroupOutcomesController } from "./outcomes.controller.ts";
import { WorkGroupsController } from "./work-groups.controller.ts";

@Module({ controllers: [WorkGroupsController, GroupOutcomesController] })
export class WorkGroupsModule {}

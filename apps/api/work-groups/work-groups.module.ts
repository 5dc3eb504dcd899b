import { Module } from "@nestjs/common";
import { GroupRedactionsController } from "./group-redactions.controller.ts";
import { GroupOutcomesController } from "./outcomes.controller.ts";
import { WorkGroupsController } from "./work-groups.controller.ts";

@Module({ controllers: [WorkGroupsController, GroupOutcomesController, GroupRedactionsController] })
export class WorkGroupsModule {}

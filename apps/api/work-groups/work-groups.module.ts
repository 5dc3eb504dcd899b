import { Module } from "@nestjs/common";
import { GroupRedactionsController } from "./group-redactions.controller.ts";
import { WorkGroupsController } from "./work-groups.controller.ts";

@Module({ controllers: [WorkGroupsController, GroupRedactionsController] })
export class WorkGroupsModule {}

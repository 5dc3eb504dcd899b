import { Module } from "@nestjs/common";
import { WorkGroupsController } from "./work-groups.controller.ts";

@Module({ controllers: [WorkGroupsController] })
export class WorkGroupsModule {}

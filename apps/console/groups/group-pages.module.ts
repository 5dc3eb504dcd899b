import { Module } from "@nestjs/common";
import { DeskModule } from "../desk.module.ts";
import { GroupPagesController } from "./groups.controller.ts";

@Module({ imports: [DeskModule], controllers: [GroupPagesController] })
export class GroupPagesModule {}

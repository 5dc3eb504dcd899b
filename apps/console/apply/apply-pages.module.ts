import { Module } from "@nestjs/common";
import { DeskModule } from "../desk.module.ts";
import { ApplyController } from "./apply.controller.ts";

@Module({ imports: [DeskModule], controllers: [ApplyController] })
export class ApplyPagesModule {}

import { Module } from "@nestjs/common";
import { DeskModule } from "../desk.module.ts";
import {
  GroupRedactionPageController,
  RedactionPageController,
  RunRedactionPageController,
} from "./redaction.controller.ts";

@Module({
  imports: [DeskModule],
  controllers: [RedactionPageController, GroupRedactionPageController, RunRedactionPageController],
})
export class RedactionPagesModule {}

import { Module } from "@nestjs/common";
import { DeskModule } from "../desk.module.ts";
import { ReadAsController } from "./read-as.controller.ts";

@Module({ imports: [DeskModule], controllers: [ReadAsController] })
export class ReadingPagesModule {}

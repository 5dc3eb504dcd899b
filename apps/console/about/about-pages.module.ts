import { Module } from "@nestjs/common";
import { DeskModule } from "../desk.module.ts";
import { AboutController } from "./about.controller.ts";

@Module({ imports: [DeskModule], controllers: [AboutController] })
export class AboutPagesModule {}

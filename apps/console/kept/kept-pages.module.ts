import { Module } from "@nestjs/common";
import { DeskModule } from "../desk.module.ts";
import { KeptPageController } from "./kept.controller.ts";

@Module({ imports: [DeskModule], controllers: [KeptPageController] })
export class KeptPagesModule {}

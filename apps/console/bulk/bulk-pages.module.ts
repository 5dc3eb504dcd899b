import { Module } from "@nestjs/common";
import { DeskModule } from "../desk.module.ts";
import { BulkDoor, BulkPagesController } from "./bulk-page.controller.ts";

@Module({ imports: [DeskModule], controllers: [BulkPagesController], providers: [BulkDoor] })
export class BulkPagesModule {}

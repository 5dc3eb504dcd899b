import { Module } from "@nestjs/common";
import { DeskModule } from "../desk.module.ts";
import { WebhookPagesController } from "./webhooks.controller.ts";

@Module({ imports: [DeskModule], controllers: [WebhookPagesController] })
export class WebhookPagesModule {}

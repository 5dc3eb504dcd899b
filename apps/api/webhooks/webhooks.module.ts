import { Module } from "@nestjs/common";
import { WebhookActionsController } from "./webhook-actions.controller.ts";
import { WebhooksController } from "./webhooks.controller.ts";

@Module({ controllers: [WebhooksController, WebhookActionsController] })
export class WebhooksModule {}

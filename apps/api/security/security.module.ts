import { Module } from "@nestjs/common";
import { SecurityEventsController } from "./security-events.controller.ts";

@Module({ controllers: [SecurityEventsController] })
export class SecurityModule {}

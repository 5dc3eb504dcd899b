import { Module } from "@nestjs/common";
import { AheadController } from "./ahead.controller.ts";

@Module({ controllers: [AheadController] })
export class AheadModule {}

import { Module } from "@nestjs/common";
import { TurnController } from "./turn.controller.ts";

@Module({ controllers: [TurnController] })
export class TurnModule {}

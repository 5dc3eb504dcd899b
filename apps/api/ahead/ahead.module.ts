import { Module } from "@nestjs/common";
import { AheadController } from "./ahead.controller.ts";
import { LettersAheadController } from "./letters-ahead.controller.ts";

@Module({ controllers: [AheadController, LettersAheadController] })
export class AheadModule {}

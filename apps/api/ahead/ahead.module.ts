import { Module } from "@nestjs/common";
import { AheadController } from "./ahead.controller.ts";
import { LettersAheadController } from "./letters-ahead.controller.ts";
import { TriedYearController } from "./tried-year.controller.ts";

@Module({ controllers: [AheadController, LettersAheadController, TriedYearController] })
export class AheadModule {}

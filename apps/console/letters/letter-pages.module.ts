import { Module } from "@nestjs/common";
import { DeskModule } from "../desk.module.ts";
import { LettersAheadPageController } from "./letters-ahead-page.controller.ts";
import { LettersPageController } from "./letters-page.controller.ts";

@Module({ imports: [DeskModule], controllers: [LettersPageController, LettersAheadPageController] })
export class LetterPagesModule {}

import { Module } from "@nestjs/common";
import { DeskModule } from "../desk.module.ts";
import { LettersPageController } from "./letters-page.controller.ts";

@Module({ imports: [DeskModule], controllers: [LettersPageController] })
export class LetterPagesModule {}

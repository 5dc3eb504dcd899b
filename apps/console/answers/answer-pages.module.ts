import { Module } from "@nestjs/common";
import { DeskModule } from "../desk.module.ts";
import { AnswerLinksPageController } from "./answer-links.controller.ts";
import { AnswerController } from "./answer.controller.ts";

@Module({ imports: [DeskModule], controllers: [AnswerController, AnswerLinksPageController] })
export class AnswerPagesModule {}

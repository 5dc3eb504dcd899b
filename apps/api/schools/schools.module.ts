import { Module } from "@nestjs/common";
import { SchoolQuestionsController } from "./school-questions.controller.ts";
import { SchoolsController } from "./schools.controller.ts";

@Module({ controllers: [SchoolsController, SchoolQuestionsController] })
export class SchoolsModule {}

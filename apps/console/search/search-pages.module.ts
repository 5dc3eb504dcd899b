import { Module } from "@nestjs/common";
import { DeskModule } from "../desk.module.ts";
import { SearchPageController } from "./search-page.controller.ts";
import { SuggestionsController } from "./suggestions.controller.ts";

@Module({ imports: [DeskModule], controllers: [SearchPageController, SuggestionsController] })
export class SearchPagesModule {}

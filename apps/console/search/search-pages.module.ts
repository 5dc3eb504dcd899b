import { Module } from "@nestjs/common";
import { DeskModule } from "../desk.module.ts";
import { SearchPageController } from "./search-page.controller.ts";

@Module({ imports: [DeskModule], controllers: [SearchPageController] })
export class SearchPagesModule {}

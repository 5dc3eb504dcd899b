import { Module } from "@nestjs/common";
import { DeskModule } from "../desk.module.ts";
import { CountryPagesController } from "./country.controller.ts";

@Module({ imports: [DeskModule], controllers: [CountryPagesController] })
export class CountryPagesModule {}

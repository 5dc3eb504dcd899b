import { Module } from "@nestjs/common";
import { DeskModule } from "../desk.module.ts";
import { HomeController } from "./home.controller.ts";

@Module({ imports: [DeskModule], controllers: [HomeController] })
export class HomePagesModule {}

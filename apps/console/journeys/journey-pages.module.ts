import { Module } from "@nestjs/common";
import { DeskModule } from "../desk.module.ts";
import { JourneyPageController } from "./journey.controller.ts";
import { WhyPageController } from "./why.controller.ts";

@Module({ imports: [DeskModule], controllers: [JourneyPageController, WhyPageController] })
export class JourneyPagesModule {}

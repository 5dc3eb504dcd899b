import { Module } from "@nestjs/common";
import { CommandsController } from "../commands/commands.controller.ts";
import { JourneysController } from "./journeys.controller.ts";
import { RedactionsController } from "./redactions.controller.ts";

@Module({ controllers: [JourneysController, RedactionsController, CommandsController] })
export class JourneysModule {}

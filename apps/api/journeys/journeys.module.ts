import { Module } from "@nestjs/common";
import { CommandsController } from "../commands/commands.controller.ts";
import { JourneysController } from "./journeys.controller.ts";

@Module({ controllers: [JourneysController, CommandsController] })
export class JourneysModule {}

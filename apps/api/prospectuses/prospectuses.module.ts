import { Module } from "@nestjs/common";
import { ProspectusesController } from "./prospectuses.controller.ts";

@Module({ controllers: [ProspectusesController] })
export class ProspectusesModule {}

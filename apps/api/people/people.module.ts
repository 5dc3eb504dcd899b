import { Module } from "@nestjs/common";
import { JourneyPeopleController } from "./journey-people.controller.ts";
import { PersonController } from "./person.controller.ts";

@Module({ controllers: [JourneyPeopleController, PersonController] })
export class PeopleModule {}

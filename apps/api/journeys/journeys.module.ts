import { Module } from "@nestjs/common";
import { CommandsController } from "../commands/commands.controller.ts";
import { AnswerLinksController } from "./answer-links.controller.ts";
import { JourneysController } from "./journeys.controller.ts";
import { LettersController } from "./letters.controller.ts";
import { MovesController } from "./moves.controller.ts";
import { NotesController } from "./notes.controller.ts";
import { RedactionsController } from "./redactions.controller.ts";
import { WatchListController } from "./watch-list.controller.ts";

@Module({
  controllers: [
    JourneysController,
    LettersController,
    RedactionsController,
    NotesController,
    AnswerLinksController,
    CommandsController,
    MovesController,
    WatchListController,
  ],
})
export class JourneysModule {}

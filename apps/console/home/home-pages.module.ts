import { Module } from "@nestjs/common";
import { DeskModule } from "../desk.module.ts";
import { SchoolsDesk } from "../journeys/schools-desk.ts";
import { SchoolsPageController } from "../journeys/schools-page.controller.ts";
import { WatchController } from "../journeys/watch.controller.ts";
import { TogetherController } from "../together/together.controller.ts";
import { HomeController } from "./home.controller.ts";

/**
 * The first page and the list of schools, which is the first page of some, with what is done for several of it. Before
 * the pages of each school.
 */
@Module({
  imports: [DeskModule],
  providers: [SchoolsDesk],
  controllers: [HomeController, SchoolsPageController, TogetherController, WatchController],
})
export class HomePagesModule {}

// The console: pages for people, in the process of the API.

import { ApplyController } from "./apply/apply.controller.ts";
import { BulkDoor, BulkPagesController } from "./bulk/bulk-page.controller.ts";
import { Desk } from "./desk.ts";
import { GroupPagesController } from "./groups/groups.controller.ts";
import { HomeController } from "./home.controller.ts";
import { HubPagesController } from "./hub/hub-pages.controller.ts";
import { RemindersPageController } from "./hub/reminders-page.controller.ts";
import { TasksPageController } from "./hub/tasks-page.controller.ts";
import { TurnPageController } from "./hub/turn-page.controller.ts";
import { JourneyPageController } from "./journeys/journey.controller.ts";
import { WhyPageController } from "./journeys/why.controller.ts";
import { BudgetPagesController } from "./money/budgets.controller.ts";
import { GrantsPageController } from "./money/grants.controller.ts";
import { RunPagesController } from "./money/runs.controller.ts";
import { Sessions } from "./session.ts";
import { SignInClient } from "./sign-in-client.ts";
import { SignInController } from "./sign-in.controller.ts";

export const CONSOLE_CONTROLLERS = [
  HomeController,
  SignInController,
  JourneyPageController,
  WhyPageController,
  ApplyController,
  GroupPagesController,
  HubPagesController,
  TurnPageController,
  TasksPageController,
  GrantsPageController,
  RunPagesController,
  BudgetPagesController,
  RemindersPageController,
  BulkPagesController,
];
export const CONSOLE_PROVIDERS = [Sessions, SignInClient, Desk, BulkDoor];

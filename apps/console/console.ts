// The console: pages for people, in the process of the API.

import { ApplyController } from './apply/apply.controller.ts';
import { Desk } from './desk.ts';
import { GroupPagesController } from './groups/groups.controller.ts';
import { HomeController } from './home.controller.ts';
import { HubPagesController } from './hub/hub-pages.controller.ts';
import { TurnPageController } from './hub/turn-page.controller.ts';
import { JourneyPageController } from './journeys/journey.controller.ts';
import { Sessions } from './session.ts';
import { SignInClient } from './sign-in-client.ts';
import { SignInController } from './sign-in.controller.ts';

export const CONSOLE_CONTROLLERS = [HomeController, SignInController, JourneyPageController, ApplyController, GroupPagesController, HubPagesController, TurnPageController];
export const CONSOLE_PROVIDERS = [Sessions, SignInClient, Desk];

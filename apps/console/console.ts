// The console: pages for people, in the process of the API.

import { HomeController } from './home.controller.ts';
import { Sessions } from './session.ts';
import { SignInClient } from './sign-in-client.ts';
import { SignInController } from './sign-in.controller.ts';

export const CONSOLE_CONTROLLERS = [HomeController, SignInController];
export const CONSOLE_PROVIDERS = [Sessions, SignInClient];

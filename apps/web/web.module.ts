import { Module, type DynamicModule } from "@nestjs/common";
import type { WebSettings } from "../../libs/http/web-settings.ts";
import { ApiModule } from "../api/api.module.ts";
import { controllersOf } from "../api/routes.ts";
import { ConsoleModule } from "../console/console.module.ts";
import { ServiceModule } from "./service.module.ts";

/** Every controller that answers: the API's, then the console's. */
export const CONTROLLERS = [...controllersOf(ApiModule), ...controllersOf(ConsoleModule)];

@Module({})
export class WebModule {
  /** API and console over the same use cases. */
  static with(settings: WebSettings): DynamicModule {
    return { module: WebModule, imports: [ServiceModule.with(settings), ApiModule, ConsoleModule] };
  }
}

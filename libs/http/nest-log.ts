// What Nest itself has to say, in the log of the process.

import type { LoggerService } from "@nestjs/common";
import { faultOf, writeLog } from "../watch/log.ts";

/** Nest's own messages, on the same stream. Its report of every route at the start is left out. */
export class NestLogger implements LoggerService {
  log(): void {
    // What Nest says at this level ("Mapped {/api/v1/journeys, GET} route") nobody needs in a log.
  }

  warn(message: unknown, context?: unknown): void {
    writeLog("warn", "nest", { says: String(message), context: String(context ?? "") });
  }

  error(message: unknown, ...rest: unknown[]): void {
    const fault = faultOf(message instanceof Error ? message : rest.find((one) => one instanceof Error));
    writeLog("error", "nest", { ...fault, context: String(rest.at(-1) ?? "").split("\n", 1)[0] ?? "" });
  }
}

// What this process itself can tell: how long commands take, what requests are answered, and how the service stands.

import type { INestApplicationContext } from "@nestjs/common";
import { Histogram } from "prom-client";
import type { ApiRequest, ApiResponse } from "../../libs/http/request.ts";
import { Database } from "../../libs/service/database.ts";
import type { HeardOf } from "../../libs/service/settings.ts";
import { Temporal } from "../../libs/service/temporal.ts";
import { Metrics } from "../../libs/watch/metrics.ts";
import { showStanding } from "../../libs/watch/standing.ts";

/** Seconds: a page is a tenth of one, a command may take ten, just after a start thirty. */
const BUCKETS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
const OUTCOMES = ["accepted", "rejected", "unknown"] as const satisfies readonly HeardOf["outcome"][];

export class WebMetrics extends Metrics {
  private readonly commands = new Histogram({
    name: "journeys_command_seconds",
    help: "How long commands took from the request to what became of them, by kind and outcome.",
    labelNames: ["command", "outcome"],
    buckets: BUCKETS,
    registers: [this.registry],
  });
  private readonly requests = new Histogram({
    name: "journeys_request_seconds",
    help: "How long requests took, by door (api, page, health) and status.",
    labelNames: ["door", "status"],
    buckets: BUCKETS,
    registers: [this.registry],
  });

  private readonly kinds = new Set<string>();

  /** Hears of a command that was sent. A series that begins at one has not risen: each outcome begins at none. */
  readonly heard = ({ name, outcome, seconds }: HeardOf): void => {
    if (!this.kinds.has(name)) OUTCOMES.forEach((each) => this.commands.zero({ command: name, outcome: each }));
    this.kinds.add(name);
    this.commands.observe({ command: name, outcome }, seconds);
  };

  /** Express middleware: how long each request takes, and how it is answered. */
  readonly around = (request: ApiRequest, response: ApiResponse, next: () => void): void => {
    const began = performance.now();
    response.on("close", () => {
      const status = String(response.writableFinished ? response.statusCode : 499);
      this.requests.observe({ door: doorOf(request.originalUrl), status }, (performance.now() - began) / 1_000);
    });
    next();
  };

  /** Shows how the service stands, with what `app` has open. */
  standIn(app: INestApplicationContext, clock: () => number): void {
    const database = app.get(Database, { strict: false });
    const { client } = app.get(Temporal, { strict: false });
    showStanding(this, { open: () => database.open(), client, clock });
  }
}

/** By the first word of the address alone: the rest may be anybody's. */
function doorOf(url: string): string {
  const [, door] = /^\/(api|health|assets)\b/u.exec(url) ?? [];
  return door ?? "page";
}

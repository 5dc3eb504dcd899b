// Is the process there, and can it take commands?

import { Controller, Get } from "@nestjs/common";
import { VERSION } from "../../../libs/config/version.ts";
import { Anyone } from "../../../libs/http/allowed.ts";
import { Problem } from "../../../libs/http/problem.ts";
import { Readiness } from "../../../libs/service/readiness.ts";
import { Flag, Named, Only, Text } from "../../../libs/service/shape/field.ts";
import { Doc } from "../openapi/doc.ts";

@Named("Live")
class LiveAnswer {
  @Only("live") status: "live";
  @Text({ says: "Which release answers", example: VERSION }) version: string;
}

@Named("Ready")
class ReadyAnswer {
  @Only("ready") status: "ready";
  @Flag({ example: true }) postgresql: true;
  @Flag({ example: true }) temporal: true;
}

@Controller("health")
export class HealthController {
  constructor(private readonly readiness: Readiness) {}

  @Get("live")
  @Anyone()
  @Doc({
    id: "live",
    tag: "Health",
    summary: "The process answers, and says which release it is",
    answer: LiveAnswer,
    problems: [],
  })
  live(): LiveAnswer {
    return { status: "live", version: VERSION };
  }

  @Get("ready")
  @Anyone()
  @Doc({
    id: "ready",
    tag: "Health",
    summary: "PostgreSQL and Temporal both answer",
    description: "Reads need PostgreSQL alone: they may work while this answers 503.",
    answer: ReadyAnswer,
    problems: [503],
  })
  async ready(): Promise<ReadyAnswer> {
    const away = await this.readiness.away();
    if (away.length > 0) throw new Problem("unavailable", `${away.join(" and ")} cannot be reached.`);
    return { status: "ready", postgresql: true, temporal: true };
  }
}

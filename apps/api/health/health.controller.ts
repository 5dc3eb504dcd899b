// Is the process there, and can it take commands?

import { Controller, Get } from "@nestjs/common";
import { VERSION } from "../../../libs/config/version.ts";
import { Anyone } from "../../../libs/http/allowed.ts";
import { Database } from "../../../libs/service/database.ts";
import { Problem } from "../../../libs/http/problem.ts";
import { Doc } from "../openapi/doc.ts";
import { Temporal } from "../../../libs/service/temporal.ts";

const PATIENCE_MS = 2_000;

@Controller("health")
export class HealthController {
  constructor(
    private readonly database: Database,
    private readonly temporal: Temporal,
  ) {}

  @Get("live")
  @Anyone()
  @Doc({
    id: "live",
    tag: "Health",
    summary: "The process answers, and says which release it is",
    answer: "Live",
    problems: [],
  })
  live(): { status: "live"; version: string } {
    return { status: "live", version: VERSION };
  }

  @Get("ready")
  @Anyone()
  @Doc({
    id: "ready",
    tag: "Health",
    summary: "PostgreSQL and Temporal both answer",
    description: "Reads need PostgreSQL alone: they may work while this answers 503.",
    answer: "Ready",
    problems: [503],
  })
  async ready(): Promise<{ status: "ready"; postgresql: true; temporal: true }> {
    const [postgresql, temporal] = await Promise.all([
      answers(this.database.ping()),
      answers(this.temporal.ping(PATIENCE_MS)),
    ]);
    if (!postgresql || !temporal) {
      const away = [postgresql ? [] : ["PostgreSQL"], temporal ? [] : ["Temporal"]].flat().join(" and ");
      throw new Problem("unavailable", `${away} cannot be reached.`);
    }
    return { status: "ready", postgresql, temporal };
  }
}

async function answers(asked: Promise<void>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), PATIENCE_MS + 500);
  });
  const answer = asked.then(
    () => true,
    () => false,
  );
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}

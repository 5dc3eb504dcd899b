// Why a grant, a reminder or an escalation is as it is: the chain of facts, the rule, its page, who decided; as of any
// date.

import { Controller, Get, Param, Query, Req } from "@nestjs/common";
import { endOfDay, instantFromMs, type Instant, type LocalDate } from "../../../libs/calendar/instants.ts";
import { SERVICE } from "../../../libs/journey/commands.ts";
import { whyEscalation } from "../../../libs/journey/why/escalation.ts";
import type { Explanation, Fact } from "../../../libs/journey/why/explanation.ts";
import { whyGrant } from "../../../libs/journey/why/grant.ts";
import { whyReminder } from "../../../libs/journey/why/reminder.ts";
import { load } from "../../../libs/store/events/event-store.ts";
import { recorded } from "../../../libs/store/events/known-events.ts";
import { streamOf } from "../../../libs/store/events/streams.ts";
import { READERS, Roles } from "../access/roles.ts";
import { callerOf } from "../access/scope.ts";
import { AS_OF, AsOfQuery } from "../ahead/ahead.dto.ts";
import { ApiSettings } from "../api-settings.ts";
import { journeyBehind } from "../commands/journey-behind.ts";
import { Database } from "../database.ts";
import { Problem } from "../http/problem.ts";
import type { ApiRequest } from "../http/request.ts";
import { validated } from "../http/validated.ts";
import { Doc } from "../openapi/doc.ts";
import { JOURNEY_ID, SEQ, YEAR } from "../openapi/parameters.ts";

const HOW =
  "Made from the events alone: each step names its event, what happened, who asked (null: time itself), the " +
  "rule and the page it comes from. `text` is the same for a person to read.";

@Controller("api/v1/journeys/:id")
export class WhyController {
  constructor(
    private readonly database: Database,
    private readonly settings: ApiSettings,
  ) {}

  @Get("grants/:year/why")
  @Roles(...READERS, "school-contact")
  @Doc({
    id: "whyGrant",
    tag: "Money",
    summary: "Why the grant of an academic year is where it is; or why there is none",
    description: HOW,
    parameters: [JOURNEY_ID, YEAR, AS_OF],
    answer: "Explanation",
    problems: [403, 404, 422, 503],
  })
  async grant(
    @Param("id") id: string,
    @Param("year") year: string,
    @Query() query: unknown,
    @Req() request: ApiRequest,
  ): Promise<Explanation> {
    const asked = asOfIn(query);
    const facts = await this.facts(id, request);
    const found = whyGrant(facts, year.replace("-", "/"), this.settings.catalogue, this.moment(asked, facts));
    if (found) return found;
    throw new Problem("not-found", `No stage-year of ${year} had begun by then: there is no grant to explain.`);
  }

  @Get("events/:seq/why")
  @Roles(...READERS, "school-contact")
  @Doc({
    id: "whyEvent",
    tag: "Reminders",
    summary: "Why a reminder or an escalation went out, or was held back",
    description: `The seq is in \`reminders\` and \`escalations\` of the journey. ${HOW}`,
    parameters: [JOURNEY_ID, SEQ, AS_OF],
    answer: "Explanation",
    problems: [403, 404, 422, 503],
  })
  async event(
    @Param("id") id: string,
    @Param("seq") seq: string,
    @Query() query: unknown,
    @Req() request: ApiRequest,
  ): Promise<Explanation> {
    const asked = asOfIn(query);
    const facts = await this.facts(id, request);
    const asOf = this.moment(asked, facts);
    const number = /^[1-9]\d{0,8}$/u.test(seq) ? Number(seq) : 0;
    const found = whyReminder(facts, number, asOf) ?? whyEscalation(facts, number, this.settings.catalogue, asOf);
    if (found) return found;
    throw new Problem(
      "not-found",
      "No reminder or escalation of this journey had that seq by then: `reminders` and `escalations` of GET " +
        "/api/v1/journeys/{id} list them.",
    );
  }

  private async facts(id: string, request: ApiRequest): Promise<Fact[]> {
    const source = await this.database.open();
    const stored = await load(source, streamOf(await journeyBehind(source, id, callerOf(request))));
    return recorded(stored).map((event, index) => ({ event, by: stored[index]?.actor ?? SERVICE }));
  }

  /** The end of the day asked for; else now, with all that is recorded: a worker's clock may be ahead of this one. */
  private moment(asked: LocalDate | undefined, facts: readonly Fact[]): Instant {
    if (asked !== undefined) return endOfDay(asked);
    const [now, last] = [instantFromMs(this.settings.clock()), facts.at(-1)?.event.at];
    return last !== undefined && last > now ? last : now;
  }
}

function asOfIn(query: unknown): LocalDate | undefined {
  return validated(AsOfQuery, query, { only: true }).asOf;
}

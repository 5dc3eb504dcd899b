// The applications that wait for a hub: what its staff decide on next.

import { Controller, Get, Param, Query, UseGuards } from "@nestjs/common";
import { Roles } from "../../../libs/http/allowed.ts";
import { OwnHubGuard } from "../../../libs/http/own-hub.guard.ts";
import { Caller } from "../../../libs/http/parameters.ts";
import type { Principal } from "../../../libs/service/access/principal.ts";
import { TRIAGE_ROLES, TriageQueue } from "../../../libs/service/intake/triage-queue.ts";
import type { Triaged } from "../../../libs/service/intake/triage.ts";
import { present } from "../../../libs/service/shape/present.ts";
import { told } from "../../../libs/words/rejection.ts";
import { turnInWords } from "../../../libs/work-group/describe.ts";
import { Doc } from "../openapi/doc.ts";
import { HUB } from "../openapi/parameters.ts";
import { TriagedAnswer, TriagePageAnswer, TriageQuery } from "./triage.dto.ts";

@Controller("api/v1/hubs/:hub/triage")
@UseGuards(OwnHubGuard)
export class TriageController {
  constructor(private readonly queue: TriageQueue) {}

  @Get()
  @Roles(...TRIAGE_ROLES.read)
  @Doc({
    id: "listTriage",
    tag: "Intake",
    summary: "The applications that wait for this hub, the one received first at the top",
    description:
      "Applied, asked for information, on the waitlist (with its place in order and why), offered (with the " +
      "last day to answer). Each with what stands " +
      "against it since it was judged, the schools it names and where they stand, the Work Groups of its " +
      "programme with room, and the commands the rules would " +
      "take now (POST /api/v1/journeys/{id}/{action}). Texts and people by opaque ids.",
    parameters: [HUB],
    answer: TriagePageAnswer,
    problems: [403, 404, 422, 503],
  })
  async list(
    @Caller() caller: Principal,
    @Param("hub") hub: string,
    @Query() query: TriageQuery,
  ): Promise<TriagePageAnswer> {
    const { items, next } = await this.queue.list(caller, hub, query);
    return { items: items.map(presented), next };
  }
}

function presented(one: Triaged): TriagedAnswer {
  const { turn, eligibility } = one;
  return present(TriagedAnswer, {
    ...one,
    turn: turn && { ...turn, explained: turnInWords(turn) },
    eligibility: { ...eligibility, since: eligibility.since.map((against) => told(against)) },
  });
}

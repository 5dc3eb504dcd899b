// POST /api/v1/applications and /api/v1/interests: what begins a school's journey.

import { Controller, HttpCode, Post, Req, Res } from "@nestjs/common";
import { Roles } from "../../../libs/http/allowed.ts";
import { askedOf } from "../../../libs/http/asked.ts";
import { callerOf } from "../../../libs/http/caller.ts";
import { CommandSender, type Answer } from "../../../libs/service/commands/command-sender.ts";
import { etagOf } from "../../../libs/http/if-match.ts";
import type { ApiRequest, ApiResponse } from "../../../libs/http/request.ts";
import { APPLICATION_EXAMPLE, INTEREST_EXAMPLE } from "../openapi/examples.ts";
import { Doc, type ProblemStatus } from "../openapi/doc.ts";
import { ref } from "../../../libs/service/shape/schema.ts";
import { prepareIntake } from "./intake.ts";

const PROBLEMS: readonly ProblemStatus[] = [400, 403, 404, 409, 412, 413, 415, 422, 503];

@Controller("api/v1")
export class ApplicationsController {
  constructor(private readonly sender: CommandSender) {}

  @Post("applications")
  @HttpCode(201)
  @Roles("school-contact", "hub-coordinator", "hub-lead")
  @Doc({
    id: "submitApplication",
    tag: "Intake",
    summary: "Apply for a programme: begins the school’s journey, or takes it up again",
    description:
      "What a prospectus asks for is in GET /api/v1/prospectuses/{year}/{programme}; fields it does not ask " +
      "for are ignored. " +
      "It is judged by the window that held at its hub when it came: GET /api/v1/hubs/{hub}/windows, else " +
      "the page’s. " +
      "Names, addresses and free text are kept apart from events, which carry their ids.",
    body: { schema: ref("Application"), example: APPLICATION_EXAMPLE, required: true },
    answer: "IntakeAnswer",
    status: 201,
    etag: true,
    command: true,
    problems: PROBLEMS,
  })
  apply(@Req() request: ApiRequest, @Res({ passthrough: true }) response: ApiResponse): Promise<Answer> {
    return this.begin("SubmitApplication", "applications", request, response);
  }

  @Post("interests")
  @HttpCode(201)
  @Roles("school-contact", "hub-coordinator", "hub-lead")
  @Doc({
    id: "expressInterest",
    tag: "Intake",
    summary: "Express an interest, before or outside an application window",
    description:
      "The school is invited by letter once, when the next window of that phase and stage opens (its hub’s " +
      "own, else the page’s); at once where it is " +
      "open already. After the window of the year named has closed, that is the next year’s. The journey " +
      "stays interested until the school applies.",
    body: { schema: ref("Interest"), example: INTEREST_EXAMPLE, required: true },
    answer: "IntakeAnswer",
    status: 201,
    etag: true,
    command: true,
    problems: PROBLEMS,
  })
  expressInterest(@Req() request: ApiRequest, @Res({ passthrough: true }) response: ApiResponse): Promise<Answer> {
    return this.begin("ExpressInterest", "interests", request, response);
  }

  private async begin(
    name: "SubmitApplication" | "ExpressInterest",
    route: string,
    request: ApiRequest,
    response: ApiResponse,
  ): Promise<Answer> {
    const answer = await this.sender.send(askedOf(request), {
      name,
      route,
      prepare: (source, newId, at) =>
        prepareIntake(name, { body: request.body, caller: callerOf(request) }, source, newId, at),
    });
    response.setHeader("Location", `/api/v1/journeys/${answer.journey}`);
    response.setHeader("ETag", etagOf(answer.version));
    return answer;
  }
}

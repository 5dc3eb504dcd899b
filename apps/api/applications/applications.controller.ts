// POST /api/v1/applications and /api/v1/interests: what begins a school's journey.

import { Controller, HttpCode, Post, Res } from "@nestjs/common";
import { Roles } from "../../../libs/http/allowed.ts";
import { etagOf } from "../../../libs/http/if-match.ts";
import { AskedHere } from "../../../libs/http/parameters.ts";
import type { ApiResponse } from "../../../libs/http/request.ts";
import type { Asked } from "../../../libs/service/commands/asked.ts";
import type { Answer } from "../../../libs/service/commands/command-sender.ts";
import { Intake, INTAKE_ROLES } from "../../../libs/service/intake/intake.ts";
import { Doc, type ProblemStatus } from "../openapi/doc.ts";
import { PREVIEW } from "../openapi/parameters.ts";
import { Application, IntakeAnswer, Interest } from "./intake.dto.ts";

const PROBLEMS: readonly ProblemStatus[] = [400, 403, 404, 409, 412, 413, 415, 422, 503];

@Controller("api/v1")
export class ApplicationsController {
  constructor(private readonly intake: Intake) {}

  @Post("applications")
  @HttpCode(201)
  @Roles(...INTAKE_ROLES.begin)
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
    parameters: [PREVIEW],
    body: Application,
    answer: IntakeAnswer,
    status: 201,
    etag: true,
    command: true,
    problems: PROBLEMS,
  })
  async apply(@AskedHere() asked: Asked, @Res({ passthrough: true }) response: ApiResponse): Promise<IntakeAnswer> {
    return begun(await this.intake.apply(asked), response);
  }

  @Post("interests")
  @HttpCode(201)
  @Roles(...INTAKE_ROLES.begin)
  @Doc({
    id: "expressInterest",
    tag: "Intake",
    summary: "Express an interest, before or outside an application window",
    description:
      "The school is invited by letter once, when the next window of that phase and stage opens (its hub’s " +
      "own, else the page’s); at once where it is " +
      "open already. After the window of the year named has closed, that is the next year’s. The journey " +
      "stays interested until the school applies.",
    parameters: [PREVIEW],
    body: Interest,
    answer: IntakeAnswer,
    status: 201,
    etag: true,
    command: true,
    problems: PROBLEMS,
  })
  async expressInterest(
    @AskedHere() asked: Asked,
    @Res({ passthrough: true }) response: ApiResponse,
  ): Promise<IntakeAnswer> {
    return begun(await this.intake.expressInterest(asked), response);
  }
}

function begun(answer: Answer, response: ApiResponse): IntakeAnswer {
  response.setHeader("Location", `/api/v1/journeys/${answer.journey}`);
  response.setHeader("ETag", etagOf(answer.version));
  return answer;
}

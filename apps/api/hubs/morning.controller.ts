// The letters that a hub's staff would have on its next morning.

import { Controller, Get, Param, UseGuards } from "@nestjs/common";
import { Roles } from "../../../libs/http/allowed.ts";
import { OwnHubGuard } from "../../../libs/http/own-hub.guard.ts";
import { Caller } from "../../../libs/http/parameters.ts";
import { WebSettings } from "../../../libs/http/web-settings.ts";
import { renderText } from "../../../libs/letters/render.ts";
import type { Principal } from "../../../libs/service/access/principal.ts";
import { HubMornings, MORNING_ROLES } from "../../../libs/service/hubs/mornings.ts";
import { present } from "../../../libs/service/shape/present.ts";
import { Doc } from "../openapi/doc.ts";
import { HUB } from "../openapi/parameters.ts";
import { MorningAnswer } from "./morning.dto.ts";

@Controller("api/v1/hubs/:hub/morning")
@UseGuards(OwnHubGuard)
export class HubMorningController {
  constructor(
    private readonly mornings: HubMornings,
    private readonly settings: WebSettings,
  ) {}

  @Get()
  @Roles(...MORNING_ROLES.read)
  @Doc({
    id: "readHubMorning",
    tag: "Trouble",
    summary: "The letters that this hub’s staff would have on its next morning",
    description:
      "At 07:30 on a school day each of a hub’s staff has one letter with what is new since the last: what is " +
      "to be decided, sessions of the day, registers that were not taken, letters that came back, applications, " +
      "answers, how many notes of the hub are to be followed up, money that waits; one line a Work Group and " +
      "cause, what is overdue first. A line comes once, on " +
      "its last day and when it is overdue; what is overdue comes again on Mondays in a letter that goes anyway, and " +
      "by itself once a month. Nothing to tell, no letter. This is what would go out if nothing else came.",
    parameters: [HUB],
    answer: MorningAnswer,
    problems: [403, 404, 503],
  })
  async next(@Caller() caller: Principal, @Param("hub") hub: string): Promise<MorningAnswer> {
    const { on, letters } = await this.mornings.next(caller, hub, this.settings.publicUrl);
    return present(MorningAnswer, {
      on,
      letters: letters.map(({ to, letter, lines, ...rest }) => ({
        ...rest,
        to: [...to.roles],
        subject: letter.subject,
        text: renderText(letter),
        lines: lines.map((line) => ({ ...line, schools: [...line.schools], choices: [...line.choices] })),
      })),
    });
  }
}

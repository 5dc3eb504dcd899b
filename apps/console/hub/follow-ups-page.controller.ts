// GET /follow-ups: the notes that a hub is to come back to.

import { Controller, Get, Query, Req, Res } from "@nestjs/common";
import { instantFromMs, localDate } from "../../../libs/calendar/instants.ts";
import { Visitors } from "../../../libs/http/allowed.ts";
import type { ApiRequest, ApiResponse } from "../../../libs/http/request.ts";
import { WebSettings } from "../../../libs/http/web-settings.ts";
import { HubStaff, STAFF_ROLES } from "../../../libs/service/hubs/staff.ts";
import { FollowUps, type FollowUpSort } from "../../../libs/service/journeys/follow-ups.ts";
import { NOTE_ROLES } from "../../../libs/service/journeys/notes.ts";
import { answerPage } from "../answer-page.ts";
import { Desk } from "../desk.ts";
import type { Typed } from "../form-fields.ts";
import { askedIn, sizeOf } from "../lists/list-asked.ts";
import { listPage } from "../lists/list-view.ts";
import { followUpsAsked, followUpsList } from "./follow-ups-list.ts";

@Controller("follow-ups")
export class FollowUpsPageController {
  constructor(
    private readonly desk: Desk,
    private readonly notes: FollowUps,
    private readonly staff: HubStaff,
    private readonly settings: WebSettings,
  ) {}

  @Get()
  @Visitors()
  async list(@Query() query: Typed, @Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    const { person } = await this.desk.visitor(request, response, NOTE_ROLES);
    const { principal } = person;
    const byName = STAFF_ROLES.read.some((role) => role === principal.role);
    const called = byName ? await this.staff.called(principal) : null;
    const spec = followUpsList({ today: localDate(instantFromMs(this.settings.clock())), called });
    const asked = askedIn(query, spec);
    const { sort, descending, page } = asked;
    const order = { sort: sort as FollowUpSort, descending, page, size: sizeOf(asked) };
    const found = await this.notes.page(principal, followUpsAsked(asked), order);
    answerPage(response, 200, "Notes to follow up", listPage(found, asked, spec), person);
  }
}

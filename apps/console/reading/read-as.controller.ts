// GET and POST /read-as: read the service as somebody else does; POST /read-as/stop: as oneself again.

import { Controller, Get, Post, Req, Res } from "@nestjs/common";
import { Visitors } from "../../../libs/http/allowed.ts";
import type { ApiRequest, ApiResponse } from "../../../libs/http/request.ts";
import type { Principal } from "../../../libs/service/access/principal.ts";
import { READ_AS_ROLES, ReadingAs, type ReadAsAsked } from "../../../libs/service/access/reading-as.ts";
import { JourneysAtAGlance } from "../../../libs/service/journeys/at-a-glance.ts";
import { NamedGroups } from "../../../libs/service/work-groups/named-groups.ts";
import { answerPage } from "../answer-page.ts";
import { Desk } from "../desk.ts";
import { bodyFrom, type FormField } from "../form-fields.ts";
import { newKey } from "../form-page.ts";
import { choiceOf, groupChoices } from "../lists/choices.ts";
import { filledIn } from "../look/templates.ts";
import { policyFor, SchoolFields } from "../search/school-fields.ts";
import { Sessions } from "../session.ts";
import { hubInWords } from "../words.ts";
import { readAsFields, readAsView } from "./read-as-page.ts";

const ACTION = "/read-as";
const TITLE = "Read as somebody else";

@Controller("read-as")
export class ReadAsController {
  constructor(
    private readonly desk: Desk,
    private readonly sessions: Sessions,
    private readonly reading: ReadingAs,
    private readonly journeys: JourneysAtAGlance,
    private readonly groups: NamedGroups,
    private readonly schools: SchoolFields,
  ) {}

  @Get()
  @Visitors()
  async ask(@Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    const { person, token } = await this.desk.visitor(request, response, READ_AS_ROLES);
    const fields = await this.fields(person.principal);
    const state = { action: ACTION, token, key: newKey(), typed: {}, faults: [] };
    const body = filledIn("reading/read-as.njk", readAsView(fields, state));
    answerPage(response, 200, TITLE, body, person, policyFor(fields));
  }

  @Post()
  @Visitors()
  async begin(@Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    const sent = await this.desk.sent(request, response);
    const { visitor, typed } = sent;
    const { principal } = visitor.person;
    const fields = await this.fields(principal);
    await this.desk.settle(response, sent, fields, {
      send: async () => {
        const meant = bodyFrom(fields, await this.schools.meant(principal, fields, typed));
        const of = (name: keyof ReadAsAsked): string => String(meant[name] ?? "");
        const asked = { role: of("role"), hub: of("hub"), workGroup: of("workGroup"), urn: of("urn") };
        const as = await this.reading.begin(principal, asked, request.id);
        await this.sessions.readAs(request, response, visitor.session, as);
      },
      then: () => "/",
      again: (faults, key) => ({
        title: TITLE,
        policy: policyFor(fields),
        body: filledIn(
          "reading/read-as.njk",
          readAsView(fields, { action: ACTION, token: visitor.token, key, typed, faults }),
        ),
      }),
    });
  }

  @Post("stop")
  @Visitors()
  async stop(@Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    await this.desk.ending(request, response);
    await this.sessions.stopReading(request, response);
    response.writeHead(303, { Location: "/" }).end();
  }

  private async fields(principal: Principal): Promise<FormField[]> {
    const [choices, groups] = await Promise.all([this.journeys.choices(principal), this.groups.of(principal)]);
    const hubs = choiceOf(choices, ({ hub }) => [hub, hubInWords(hub)]);
    return readAsFields(principal.role, {
      hubs: principal.hub === null ? hubs : null,
      groups: groupChoices([...groups.values()]),
    });
  }
}

// GET /apply: for which school, and what it may apply for.

import { Controller, Get, Query, Req, Res } from "@nestjs/common";
import { Visitors } from "../../../libs/http/allowed.ts";
import type { ApiRequest, ApiResponse } from "../../../libs/http/request.ts";
import { INTAKE_ROLES } from "../../../libs/service/intake/intake.ts";
import { Programmes } from "../../../libs/service/intake/programmes.ts";
import { Schools } from "../../../libs/service/schools/schools.ts";
import type { Principal } from "../../../libs/service/access/principal.ts";
import { answerPage } from "../answer-page.ts";
import { Desk } from "../desk.ts";
import { textIn, type Typed } from "../form-fields.ts";
import { ASKING } from "../page.ts";
import { pickedUrn } from "../search/suggestions.ts";
import { filledIn } from "../look/templates.ts";
import { lookedForView, ownSchoolsView, type ChooseView } from "./choose-page.ts";
import { programmesView } from "./programmes-page.ts";
import { schoolsFound, URN } from "./find-schools.ts";

@Controller("apply")
export class ApplyController {
  constructor(
    private readonly desk: Desk,
    private readonly offers: Programmes,
    private readonly schools: Schools,
  ) {}

  @Get()
  @Visitors()
  async programmes(@Query() query: Typed, @Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    const { person } = await this.desk.visitor(request, response, INTAKE_ROLES.begin);
    const { principal } = person;
    const urn = chosenBy(principal, query);
    if (urn === null) {
      const view = await this.choose(principal, textIn(query, "q").trim());
      const title = view.search === null ? "Apply for one of your schools" : "Apply for a school";
      answerPage(response, 200, title, filledIn("apply/choose.njk", view), person, ASKING);
      return;
    }
    const { school, programmes } = await this.offers.of(principal, urn);
    const only = principal.role === "school-contact" && principal.urns.length === 1;
    const view = programmesView(school ?? `School ${urn}`, programmes, { urn: only ? null : urn });
    answerPage(response, 200, "What your school may apply for", filledIn("apply/programmes.njk", view), person);
  }

  private async choose(principal: Principal, q: string): Promise<ChooseView> {
    if (principal.role !== "school-contact") return lookedForView(await schoolsFound(this.schools, principal, q));
    const known = await this.schools.named(principal, principal.urns);
    return ownSchoolsView(
      principal.urns.map((urn) => ({
        urn,
        name: known.get(urn)?.name ?? null,
        postcode: known.get(urn)?.postcode ?? null,
      })),
    );
  }
}

/** The school that is meant; null where it is still to be chosen. */
function chosenBy({ role, urns }: Principal, query: Typed): string | null {
  const asked = textIn(query, "urn").trim();
  if (URN.test(asked)) return asked;
  // A school that was suggested and picked need not be looked for.
  const picked = role === "school-contact" ? null : pickedUrn(textIn(query, "q"));
  if (picked !== null) return picked;
  return role === "school-contact" && urns.length === 1 ? (urns[0] ?? null) : null;
}

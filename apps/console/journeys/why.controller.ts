// GET /journeys/{id}/why/grants/{year} and /journeys/{id}/why/{seq}: why money, a reminder or an escalation is as it
// is.

import { Controller, Get, Param, Query, Req, Res } from "@nestjs/common";
import type { Explanation } from "../../../libs/journey/why/explanation.ts";
import { Visitors } from "../../../libs/http/allowed.ts";
import type { ApiRequest, ApiResponse } from "../../../libs/http/request.ts";
import { validated } from "../../../libs/service/shape/checked.ts";
import { AsOfQuery, Explanations } from "../../../libs/service/why/explanations.ts";
import { PROOF_ROLES } from "../../../libs/service/money/proofs.ts";
import { answerPage } from "../answer-page.ts";
import { textIn, withDates, type Typed } from "../form-fields.ts";
import { Desk } from "../desk.ts";
import { filledIn } from "../look/templates.ts";
import { SchoolNames } from "../../../libs/service/schools/school-names.ts";
import type { Visitor } from "../visitor.ts";
import { allInWords } from "../../../libs/words/naming.ts";
import { whyView } from "./why-page.ts";

type Query = Readonly<Record<string, unknown>>;

@Controller("journeys/:id/why")
export class WhyPageController {
  constructor(
    private readonly desk: Desk,
    private readonly names: SchoolNames,
    private readonly explanations: Explanations,
  ) {}

  @Get("grants/:year")
  @Visitors()
  async grant(
    @Param("id") id: string,
    @Param("year") year: string,
    @Query() query: Query,
    @Req() request: ApiRequest,
    @Res() response: ApiResponse,
  ): Promise<void> {
    const visitor = await this.desk.visitor(request, response);
    const calls = allInWords(visitor.called);
    const why = await this.explanations.grant(visitor.person.principal, id, year, asked(query), calls);
    await this.answer(response, visitor, why, {
      ...{ id, action: `/journeys/${id}/why/grants/${year}`, query },
      proof: PROOF_ROLES.read.includes(visitor.person.principal.role) ? `/money/proof/${id}/${year}` : null,
    });
  }

  @Get(":seq")
  @Visitors()
  async event(
    @Param("id") id: string,
    @Param("seq") seq: string,
    @Query() query: Query,
    @Req() request: ApiRequest,
    @Res() response: ApiResponse,
  ): Promise<void> {
    const visitor = await this.desk.visitor(request, response);
    const why = await this.explanations.event(
      visitor.person.principal,
      id,
      seq,
      asked(query),
      allInWords(visitor.called),
    );
    await this.answer(response, visitor, why, { id, action: `/journeys/${id}/why/${seq}`, query });
  }

  private async answer(
    response: ApiResponse,
    { person }: Visitor,
    why: Explanation,
    { id, action, query, proof = null }: { id: string; action: string; query: Query; proof?: string | null },
  ): Promise<void> {
    const school = (await this.names.of([{ journey: id }])).get(id) ?? id;
    answerPage(
      response,
      200,
      `Why? ${why.about}`,
      filledIn(
        "journeys/why.njk",
        whyView(why, { action, journey: `/journeys/${id}`, school, day: asked(query).asOf ?? "", proof }),
      ),
      person,
    );
  }
}

/** The day asked for; an empty field asks for now. @throws Refusal `invalid` */
function asked(query: Query): AsOfQuery {
  const asOf = textIn(withDates(query as Typed), "asOf");
  return validated(AsOfQuery, asOf === "" ? {} : { asOf });
}

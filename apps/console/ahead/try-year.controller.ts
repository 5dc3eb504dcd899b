// GET /try-year: a hub supposes something and looks at what would follow. It writes nothing, and all that is supposed
// stands in the address.

import { Controller, Get, Query, Req, Res } from "@nestjs/common";
import { Visitors } from "../../../libs/http/allowed.ts";
import { problemFrom } from "../../../libs/http/problem-from.ts";
import type { ApiRequest, ApiResponse } from "../../../libs/http/request.ts";
import { TRY_ROLES, TriedYears, type YearAsked } from "../../../libs/service/ahead/try-year.ts";
import { Refusal } from "../../../libs/service/refusal.ts";
import { byName } from "../../../libs/words/naming.ts";
import { sentenceOfRejection } from "../../../libs/words/rejection.ts";
import { answerPage } from "../answer-page.ts";
import { Desk } from "../desk.ts";
import type { Fault } from "../faults.ts";
import { withDates, type Typed } from "../form-fields.ts";
import { filledIn } from "../look/templates.ts";
import { POLICY } from "../page.ts";
import type { AtDesk } from "../visitor.ts";
import { toPerson } from "../words.ts";
import { fieldOf, supposedIn, supposedInWords, tryFields, type TryFields } from "./try-year-form.ts";
import { resultView, tryYearView, type ResultView } from "./try-year-page.ts";

@Controller("try-year")
export class TryYearController {
  constructor(
    private readonly desk: Desk,
    private readonly years: TriedYears,
  ) {}

  @Get()
  @Visitors()
  async show(@Query() query: Typed, @Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    const visitor = await this.desk.visitor(request, response, TRY_ROLES);
    const { principal } = visitor.person;
    const typed = withDates(query);
    const fields = tryFields(await this.years.toTry(principal, principal.hub ?? ""), visitor.called);
    const supposed = supposedIn(fields, typed);
    const { status, faults, result } =
      supposed === null
        ? NOTHING_YET
        : "faults" in supposed
          ? { status: 422, faults: supposed.faults, result: null }
          : await this.tried(visitor, supposed.asked, fields, typed);
    const body = filledIn("ahead/try-year.njk", tryYearView(fields, { typed, faults }, result));
    const around = faults.length > 0 ? { faulty: true as const } : {};
    answerPage(response, status, "Try the year", body, visitor.person, POLICY, around);
  }

  private async tried(
    { person: { principal }, called }: AtDesk,
    asked: YearAsked,
    fields: TryFields,
    typed: Typed,
  ): Promise<{ status: number; faults: readonly Fault[]; result: ResultView | null }> {
    try {
      const words = { called, namingOf: byName("the", called) };
      const found = await this.years.tried(principal, principal.hub ?? "", asked, words);
      return { status: 200, faults: [], result: resultView(found, supposedInWords(fields, typed), called) };
    } catch (error) {
      if (!(error instanceof Refusal) || error.errors === undefined) throw error;
      const said = error.rejection && sentenceOfRejection(error.rejection, toPerson(called));
      const faults = error.errors.map(({ pointer, detail }) => ({
        field: fieldOf(pointer, typed),
        text: said ?? detail,
      }));
      return { status: problemFrom(error).status, faults, result: null };
    }
  }
}

const NOTHING_YET = { status: 200, faults: [], result: null };

import { Controller, HttpCode, Param, Post, Req } from "@nestjs/common";
import { Roles } from "../../../libs/http/allowed.ts";
import { callerOf } from "../../../libs/http/caller.ts";
import { csvOf } from "../../../libs/http/csv-body.ts";
import { isPreview } from "../../../libs/http/query.ts";
import type { ApiRequest } from "../../../libs/http/request.ts";
import { ANSWER_COLUMNS, BankAnswers, type BankAnswer } from "../../../libs/service/money/bank-answer.ts";
import { PREPARERS } from "../../../libs/service/money/run-commands.ts";
import { told } from "../../../libs/words/rejection.ts";
import { Doc, type ProblemStatus } from "../openapi/doc.ts";
import { PAYMENT_RUN_ID, PREVIEW } from "../openapi/parameters.ts";
import { ANSWER_FILE, ANSWER_ID, BankAnswerAnswer } from "./bank-answer.dto.ts";

const PROBLEMS: readonly ProblemStatus[] = [400, 403, 404, 413, 415, 422, 503];
const OF_COLUMNS = `Columns, in any order: ${Object.entries(ANSWER_COLUMNS)
  .map(([name, note]) => `${name} (${note})`)
  .join(", ")}. The first two are indispensable.`;

@Controller("api/v1/payment-runs/:id/bank-answers")
export class BankAnswersController {
  constructor(private readonly answers: BankAnswers) {}

  @Post()
  @HttpCode(200)
  @Roles(...PREPARERS)
  @Doc({
    id: "lookAtBankAnswer",
    tag: "Payments",
    summary: "What would come of the bank's answer, a file of one row a payment; writes nothing",
    description:
      `${OF_COLUMNS} At most 1,000 rows. What is paid is recorded as made, whatever has happened to its school ` +
      "since. The file is kept nowhere: send it again to apply it.",
    parameters: [PAYMENT_RUN_ID, PREVIEW],
    body: ANSWER_FILE,
    answer: BankAnswerAnswer,
    problems: PROBLEMS,
  })
  async look(@Param("id") run: string, @Req() request: ApiRequest): Promise<BankAnswerAnswer> {
    await this.answers.mayAnswer(callerOf(request), run);
    return presented(await this.answers.look(callerOf(request), run, csvOf(request), request.id));
  }

  @Post(":file/apply")
  @HttpCode(200)
  @Roles(...PREPARERS)
  @Doc({
    id: "applyBankAnswer",
    tag: "Payments",
    summary: "Apply the bank's answer that was looked at: each row once",
    description:
      "The same file, with the id that looking at it gave. Applied once more, it is answered alike, whoever sends " +
      "it; rows that are `waiting` are tried again.",
    parameters: [PAYMENT_RUN_ID, ANSWER_ID, PREVIEW],
    body: ANSWER_FILE,
    answer: BankAnswerAnswer,
    problems: PROBLEMS,
  })
  async apply(
    @Param("id") run: string,
    @Param("file") file: string,
    @Req() request: ApiRequest,
  ): Promise<BankAnswerAnswer> {
    const asked = { caller: callerOf(request), request: request.id, preview: isPreview(request) };
    await this.answers.mayAnswer(asked.caller, run);
    return presented(await this.answers.apply(asked, run, file, csvOf(request)));
  }
}

function presented({ lines, ...answer }: BankAnswer): BankAnswerAnswer {
  return {
    ...answer,
    lines: lines.map(({ because, ...line }) => ({
      ...line,
      ...(because ? told(because) : { code: null, detail: null }),
    })),
  };
}

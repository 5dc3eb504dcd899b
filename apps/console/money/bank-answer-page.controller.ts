// GET and POST /money/bank-answers/{run}, POST /money/bank-answers/{run}/apply: what the bank says, as a file. It is
// kept nowhere: the browser brings it back to apply it.

import {
  Controller,
  Get,
  Injectable,
  Param,
  Post,
  Req,
  Res,
  UploadedFile,
  UseGuards,
  UseInterceptors,
} from "@nestjs/common";
import { FileInterceptor } from "@nestjs/platform-express";
import { Visitors } from "../../../libs/http/allowed.ts";
import { Problem } from "../../../libs/http/problem.ts";
import type { ApiRequest, ApiResponse } from "../../../libs/http/request.ts";
import { BankAnswers, type BankAnswer } from "../../../libs/service/money/bank-answer.ts";
import { PaymentRuns } from "../../../libs/service/money/payment-runs.ts";
import { PREPARERS } from "../../../libs/service/money/run-commands.ts";
import { answerPage } from "../answer-page.ts";
import { Desk, type Page, type Sent } from "../desk.ts";
import { textIn } from "../form-fields.ts";
import { FILE_LIMITS, FileDoor, streamOf } from "../file-door.ts";
import { newKey } from "../form-page.ts";
import type { Html } from "../html.ts";
import { filledIn } from "../look/templates.ts";
import {
  appliedAnswerView,
  chooseAnswerView,
  lookedAnswerView,
  type AnswerLook,
  type AnswerRowsView,
} from "./bank-answer-page.ts";

const TITLE = "The bank’s answer";
const choosePage = (of: Parameters<typeof chooseAnswerView>[0]): Html =>
  filledIn("money/bank-answer.njk", chooseAnswerView(of));
const rowsPage = (view: AnswerRowsView): Html => filledIn("money/bank-rows.njk", view);

@Injectable()
export class BankDoor extends FileDoor {
  protected readonly roles = PREPARERS;
}

@Controller("money/bank-answers/:run")
export class BankAnswerPagesController {
  constructor(
    private readonly desk: Desk,
    private readonly answers: BankAnswers,
    private readonly runs: PaymentRuns,
  ) {}

  @Get()
  @Visitors()
  async choose(@Param("run") run: string, @Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    const { person, token } = await this.desk.visitor(request, response, PREPARERS);
    await this.runs.one(person.principal, run);
    answerPage(response, 200, TITLE, choosePage({ run, token, key: newKey(), faults: [] }), person);
  }

  @Post()
  @Visitors()
  @UseGuards(BankDoor)
  @UseInterceptors(FileInterceptor("file", { limits: FILE_LIMITS }))
  async look(
    @Param("run") run: string,
    @UploadedFile() uploaded: { buffer: Buffer } | undefined,
    @Req() request: ApiRequest,
    @Res() response: ApiResponse,
  ): Promise<void> {
    const sent = await this.desk.sent(request, response);
    const file = uploaded?.buffer ?? Buffer.alloc(0);
    await this.settle(response, sent, run, file, {
      send: () => {
        if (file.length === 0) throw new Problem("invalid", "Choose a file that is not empty.");
        return this.answers.look(sent.visitor.person.principal, run, streamOf(file), request.id);
      },
      shows: (answer, look) => ({ title: "What would come of it", body: rowsPage(lookedAnswerView(answer, look)) }),
    });
  }

  @Post("apply")
  @Visitors()
  @UseGuards(BankDoor)
  @UseInterceptors(FileInterceptor("file", { limits: FILE_LIMITS }))
  async apply(@Param("run") run: string, @Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    const sent = await this.desk.sent(request, response);
    const file = Buffer.from(textIn(sent.typed, "csv"), "base64");
    const asked = { caller: sent.visitor.person.principal, request: request.id };
    await this.settle(response, sent, run, file, {
      send: () => this.answers.apply(asked, run, textIn(sent.typed, "id"), streamOf(file)),
      shows: (answer, look) => ({ title: "What came of it", body: rowsPage(appliedAnswerView(answer, look)) }),
    });
  }

  private async settle(
    response: ApiResponse,
    sent: Sent,
    run: string,
    file: Buffer,
    { send, shows }: { send(): Promise<BankAnswer>; shows(answer: BankAnswer, look: AnswerLook): Page },
  ): Promise<void> {
    const { token } = sent.visitor;
    await this.desk.settle(response, sent, [], {
      send,
      then: (answer) => shows(answer, { run, token, key: sent.key, file: file.toString("base64") }),
      again: (faults, key) => ({ title: TITLE, body: choosePage({ run, token, key, faults }) }),
    });
  }
}

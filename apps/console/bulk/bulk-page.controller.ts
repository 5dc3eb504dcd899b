// GET /bulk, POST /bulk, POST /bulk/confirm: a file of applications. It is kept nowhere: the browser brings it back to
// confirm it.

import { Controller, Get, Injectable, Post, Req, Res, UploadedFile, UseGuards, UseInterceptors } from "@nestjs/common";
import { FileInterceptor } from "@nestjs/platform-express";
import { Visitors } from "../../../libs/http/allowed.ts";
import { COLUMNS } from "../../../libs/service/bulk/bulk-file.ts";
import { BULK_ROLES, BulkApplications, type Bulk } from "../../../libs/service/bulk/bulk.ts";
import { Problem } from "../../../libs/http/problem.ts";
import type { ApiRequest, ApiResponse } from "../../../libs/http/request.ts";
import { answerPage } from "../answer-page.ts";
import { Desk, type Page, type Sent } from "../desk.ts";
import { textIn } from "../form-fields.ts";
import { FILE_LIMITS, FileDoor, streamOf } from "../file-door.ts";
import { newKey } from "../form-page.ts";
import { filledIn } from "../look/templates.ts";
import { chooseView, lookView, outcomeView, type BulkLook } from "./bulk-page.ts";

const TITLE = "Several schools at once";
@Injectable()
export class BulkDoor extends FileDoor {
  protected readonly roles = BULK_ROLES.send;
}

@Controller("bulk")
export class BulkPagesController {
  constructor(
    private readonly desk: Desk,
    private readonly bulk: BulkApplications,
  ) {}

  @Get()
  @Visitors()
  async choose(@Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    const { person, token } = await this.desk.visitor(request, response, BULK_ROLES.send);
    answerPage(
      response,
      200,
      TITLE,
      filledIn("bulk/choose.njk", chooseView({ token, key: newKey(), faults: [] })),
      person,
    );
  }

  @Get("empty.csv")
  @Visitors()
  async empty(@Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    await this.desk.visitor(request, response, BULK_ROLES.send);
    response
      .writeHead(200, {
        "Content-Type": "text/csv; charset=utf-8",
        "Content-Disposition": 'attachment; filename="applications.csv"',
      })
      .end(`\uFEFF${Object.keys(COLUMNS).join(",")}\r\n`);
  }

  @Post()
  @Visitors()
  @UseGuards(BulkDoor)
  @UseInterceptors(FileInterceptor("file", { limits: FILE_LIMITS }))
  async look(
    @UploadedFile() uploaded: { buffer: Buffer } | undefined,
    @Req() request: ApiRequest,
    @Res() response: ApiResponse,
  ): Promise<void> {
    const sent = await this.desk.sent(request, response);
    const file = uploaded?.buffer ?? Buffer.alloc(0);
    const hub = sent.visitor.person.principal.hub ?? "";
    await this.settle(response, sent, file, {
      send: () => {
        if (file.length === 0) throw new Problem("invalid", "Choose a file that is not empty.");
        return this.bulk.look(sent.visitor.person.principal, hub, streamOf(file));
      },
      shows: (answer, look) => ({
        title: "What would come of it",
        body: filledIn("bulk/lines.njk", lookView(answer, look)),
      }),
    });
  }

  @Post("confirm")
  @Visitors()
  @UseGuards(BulkDoor)
  @UseInterceptors(FileInterceptor("file", { limits: FILE_LIMITS }))
  async confirm(@Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    const sent = await this.desk.sent(request, response);
    const file = Buffer.from(textIn(sent.typed, "csv"), "base64");
    const hub = sent.visitor.person.principal.hub ?? "";
    await this.settle(response, sent, file, {
      send: () =>
        this.bulk.confirm(
          { caller: sent.visitor.person.principal, request: request.id },
          hub,
          textIn(sent.typed, "id"),
          streamOf(file),
        ),
      shows: (answer, look) => ({
        title: "What came of it",
        body: filledIn("bulk/lines.njk", outcomeView(answer, look)),
      }),
    });
  }

  private async settle(
    response: ApiResponse,
    sent: Sent,
    file: Buffer,
    { send, shows }: { send(): Promise<Bulk>; shows(answer: Bulk, look: BulkLook): Page },
  ): Promise<void> {
    const { token } = sent.visitor;
    await this.desk.settle(response, sent, [], {
      send: async () => {
        const answer = await send();
        return { answer, names: await this.bulk.names(answer) };
      },
      then: ({ answer, names }) => shows(answer, { token, key: sent.key, names, file: file.toString("base64") }),
      again: (faults, key) => ({ title: TITLE, body: filledIn("bulk/choose.njk", chooseView({ token, key, faults })) }),
    });
  }
}

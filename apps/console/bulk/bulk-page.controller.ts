// GET /bulk, POST /bulk, POST /bulk/confirm, POST /bulk/faults: a file of applications. It is kept nowhere: the browser
// brings it back to confirm it, or to have its faults written into it.

import { Controller, Get, Injectable, Post, Req, Res, UploadedFile, UseGuards, UseInterceptors } from "@nestjs/common";
import { FileInterceptor } from "@nestjs/platform-express";
import { Visitors } from "../../../libs/http/allowed.ts";
import { BULK_ROLES, BulkApplications, type Bulk } from "../../../libs/service/bulk/bulk.ts";
import { Problem } from "../../../libs/http/problem.ts";
import { WebSettings } from "../../../libs/http/web-settings.ts";
import type { ApiRequest, ApiResponse } from "../../../libs/http/request.ts";
import { answerPage } from "../answer-page.ts";
import { Desk, type Page, type Sent } from "../desk.ts";
import { textIn } from "../form-fields.ts";
import { FILE_LIMITS, FileDoor, streamOf } from "../file-door.ts";
import { newKey } from "../form-page.ts";
import { answerFile } from "../lists/list-file.ts";
import { filledIn } from "../look/templates.ts";
import { inWords } from "../words.ts";
import { faultsFile, templateFile } from "./bulk-file.ts";
import { chooseView, lookView, outcomeView, type BulkLook, type Criterion } from "./bulk-page.ts";

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
    private readonly settings: WebSettings,
  ) {}

  @Get()
  @Visitors()
  async choose(@Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    const { person, token } = await this.desk.visitor(request, response, BULK_ROLES.send);
    answerPage(
      response,
      200,
      TITLE,
      filledIn("bulk/choose.njk", chooseView({ token, key: newKey(), faults: [], criteria: this.criteria() })),
      person,
    );
  }

  @Get("template.csv")
  @Visitors()
  async template(@Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    await this.desk.visitor(request, response, BULK_ROLES.send);
    answerFile(response, "applications", templateFile());
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

  /** Nothing is sent: the file comes back to whoever brought it. */
  @Post("faults")
  @Visitors()
  @UseGuards(BulkDoor)
  @UseInterceptors(FileInterceptor("file", { limits: FILE_LIMITS }))
  async faults(@Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    const { visitor, typed } = await this.desk.sent(request, response);
    const { principal } = visitor.person;
    const file = Buffer.from(textIn(typed, "csv"), "base64");
    const faults = await this.bulk.toPutRight(principal, principal.hub ?? "", streamOf(file));
    answerFile(response, "applications-to-put-right", faultsFile(faults));
  }

  /** Of every programme that asks for any, each once. */
  private criteria(): Criterion[] {
    const all = this.settings.catalogue.all().flatMap(({ application }) => application.criteria?.value ?? []);
    return [...new Map(all.map(({ code, text }) => [code, { words: inWords(code), says: text }])).values()];
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
      again: (faults, key) => ({
        title: TITLE,
        body: filledIn("bulk/choose.njk", chooseView({ token, key, faults, criteria: this.criteria() })),
      }),
    });
  }
}

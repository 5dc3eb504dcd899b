import { Controller, Get, HttpCode, Param, Post, Req, UseGuards } from "@nestjs/common";
import { Roles } from "../../../libs/http/allowed.ts";
import { callerOf } from "../../../libs/http/caller.ts";
import { csvOf } from "../../../libs/http/csv-body.ts";
import { OwnHubGuard } from "../../../libs/http/own-hub.guard.ts";
import { Caller } from "../../../libs/http/parameters.ts";
import { isPreview } from "../../../libs/http/query.ts";
import type { ApiRequest } from "../../../libs/http/request.ts";
import type { Principal } from "../../../libs/service/access/principal.ts";
import { COLUMNS } from "../../../libs/service/bulk/bulk-columns.ts";
import { BULK_ROLES, BulkApplications, type Bulk } from "../../../libs/service/bulk/bulk.ts";
import { told } from "../../../libs/words/rejection.ts";
import { Doc, type ProblemStatus } from "../openapi/doc.ts";
import { HUB, PREVIEW } from "../openapi/parameters.ts";
import { BULK_FILE, BULK_ID, BulkAnswer } from "./bulk.dto.ts";

const PROBLEMS: readonly ProblemStatus[] = [400, 403, 404, 413, 415, 422, 503];
const OF_COLUMNS = `Columns, in any order, by these names or by their headings in words: ${Object.entries(COLUMNS)
  .map(([name, { heading, note }]) => `${name} (“${heading}”: ${note})`)
  .join(", ")}. The first five are indispensable. Ids and codes may stand as they are or in words.`;

@Controller("api/v1/hubs/:hub/bulk-applications")
@UseGuards(OwnHubGuard)
export class BulkController {
  constructor(private readonly bulk: BulkApplications) {}

  @Post()
  @HttpCode(200)
  @Roles(...BULK_ROLES.send)
  @Doc({
    id: "validateBulk",
    tag: "Intake",
    summary: "What would come of every line of a file of applications; writes nothing",
    description:
      `${OF_COLUMNS} At most 1,000 rows and 4 MB. By the rules an application by itself is judged by, now. ` +
      `The file is kept nowhere: send it again to confirm.`,
    parameters: [HUB, PREVIEW],
    body: BULK_FILE,
    answer: BulkAnswer,
    problems: PROBLEMS,
  })
  async validate(@Param("hub") hub: string, @Req() request: ApiRequest): Promise<BulkAnswer> {
    return presented(await this.bulk.look(callerOf(request), hub, csvOf(request)));
  }

  @Post(":file/confirm")
  @HttpCode(200)
  @Roles(...BULK_ROLES.send)
  @Doc({
    id: "confirmBulk",
    tag: "Intake",
    summary: "Send every line of the file that was looked at: each an application by itself, once",
    description:
      "The same file, with the id that looking at it gave. It answers within half a minute; lines it did " +
      "not come to are `waiting`, and confirming once more goes " +
      "on there. A line that was answered before is answered alike, whoever confirms.",
    parameters: [HUB, BULK_ID, PREVIEW],
    body: BULK_FILE,
    answer: BulkAnswer,
    problems: PROBLEMS,
  })
  async confirm(@Param("hub") hub: string, @Param("file") id: string, @Req() request: ApiRequest): Promise<BulkAnswer> {
    const asked = { caller: callerOf(request), request: request.id, preview: isPreview(request) };
    return presented(await this.bulk.confirm(asked, hub, id, csvOf(request)));
  }

  @Get(":file")
  @Roles(...BULK_ROLES.read)
  @Doc({
    id: "getBulk",
    tag: "Intake",
    summary: "What became of the lines of a file that was confirmed",
    description: "A line that has the wrong shape was never sent, and is not among them.",
    parameters: [HUB, BULK_ID],
    answer: BulkAnswer,
    problems: [403, 404, 503],
  })
  async read(@Caller() caller: Principal, @Param("hub") hub: string, @Param("file") id: string): Promise<BulkAnswer> {
    return presented(await this.bulk.outcome(caller, hub, id));
  }
}

function presented({ lines, ...bulk }: Bulk): BulkAnswer {
  return {
    ...bulk,
    lines: lines.map(({ because, ...line }) => ({
      ...line,
      ...(because ? told(because) : { code: null, detail: null }),
    })),
  };
}

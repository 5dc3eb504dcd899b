// Many schools apply at once, by a file of their hub: looked at first, then confirmed.

import { Controller, Get, HttpCode, Param, Post, Req } from "@nestjs/common";
import { instantFromMs } from "../../../libs/calendar/instants.ts";
import { Roles } from "../../../libs/http/allowed.ts";
import { sameHub } from "../../../libs/service/access/scope.ts";
import { callerOf } from "../../../libs/http/caller.ts";
import { WebSettings } from "../../../libs/http/web-settings.ts";
import { CommandSender } from "../../../libs/service/commands/command-sender.ts";
import { rulesOf } from "../../../libs/service/rules.ts";
import { Database } from "../../../libs/service/database.ts";
import { hubCode } from "../../../libs/service/hub-code.ts";
import { Problem } from "../../../libs/http/problem.ts";
import type { ApiRequest } from "../../../libs/http/request.ts";
import { Doc, type ProblemStatus } from "../openapi/doc.ts";
import { HUB } from "../openapi/parameters.ts";
import { BULK_EXAMPLE, BULK_ID } from "../openapi/intake-schemas.ts";
import { text } from "../../../libs/service/shape/schema.ts";
import { confirm, outcomesOf, preview, type LineOutcome } from "./bulk-applications.ts";
import { COLUMNS, readBulk } from "./bulk-file.ts";

/** What would come, or came, of each line of a file. */
export interface BulkAnswer {
  id: string;
  hub: string;
  accepted: number;
  rejected: number;
  waiting: number;
  lines: LineOutcome[];
}

const BODY = {
  schema: text("CSV in UTF-8, the header first"),
  example: BULK_EXAMPLE,
  required: true,
  as: "text/csv" as const,
};
const PROBLEMS: readonly ProblemStatus[] = [400, 403, 404, 413, 415, 422, 503];
const OF_COLUMNS = `Columns, in any order: ${Object.entries(COLUMNS)
  .map(([name, note]) => `${name} (${note})`)
  .join(", ")}. The first five are indispensable.`;

@Controller("api/v1/hubs/:hub/bulk-applications")
export class BulkController {
  constructor(
    private readonly database: Database,
    private readonly settings: WebSettings,
    private readonly sender: CommandSender,
  ) {}

  @Post()
  @HttpCode(200)
  @Roles("hub-coordinator", "hub-lead")
  @Doc({
    id: "validateBulk",
    tag: "Intake",
    summary: "What would come of every line of a file of applications; writes nothing",
    description:
      `${OF_COLUMNS} At most 1,000 rows and 4 MB. By the rules an application by itself is judged by, now. ` +
      `The file is kept nowhere: send it again to confirm.`,
    parameters: [HUB],
    body: BODY,
    answer: "Bulk",
    problems: PROBLEMS,
  })
  async validate(@Param("hub") hub: string, @Req() request: ApiRequest): Promise<BulkAnswer> {
    const caller = callerOf(request);
    sameHub(caller, hub);
    const file = await readBulk(request, hubCode(hub));
    return answerOf(
      file.id,
      hub,
      await preview(
        await this.database.open(),
        caller,
        file,
        instantFromMs(this.settings.clock()),
        rulesOf(this.settings),
      ),
    );
  }

  @Post(":file/confirm")
  @HttpCode(200)
  @Roles("hub-coordinator", "hub-lead")
  @Doc({
    id: "confirmBulk",
    tag: "Intake",
    summary: "Send every line of the file that was looked at: each an application by itself, once",
    description:
      "The same file, with the id that looking at it gave. It answers within half a minute; lines it did " +
      "not come to are `waiting`, and confirming once more goes " +
      "on there. A line that was answered before is answered alike, whoever confirms.",
    parameters: [HUB, BULK_ID],
    body: BODY,
    answer: "Bulk",
    problems: PROBLEMS,
  })
  async confirm(@Param("hub") hub: string, @Param("file") id: string, @Req() request: ApiRequest): Promise<BulkAnswer> {
    const caller = callerOf(request);
    sameHub(caller, hub);
    const file = await readBulk(request, hubCode(hub));
    if (file.id !== id) {
      const detail =
        "This is not the file that was looked at: look at this one first (POST bulk-applications), then " +
        "confirm it by its own id.";
      throw new Problem("invalid", detail, { errors: [{ pointer: "", detail }] });
    }
    return answerOf(file.id, hub, await confirm(this.sender, caller, request.id, hub, file));
  }

  @Get(":file")
  @Roles("hub-coordinator", "hub-lead", "operator", "auditor")
  @Doc({
    id: "getBulk",
    tag: "Intake",
    summary: "What became of the lines of a file that was confirmed",
    description: "A line that has the wrong shape was never sent, and is not among them.",
    parameters: [HUB, BULK_ID],
    answer: "Bulk",
    problems: [403, 404, 503],
  })
  async read(@Param("hub") hub: string, @Param("file") id: string, @Req() request: ApiRequest): Promise<BulkAnswer> {
    sameHub(callerOf(request), hub);
    const lines = await outcomesOf(await this.database.open(), hubCode(hub), id);
    if (lines.length === 0) throw new Problem("not-found", "No file with this id was confirmed at this hub.");
    return answerOf(id, hub, lines);
  }
}

function answerOf(id: string, hub: string, lines: LineOutcome[]): BulkAnswer {
  const count = (outcome: LineOutcome["outcome"]): number => lines.filter((one) => one.outcome === outcome).length;
  return { id, hub, accepted: count("accepted"), rejected: count("rejected"), waiting: count("waiting"), lines };
}

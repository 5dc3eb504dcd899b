// POST /api/v1/mail/receipts: GOV.UK Notify says what became of a letter. The address that it names is looked at by
// nobody.

import { createHash, timingSafeEqual } from "node:crypto";
import { Controller, HttpCode, Post, Req } from "@nestjs/common";
import type { DataSource } from "typeorm";
import { instantFromMs } from "../../../libs/calendar/instants.ts";
import { performCommand } from "../../../libs/temporal/subject-client.ts";
import { addresseeOf, readMessageId, type LetterId } from "../../../libs/contract/message-id.ts";
import { SERVICE, type Command } from "../../../libs/journey/commands.ts";
import { effectOf } from "../../../libs/journey/effects.ts";
import { fold } from "../../../libs/journey/evolve.ts";
import { load } from "../../../libs/store/events/event-store.ts";
import { recorded } from "../../../libs/store/events/known-events.ts";
import { streamOf } from "../../../libs/store/events/streams.ts";
import { tokenIn, unauthenticated } from "../access/authenticate.ts";
import { Anyone } from "../access/roles.ts";
import { ApiSettings } from "../api-settings.ts";
import { Database } from "../database.ts";
import { Problem } from "../http/problem.ts";
import type { ApiRequest } from "../http/request.ts";
import { Doc } from "../openapi/doc.ts";
import { ref } from "../openapi/schema.ts";
import { Temporal } from "../temporal.module.ts";

/**
 * What Notify calls a letter that did not arrive: no such address, a full mailbox for three days, a fault on the way.
 */
const FAILURES: readonly unknown[] = ["permanent-failure", "temporary-failure", "technical-failure"];

@Controller("api/v1/mail/receipts")
export class ReceiptsController {
  constructor(
    private readonly database: Database,
    private readonly temporal: Temporal,
    private readonly settings: ApiSettings,
  ) {}

  /**
   * Records a letter that came back; what arrived, or is none of ours, changes nothing. The same receipt twice is one.
   */
  @Post()
  @HttpCode(200)
  @Anyone()
  @Doc({
    id: "takeMailReceipt",
    tag: "Reminders",
    summary: "What became of a letter, as GOV.UK Notify says it",
    description:
      "The bearer token is the one that Notify was given for its callbacks (NOTIFY_RECEIPT_TOKEN), no " +
      "person’s. What else a receipt holds, the address too, is not looked at.",
    body: {
      schema: ref("MailReceipt"),
      example: { reference: "100001-primary.12.applicant@school-journeys.invalid", status: "permanent-failure" },
      required: true,
    },
    answer: "MailReceiptTaken",
    problems: [400, 413, 415, 422, 503],
  })
  async take(@Req() request: ApiRequest): Promise<{ recorded: boolean }> {
    this.believe(request);
    const { reference, status } = Object(request.body) as { reference?: unknown; status?: unknown };
    const letter = typeof reference === "string" ? readMessageId(reference) : null;
    if (letter === null || typeof status !== "string" || !FAILURES.includes(status)) return { recorded: false };
    const command = await this.commandOf(await this.database.open(), letter, status);
    if (command === null) return { recorded: false };
    const outcome = await performCommand(this.temporal.client, letter.journey, command, {
      timeoutMs: this.settings.commandTimeoutMs,
    });
    if ("fault" in outcome)
      throw new Problem("unavailable", "The service could not decide this; nothing was recorded.");
    return { recorded: outcome.accepted };
  }

  private believe(request: ApiRequest): void {
    const shown = tokenIn(request.headers.authorization);
    const known = this.settings.mailReceiptToken;
    if (!known || !timingSafeEqual(digest(shown), digest(known)))
      throw unauthenticated("The token is not valid here.", "invalid_token");
  }

  /** Null where no such letter was ever asked for. */
  private async commandOf(
    source: DataSource,
    { journey, seq, addressee }: LetterId,
    status: string,
  ): Promise<Command | null> {
    const events = recorded(await load(source, streamOf(journey)));
    const asked = events.find((event) => event.seq === seq);
    if (asked === undefined || effectOf(asked) === null) return null;
    const state = fold(events);
    const person =
      state.status === "none" ? undefined : state.participants.find(({ id }) => addresseeOf(id) === addressee)?.id;
    return {
      id: `receipt:${journey}:${seq}:${addressee}`,
      type: "RecordBounce",
      at: instantFromMs(this.settings.clock()),
      by: SERVICE,
      data: { effect: seq, addressee, person: person ?? null, code: status },
    };
  }
}

const digest = (text: string): Buffer => createHash("sha256").update(text).digest();

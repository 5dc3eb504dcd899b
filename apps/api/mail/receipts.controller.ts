// POST /api/v1/mail/receipts: GOV.UK Notify says what became of a letter.

import { createHash, timingSafeEqual } from "node:crypto";
import { Controller, HttpCode, Post, Req } from "@nestjs/common";
import { Anyone } from "../../../libs/http/allowed.ts";
import { isPreview } from "../../../libs/http/query.ts";
import type { ApiRequest } from "../../../libs/http/request.ts";
import { unauthenticated } from "../../../libs/http/unauthenticated.ts";
import { WebSettings } from "../../../libs/http/web-settings.ts";
import { foreseen } from "../../../libs/service/commands/foreseen.ts";
import { MailReceipts } from "../../../libs/service/mail/mail-receipts.ts";
import { Flag, Further, Named, Text } from "../../../libs/service/shape/field.ts";
import { tokenIn } from "../access/authenticate.ts";
import { Doc } from "../openapi/doc.ts";
import { PREVIEW } from "../openapi/parameters.ts";
import { MayBePreview } from "../commands/preview.dto.ts";

/** What Notify sends; what it is not like is none of ours, and no fault. */
@Named("MailReceipt")
@Further()
class ReceiptBody {
  @Text({
    optional: "but-not-null",
    says: "Of the letter",
    example: "100001-primary.12.applicant@school-journeys.invalid",
  })
  reference?: string;

  @Text({ optional: "but-not-null", says: "delivered, permanent-failure, …", example: "permanent-failure" })
  status?: string;
}

@Named("MailReceiptTaken")
class TakenAnswer extends MayBePreview {
  @Flag({ example: true }) recorded: boolean;
}

@Controller("api/v1/mail/receipts")
export class ReceiptsController {
  constructor(
    private readonly receipts: MailReceipts,
    private readonly settings: WebSettings,
  ) {}

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
    parameters: [PREVIEW],
    body: ReceiptBody,
    answer: TakenAnswer,
    problems: [400, 413, 415, 422, 503],
  })
  async take(@Req() request: ApiRequest): Promise<TakenAnswer> {
    this.believe(request);
    const preview = isPreview(request);
    const recorded = await this.receipts.take(Object(request.body) as object, { preview });
    const what = recorded ? "The letter is noted as one that came back." : "Nothing: it is no letter that came back.";
    return { recorded, ...(preview && foreseen("LetterBounced", what)) };
  }

  private believe(request: ApiRequest): void {
    const shown = tokenIn(request.headers.authorization);
    const known = this.settings.mailReceiptToken;
    if (!known || !timingSafeEqual(digest(shown), digest(known)))
      throw unauthenticated("The token is not valid here.", "invalid_token");
  }
}

const digest = (text: string): Buffer => createHash("sha256").update(text).digest();

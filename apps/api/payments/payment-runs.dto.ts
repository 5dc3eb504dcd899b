// The query parameters of payment runs and their payments.

import { Type } from "class-transformer";
import { IsIn, IsInt, IsOptional, IsString, Matches, Max, Min } from "class-validator";
import { LINE_STATUSES, RUN_STATUSES, type LineStatus } from "../../../libs/payments/state.ts";
import { HUB_PATTERN, LIMIT, PageQuery, query } from "../journeys/page.dto.ts";
import type { Parameter } from "../openapi/doc.ts";
import { words } from "../openapi/schema.ts";

export class PaymentRunsQuery extends PageQuery {
  @IsOptional()
  @IsString()
  @Matches(HUB_PATTERN, { message: "hub is a code such as great-north." })
  hub?: string;

  @IsOptional()
  @IsIn(RUN_STATUSES)
  status?: string;

  @IsOptional()
  @IsString()
  @Matches(/^[a-z0-9-]{1,40}$/u, { message: "after is the `next` of the page before." })
  after?: string;
}

export class PaymentsQuery extends PageQuery {
  @IsOptional()
  @IsIn(LINE_STATUSES)
  status?: LineStatus;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(2_147_483_647)
  after?: number;
}

export const PAYMENT_RUNS_PARAMETERS: readonly Parameter[] = [
  query("hub", "Runs of this hub", { type: "string" }, "great-north"),
  query("status", "In this status", words(RUN_STATUSES)),
  query("after", "The `next` of the page before", { type: "string" }),
  LIMIT,
];
export const PAYMENTS_PARAMETERS: readonly Parameter[] = [
  query("status", "In this status; else all but those refused", words(LINE_STATUSES)),
  query("after", "The `next` of the page before", { type: "integer", minimum: 0 }),
  LIMIT,
];

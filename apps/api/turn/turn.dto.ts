// The query parameters of the year's turn.

import { IsOptional, IsString, Matches } from "class-validator";
import { query } from "../journeys/page.dto.ts";
import type { Parameter } from "../openapi/doc.ts";

export class TurnQuery {
  @IsOptional()
  @IsString()
  @Matches(/^\d{4}-\d{2}$/u, { message: "into is written 2027-28." })
  into?: string;
}

export const INTO: Parameter = query(
  "into",
  "Into which academic year; else the coming one",
  { type: "string", pattern: "^\\d{4}-\\d{2}$" },
  "2027-28",
);

import { IsISO8601, IsOptional, Matches } from "class-validator";
import { query } from "../journeys/page.dto.ts";
import type { Parameter } from "../openapi/doc.ts";

const A_DAY = /^\d{4}-\d{2}-\d{2}$/u;

export class AheadQuery {
  @IsOptional()
  @Matches(A_DAY, { message: "until is a date such as 2020-12-31." })
  @IsISO8601({ strict: true }, { message: "until is a date such as 2020-12-31." })
  until?: string;
}

export const UNTIL: Parameter = query(
  "until",
  "The last day shown, in London",
  { type: "string", format: "date" },
  "2020-12-31",
);

// The query parameters of the list of Work Groups.

import { IsIn, IsOptional, IsString, Matches } from "class-validator";
import { HUB_PATTERN, LIMIT, PageQuery, query, YEAR_PATTERN } from "../journeys/page.dto.ts";
import type { Parameter } from "../openapi/doc.ts";
import { shaped, words } from "../../../libs/service/shape/schema.ts";

const PROSPECTUS = /^\d{4}-\d{2}\/[a-z-]{1,40}$/u;
const AFTER = /^[a-z0-9-]{1,80}$/u;
const STATUSES = ["formed", "ended"];

export class WorkGroupsQuery extends PageQuery {
  @IsOptional()
  @IsString()
  @Matches(HUB_PATTERN, { message: "hub is a code such as great-north." })
  hub?: string;

  @IsOptional()
  @IsString()
  @Matches(YEAR_PATTERN, { message: "academicYear is written 2020/21." })
  academicYear?: string;

  @IsOptional()
  @IsString()
  @Matches(PROSPECTUS, { message: "prospectus is written 2020-21/primary-readiness." })
  prospectus?: string;

  @IsOptional()
  @IsIn(STATUSES)
  status?: string;

  @IsOptional()
  @IsString()
  @Matches(AFTER, { message: "after is the `next` of the page before." })
  after?: string;
}

export const WORK_GROUPS_PARAMETERS: readonly Parameter[] = [
  query("hub", "Work Groups of this hub", shaped(HUB_PATTERN), "great-north"),
  query("academicYear", "Of this academic year", shaped(YEAR_PATTERN), "2020/21"),
  query("prospectus", "Of this programme and year", shaped(PROSPECTUS), "2020-21/primary-readiness"),
  query("status", "In this status", words(STATUSES)),
  query("after", "The `next` of the page before", shaped(AFTER)),
  LIMIT,
];

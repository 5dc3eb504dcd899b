// The query parameters of lists.

import { Type } from "class-transformer";
import { IsIn, IsInt, IsOptional, IsString, Matches, Max, Min } from "class-validator";
import type { Phase, Stage } from "../../../libs/prospectus/prospectus.ts";
import { JOURNEY_STATUSES, PHASES } from "../openapi/component-schemas.ts";
import { STAGES } from "../openapi/command-schema.ts";
import { Whole } from "../../../libs/service/shape/field.ts";
import type { Parameter } from "../openapi/doc.ts";
import { shaped, words } from "../../../libs/service/shape/schema.ts";

export const DEFAULT_LIMIT = 50;
const MOST = 200;
export const HUB_PATTERN = /^[a-z0-9-]{1,60}$/u;
export const YEAR_PATTERN = /^\d{4}\/\d{2}$/u;
const URN_PATTERN = /^\d{6}$/u;
const JOURNEY_AFTER = /^[A-Za-z0-9_./:-]{1,100}$/u;
const MOST_SEQ = 2_147_483_647;

export class PageQuery {
  @Whole({ inText: true, least: 1, most: MOST, optional: true, default: DEFAULT_LIMIT, says: "How many at most" })
  limit: number = DEFAULT_LIMIT;
}

export class JourneysQuery extends PageQuery {
  @IsOptional()
  @IsString()
  @Matches(HUB_PATTERN, { message: "hub is a code such as great-north." })
  hub?: string;

  @IsOptional()
  @IsIn(JOURNEY_STATUSES)
  status?: string;

  @IsOptional()
  @IsIn(STAGES)
  stage?: Stage;

  @IsOptional()
  @IsString()
  @Matches(YEAR_PATTERN, { message: "academicYear is written 2020/21." })
  academicYear?: string;

  @IsOptional()
  @IsIn(PHASES)
  phase?: Phase;

  @IsOptional()
  @IsString()
  @Matches(URN_PATTERN, { message: "urn is six digits." })
  urn?: string;

  @IsOptional()
  @IsString()
  @Matches(JOURNEY_AFTER, { message: "after is the `next` of the page before." })
  after?: string;
}

export class JourneyEventsQuery extends PageQuery {
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(MOST_SEQ)
  after?: number;
}

export const LIMIT: Parameter = {
  name: "limit",
  in: "query",
  description: "How many at most",
  schema: { type: "integer", minimum: 1, maximum: MOST, default: DEFAULT_LIMIT },
};

/** A parameter of a list. */
export const query = (
  name: string,
  description: string,
  schema: Parameter["schema"],
  example?: unknown,
): Parameter => ({ name, in: "query", description, schema, ...(example === undefined ? {} : { example }) });

export const JOURNEYS_PARAMETERS: readonly Parameter[] = [
  query("hub", "Journeys of this hub", shaped(HUB_PATTERN), "great-north"),
  query("status", "In this status", words(JOURNEY_STATUSES)),
  query("stage", "In (or about to begin) this stage", words(STAGES)),
  query("academicYear", "In this academic year", shaped(YEAR_PATTERN), "2020/21"),
  query("phase", "Of this phase", words(PHASES)),
  query("urn", "Of the school with this URN, now or formerly", shaped(URN_PATTERN), "100001"),
  query("after", "The `next` of the page before", shaped(JOURNEY_AFTER)),
  LIMIT,
];
export const JOURNEY_EVENTS_PARAMETERS: readonly Parameter[] = [
  query("after", "Events after this seq", { type: "integer", minimum: 0, maximum: MOST_SEQ }),
  LIMIT,
];

import { IsOptional, IsString, Matches, MaxLength } from "class-validator";
import { HUB_PATTERN, LIMIT, PageQuery, query } from "../journeys/page.dto.ts";
import type { Parameter } from "../openapi/doc.ts";
import { PROSPECTUS_ID } from "../../../libs/prospectus/prospectus.ts";
import { shaped } from "../../../libs/service/shape/schema.ts";

const PART_OF_NAME = /\S/u;
const LA = /^\d{3}$/u;
const URN = /^\d{6}$/u;
const QUESTION_AFTER = /^[A-Za-z0-9_./:-]{1,100}$/u;

export class SchoolsQuery extends PageQuery {
  @IsOptional()
  @IsString()
  @Matches(PART_OF_NAME, { message: "q is part of a name, or a URN." })
  @MaxLength(100)
  q?: string;

  @IsOptional()
  @IsString()
  @Matches(LA, { message: "la is the code of a local authority: three digits." })
  la?: string;

  @IsOptional()
  @IsString()
  @Matches(URN, { message: "after is the `next` of the page before." })
  after?: string;
}

export class EligibilityQuery {
  @IsString({ message: "prospectus is missing." })
  @Matches(PROSPECTUS_ID, { message: "prospectus is an id such as 2020-21/primary-readiness." })
  prospectus: string;

  @IsOptional()
  @IsString()
  @Matches(HUB_PATTERN, { message: "hub is a code such as great-north." })
  hub?: string;
}

export class SchoolQuestionsQuery extends PageQuery {
  @IsOptional()
  @IsString()
  @Matches(HUB_PATTERN, { message: "hub is a code such as great-north." })
  hub?: string;

  @IsOptional()
  @IsString()
  @Matches(QUESTION_AFTER, { message: "after is the `next` of the page before." })
  after?: string;
}

export const SCHOOL_URN: Parameter = {
  name: "urn",
  in: "path",
  description: "Six digits",
  schema: shaped(URN),
  example: "100001",
};

export const SCHOOLS_PARAMETERS: readonly Parameter[] = [
  query("q", "Part of the name, whatever case, or the URN", { ...shaped(PART_OF_NAME), maxLength: 100 }, "Example"),
  query("la", "Code of the local authority", shaped(LA), "391"),
  query("after", "The `next` of the page before", shaped(URN)),
  LIMIT,
];
export const ELIGIBILITY_PARAMETERS: readonly Parameter[] = [
  { ...query("prospectus", "The programme", shaped(PROSPECTUS_ID), "2020-21/primary-readiness"), required: true },
  query(
    "hub",
    "Whose window holds; else that of the hub which covers the school’s LA, else the page’s",
    shaped(HUB_PATTERN),
    "great-north",
  ),
];
export const SCHOOL_QUESTIONS_PARAMETERS: readonly Parameter[] = [
  query("hub", "Of this hub", shaped(HUB_PATTERN), "great-north"),
  query("after", "The `next` of the page before", shaped(QUESTION_AFTER)),
  LIMIT,
];

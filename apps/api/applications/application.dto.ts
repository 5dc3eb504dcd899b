// What an application says of the school itself. The rest of it is the command's (libs/journey/command-fields.ts).

import { Type } from "class-transformer";
import {
  Equals,
  IsArray,
  IsIn,
  IsNotEmpty,
  IsObject,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  ValidateIf,
  ValidateNested,
} from "class-validator";
import { EMAIL_ADDRESS } from "../../../libs/journey/wire.ts";
import type { Phase, Stage } from "../../../libs/prospectus/prospectus.ts";
import { PROSPECTUS_ID, STAGES } from "../openapi/command-schema.ts";
import { HUB_CODE } from "../../../libs/service/hub-code.ts";

const PHASES: readonly Phase[] = ["primary", "secondary"];
const NOT_BLANK = /\S/u;

export class HeadteacherBody {
  @IsString()
  @Matches(NOT_BLANK, { message: "name is missing." })
  @MaxLength(200)
  name: string;

  @IsString()
  @Matches(EMAIL_ADDRESS, { message: "email is an address such as name@school.example." })
  @MaxLength(254)
  email: string;
}

const isStage = ({ masterySpecialistDepartment }: PastStageBody): boolean => masterySpecialistDepartment !== true;

/** Either a stage the school went through, or `masterySpecialistDepartment: true`. */
export class PastStageBody {
  @ValidateIf(isStage)
  @IsIn(STAGES)
  stage?: Stage;

  @ValidateIf(isStage)
  @IsString()
  @Matches(/^\d{4}\/\d{2}$/u, { message: "academicYear is written 2020/21." })
  academicYear?: string;

  @ValidateIf(isStage)
  @IsOptional()
  @IsIn(PHASES)
  phase?: Phase | null;

  @IsOptional()
  @Equals(true)
  masterySpecialistDepartment?: true | null;
}

export class SchoolBody {
  @Type(() => String)
  @Matches(/^\d{6}$/u, { message: "urn is six digits." })
  urn: string;

  @IsString()
  @Matches(NOT_BLANK, { message: "name is missing." })
  @MaxLength(200)
  name: string;

  @IsIn(PHASES)
  phase: Phase;

  @IsIn(["state", "independent"])
  funding: "state" | "independent";

  @IsOptional()
  @IsString()
  @MaxLength(500)
  address?: string;

  @IsOptional()
  @IsString()
  @MaxLength(10)
  postcode?: string;

  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => HeadteacherBody)
  headteacher?: HeadteacherBody;

  @IsOptional()
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => PastStageBody)
  history?: PastStageBody[];
}

export class ApplicationBody {
  @IsString()
  @Matches(PROSPECTUS_ID, { message: "prospectus is an id such as 2020-21/primary-readiness." })
  prospectus: string;

  @IsString()
  @Matches(HUB_CODE, { message: "hub is a code such as great-north." })
  @MaxLength(60)
  hub: string;

  @IsNotEmpty({ message: "school is missing." })
  @IsObject()
  @ValidateNested()
  @Type(() => SchoolBody)
  school: SchoolBody;
}

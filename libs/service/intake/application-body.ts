// What an application says of the school itself. The rest of it is the command's (libs/journey/command-fields.ts).

import { Equals, IsIn, IsOptional, IsString, Matches, ValidateIf } from "class-validator";
import { PHASES, PROSPECTUS_ID, STAGES, type Phase, type Stage } from "../../prospectus/prospectus.ts";
import { HUB_CODE } from "../hub-code.ts";
import { Email, Name } from "../shape/contact-fields.ts";
import { As, ListOf, Named, One, Part, Text, Urn, Word } from "../shape/field.ts";
import { object, orNull, words } from "../shape/schema.ts";

const NOT_BLANK = /\S/u;
const ACADEMIC_YEAR = /^\d{4}\/\d{2}$/u;

class HeadteacherBody {
  @Name({ else: "name is missing.", most: 200, example: "Hedy Example" })
  name: string;

  @Email({ says: "One e-mail address", example: "head@example.org" })
  email: string;
}

const isStage = ({ masterySpecialistDepartment, unknown }: PastStageBody): boolean =>
  masterySpecialistDepartment !== true && unknown !== true;

/** Either a stage the school went through, or `masterySpecialistDepartment: true`, or `unknown: true`. */
@Named("PastStage")
@As(
  {
    oneOf: [
      object(
        {
          stage: words(STAGES),
          academicYear: { type: "string", pattern: "^\\d{4}/\\d{2}$" },
          phase: orNull(words(PHASES)),
          masterySpecialistDepartment: { type: "null" },
          unknown: { type: "null" },
        },
        ["phase", "masterySpecialistDepartment", "unknown"],
      ),
      object({ masterySpecialistDepartment: { const: true } }),
      object({ unknown: { const: true } }),
    ],
  },
  { stage: "development", academicYear: "2018/19" },
)
export class PastStageBody {
  @ValidateIf(isStage)
  @IsIn(STAGES)
  stage?: Stage;

  @ValidateIf(isStage)
  @IsString()
  @Matches(ACADEMIC_YEAR, { message: "academicYear is written 2020/21." })
  academicYear?: string;

  @ValidateIf(isStage)
  @IsOptional()
  @IsIn(PHASES)
  phase?: Phase | null;

  @IsOptional()
  @Equals(true)
  masterySpecialistDepartment?: true | null;

  @IsOptional()
  @Equals(true)
  unknown?: true | null;
}

@Named("School")
export class SchoolBody {
  @Urn({ example: "100001" })
  urn: string;

  @Text({ shape: NOT_BLANK, else: "name is missing.", most: 200, example: "Example Primary School" })
  name: string;

  @Word(PHASES, { example: "primary" })
  phase: Phase;

  @Word(["state", "independent"], { example: "state" })
  funding: "state" | "independent";

  @Text({ optional: true, most: 500, example: "1 Example Street, Exampleton" })
  address?: string;

  @Text({ optional: true, most: 10, example: "EX1 1EX" })
  postcode?: string;

  @One(HeadteacherBody, { optional: true })
  headteacher?: HeadteacherBody;

  @ListOf(PastStageBody, { optional: true, example: [] })
  history?: PastStageBody[];
}

export class ApplicationBody {
  @Text({
    shape: PROSPECTUS_ID,
    else: "prospectus is an id such as 2020-21/primary-readiness.",
    says: "Id of the prospectus",
    example: "2020-21/primary-readiness",
  })
  prospectus: string;

  @Text({
    shape: HUB_CODE,
    else: "hub is a code such as great-north.",
    most: 60,
    says: "Code of the hub, kebab-case",
    example: "great-north",
  })
  hub: string;

  @Part(SchoolBody, { else: "school is missing." })
  school: SchoolBody;

  @Text({
    optional: true,
    most: 500,
    says: "Address of the school; the register's goes before",
    example: "1 Example Street",
  })
  address?: string;

  @Text({ optional: true, most: 10, says: "Its postcode", example: "EX1 1EX" })
  postcode?: string;
}

// What is asked and answered of schools.

import { REJECTION_CODES } from "../../../libs/journey/rejection.ts";
import { PHASES, PROSPECTUS_ID } from "../../../libs/prospectus/prospectus.ts";
import { QUESTIONS } from "../../../libs/register/moves.ts";
import { Day, Flag, ListOf, Moment, Named, Text } from "../../../libs/service/shape/field.ts";
import { Texts, Word, Words } from "../../../libs/service/shape/field.ts";
import { shaped } from "../../../libs/service/shape/schema.ts";
import { MayBePreview } from "../commands/preview.dto.ts";
import { HUB_PATTERN, PageQuery } from "../journeys/page.dto.ts";
import type { Parameter } from "../openapi/doc.ts";

/** The register has older ones of five digits. */
const REGISTER_URN = /^\d{5,6}$/u;
const AFTER = {
  optional: true,
  says: "The `next` of the page before",
  else: "after is the `next` of the page before.",
} as const;
const HUB = { shape: HUB_PATTERN, else: "hub is a code such as great-north.", example: "great-north" } as const;

export class SchoolsQuery extends PageQuery {
  @Text({
    optional: true,
    says: "Words of the name as people type them, whole or in part; or the URN, or the postcode",
    shape: /\S/u,
    most: 100,
    else: "q is part of a name, a URN or a postcode.",
    example: "Example",
  })
  q?: string;

  @Text({
    optional: true,
    says: "Code of the local authority",
    shape: /^\d{3}$/u,
    else: "la is the code of a local authority: three digits.",
    example: "391",
  })
  la?: string;

  @Text({ ...AFTER, shape: REGISTER_URN }) after?: string;
}

export class EligibilityQuery {
  @Text({
    says: "The programme",
    shape: PROSPECTUS_ID,
    else: "prospectus is an id such as 2020-21/primary-readiness.",
    example: "2020-21/primary-readiness",
  })
  prospectus: string;

  @Text({
    ...HUB,
    optional: true,
    says: "Whose window holds; else that of the hub which covers the school’s LA, else the page’s",
  })
  hub?: string;
}

export class SchoolQuestionsQuery extends PageQuery {
  @Text({ ...HUB, optional: true, says: "Of this hub" }) hub?: string;
  @Text({ ...AFTER, shape: /^[A-Za-z0-9_./:-]{1,100}$/u }) after?: string;
}

export const SCHOOL_URN: Parameter = {
  name: "urn",
  in: "path",
  description: "Six digits",
  schema: shaped(REGISTER_URN),
  example: "100001",
};

@Named("SchoolRecord")
export class SchoolAnswer {
  @Text({ example: "100001" }) urn: string;
  @Text({ example: "Example Primary School" }) name: string;
  @Text({ orNull: true, says: "The hub that covers its local authority", example: "great-north" }) hub: string | null;
  @Words(PHASES, { example: ["primary"] }) phases: readonly string[];
  @Word(["state", "independent"], {
    orNull: true,
    says: "Null: no school for these programmes",
    example: "state",
  })
  funding: string | null;
  @Flag({ example: true }) open: boolean;
  @Flag({ example: false }) section41: boolean;
  @Text({ orNull: true, says: "Code of the local authority", example: "391" }) la: string | null;
  @Text({ orNull: true, example: "Newcastle upon Tyne" }) laName: string | null;
  @Text({ orNull: true, example: "2001" }) establishmentNumber: string | null;
  @Text({ orNull: true, example: "Community school" }) type: string | null;
  @Text({ orNull: true, example: "Open" }) status: string | null;
  @Text({ orNull: true, says: "As the register names it", example: "Primary" }) registerPhase: string | null;
  @Text({ orNull: true, says: "Code", example: null }) trust: string | null;
  @Text({ orNull: true, example: null }) trustName: string | null;
  @Text({ orNull: true, example: "10012345" }) ukprn: string | null;
  @Day({ orNull: true, example: "1998-09-01" }) openedOn: string | null;
  @Day({ orNull: true, example: null }) closedOn: string | null;
  @Text({ orNull: true, example: "1 Example Street, Exampleton" }) address: string | null;
  @Text({ orNull: true, example: "EX1 1EX" }) postcode: string | null;
  @Text({ orNull: true, example: "www.example.org" }) website: string | null;
  @Text({ orNull: true, example: "Newcastle upon Tyne" }) district: string | null;
  @Text({ orNull: true, example: "North East" }) region: string | null;
  @Day({ orNull: true, example: "2020-03-02" }) lastChangedOn: string | null;
  @Word(["register", "application"], { example: "register" }) source: string;
}

@Named("SchoolPage")
export class SchoolPageAnswer {
  @ListOf(SchoolAnswer) items: SchoolAnswer[];
  @Text({ orNull: true, example: "100001" }) next: string | null;
}

@Named("Obstacle")
class ObstacleAnswer {
  @Word(REJECTION_CODES, { example: "window-closed" }) code: string;
  @Text({ example: "Applications closed on 2020-08-31: express an interest for the next year." }) detail: string;
}

@Named("Eligibility")
export class EligibilityAnswer {
  @Text({ example: "100001" }) urn: string;
  @Text({ example: "2020-21/primary-readiness" }) prospectus: string;
  @Text({ says: "The journey it has, or would have", example: "100001-primary" }) journey: string;
  @Text({ orNull: true, says: "Whose window was taken", example: "great-north" }) hub: string | null;
  @Flag({ example: false }) eligible: boolean;
  @ListOf(ObstacleAnswer) reasons: ObstacleAnswer[];
  @Words(["section-41"], {
    says: "section-41: an independent special school whose places the state pays for: the hub decides",
    example: [],
  })
  forTheHub: readonly string[];
}

@Named("SchoolQuestion")
class QuestionAnswer {
  @Text({ example: "100003-primary" }) journey: string;
  @Text({ example: "great-north" }) hub: string;
  @Text({ says: "Of the school that has closed", example: "100003" }) urn: string;
  @Text({ orNull: true, example: "Example Infant School" }) name: string | null;
  @Word(QUESTIONS, { example: "merged" }) why: string;
  @Texts({ each: "A URN it is about", example: ["100021"] }) successors: readonly string[];
  @Moment({ example: "2021-09-02T08:00:00Z" }) askedAt: string;
}

@Named("SuccessorWasSetAside")
export class SetAsideAnswer extends MayBePreview {
  @Text({ example: "100003-primary" }) journey: string;
  @Text({ says: "Who was set aside", example: "100021" }) urn: string;
  @Texts({ each: "Whom the hub has named as well: it goes on waiting", example: ["100022"] }) left: readonly string[];
}

@Named("SchoolQuestionPage")
export class SchoolQuestionPageAnswer {
  @ListOf(QuestionAnswer) items: QuestionAnswer[];
  @Text({ orNull: true, example: null }) next: string | null;
}

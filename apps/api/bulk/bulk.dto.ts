// A file of applications, and what would come, or came, of each of its lines.

import { ListOf, Named, Text, Whole, Word } from "../../../libs/service/shape/field.ts";
import { text } from "../../../libs/service/shape/schema.ts";
import type { Parameter } from "../openapi/doc.ts";

const ID = "5d2c1f6091c48d0ba7b19f61c0f3a2de";

export const BULK_ID: Parameter = {
  name: "file",
  in: "path",
  description: "The id that looking at the file gave",
  schema: { type: "string" },
  example: ID,
};

export const BULK_EXAMPLE = [
  "urn,name,phase,funding,prospectus,criteria,reasons,understandsExpectations," +
    "contactFirstName,contactLastName,contactEmail,group,groupRelationship",
  "100001,Example Primary " +
    'School,primary,state,2020-21/primary-readiness,poor-progress-or-attainment,"Results have fallen, and we ' +
    'want to change.",yes,Grace,Example,grace@example.org,100002,The same trust',
].join("\n");

export const BULK_FILE = {
  schema: text("CSV in UTF-8, the header first"),
  example: BULK_EXAMPLE,
  required: true,
  as: "text/csv" as const,
};

@Named("BulkLine")
class LineAnswer {
  @Whole({ says: "Where the row begins in the file; the header is line 1", example: 3 }) line: number;
  @Text({ orNull: true, example: "100002" }) urn: string | null;
  @Text({ orNull: true, example: null }) journey: string | null;
  @Word(["accepted", "rejected", "waiting"], {
    says: "What would come of it, or what came of it; `waiting`: not tried yet, or not known",
    example: "rejected",
  })
  outcome: string;
  @Text({ says: "A problem code", orNull: true, example: "criteria-missing" }) code: string | null;
  @Text({ orNull: true, example: "Name at least one of the criteria: poor-progress-or-attainment." })
  detail: string | null;
}

@Named("Bulk")
export class BulkAnswer {
  @Text({ says: "Of these very rows at this hub", example: ID }) id: string;
  @Text({ example: "great-north" }) hub: string;
  @Whole({ example: 0 }) accepted: number;
  @Whole({ example: 1 }) rejected: number;
  @Whole({ example: 0 }) waiting: number;
  @ListOf(LineAnswer) lines: LineAnswer[];
}

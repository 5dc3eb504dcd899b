// The shapes of applications that are sent as one file, and an example of each, for the OpenAPI document.

import type { Parameter } from "./doc.ts";
import { listOf, object, orNull, text, whole, words, type Schema } from "../../../libs/service/shape/schema.ts";

const BULK_LINE = object({
  line: whole("Where the row begins in the file; the header is line 1"),
  urn: orNull(text()),
  journey: orNull(text()),
  outcome: words(
    ["accepted", "rejected", "waiting"],
    "What would come of it, or what came of it; `waiting`: not tried yet, or not known",
  ),
  code: orNull(text("A problem code")),
  detail: orNull(text()),
});

export const BULK_ID: Parameter = {
  name: "file",
  in: "path",
  description: "The id that looking at the file gave",
  schema: { type: "string" },
  example: "5d2c1f6091c48d0ba7b19f61c0f3a2de",
};
export const BULK_EXAMPLE = [
  "urn,name,phase,funding,prospectus,criteria,reasons,understandsExpectations,contactFirstName,contactLastName,contactEmail,group,groupRelationship",
  "100001,Example Primary " +
    'School,primary,state,2020-21/primary-readiness,poor-progress-or-attainment,"Results have fallen, and we ' +
    'want to change.",yes,Grace,Example,grace@example.org,100002,The same trust',
].join("\n");

export const INTAKE_SCHEMAS: Readonly<Record<string, Schema>> = {
  Bulk: object({
    id: text("Of these very rows at this hub"),
    hub: text(),
    accepted: whole(),
    rejected: whole(),
    waiting: whole(),
    lines: listOf(BULK_LINE),
  }),
};

export const INTAKE_EXAMPLES: Readonly<Record<string, unknown>> = {
  Bulk: {
    id: "5d2c1f6091c48d0ba7b19f61c0f3a2de",
    hub: "great-north",
    accepted: 1,
    rejected: 1,
    waiting: 0,
    lines: [
      { line: 2, urn: "100001", journey: "100001-primary", outcome: "accepted", code: null, detail: null },
      {
        line: 3,
        urn: "100002",
        journey: null,
        outcome: "rejected",
        code: "criteria-missing",
        detail: "Name at least one of the criteria: poor-progress-or-attainment.",
      },
    ],
  },
};

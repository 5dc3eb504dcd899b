// The shapes that no class of bodies or answers says: every error, and what commands of many kinds hold.

import { REJECTION_CODES } from "../../../libs/journey/rejection.ts";
import { listOf, object, text, whole, words, type Schema } from "../../../libs/service/shape/schema.ts";
import { GROUP } from "./command-schema.ts";

export const COMPONENT_SCHEMAS: Readonly<Record<string, Schema>> = {
  Problem: object(
    {
      type: text(),
      title: text(),
      status: whole(),
      detail: text(),
      instance: text(),
      code: words(REJECTION_CODES),
      errors: listOf(object({ pointer: text("JSON pointer into what was sent"), detail: text() })),
    },
    ["errors"],
  ),
  Group: GROUP,
};

// What a journey can be found by in the Temporal UI. The worker registers them; the workflow fills them.

import { defineSearchAttributeKey, SearchAttributeType } from "@temporalio/common";
import type { JourneyAttributes } from "./journey.ts";

type KeywordKey = ReturnType<typeof defineSearchAttributeKey<typeof SearchAttributeType.KEYWORD>>;
const keyword = (name: keyof JourneyAttributes): KeywordKey =>
  defineSearchAttributeKey(name, SearchAttributeType.KEYWORD);

/** Every search attribute of a journey under its name; all are keywords. */
export const SEARCH_ATTRIBUTES: { readonly [name in keyof JourneyAttributes]: KeywordKey } = {
  MathsHub: keyword("MathsHub"),
  URN: keyword("URN"),
  Phase: keyword("Phase"),
  Stage: keyword("Stage"),
  AcademicYear: keyword("AcademicYear"),
  JourneyStatus: keyword("JourneyStatus"),
};

// What a journey can be found by in the Temporal UI. The worker registers them; the workflow fills them.

import { defineSearchAttributeKey, SearchAttributeType } from "@temporalio/common";
import type { JourneyAttributes } from "./journey.ts";

type KeywordKey = ReturnType<typeof defineSearchAttributeKey<typeof SearchAttributeType.KEYWORD>>;
/** Those that hold one word. */
export type Words = Exclude<keyof JourneyAttributes, "Needs">;
const keyword = (name: Words): KeywordKey => defineSearchAttributeKey(name, SearchAttributeType.KEYWORD);

/** What it wants of a person: one or several. */
export const NEEDS = defineSearchAttributeKey("Needs", SearchAttributeType.KEYWORD_LIST);

/** Every search attribute that holds one word, under its name. */
export const SEARCH_ATTRIBUTES: { readonly [name in Words]: KeywordKey } = {
  MathsHub: keyword("MathsHub"),
  URN: keyword("URN"),
  Phase: keyword("Phase"),
  Stage: keyword("Stage"),
  AcademicYear: keyword("AcademicYear"),
  JourneyStatus: keyword("JourneyStatus"),
};

/** All of them, as the server registers them: the name of a type, and its number in temporal.api.enums.v1. */
export const REGISTERED: readonly { name: string; type: string; number: number }[] = [
  ...Object.keys(SEARCH_ATTRIBUTES).map((name) => ({ name, type: "Keyword", number: 2 })),
  { name: NEEDS.name, type: "KeywordList", number: 7 },
];

// The query parameters of lists.

import { JOURNEY_STATUSES } from "../../../libs/journey/state.ts";
import { PHASES, STAGES, type Phase, type Stage } from "../../../libs/prospectus/prospectus.ts";
import { JOURNEY_SORTS, type JourneySort } from "../../../libs/service/journeys/at-a-glance.ts";
import { Text, Whole, Word } from "../../../libs/service/shape/field.ts";

const DEFAULT_LIMIT = 50;
const MOST = 200;
export const HUB_PATTERN = /^[a-z0-9-]{1,60}$/u;
export const YEAR_PATTERN = /^\d{4}\/\d{2}$/u;
const URN_PATTERN = /^\d{6}$/u;
const JOURNEY_AFTER = /^[A-Za-z0-9_./:-]{1,100}$/u;
const ID = /^[\w.:|-]{1,128}$/u;
const MOST_SEQ = 2_147_483_647;

/** What is so or is not, as an address says it. */
export const YES_NO = ["true", "false"] as const;
export type YesNo = (typeof YES_NO)[number];
export const isYes = (said: YesNo | undefined): boolean | undefined =>
  said === undefined ? undefined : said === "true";

export class PageQuery {
  @Whole({ inText: true, least: 1, most: MOST, optional: true, default: DEFAULT_LIMIT, says: "How many at most" })
  limit: number = DEFAULT_LIMIT;
}

const NEXT = {
  optional: true,
  says: "The `next` of the page before",
  else: "after is the `next` of the page before.",
} as const;

/** By what a list of journeys is narrowed and sorted, whoever they are with. */
export class WatchListQuery extends PageQuery {
  @Word(JOURNEY_STATUSES, { optional: true, says: "In this status" })
  status?: string;

  @Word(STAGES, { optional: true, says: "In (or about to begin) this stage" })
  stage?: Stage;

  @Text({
    optional: true,
    says: "In this academic year",
    example: "2020/21",
    shape: YEAR_PATTERN,
    else: "academicYear is written 2020/21.",
  })
  academicYear?: string;

  @Word(PHASES, { optional: true, says: "Of this phase" })
  phase?: Phase;

  @Text({
    optional: true,
    says: "Of schools with these words in their name, as people type them; or with this URN or postcode",
    shape: /\S/u,
    most: 100,
    else: "q is part of a school’s name, a URN or a postcode.",
    example: "St Mary's",
  })
  q?: string;

  @Text({
    optional: true,
    says: "In the local authority of this code",
    example: "831",
    shape: ID,
    else: "la is a code.",
  })
  la?: string;

  @Text({ optional: true, says: "In the trust of this code", example: "2044", shape: ID, else: "trust is a code." })
  trust?: string;

  @Text({ optional: true, says: "With this theme in its year", shape: ID, else: "theme is a code." })
  theme?: string;

  @Word(YES_NO, { optional: true, says: "Late with something of its stage-year, or with nothing" })
  overdue?: YesNo;

  @Word(YES_NO, { optional: true, says: "With an open task, or with none" })
  tasks?: YesNo;

  @Word(JOURNEY_SORTS, { optional: true, says: "In this order; by id if not sent" })
  sort?: JourneySort;

  @Word(["asc", "desc"], { optional: true, says: "Which way round; asc if not sent" })
  order?: "asc" | "desc";

  @Text({ ...NEXT, shape: JOURNEY_AFTER })
  after?: string;
}

export class JourneysQuery extends WatchListQuery {
  @Text({
    optional: true,
    says: "Journeys of this hub",
    example: "great-north",
    shape: HUB_PATTERN,
    else: "hub is a code such as great-north.",
  })
  hub?: string;

  @Text({
    optional: true,
    says: "Of the school with this URN, now or formerly",
    example: "100001",
    shape: URN_PATTERN,
    else: "urn is six digits.",
  })
  urn?: string;

  @Text({
    optional: true,
    says: "In this Work Group",
    example: "north-readiness-1",
    shape: ID,
    else: "workGroup is an id.",
  })
  workGroup?: string;

  @Text({
    optional: true,
    says: "In a Work Group that this person leads, by an opaque id",
    shape: ID,
    else: "lead is an id.",
  })
  lead?: string;
}

/** What was asked of a list of journeys, as a use case takes it. */
export function whichOf<T extends WatchListQuery>({ overdue, tasks, order, ...query }: T) {
  return { ...query, overdue: isYes(overdue), tasks: isYes(tasks), descending: order === "desc" };
}

export class JourneyEventsQuery extends PageQuery {
  @Whole({ optional: true, says: "Events after this seq", inText: true, least: 0, most: MOST_SEQ })
  after?: number;
}

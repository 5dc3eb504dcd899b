// A year tried out, as it is asked and answered.

import { OF } from "../../../libs/rehearsal/forward/try-year.ts";
import { MOST_TRIED, TRIED_FIGURES, type YearAsked } from "../../../libs/service/ahead/try-year.ts";
import { Day, ListOf, Moment, Named, One, Pence, Text, Texts, Whole, Word } from "../../../libs/service/shape/field.ts";
import { Refusal } from "../../../libs/service/refusal.ts";

const JOURNEY = String.raw`\d{6}-(?:primary|secondary)`;
const MOVE = String.raw`[a-z0-9-]{1,80}/[a-z0-9-]{1,60}/20\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])`;
const several = (one: string): RegExp => new RegExp(`^${one}(?:,${one}){0,${MOST_TRIED - 1}}$`, "u");

export class TriedYearQuery {
  @Text({
    optional: true,
    says: `Journeys of schools that would withdraw, parted by commas: ${MOST_TRIED} at most`,
    shape: several(JOURNEY),
    else: "withdraws has ids such as 100001-primary, parted by commas.",
    example: "100001-primary",
  })
  withdraws?: string;

  @Text({
    optional: true,
    says: "Sessions that would be on another day: Work Group, session and day, parted by commas",
    shape: several(MOVE),
    else: "moves has sessions such as north-readiness-1/session-2/2021-03-10, parted by commas.",
  })
  moves?: string;

  @Text({
    optional: true,
    says: "A programme of which a figure would be another: with figure and value",
    shape: /^20\d\d-\d\d\/[a-z-]{1,60}$/u,
    else: "programme is an id such as 2021-22/primary-readiness.",
  })
  programme?: string;

  @Word(TRIED_FIGURES, { optional: true, says: "Which figure; a hub decides of no grant, but may ask" })
  figure?: (typeof TRIED_FIGURES)[number];

  @Whole({ optional: true, inText: true, least: 0, most: 100_000_000, says: "What it would be; of a grant, in pence" })
  value?: number;

  @Day({ optional: true, says: "The last day that is looked at; else the end of the academic year" })
  until?: string;
}

/** What is supposed. @throws Refusal `invalid` where a figure is named by half */
export function askedIn({ withdraws, moves, programme, figure, value, until }: TriedYearQuery): YearAsked {
  const named = [programme, figure, value].filter((one) => one !== undefined).length;
  if (named > 0 && (programme === undefined || figure === undefined || value === undefined)) {
    const detail = "A figure is named by programme, figure and value.";
    throw new Refusal("invalid", detail, { errors: [{ pointer: "/figure", detail }] });
  }
  return {
    withdraw: withdraws?.split(",") ?? [],
    move: (moves?.split(",") ?? []).map((one) => {
      const [workGroup = "", session = "", on = ""] = one.split("/");
      return { workGroup, session, on };
    }),
    figure:
      programme === undefined || figure === undefined || value === undefined
        ? null
        : { programme, name: figure, value },
    until,
  };
}

@Named("TriedYearTotals")
class TotalsAnswer {
  @Whole({ says: "Letters to people", example: 24 }) letters: number;
  @Whole({ says: "Tasks that somebody at the hub is to decide", example: 2 }) tasks: number;
  @Whole({ says: "What falls due from schools and their hub", example: 30 }) promises: number;
  @Whole({ says: "Grants that come due", example: 3 }) grants: number;
  @Pence({ says: "Of all of them", example: 300_000 }) grantsPence: number;
}

@Named("TriedYearDifference")
class DifferenceAnswer {
  @Text({ example: "100001-primary" }) journey: string;
  @Word(OF, { says: "What the line is about; news: what would be recorded at once", example: "letter" }) of: string;
  @Text({ says: "A sentence; of a letter its subject", example: "Due soon: Task 1 between sessions" }) says: string;
  @Texts({ says: "Of a letter: the roles that have it", example: ["lead-teacher"] }) to: readonly string[];
  @Day({ orNull: true, says: "When it comes as things are; null: not at all", example: "2020-12-01" })
  now: string | null;
  @Day({ orNull: true, says: "When it would come", example: null }) then: string | null;
}

@Named("TriedYearOfGroup")
class OfGroupAnswer {
  @Text({ example: "north-readiness-1" }) workGroup: string;
  @Text({ example: "The place of URN 100001 falls free: it withdrew." }) says: string;
}

@Named("TriedYear")
export class TriedYearAnswer {
  @Moment({ example: "2020-09-01T08:00:00Z" }) from: string;
  @Day({ example: "2021-08-31" }) until: string;
  @Whole({ says: "Schools that it concerns: of these are both futures", example: 3 }) compared: number;
  @One(TotalsAnswer, { says: "As things are" }) now: TotalsAnswer;
  @One(TotalsAnswer, { says: "As they would be" }) then: TotalsAnswer;
  @ListOf(DifferenceAnswer) differences: readonly DifferenceAnswer[];
  @ListOf(OfGroupAnswer, { says: "What would be recorded of Work Groups at once" }) groups: readonly OfGroupAnswer[];
}

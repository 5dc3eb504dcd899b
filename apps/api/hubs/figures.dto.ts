// What a hub decides of a programme where no page says, as it is answered.

import { HUB_NUMBERS } from "../../../libs/prospectus/hub-figures.ts";
import { PHASES, STAGES } from "../../../libs/prospectus/prospectus.ts";
import { Anything, Flag, ListOf, Moment, Named, Nothing, One, Text, Texts } from "../../../libs/service/shape/field.ts";
import { Only, Whole, Word } from "../../../libs/service/shape/field.ts";

@Named("HubFigure")
class FigureAnswer {
  @Word([...HUB_NUMBERS, "sessions", "themes", "absence", "links"], { example: "offerDays" }) name: string;
  @Anything({
    says: "As in a prospectus: source `seed` (a page states it), `hub` (the hub decided it), `assumption`; null: none",
    orNull: true,
    example: { value: 20, source: "hub", hub: "great-north" },
  })
  figure: object | null;
}

@Named("HubFiguresDecision")
class DecisionAnswer {
  @Anything({ example: { offerDays: 20 } }) figures: object;
  @Text({ says: "Why, in the hub’s words", example: "Schools asked for shorter notice" }) reason: string;
  @Text({ says: "An opaque id", example: "hub-lead.great-north" }) setBy: string;
  @Moment({ example: "2020-05-04T08:00:00Z" }) setAt: string;
}

class FollowsAnswer {
  @Anything({ says: "Counts of what time alone brings as it is now", example: { journeys: 12, reminders: 30 } })
  now: object;
  @Anything({ says: "The same, by these figures", example: { journeys: 12, reminders: 30 } }) then: object;
  @Whole({ says: "Journeys for which something changes", example: 0 }) changed: number;
  @Texts({ says: "Work Groups that are formed: they keep the places and days they have", example: [] })
  groups: readonly string[];
}

@Named("HubProgramme")
export class HubProgrammeAnswer {
  @Text({ example: "2021-22/primary-readiness" }) id: string;
  @Text({ example: "2021/22" }) academicYear: string;
  @Word(PHASES, { example: "primary" }) phase: string;
  @Word(STAGES, { example: "readiness" }) stage: string;
  @Text({ example: "Mastery Readiness" }) title: string;
  @Flag({ says: "Its year has not begun: what no page states can be changed", example: true }) open: boolean;
  @ListOf(FigureAnswer) figures: readonly FigureAnswer[];
  @ListOf(DecisionAnswer, { says: "The hub’s own, the latest first; none in the list of all programmes" })
  decisions: readonly DecisionAnswer[];
  @Only(true, { optional: true, says: "Nothing was kept" }) preview?: true;
  @One(FollowsAnswer, { optional: true, says: "With preview: what would follow, if nobody did anything else" })
  whatFollows?: FollowsAnswer;
}

@Named("HubProgrammePage")
export class HubProgrammePageAnswer {
  @ListOf(HubProgrammeAnswer) items: readonly HubProgrammeAnswer[];
  @Nothing() next: null;
}

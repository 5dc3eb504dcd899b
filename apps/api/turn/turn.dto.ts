// What is asked and answered of the year's turn.

import { STAGE_OUTCOMES } from "../../../libs/journey/stage-year.ts";
import { Flag, ListOf, Moment, Named, One, Text, Texts, Whole, Word } from "../../../libs/service/shape/field.ts";
import { TURN_STATUSES } from "../../../libs/turn/state.ts";
import { STAGES } from "../../../libs/prospectus/prospectus.ts";
import { MayBePreview } from "../commands/preview.dto.ts";

const HUB = "great-north";
const INTO = { says: "The academic year to come, as in an address: 2027-28", example: "2027-28" };
const DOES = ["invite", "place", "nothing"];
const DOES_SAYS = "What the turn does for it: an invitation; a place, where it is settled that it goes on";
const WITHOUT_PLACE = ["group-full", "no-group"];
const WITHOUT_SAYS = "Why it has none, where it goes on";
const GROUP = "great-north-2027-28-primary-development-1";
const NEXT_PROGRAMME = "2027-28/primary-development";
const JOURNEYS = { each: "A journey", example: ["100001-primary"] };

export class TurnQuery {
  @Text({
    optional: true,
    says: "Into which academic year; else the coming one",
    example: "2027-28",
    shape: /^\d{4}-\d{2}$/u,
    else: "into is written 2027-28.",
  })
  into?: string;
}

class NowAnswer {
  @Word(STAGES, { example: "readiness" }) stage: string;
  @Text({ example: "2026/27" }) academicYear: string;
  @Text({ orNull: true, example: "north-readiness-1" }) workGroup: string | null;
  @Word(STAGE_OUTCOMES, { example: "under-way" }) outcome: string;
  @Flag({ says: "As things stand", example: true }) completes: boolean;
}

class NextAnswer {
  @Text({ example: NEXT_PROGRAMME }) prospectus: string;
  @Word(STAGES, { example: "development" }) stage: string;
}

@Named("TurnTheme")
class ThemeAnswer {
  @Text() theme: string;
  @Flag() open: boolean;
  @Word(["theme-closed", "prior-stage-missing"], { orNull: true }) why: string | null;
  @Text({ orNull: true }) detail: string | null;
}

@Named("TurnPlannedSchool")
class PlannedAnswer {
  @Text({ example: "100001-primary" }) journey: string;
  @Text({ example: "100001" }) urn: string;
  @One(NowAnswer, { orNull: true }) now: NowAnswer | null;
  @Word(["ready", "not-ready", "undecided"], {
    says: "Mastery Ready, in a Readiness year",
    orNull: true,
    example: "ready",
  })
  readiness: string | null;
  @Texts({ each: "A commitment the school has missed", example: [] }) outstanding: readonly string[];
  @Texts({ each: "A commitment still to be met", example: ["evaluation"] }) comingUp: readonly string[];
  @One(NextAnswer, { orNull: true }) next: NextAnswer | null;
  @Word(DOES, { says: DOES_SAYS, example: "invite" }) does: string;
  @Text({
    says:
      "Why nothing: readiness-undecided, not-ready, settled, invited, paused, left, left-out, " +
      "no-prospectus, or a problem code",
    orNull: true,
    example: null,
  })
  why: string | null;
  @Text({ orNull: true, example: null }) detail: string | null;
  @ListOf(ThemeAnswer, { example: [] }) themes: readonly ThemeAnswer[];
  @Text({ says: "Its group in the year to come", orNull: true, example: GROUP }) workGroup: string | null;
  @Word(WITHOUT_PLACE, { says: WITHOUT_SAYS, orNull: true, example: null }) withoutPlace: string | null;
}

class AskedPlacesAnswer {
  @Whole({ example: 6 }) least: number;
  @Whole({ example: 7 }) most: number;
}

@Named("TurnProposedGroup")
class ProposedAnswer {
  @Text({ example: GROUP }) id: string;
  @Text({
    says: "The group of this year whose schools it keeps together",
    orNull: true,
    example: "north-readiness-1",
  })
  from: string | null;
  @Text({ example: NEXT_PROGRAMME }) prospectus: string;
  @Texts({ optional: true, says: "The other programmes that it holds, where it holds several", example: [] })
  also?: readonly string[];
  @Flag({ optional: true, says: "It is of special schools alone", example: true }) special?: boolean;
  @Flag({ says: "It is there already", example: false }) formed: boolean;
  @Text({ says: "An opaque id", orNull: true, example: null }) lead: string | null;
  @Text({ orNull: true, example: "mastery-specialist" }) leadRole: string | null;
  @Flag({ example: false }) secondYearDone: boolean;
  @Word(["lead-not-fit"], { orNull: true, example: "lead-not-fit" }) why: string | null;
  @Text({
    orNull: true,
    example: "This stage is led by a Mastery Specialist: name who leads the group, as leadRole mastery-specialist.",
  })
  detail: string | null;
  @One(AskedPlacesAnswer, { orNull: true }) places: AskedPlacesAnswer | null;
  @Whole({ says: "Schools that have a place in it before the turn", example: 0 }) holding: number;
  @Texts(JOURNEYS) schools: readonly string[];
  @Flag({ says: "Fewer schools than the programme asks for", example: true }) belowLeast: boolean;
}

class TotalsAnswer {
  @Whole({ example: 1 }) schools: number;
  @Whole({ example: 1 }) completing: number;
  @Whole({ example: 1 }) invited: number;
  @Whole({ example: 0 }) placed: number;
  @Whole({ example: 0 }) notInvited: number;
  @Whole({ example: 0 }) withoutPlace: number;
  @Whole({ example: 0 }) undecided: number;
  @Whole({ says: "To be formed", example: 1 }) groups: number;
  @Whole({ example: 1 }) groupsWithoutLead: number;
}

@Named("TurnPreview")
export class TurnPreviewAnswer {
  @Text({ example: HUB }) hub: string;
  @Text(INTO) into: string;
  @Text({
    says: "Names this plan: send it to do what was looked at",
    example: "4b1c0f9a7d3e5b2c8f60a1d2e3f40516",
  })
  plan: string;
  @One(TotalsAnswer) totals: TotalsAnswer;
  @ListOf(PlannedAnswer) schools: readonly PlannedAnswer[];
  @ListOf(ProposedAnswer) groups: readonly ProposedAnswer[];
}

/** What became of something of the turn. */
class OutcomeAnswer {
  @Word(["waiting", "done", "turned-down", "none"], {
    says: "`none`: the turn has nothing to do for it",
    example: "done",
  })
  status: string;
  @Text({ says: "Why it was turned down, or why there is nothing to do", orNull: true, example: null })
  code: string | null;
  @Text({ orNull: true, example: null }) detail: string | null;
}

@Named("TurnGroup")
class GroupOutcomeAnswer extends OutcomeAnswer {
  @Text({ example: GROUP }) id: string;
  @Text({ example: NEXT_PROGRAMME }) prospectus: string;
  @Text({ says: "An opaque id", orNull: true, example: "lead-2" }) lead: string | null;
  @Texts(JOURNEYS) schools: readonly string[];
}

@Named("TurnSchool")
class SchoolOutcomeAnswer extends OutcomeAnswer {
  @Text({ example: "100001-primary" }) journey: string;
  @Text({ example: "100001" }) urn: string;
  @Word(DOES, { says: DOES_SAYS, example: "invite" }) does: string;
  @One(NextAnswer, { orNull: true }) next: NextAnswer | null;
  @Text({ says: "Its group in the year to come", orNull: true, example: GROUP }) workGroup: string | null;
  @Word(WITHOUT_PLACE, { says: WITHOUT_SAYS, orNull: true, example: null }) withoutPlace: string | null;
}

@Named("Turn")
export class TurnAnswer extends MayBePreview {
  @Text({ example: HUB }) hub: string;
  @Text(INTO) into: string;
  @Word(TURN_STATUSES, { example: "interrupted" }) status: string;
  @Whole({ says: "Steps that were answered", example: 1 }) done: number;
  @Whole({ says: "Of these: turned down by the rules", example: 0 }) turnedDown: number;
  @Whole({ says: "Steps in all", example: 2 }) of: number;
  @Text({ says: "An opaque id", example: "hub-lead-1" }) startedBy: string;
  @Moment({ example: "2027-04-20T09:00:00Z" }) startedAt: string;
  @Moment({ orNull: true, example: null }) endedAt: string | null;
  @ListOf(GroupOutcomeAnswer) groups: readonly GroupOutcomeAnswer[];
  @ListOf(SchoolOutcomeAnswer) schools: readonly SchoolOutcomeAnswer[];
}

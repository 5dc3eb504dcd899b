// What is asked and answered of Work Groups.

import { Day, Flag, ListOf, Moment, Named, One, Text, Texts, Whole, Word } from "../../../libs/service/shape/field.ts";
import { HUB_PATTERN, PageQuery, YEAR_PATTERN, YES_NO, type YesNo } from "../journeys/page.dto.ts";
import { MayBeWarned } from "../commands/preview.dto.ts";

const STATUSES = ["formed", "ended"];

export class WorkGroupsQuery extends PageQuery {
  @Text({
    optional: true,
    says: "Work Groups of this hub",
    example: "great-north",
    shape: HUB_PATTERN,
    else: "hub is a code such as great-north.",
  })
  hub?: string;

  @Text({
    optional: true,
    says: "Of this academic year",
    example: "2020/21",
    shape: YEAR_PATTERN,
    else: "academicYear is written 2020/21.",
  })
  academicYear?: string;

  @Text({
    optional: true,
    says: "Of this programme and year",
    example: "2020-21/primary-readiness",
    shape: /^\d{4}-\d{2}\/[a-z-]{1,40}$/u,
    else: "prospectus is written 2020-21/primary-readiness.",
  })
  prospectus?: string;

  @Word(STATUSES, { optional: true, says: "In this status" })
  status?: string;

  @Text({
    optional: true,
    says: "Led by this person, by an opaque id",
    shape: /^[\w.:|-]{1,128}$/u,
    else: "lead is an id.",
  })
  lead?: string;

  @Word(YES_NO, { optional: true, says: "With a place left, or with none" })
  placesLeft?: YesNo;

  @Text({
    optional: true,
    says: "The `next` of the page before",
    shape: /^[a-z0-9-]{1,80}$/u,
    else: "after is the `next` of the page before.",
  })
  after?: string;
}

class PlacesAnswer {
  @Whole({ says: "How many schools the programme asks for", orNull: true, example: 2 }) least: number | null;
  @Whole({ says: "How many it holds", orNull: true, example: 8 }) most: number | null;
  @Whole({ says: "Offered", example: 1 }) reserved: number;
  @Whole({ says: "Taken up", example: 7 }) taken: number;
  @Whole({ says: "Null where no number is set", orNull: true, example: 0 }) free: number | null;
}

@Named("WorkGroupRow")
export class GroupRowAnswer {
  @Text({ says: "Opaque; never changes", example: "north-readiness-1" }) id: string;
  @Text({ says: "What its hub calls it, else the words of its id", example: "North Readiness 1" }) name: string;
  @Text({ example: "great-north" }) hub: string;
  @Text({ example: "2020-21/primary-readiness" }) prospectus: string;
  @Texts({ says: "The other programmes of its year that it holds", example: [] }) also: string[];
  @Text({ example: "2020/21" }) academicYear: string;
  @Day({
    says: "It has too few schools: by when it is to be decided what becomes of it (decide-group)",
    orNull: true,
    example: null,
  })
  below: string | null;
  @Word(STATUSES, { example: "formed" }) status: string;
  @Text({ says: "An opaque id", example: "lead-1" }) lead: string;
  @Text({ example: "mastery-readiness-lead" }) leadRole: string;
  @Word(["in-person", "online", "extended"], { example: "in-person" }) delivery: string;
  @One(PlacesAnswer) places: PlacesAnswer;
  @Whole({ example: 1 }) waiting: number;
  @Text({ says: "What is not as the programme has it", orNull: true, example: null }) warning: string | null;
  @Whole({ says: "The seq of its last event; its ETag", example: 19 }) version: number;
  @Text({ example: "2020-21/primary-readiness: 8 of 8 places (7 taken, 1 offered), 1 waiting" }) summary: string;
  @Moment({ example: "2020-06-01T08:00:00Z" }) formedAt: string;
  @Moment({ example: "2020-06-20T08:00:00Z" }) updatedAt: string;
}

@Named("WorkGroupPage")
export class GroupPageAnswer {
  @ListOf(GroupRowAnswer) items: GroupRowAnswer[];
  @Text({ orNull: true, example: null }) next: string | null;
}

@Named("WorkGroupSchool")
class SchoolAnswer {
  @Text({ example: "100001-primary" }) journey: string;
  @Word(["reserved", "taken"], { example: "taken" }) status: string;
  @Moment({ example: "2020-06-10T08:00:00Z" }) since: string;
}

@Named("WorkGroupWaits")
class WaitsAnswer {
  @Text({ example: "100009-primary" }) journey: string;
  @Whole({ says: "From 1", example: 1 }) position: number;
  @Moment({ example: "2020-06-20T08:00:00Z" }) since: string;
  @Flag({ says: "Passed over until it has answered what the hub asked", example: false }) held: boolean;
  @Whole({ says: "How many wait as one with it, itself included", orNull: true, example: null })
  together: number | null;
  @Text({
    says: "Why it waits where it waits",
    example:
      "On the waitlist since 2020-06-20 09:00, as number 1, with nobody before it: the next place that " +
      "falls free is offered to it.",
  })
  explained: string;
}

@Named("WorkGroupSession")
class SessionAnswer {
  @Text({ example: "session-1" }) code: string;
  @Day({ example: "2020-10-14" }) on: string;
  @Word(["half-day", "full-day"], { example: "half-day" }) length: string;
  @Word(["in-person", "online"], { example: "in-person" }) where: string;
  @Text({ says: "When it begins, as the clock shows it in England", orNull: true, example: "13:30" })
  startsAt: string | null;
  @Text({ orNull: true, example: "16:00" }) endsAt: string | null;
  @Text({
    says: "Where it is in person; to who comes there or leads it, null to all others",
    orNull: true,
    example: "Example Primary School, 1 Example Road",
  })
  place: string | null;
  @Text({ says: "Where it is online; the same", orNull: true, example: "https://meet.example.org/abc" })
  link: string | null;
  @Word(["scheduled", "held", "cancelled"], { example: "scheduled" }) status: string;
}

@Named("WorkGroup")
export class GroupAnswered extends GroupRowAnswer {
  @ListOf(SchoolAnswer) schools: SchoolAnswer[];
  @ListOf(WaitsAnswer) waitlist: WaitsAnswer[];
  @ListOf(SessionAnswer) sessions: SessionAnswer[];
}

@Named("SkippedSchool")
class SkippedAnswer {
  @Text({ example: "100002-primary" }) journey: string;
  @Text({ says: "A problem code, or `not-named` in a register", example: "not-participating" }) why: string;
  @Text({ example: "The school is not taking part at present: no stage-year is under way." }) detail: string;
}

/** What a command of a Work Group answers: GroupAnswer of libs/service, as callers read it. */
@Named("WorkGroupAnswer")
export class GroupCommandAnswer extends MayBeWarned {
  @Text({ example: "north-readiness-1" }) workGroup: string;
  @Whole({ example: 20 }) version: number;
  @Word(STATUSES, { example: "formed" }) status: string;
  @ListOf(SkippedAnswer) skipped: SkippedAnswer[];
}

@Named("WorkGroupNamed")
export class GroupNameAnswer {
  @Text({ example: "north-readiness-1" }) workGroup: string;
  @Text({ example: "North Readiness 1" }) name: string;
}

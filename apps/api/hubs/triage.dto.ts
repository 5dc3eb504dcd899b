// What is asked and answered of the applications that wait for a hub.

import { REJECTION_CODES } from "../../../libs/journey/rejection.ts";
import { TRIAGE_AFTER } from "../../../libs/service/intake/triage-queue.ts";
import { WAITING, type WaitingStatus } from "../../../libs/service/intake/triage.ts";
import { Day, Flag, ListOf, Moment, Named, One, Text, Texts, Whole, Word } from "../../../libs/service/shape/field.ts";
import { PageQuery } from "../journeys/page.dto.ts";

const PROSPECTUS = "2020-21/primary-readiness";
const OF_TEXT = "Opaque id of the text";

export class TriageQuery extends PageQuery {
  @Text({
    optional: true,
    says: "Applications for this programme alone",
    example: PROSPECTUS,
    shape: /^[\w./-]{1,100}$/u,
    else: "prospectus is an id such as 2020-21/primary-readiness.",
    told: false,
  })
  prospectus?: string;

  @Word(WAITING, { optional: true, says: "In this status alone" })
  status?: WaitingStatus;

  @Whole({ optional: true, inText: true, least: 1, most: 3_650, says: "That have waited so many days at least" })
  waited?: number;

  @Text({
    optional: true,
    says: "The `next` of the page before",
    shape: TRIAGE_AFTER,
    else: "after is the `next` of the page before.",
    told: false,
  })
  after?: string;
}

@Named("TriagedObstacle")
class ObstacleAnswer {
  @Word(REJECTION_CODES) code: string;
  @Text() detail: string;
}

class JudgedAnswer {
  @Moment({ example: "2020-06-02T08:00:00Z" }) judgedAt: string;
  @Texts({ each: "Named in the application", example: ["poor-progress-or-attainment"] }) criteria: string[];
  @ListOf(ObstacleAnswer, {
    says: "What would stand against it today by the register’s word; empty where nothing does",
    example: [],
  })
  since: ObstacleAnswer[];
}

class AskedAnswer {
  @Moment() at: string;
  @Text({ says: OF_TEXT, orNull: true }) reasonId: string | null;
}

class TurnOfApplicationAnswer {
  @Text({ orNull: true, example: "north-readiness-1" }) workGroup: string | null;
  @Whole({ says: "From 1; null on the hub’s own list", orNull: true, example: 1 }) position: number | null;
  @Moment({ example: "2020-06-05T08:00:00Z" }) since: string;
  @Flag({ says: "Passed over until it has answered what the hub asked", example: false }) held: boolean;
  @Whole({ says: "How many wait as one with it, itself included", orNull: true, example: null })
  together: number | null;
  @Text({ orNull: true, example: "group-full" }) reasonCode: string | null;
  @Text({
    says: "Why it waits where it waits",
    example:
      "On the waitlist since 2020-06-05 09:00, as number 1, with nobody before it: the next place " +
      "that falls free is offered to it.",
  })
  explained: string;
}

class OfferAnswer {
  @Text({ orNull: true }) workGroup: string | null;
  @Day() respondBy: string;
  @Moment() madeAt: string;
}

@Named("TriagedPartner")
class PartnerAnswer {
  @Text({ example: "100002" }) urn: string;
  @Text({ says: "Its name", orNull: true, example: "Example Infant School" }) school: string | null;
  @Text({ says: OF_TEXT, orNull: true, example: null }) relationshipId: string | null;
  @Text({ says: "Null where it has not come to this hub", orNull: true, example: "100002-primary" })
  journey: string | null;
  @Text({ says: "Of its journey", orNull: true, example: "applied" }) status: string | null;
  @Text({ orNull: true, example: PROSPECTUS }) prospectus: string | null;
  @Flag({ says: "For the same programme", example: true }) applied: boolean;
  @Flag({ example: true }) namesBack: boolean;
}

@Named("TriagedRoom")
class RoomAnswer {
  @Text({ example: "north-readiness-2" }) workGroup: string;
  @Whole({ says: "Null where no number is set", orNull: true, example: 2 }) free: number | null;
}

@Named("Triaged")
export class TriagedAnswer {
  @Text({ example: "100001-primary" }) journey: string;
  @Text({ example: "100001" }) urn: string;
  @Text({ says: "Its name", orNull: true, example: "Example Primary School" }) school: string | null;
  @Text({ example: PROSPECTUS }) prospectus: string;
  @Word(WAITING, { example: "waitlisted" }) status: string;
  @Whole({ says: "The journey’s ETag", example: 3 }) version: number;
  @Moment({ example: "2020-06-02T08:00:00Z" }) receivedAt: string;
  @Whole({ says: "Days in London since it was received", example: 9 }) daysWaiting: number;
  @Text({ says: OF_TEXT, orNull: true, example: "5d2c1f60-91c4-8d0b-a7b1-9f61c0f3a2de" }) reasonsId: string | null;
  @Text({ says: "Who applied, by an opaque id", orNull: true, example: "0b9f6f0e-6c1a-8d6e-a1b2-0d6a3f4c5e7b" })
  contactId: string | null;
  @One(JudgedAnswer) eligibility: JudgedAnswer;
  @One(AskedAnswer, { orNull: true, example: null }) asked: AskedAnswer | null;
  @One(TurnOfApplicationAnswer, { orNull: true }) turn: TurnOfApplicationAnswer | null;
  @One(OfferAnswer, { orNull: true, example: null }) offer: OfferAnswer | null;
  @ListOf(PartnerAnswer) partners: PartnerAnswer[];
  @ListOf(RoomAnswer) room: RoomAnswer[];
  @Texts({
    each: "The route of a command that the rules would take now",
    example: [
      "offer-place",
      "request-information",
      "decline-application",
      "redirect-application",
      "withdraw-application",
    ],
  })
  actions: string[];
}

@Named("TriagePage")
export class TriagePageAnswer {
  @ListOf(TriagedAnswer) items: TriagedAnswer[];
  @Text({ orNull: true, example: null }) next: string | null;
}

// What is asked and answered of the notes that a hub is to come back to.

import { FOLLOW_UPS_AFTER, FOLLOW_UPS_DUE, type FollowUpsAsked } from "../../../libs/service/journeys/follow-ups.ts";
import { Day, Flag, ListOf, Moment, Named, One, Text, Word } from "../../../libs/service/shape/field.ts";
import { NotedBy } from "../journeys/notes.dto.ts";
import { PageQuery } from "../journeys/page.dto.ts";

export class FollowUpsQuery extends PageQuery {
  @Word(FOLLOW_UPS_DUE, { optional: true, says: "now: by today; late: before today; later: after today" })
  due?: FollowUpsAsked["due"];

  @Word(["me", "others"], { optional: true, says: "Written by you, or by somebody else" })
  whose?: FollowUpsAsked["whose"];

  @Text({
    optional: true,
    says: "The `next` of the page before",
    shape: FOLLOW_UPS_AFTER,
    else: "after is the `next` of the page before.",
    told: false,
  })
  after?: string;
}

@Named("FollowUp")
class FollowUpAnswer {
  @Text({ says: "The note, by its id", example: "5d2c1f6091c48d0ba7b19f61c0f3a2de5d2c1f6091c48d0ba7b19f61c0f3a2de" })
  note: string;
  @Text({ example: "100001-primary" }) journey: string;
  @Text({ example: "100001" }) urn: string;
  @Text({ orNull: true, example: "Example Primary School" }) school: string | null;
  @Day({ says: "On which somebody is to come back to it", example: "2021-02-08" }) on: string;
  @Moment({ says: "When it was written", example: "2021-02-01T09:00:00Z" }) at: string;
  @One(NotedBy) by: NotedBy;
  @Flag({ says: "Written by you", example: true }) own: boolean;
}

@Named("FollowUpPage")
export class FollowUpPageAnswer {
  @ListOf(FollowUpAnswer) items: FollowUpAnswer[];
  @Text({ orNull: true, example: null }) next: string | null;
}

// The feed: what is asked and answered of everything that happened.

import { Anything, ListOf, Moment, Named, One, Text, Whole } from "../../../libs/service/shape/field.ts";
import { PageQuery } from "../journeys/page.dto.ts";

export class EventsQuery extends PageQuery {
  @Text({
    optional: true,
    says: "The `next` that was read last",
    shape: /^[A-Za-z0-9_-]{1,300}$/u,
    else: "after is the `next` of the page before.",
  })
  after?: string;
}

class ByAnswer {
  @Text({ says: "An opaque id", example: "hub-coordinator.great-north" }) who: string;
  @Text({ example: "hub-coordinator" }) role: string;
  @Text({
    orNull: true,
    says: "The X-Request-Id of the request by which; null for what time brought",
    example: "bac0520b-8bd1-4235-8497-37d43a607ece",
  })
  request: string | null;
}

@Named("FeedEvent")
class FeedEventAnswer {
  @Text({ says: "Where this event stands; may be sent as `after`", example: "NmYxYjA3" }) cursor: string;
  @Text({
    says: "The journey; of an event of a Work Group its stream (take workGroup)",
    example: "100001-primary",
  })
  journey: string;
  @Text({ orNull: true, says: "The Work Group whose event it is, else null", example: null }) workGroup: string | null;
  @Text({ says: "`journey/` or `work-group/` and the id", example: "journey/100001-primary" }) stream: string;
  @Whole({ says: "From 1 without gaps in each stream", example: 2 }) seq: number;
  @Text({ example: "PlaceOffered" }) type: string;
  @Moment({ example: "2020-06-05T08:30:00Z" }) at: string;
  @Anything({
    says: "What happened; people and texts by opaque ids",
    example: { workGroup: "north-readiness-1", respondBy: "2020-06-30" },
  })
  data: object;
  @One(ByAnswer) by: ByAnswer;
  @Moment({ example: "2020-06-05T08:30:01Z" }) recordedAt: string;
}

@Named("EventPage")
export class EventPageAnswer {
  @ListOf(FeedEventAnswer) items: FeedEventAnswer[];
  @Text({ orNull: true, says: "Null only while nothing has ever happened", example: "NmYxYjA3" }) next: string | null;
}

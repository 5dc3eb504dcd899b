// The feed: what is asked and answered of everything that happened.

import { ListOf, Named, Text } from "../../../libs/service/shape/field.ts";
import { JourneyEventAnswer } from "../journeys/event.dto.ts";
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

@Named("FeedEvent")
class FeedEventAnswer extends JourneyEventAnswer {
  @Text({ says: "Where this event stands; may be sent as `after`", example: "NmYxYjA3" }) cursor: string;
}

@Named("EventPage")
export class EventPageAnswer {
  @ListOf(FeedEventAnswer) items: FeedEventAnswer[];
  @Text({ orNull: true, says: "Null only while nothing has ever happened", example: "NmYxYjA3" }) next: string | null;
}

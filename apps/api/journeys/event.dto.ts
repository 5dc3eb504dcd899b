// What happened to a journey, and what was written with it.

import { Anything, ListOf, Moment, Named, One, Text, Whole, Word } from "../../../libs/service/shape/field.ts";

class ByAnswer {
  @Text({ says: "An opaque id", example: "hub-coordinator.great-north" }) who: string;
  @Text({ example: "hub-coordinator" }) role: string;
}

class ByRequestAnswer extends ByAnswer {
  @Text({
    says: "The X-Request-Id of the request by which; null for what time brought",
    orNull: true,
    example: "bac0520b-8bd1-4235-8497-37d43a607ece",
  })
  request: string | null;
  @Word(["letter"], {
    says: "From a letter, by whom it was for: nobody signed in; else null",
    orNull: true,
    example: null,
  })
  via: "letter" | null;
}

@Named("JourneyEvent")
export class JourneyEventAnswer {
  @Text({ says: "The journey; of an event of a Work Group its stream (take workGroup)", example: "100001-primary" })
  journey: string;
  @Text({ says: "The Work Group whose event it is, else null", orNull: true, example: null })
  workGroup: string | null;
  @Text({ says: "`journey/` or `work-group/` and the id", example: "journey/100001-primary" }) stream: string;
  @Whole({ says: "From 1 in each stream; a hub hears what is its own, and its view may have gaps", example: 2 })
  seq: number;
  @Text({ example: "PlaceOffered" }) type: string;
  @Moment({ example: "2020-06-05T08:30:00Z" }) at: string;
  @Text({
    says: "The hub to which it belongs; null for a Work Group’s or a payment run’s, and for one of before 0.5.0",
    orNull: true,
    example: "great-north",
  })
  hub: string | null;
  @Anything({
    says: "What happened; people and texts by opaque ids",
    example: { workGroup: "north-readiness-1", respondBy: "2020-06-30" },
  })
  data: object;
  @One(ByRequestAnswer) by: ByRequestAnswer;
  @Moment({ example: "2020-06-05T08:30:01Z" }) recordedAt: string;
}

@Named("JourneyEventPage")
export class JourneyEventPageAnswer {
  @ListOf(JourneyEventAnswer) items: JourneyEventAnswer[];
  @Whole({ orNull: true, example: 2 }) next: number | null;
}

@Named("JourneyWord")
class WordAnswer {
  @Text({ says: "Of the event, such as reason or notes", example: "notes" }) field: string;
  @Text({ example: "Year 3 lesson seen; bar models agreed for next half-term" }) text: string;
}

@Named("JourneyWords")
class WordsAnswer {
  @Whole({ says: "Of the event", example: 31 }) seq: number;
  @Text({ example: "SupportVisitRecorded" }) type: string;
  @Moment({ example: "2020-11-18T16:00:00Z" }) at: string;
  @One(ByAnswer, { example: { who: "lead-1", role: "work-group-lead" } }) by: ByAnswer;
  @ListOf(WordAnswer) words: WordAnswer[];
}

@Named("JourneyWordsPage")
export class JourneyWordsPageAnswer {
  @ListOf(WordsAnswer) items: WordsAnswer[];
  @Whole({ orNull: true, example: null }) next: number | null;
}

// What lies ahead, as it is asked and answered.

import { AsText, Day, ListOf, Moment, Named, Text, Whole, Word } from "../../../libs/service/shape/field.ts";

export class AheadQuery {
  @Day({ optional: true, says: "The last day shown, in London", example: "2020-12-31" })
  until?: string;
}

@Named("CalendarEntry")
class EntryAnswer {
  @Word(["owed", "by-itself"], {
    says: "A promise that falls due on that day, or what the service does at that instant",
    example: "by-itself",
  })
  kind: string;
  @Moment({ example: "2020-12-09T00:00:00Z" }) at: string;
  @Day({ example: "2020-12-09" }) on: string;
  @Text({
    says: "The event that will be recorded; CommitmentDue and SessionDue for a day",
    example: "CommitmentMissed",
  })
  what: string;
  @Text({
    says: "The same as long as it is the same thing, wherever it is moved",
    example: "100001-primary/CommitmentDue/2020/21/gap-task-1",
  })
  id: string;
  @Whole({ says: "Of the journey, or Work Group: it only rises", example: 12 }) version: number;
  @Text({ orNull: true, example: "gap-task-1" }) commitment: string | null;
  @Word(["school", "hub"], { orNull: true, example: null }) by: string | null;
  @Text({ example: "Missed: gap-task-1, which was due on 8 December 2020." }) says: string;
  @Text({ says: "Of a meeting: when it begins, as the clock shows it in England", orNull: true, example: null })
  startsAt: string | null;
  @Text({ orNull: true, example: null }) endsAt: string | null;
  @Text({ says: "Where it is in person; to who comes there or leads it", orNull: true, example: null })
  place: string | null;
  @Text({ says: "Where it is online; the same", orNull: true, example: null }) link: string | null;
  @Text({
    says: "What would cancel it",
    example: "it is recorded as done, rescheduled or waived before, or the journey is paused or withdrawn",
  })
  unless: string;
  @Text({ orNull: true, example: "100001-primary" }) journey: string | null;
  @Text({ orNull: true, example: "100001" }) urn: string | null;
  @Text({ says: "Its name", orNull: true, example: "Example Primary School" }) school: string | null;
}

@Named("Calendar")
export class CalendarAnswer {
  @Moment({ example: "2020-12-01T08:00:00Z" }) from: string;
  @Day({ example: "2020-12-31" }) until: string;
  @ListOf(EntryAnswer) items: readonly EntryAnswer[];
}

@Named("ICalendar")
@AsText(
  "RFC 5545",
  "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//School Journeys//forward calendar//EN\r\nEND:VCALENDAR",
)
export class ICalendarAnswer {}

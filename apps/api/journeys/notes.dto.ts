// What is answered of a hub's own notes.

import { Day, ListOf, Moment, Named, Nothing, One, Text } from "../../../libs/service/shape/field.ts";

class NotedBy {
  @Text({ says: "An opaque id", example: "hub-lead.great-north" }) who: string;
  @Text({ example: "hub-lead" }) role: string;
}

class NoteDone {
  @Moment({ example: "2021-02-08T09:00:00Z" }) at: string;
  @One(NotedBy) by: NotedBy;
}

@Named("NoteSeen")
export class NoteAnswer {
  @Text({ example: "5d2c1f6091c48d0ba7b19f61c0f3a2de5d2c1f6091c48d0ba7b19f61c0f3a2de" }) id: string;
  @Moment({ example: "2021-02-01T09:00:00Z" }) at: string;
  @One(NotedBy) by: NotedBy;
  @Text({ example: "The headteacher leaves at Easter: ask who follows." }) text: string;
  @Day({ orNull: true, says: "On which somebody is to come back to it", example: "2021-02-08" })
  followUpOn: string | null;
  @One(NoteDone, { orNull: true, says: "By whom and when; null while nobody has", example: null })
  followedUp: NoteDone | null;
  @One(NoteDone, { orNull: true, says: "By whom and when it was changed, the last time", example: null })
  changed: NoteDone | null;
}

@Named("NoteWithdrawn")
export class NoteWithdrawnAnswer extends NoteDone {
  @Text({ example: "5d2c1f6091c48d0ba7b19f61c0f3a2de5d2c1f6091c48d0ba7b19f61c0f3a2de" }) id: string;
}

@Named("NotePage")
export class NotePageAnswer {
  @ListOf(NoteAnswer) items: NoteAnswer[];
  @Nothing() next: null;
}

// What is answered of links in letters.

import { ListOf, Moment, Named, Nothing, Text, Whole, Word } from "../../../libs/service/shape/field.ts";
import { MayBePreview } from "../commands/preview.dto.ts";

const WHATS = ["done", "another-date", "place", "next-year", "not-next-year", "no-reminders", "not-me"] as const;

@Named("AnswerLink")
class AnswerLinkAnswer {
  @Text({ example: "7d1f9c52-3f0c-8f1e-aa0b-2b8f6f6f2d11" }) id: string;
  @Text({ says: "To whom the letter went, by an opaque id", example: "0b9f6f0e-6c1a-8d6e-a1b2-0d6a3f4c5e7b" })
  person: string;
  @Word(WHATS, { says: "The one thing that it answers", example: "done" }) what: string;
  @Text({ says: "The commitment, by its code, where it is of one", orNull: true, example: "gap-task-1" })
  about: string | null;
  @Moment({ example: "2020-11-30T08:00:00Z" }) madeAt: string;
  @Moment({ orNull: true, example: null }) revokedAt: string | null;
}

@Named("AnswerLinkPage")
export class AnswerLinkPageAnswer {
  @ListOf(AnswerLinkAnswer) items: AnswerLinkAnswer[];
  @Nothing() next: null;
}

@Named("AnswerLinksRevoked")
export class AnswerLinksRevokedAnswer extends MayBePreview {
  @Text({ example: "100001-primary" }) journey: string;
  @Text({ example: "0b9f6f0e-6c1a-8d6e-a1b2-0d6a3f4c5e7b" }) person: string;
  @Whole({ says: "How many stood", example: 3 }) revoked: number;
}

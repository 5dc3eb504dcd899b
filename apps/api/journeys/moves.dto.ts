// What is asked and answered of schools that one hub asks of another.

import { Day, ListOf, Moment, Named, Text, Word } from "../../../libs/service/shape/field.ts";
import { PageQuery } from "./page.dto.ts";

export class MovesQuery extends PageQuery {
  @Text({
    optional: true,
    says: "The `next` of the page before",
    shape: /^\d{6}-(primary|secondary)$/u,
    else: "after is the `next` of the page before.",
    told: false,
  })
  after?: string;
}

@Named("Move")
export class MoveAnswer {
  @Text({ example: "100001-primary" }) journey: string;
  @Text({ example: "100001" }) urn: string;
  @Text({ orNull: true, example: "Example Primary School" }) school: string | null;
  @Text({ says: "The hub at which the school is", example: "great-north" }) from: string;
  @Text({ says: "The hub that asks for it", example: "far-south" }) to: string;
  @Text({ says: "The programme for which it is asked", example: "2020-21/primary-readiness" }) prospectus: string;
  @Moment({ example: "2020-06-02T08:00:00Z" }) askedAt: string;
  @Day({ says: "Its hub answers to the end of this day", example: "2020-06-16" }) until: string;
  @Word(["hub", "operator"], { says: "Whose answer is waited for", example: "hub" }) waitsFor: string;
}

@Named("MovePage")
export class MovePageAnswer {
  @ListOf(MoveAnswer) items: MoveAnswer[];
  @Text({ orNull: true, example: null }) next: string | null;
}

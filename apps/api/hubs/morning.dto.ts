// What is answered of a hub's next morning.

import { MORNING_CAUSES, STAFF_ROLES } from "../../../libs/letters/morning-lines.ts";
import {
  Day,
  Flag,
  ListOf,
  Named,
  One,
  Pence,
  Text,
  Texts,
  Whole,
  Word,
  Words,
} from "../../../libs/service/shape/field.ts";

@Named("MorningLine")
class LineAnswer {
  @Word(MORNING_CAUSES, { example: "decision" }) cause: string;
  @Text({ says: "A promise by its code, or what else it is about", example: "action-plan" }) about: string;
  @Text({ says: "Of a Work Group itself, what follows its name", example: "Missed: Action plan for the school" })
  what: string;
  @Text({ orNull: true, example: "north-readiness-1" }) workGroup: string | null;
  @Flag({ example: false }) overdue: boolean;
  @Day({ says: "By when it is to be settled", orNull: true, example: "2021-01-29" }) dueOn: string | null;
  @Whole({ says: "How many things of one kind are listed now", example: 1 }) count: number;
  @Texts({ says: "Those of whom it is listed now", example: ["Example Primary School"] }) schools: string[];
  @Whole({ says: "How many more of the same wait since earlier mornings", example: 0 }) before: number;
  @Texts({ says: "What can be chosen for all of them", example: ["give a new date"] }) choices: string[];
  @Text({ says: "Where at the console it is settled", example: "/tasks" }) page: string;
  @Day({ says: "By when what was missed had been promised", orNull: true, example: "2021-01-08" }) promisedFor:
    string | null;
  @Pence({ says: "What it comes to, of money", orNull: true, example: null }) pence: number | null;
}

class BesideAnswer {
  @Whole({ example: 12 }) lines: number;
  @Whole({ example: 3 }) overdue: number;
}

@Named("MorningLetter")
class LetterAnswer {
  @Words(STAFF_ROLES, { says: "In which roles its reader has it", example: ["hub-lead"] }) to: string[];
  @Word(["news", "reminder"], { says: "reminder: nothing in it is new", example: "news" }) cause: string;
  @Text({ example: "Tuesday 19 January 2021: 1 to decide" }) subject: string;
  @Text({ says: "As it would be read", example: "Dear Hella," }) text: string;
  @ListOf(LineAnswer) lines: LineAnswer[];
  @One(BesideAnswer, { says: "What waits beside, and is not listed" }) beside: BesideAnswer;
}

@Named("Morning")
export class MorningAnswer {
  @Day({ example: "2021-01-19" }) on: string;
  @ListOf(LetterAnswer, { says: "None: there is nothing to tell" }) letters: LetterAnswer[];
}

// All hubs in an academic year, as programs read it. All amounts are pence.

import { STAGES } from "../../../libs/prospectus/prospectus.ts";
import { ListOf, Named, Part, Pence, Text, Texts, Whole, Word } from "../../../libs/service/shape/field.ts";

const YEAR = /^20\d\d\/\d\d$/u;

export class CountryQuery {
  @Text({
    optional: true,
    says: "This academic year; else the one under way",
    shape: YEAR,
    else: "academicYear is written 2024/25.",
    example: "2024/25",
  })
  academicYear?: string;
}

class SchoolSums {
  @Whole({ says: "Applied for it, or said yes to it", example: 120 }) signedUp: number;
  @Whole({ example: 96 }) began: number;
  @Whole({ example: 0 }) underWay: number;
  @Whole({ example: 81 }) completed: number;
  @Whole({ says: "Not completed, or not ready", example: 9 }) notCompleted: number;
  @Whole({ says: "Withdrawn, or interrupted by a pause", example: 6 }) left: number;
}

@Named("CountryStage")
class StageSums extends SchoolSums {
  @Word(STAGES, { example: "development" }) stage: string;
}

@Named("CountryMoney")
class MoneySums {
  @Word(STAGES, { example: "development" }) stage: string;
  @Pence({ says: "Due or payable, in pence", example: 400_000 }) waitingPence: number;
  @Pence({ says: "Released and not paid yet, in pence", example: 200_000 }) releasedPence: number;
  @Pence({ example: 9_600_000 }) paidPence: number;
  @Pence({ example: 0 }) recoveredPence: number;
}

@Named("CountryPromises")
class PromiseSums {
  @Whole({ example: 1_800 }) met: number;
  @Whole({ example: 140 }) missed: number;
  @Whole({ example: 12 }) open: number;
}

@Named("CountryPromisesBy")
class PromisesBy extends PromiseSums {
  @Word(["school", "hub"], { example: "school" }) by: string;
}

@Named("CountryLetters")
class LetterSums {
  @Whole({ says: "Reminders, chasers and announcements that were due", example: 2_400 }) due: number;
  @Whole({ says: "Of them sent, or told within another letter", example: 1_900 }) sent: number;
  @Whole({ says: "Letters that went out by them, one a reader", example: 3_100 }) letters: number;
  @Whole({ says: "Of those letters, came back", example: 21 }) bounced: number;
}

@Named("CountryYear")
class YearSums {
  @Text({ example: "2024/25" }) academicYear: string;
  @ListOf(StageSums) stages: StageSums[];
  @ListOf(MoneySums) money: MoneySums[];
  @ListOf(PromisesBy) promises: PromisesBy[];
  @Part(LetterSums) letters: LetterSums;
}

@Named("CountryHub")
class HubSums extends SchoolSums {
  @Text({ example: "great-north" }) hub: string;
  @Whole({ says: "Signed up to the academic year before", example: 90 }) signedUpBefore: number;
  @Pence({ example: 300_000 }) paidPence: number;
  @Part(PromiseSums) bySchools: PromiseSums;
  @Part(PromiseSums) byHub: PromiseSums;
  @Whole({ example: 240 }) letters: number;
}

@Named("Country")
export class CountryAnswer {
  @Texts({ says: "What may be asked for, the latest first", example: ["2024/25", "2023/24"] }) years: string[];
  @Part(YearSums) now: YearSums;
  @Part(YearSums, { says: "The academic year before" }) before: YearSums;
  @ListOf(HubSums, { says: "Those with anything in the year, or to whom schools signed up in the year before" })
  hubs: HubSums[];
}

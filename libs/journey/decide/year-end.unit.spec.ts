import { describe, expect, it } from "@jest/globals";
import { because, begun, given, READINESS, text } from "../../../test/support/journey.ts";
import { happened, refusalsIn, reportWith } from "../../../test/support/rehearsing.ts";

const words = (id: string) => ({ id, words: 5 });

describe("A report or an evaluation", () => {
  const answers = [{ question: "vision", answer: words("text-7") }];

  it("takes answers to the questions of its programme, and keeps their words apart", () => {
    given(begun())
      .when("2021-06-14T09:00", "SubmitReport", { answers })
      .brings(
        { type: "ReportSubmitted", on: "2021-06-14", answers: [{ question: "vision", answerId: "text-7" }] },
        { type: "CommitmentMet", commitment: "report", late: false },
      );
    given(begun())
      .when("2021-07-01T09:00", "SubmitReport", { answers: [{ question: "weather", answer: text(3) }] })
      .rejects("invalid");
    given(begun())
      .when("2021-07-01T09:00", "CompleteEvaluation", { answers: [...answers, ...answers] })
      .rejects("invalid");
  });
  it("is quoted only in words that somebody wrote so that nobody can be told", () => {
    const handedIn = begun().on("2021-07-01T09:00", "SubmitReport", { answers });
    const event = handedIn.seqOf("ReportSubmitted");
    given(handedIn)
      .when("2021-07-02T09:00", "QuoteAnswer", { event, question: "vision", quote: words("text-8") })
      .brings({ type: "AnswerQuoted", answer: event, question: "vision", prospectus: READINESS, quoteId: "text-8" });
    given(handedIn).when("2021-07-02T09:00", "QuoteAnswer", { event, question: "vision" }).rejects("invalid");
    given(handedIn)
      .when("2021-07-02T09:00", "QuoteAnswer", { event, question: "next", quote: words("text-8") })
      .rejects("not-found");
  });
});

describe("Help with textbooks", () => {
  const asked = "- {at: 2021-10-04T09:00, command: AskForTextbooks, with: {note: Years 1 to 3}}";
  const decided = (fields: string): string =>
    `- {at: 2021-10-06T09:00, command: DecideTextbooks, with: {helps: true, reason: Agreed${fields}}}`;

  it("is asked for in the second year of a Readiness school, and decided with a reason once it is confirmed", () => {
    const report = reportWith({ until: "2022-08-31" }, [asked, decided(", confirmed: true")].join("\n"));
    expect(refusalsIn(report)).toEqual([]);
    expect(happened(report, "TextbooksAsked", "TextbooksDecided")).toEqual([
      "TextbooksAsked 2021-10-04",
      "TextbooksDecided 2021-10-06",
    ]);
    expect(refusalsIn(reportWith({ until: "2022-08-31" }, [asked, decided("")].join("\n")))).toEqual([
      "DecideTextbooks stated-by-page",
    ]);
  });
  it("not in the first, and not twice", () => {
    given(begun()).when("2020-10-05T09:00", "AskForTextbooks", {}).rejects("not-in-this-state");
    given(begun())
      .when("2020-10-05T09:00", "DecideTextbooks", { helps: false, ...because })
      .rejects("not-in-this-state");
    expect(refusalsIn(reportWith({ until: "2022-08-31" }, [asked, asked].join("\n")))).toEqual([
      "AskForTextbooks not-in-this-state",
    ]);
  });
});

import { describe, expect, it } from "@jest/globals";
import { given } from "../../../test/support/given.ts";
import { because, begun, kept, READINESS, text } from "../../../test/support/journey.ts";
import { stagesOf } from "../state.ts";
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

describe("A report that comes after its year", () => {
  // Nobody sent it; the ladder has ended with the hub lead. Development 2021/22 has a report of its own to come.
  const missed = (): ReturnType<typeof begun> =>
    begun()
      .on("2021-07-16T09:00", "ConfirmReadiness", { ready: true })
      .on("2021-07-16T10:00", "InviteToNextStage", {})
      .on("2021-07-17T10:00", "ConfirmNextStage", {})
      .until("2021-09-08T08:00");
  const task = "2020/21/report";

  it("meets that promise of that year, with a reason, and closes the hub lead’s task", () => {
    given(missed()).when("2021-09-08T09:00", "SubmitReport", {}).rejects("reason-required");
    given(missed())
      .when("2021-09-08T09:00", "SubmitReport", {
        answers: [{ question: "vision", answer: words("text-7") }],
        ...because,
      })
      .brings(
        {
          type: "ReportCameLate",
          what: "report",
          academicYear: "2020/21",
          on: "2021-09-08",
          answers: [{ question: "vision", answerId: "text-7" }],
          ...kept,
        },
        { type: "TaskClosed", task },
      );
    const sent = missed().on("2021-09-08T09:00", "SubmitReport", because);
    expect(stagesOf(sent.state)[0]?.commitments.find(({ code }) => code === "report")?.status).toBe("met");
    expect(sent.commitment("report").status).toBe("open");
  });
  it("may have come in time, and be recorded late", () => {
    given(missed())
      .when("2021-09-08T09:00", "SubmitReport", { on: "2021-07-20", ...because })
      .accepted();
    given(missed())
      .when("2021-09-08T09:00", "SubmitReport", { on: "2021-09-09", ...because })
      .rejects("in-the-future");
  });
  it("comes once, and only of a year that the school had", () => {
    const sent = missed().on("2021-09-08T09:00", "SubmitReport", because);
    const named = (academicYear: string) =>
      given(sent).when("2021-09-09T09:00", "SubmitReport", { academicYear, ...because });
    // What comes next, and is not named, is the new year's.
    given(sent)
      .when("2021-09-09T09:00", "SubmitReport", because)
      .brings(
        { type: "ReportSubmitted", on: "2021-09-09", ...kept },
        { type: "CommitmentMet", commitment: "report", late: false },
      );
    named("2020/21").rejects("not-in-this-state");
    named("2019/20").rejects("unknown-commitment");
    // Of the year under way, before its last meeting.
    named("2021/22").brings(
      { type: "ReportSubmitted", on: "2021-09-09", ...kept },
      { type: "CommitmentMet", commitment: "report", late: false },
    );
  });
  it("may be quoted as any other", () => {
    const sent = missed().on("2021-09-08T09:00", "CompleteEvaluation", {
      answers: [{ question: "vision", answer: words("text-7") }],
      ...because,
    });
    given(sent)
      .when("2021-09-09T09:00", "QuoteAnswer", {
        event: sent.seqOf("ReportCameLate"),
        question: "vision",
        quote: words("text-8"),
      })
      .accepted();
  });
  it("or never comes: once its year is over the hub lead can leave it, with a reason", () => {
    given(missed())
      .when("2021-09-08T09:00", "DecideTask", { task, decision: "leave-it", ...because })
      .brings({ type: "TaskDecided", task, decision: "leave-it", ...kept });
    given(missed())
      .when("2021-09-08T09:00", "DecideTask", { task, decision: "waive", ...because })
      .rejects("not-in-this-state");
    const before = begun().until("2021-07-22T12:00");
    given(before)
      .when("2021-07-22T13:00", "DecideTask", { task, decision: "leave-it", ...because })
      .rejects("not-in-this-state");
  });
  it("is taken of a school that goes no further, too: its tasks have ended with its journey", () => {
    const over = begun()
      .on("2021-07-16T09:00", "ConfirmReadiness", { ready: false, ...because })
      .until("2021-09-08T08:00");
    expect(over.state.status).toBe("completed");
    given(over)
      .when("2021-09-08T09:00", "SubmitReport", because)
      .brings({ type: "ReportCameLate", what: "report", academicYear: "2020/21", on: "2021-09-08", ...kept });
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

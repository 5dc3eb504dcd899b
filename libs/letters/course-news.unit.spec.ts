// What has just changed, as those read it who hear of it: the school’s way, its years, its answers.

import { describe, expect, test } from "@jest/globals";
import {
  accepted,
  applied,
  because,
  begun,
  done,
  offered,
  PRIMARY_DEVELOPMENT,
  register,
  type Past,
} from "../../test/support/journey.ts";
import { read, told } from "../../test/support/news.ts";

const SEPT = "2020-09-10T09:00";
const EVERYBODY = ["maths-lead", "lead-teacher", "headteacher"];
const development = begun(PRIMARY_DEVELOPMENT);
const invited = done(development, "2025-06-09T09:00").on("2025-06-10T09:00", "InviteToNextStage", {});
const goesOn = invited.on("2025-06-11T09:00", "ConfirmNextStage", {});

describe("A school pauses", () => {
  const away = begun().on(SEPT, "PauseJourney", { until: "2020-11-20", ...because });
  test("until when, and what rests", () => {
    expect(told(away, "JourneyPaused")?.to).toEqual(EVERYBODY);
    const text = read(away, "JourneyPaused");
    expect(text).toContain("Your school pauses until Friday 20 November 2020 |");
    expect(text).toContain("Nothing that your school promised falls due, and we send no reminders.");
  });
  test("with no end: how it comes back, and what becomes of the year", () => {
    const text = read(begun().on(SEPT, "PauseJourney", because), "JourneyPaused");
    expect(text).toContain("Reply to this e-mail to say that it is back.");
    expect(text).toContain("If it is still away on Tuesday 31 August 2021, this year ends unfinished for it");
  });
  test("and returns: with what it goes on; that it paused is not told any more", () => {
    const back = away.until("2020-11-23");
    const text = read(back, "SchoolReturned");
    expect(text).toContain("takes part again. It goes on with the year that it left.");
    expect(text).toContain("WHAT COMES NEXT - Task 1 between sessions When: by Tuesday 8 December 2020");
    expect(told(back, "JourneyPaused")).toBeNull();
  });
  test("past the end of its year, which ends unfinished", () => {
    const over = begun().on(SEPT, "PauseJourney", because).until("2021-09-02");
    expect(read(over, "StageInterrupted")).toContain("It ends unfinished, and nothing of it is owed.");
    expect(read(over.on("2021-09-06T09:00", "ReturnToProgramme", {}), "SchoolReturned")).toContain(
      "It goes on with the Mastery Readiness year 2021/22.",
    );
  });
  test("because the service has no programme for it: nobody is told", () => {
    const { events } = begun();
    const waits = begun().follow([
      { type: "JourneyPaused", at: events.at(-1)?.at ?? "", until: null, reasonCode: "no-prospectus" },
    ]);
    expect(told(waits, "JourneyPaused")).toBeNull();
  });
});

describe("Another date was asked for", () => {
  const task = "2020/21/gap-task-1/date";
  const stays = begun()
    .on("2020-09-20T09:00", "AskForAnotherDate", { commitment: "gap-task-1" }, { by: "person-1" })
    .on("2020-09-21T09:00", "DecideTask", { task, ...because, decision: "keep-date" });
  test("and the hub keeps the one that there is: it says so, to who asked too", () => {
    expect(told(stays, "TaskDecided")?.to).toEqual(["maths-lead", "lead-teacher", "applicant"]);
    const text = read(stays, "TaskDecided");
    expect(text).toContain("The date stays: Task 1 between sessions, Tuesday 8 December 2020 |");
    expect(text).toContain("Great North Maths Hub was asked for another date for Task 1 between sessions. It keeps");
  });
  test("and it has another one by now, or is done: nothing of it is told", () => {
    const dueOn = "2021-01-15";
    const moved = stays.on("2020-09-21T09:05", "RescheduleCommitment", { commitment: "gap-task-1", dueOn, ...because });
    const done = stays.on("2020-09-21T09:05", "CompleteGapTask", { commitment: "gap-task-1", ...because });
    for (const past of [moved, done]) expect(told(past, "TaskDecided")).toBeNull();
  });
});

describe("A school leaves", () => {
  test("what becomes of its grant stands in the same letter", () => {
    const left = development.on("2024-09-10T09:00", "WithdrawSchool", because);
    expect(told(left, "SchoolWithdrawn")?.to).toEqual(["applicant", "headteacher", "lead-teacher"]);
    const text = read(left, "SchoolWithdrawn");
    expect(text).toContain("The grant of £1,000 for the Development year 2024/25 has not been paid. Your hub decides");
    expect(text).toContain("If this is a mistake, reply to this e-mail at once: it can be put right.");
  });
  test("taken back as a mistake, that it left is not told", () => {
    const left = begun().on(SEPT, "WithdrawSchool", because);
    const back = left.on("2020-09-10T09:05", "CorrectRecord", { event: left.seqOf("SchoolWithdrawn"), ...because });
    expect(told(back, "SchoolWithdrawn")).toBeNull();
  });
});

describe("A year comes out", () => {
  const decided = (ready: boolean): Past => begun().on("2021-06-10T09:00", "ConfirmReadiness", { ready, ...because });
  test("Mastery Ready", () => {
    expect(told(decided(true), "ReadinessConfirmed")?.to).toEqual(EVERYBODY);
    expect(read(decided(true), "ReadinessConfirmed")).toContain("is Mastery Ready. Congratulations, and thank you.");
  });
  test("not ready: what was still missing, in words; the hub’s own promises are no reason", () => {
    const text = read(decided(false), "ReadinessConfirmed");
    expect(text).toContain("WHAT WAS STILL MISSING - Work Group meeting 1, on Wednesday 30 September 2020");
    expect(text).toContain("- Action plan for your school, due by Wednesday 3 February 2021");
    expect(text).not.toContain("Support visit");
    expect(read(decided(false).until("2021-09-01"), "StageCompleted")).toContain("was not confirmed as Mastery Ready.");
  });
  test("undecided: nothing is asked of the school", () => {
    expect(read(begun().until("2021-09-01"), "StageCompleted")).toContain(
      "has still to say whether Example Primary School (URN 100001) is Mastery Ready.",
    );
  });
  test("completed: thanked once, at its end, with what comes next", () => {
    expect(told(goesOn, "CompletionConfirmed")).toBeNull();
    const text = read(goesOn.until("2025-08-31T23:59:59"), "StageCompleted");
    expect(text).toContain("Thank you: the Development year 2024/25 is completed |");
    expect(text).toContain("Your school goes on with the Embedding year 2025/26. It begins on 1 September 2025.");
  });
  test("not completed: how many places at meetings were filled, and what was owed", () => {
    const came = development.on("2024-10-02T17:00", "RecordAttendance", register("session-1", "2024-10-02"));
    const text = read(
      came.on("2025-06-10T09:00", "ConfirmCompletion", { completed: false, ...because }),
      "CompletionConfirmed",
    );
    expect(text).toContain("will not complete the Development year 2024/25.");
    expect(text).toContain("- Your teachers filled 2 of 6 places at meetings. - Headteacher’s meeting");
    const letGo = came
      .on("2025-05-12T09:00", "WaiveCommitment", { commitment: "meeting-3", ...because })
      .on("2025-06-10T09:00", "ConfirmCompletion", { completed: false, ...because });
    expect(read(letGo, "CompletionConfirmed")).toContain(
      "Your teachers filled 2 of 6 places at meetings; for 2 more nobody had to come.",
    );
    expect(read(came.until("2025-09-01"), "StageCompleted")).toContain(
      "has not completed it. If you see it otherwise, reply.",
    );
  });
  test("not completed, but counted", () => {
    const counted = development.on("2025-06-10T09:00", "ConfirmCompletion", {
      completed: false,
      counts: true,
      ...because,
    });
    expect(read(counted, "CompletionConfirmed")).toContain("counts it: your school can go on to the next stage.");
  });
  test("without meetings: that is not held against the school", () => {
    const text = read(development.until("2025-09-01"), "StageCompleted");
    expect(text).toContain("has ended without meetings");
    expect(text).not.toContain("STILL MISSING");
  });
});

describe("A year begins", () => {
  test("for a school that goes on, with its dates and by when to name teachers; not for one that was placed", () => {
    const text = read(goesOn.until("2025-09-03"), "StageStarted");
    expect(text).toContain("Please tell us by Wednesday 17 September 2025 which teachers take part this year");
    expect(text).toContain("THE DATES OF THE YEAR - Work Group meeting 1 When: Wednesday 1 October 2025");
    expect(told(begun(), "StageStarted")).toBeNull();
  });
});

describe("A school answers", () => {
  const both = ["applicant", "headteacher"];
  test("that it goes on, or does not", () => {
    expect(told(goesOn, "NextStageConfirmed")?.to).toEqual(both);
    expect(read(goesOn, "NextStageConfirmed")).toContain("takes part in the Embedding year 2025/26. Thank you.");
    const no = invited.on("2025-06-11T09:00", "DeclineOffer", because);
    expect(read(no, "NextStageDeclined")).toContain("does not take part in the next year.");
  });
  test("not, so that its place is kept no longer: the invitation stands, and until when", () => {
    const kept = done(development, "2025-06-09T09:00").on("2025-06-10T09:00", "InviteToNextStage", {
      workGroup: "group-1",
      respondBy: "2025-07-04",
      ...because,
    });
    expect(read(kept.until("2025-07-08"), "NextStagePlaceLapsed")).toContain(
      "Your school can still say until the end of Friday 31 October 2025 that it takes part in 2025/26.",
    );
  });
  test("an offer: until it is placed", () => {
    expect(read(accepted(), "OfferAccepted")).toContain("has accepted the place");
    expect(told(begun(), "OfferAccepted")).toBeNull();
    expect(read(offered().on("2020-06-04T09:00", "DeclineOffer", because), "OfferDeclined")).toContain(
      "The place is free for another school.",
    );
  });
  test("that it seeks no place any more", () => {
    const gone = applied().on("2020-06-04T09:00", "WithdrawApplication", because);
    expect(told(gone, "ApplicationWithdrawn")?.to).toEqual(["applicant"]);
    expect(read(gone, "ApplicationWithdrawn")).toContain("what you sent us has been withdrawn.");
  });
});

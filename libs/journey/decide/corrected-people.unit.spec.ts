import { describe, expect, it } from "@jest/globals";
import { given } from "../../../test/support/given.ts";
import { applied, begun, because, nothing, offered, type Past } from "../../../test/support/journey.ts";

const correction = "correction-1";
const open = (past: Past): string[] =>
  past.state.status === "none" ? [] : past.state.tasks.filter(({ status }) => status === "open").map(({ id }) => id);

describe("A letter that comes back before a school takes part", () => {
  const applicant = { effect: 1, addressee: "applicant", person: null, code: "permanent-failure" };
  const cameBack = (past: Past): Past => past.on("2020-06-02T10:00", "RecordBounce", applicant);

  it.each([
    ["applied", applied()],
    ["offered", offered()],
  ])("is a task of the hub: %s", (_status, past) => {
    given(past)
      .when("2020-06-20T10:00", "RecordBounce", applicant)
      .brings(
        { type: "LetterBounced", ...applicant },
        {
          type: "TaskOpened",
          task: "letters/applicant",
          about: "bounced-letter",
          commitment: null,
          dueOn: "2020-06-29",
        },
      );
  });

  it("is none once nobody waits for the school any more", () => {
    const declined = applied().on("2020-06-03T09:00", "DeclineApplication", because);
    given(declined)
      .when("2020-06-20T10:00", "RecordBounce", applicant)
      .brings({ type: "LetterBounced", ...applicant });
  });

  it("goes out again to whom it was for, once their address is right, and its task closes", () => {
    const past = cameBack(applied());
    const [person = ""] = past.state.status === "none" ? [] : past.state.applicants;
    given(past)
      .when("2020-06-03T09:00", "CorrectPerson", { person, changed: ["email"], correction })
      .brings(
        { type: "PersonCorrected", person, changed: ["email"], correction },
        { type: "LetterResent", letter: 1, addressee: "applicant" },
        { type: "TaskClosed", task: "letters/applicant" },
      );
    given(past)
      .when("2020-06-03T09:00", "CorrectPerson", { person, changed: ["lastName"], correction })
      .brings({ type: "PersonCorrected", person, changed: ["lastName"], correction });
    given(past)
      .when("2020-06-03T09:00", "CorrectPerson", { person: "somebody-else", changed: ["email"], correction })
      .brings({ type: "PersonCorrected", person: "somebody-else", changed: ["email"], correction });
  });

  it("is sent once more as it was, where the address was right; there must be one", () => {
    const past = cameBack(applied());
    given(past)
      .when("2020-06-03T09:00", "ResendLetter", {})
      .brings(
        { type: "LetterResent", letter: 1, addressee: "applicant" },
        { type: "TaskClosed", task: "letters/applicant" },
      );
    given(past).when("2020-06-03T09:00", "ResendLetter", { letter: 9 }).rejects("not-found");
    given(applied()).when("2020-06-03T09:00", "ResendLetter", {}).rejects("not-found");
    const again = past.on("2020-06-03T09:00", "ResendLetter", {});
    expect([open(past), open(again)]).toEqual([["letters/applicant"], []]);
    const letter = again.seqOf("LetterResent");
    expect(open(again.on("2020-06-03T10:00", "RecordBounce", { ...applicant, effect: letter }))).toEqual([
      "letters/applicant",
    ]);
  });
});

describe("A person is corrected", () => {
  it("whose letter as a teacher came back", () => {
    const told = begun().until("2020-09-14T09:00");
    const effect = told.seqOf("ReminderDue");
    const bounce = { effect, addressee: "p-1", person: "teacher-1", code: "mail-refused" };
    given(told.on("2020-09-14T10:00", "RecordBounce", bounce))
      .when("2020-09-15T09:00", "CorrectPerson", { person: "teacher-1", changed: ["email"], correction })
      .brings(
        { type: "PersonCorrected", person: "teacher-1", changed: ["email"], correction },
        { type: "LetterResent", letter: effect, addressee: "p-1" },
        { type: "TaskClosed", task: "letters/p-1" },
      );
  });

  it("in something, in a journey that has begun", () => {
    const nothingChanged = { person: "teacher-1", changed: [], correction };
    given(applied()).when("2020-06-03T09:00", "CorrectPerson", nothingChanged).rejects("invalid");
    given(nothing)
      .when("2020-06-03T09:00", "CorrectPerson", { ...nothingChanged, changed: ["email"] })
      .rejects("not-in-this-state");
  });
});

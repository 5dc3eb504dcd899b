import { describe, expect, it } from "@jest/globals";
import { given } from "../../../test/support/given.ts";
import {
  because,
  begun,
  done,
  kept,
  placed,
  PRIMARY_DEVELOPMENT,
  READINESS,
  SECONDARY_DEVELOPMENT,
  SUSTAINING,
  type Past,
} from "../../../test/support/journey.ts";

const readiness = { stage: "readiness", academicYear: "2020/21" } as const;
const development = {
  prospectus: "2021-22/primary-development",
  stage: "development",
  academicYear: "2021/22",
} as const;
const ready = begun().on("2021-07-01T09:00", "ConfirmReadiness", { ready: true });
const settled = ready.on("2021-07-02T09:00", "InviteToNextStage", {}).on("2021-07-03T09:00", "ConfirmNextStage", {});

/** Ten school days after an invitation, and ten more: who applied, then the headteacher. */
const reminders = (first: string, second: string) => [
  { at: `${first}T08:00:00Z`, to: "applicant" as const },
  { at: `${second}T08:00:00Z`, to: "headteacher" as const },
];

/** Completed, invited and confirmed in June of each year, up to a day. */
function onwards(past: Past, ...years: number[]): Past {
  return years.reduce(
    (on, year) =>
      (on.year.readinessAsked ? on : done(on, `${year}-06-10T08:00`))
        .on(`${year}-06-10T09:00`, "InviteToNextStage", {})
        .on(`${year}-06-11T09:00`, "ConfirmNextStage", {}),
    past,
  );
}

describe("An invitation to the next stage", () => {
  it("follows Readiness with Development in the next year, once the school is ready", () => {
    given(ready)
      .when("2021-07-02T09:00", "InviteToNextStage", {})
      .brings({ type: "NextStageInvited", ...development, reminders: reminders("2021-07-16", "2021-09-08") });
    given(begun()).when("2021-07-02T09:00", "InviteToNextStage", {}).rejects("not-in-this-state");
  });
  it.each([
    [
      SECONDARY_DEVELOPMENT,
      "2021-06-10T09:00",
      { prospectus: "2021-22/secondary-embedding", stage: "embedding", academicYear: "2021/22" },
    ],
    [
      "2021-22/secondary-embedding",
      "2022-06-10T09:00",
      { prospectus: "2022-23/secondary-sustaining", stage: "sustaining", academicYear: "2022/23" },
    ],
    [
      SUSTAINING,
      "2025-06-10T09:00",
      { prospectus: "2025-26/secondary-sustaining", stage: "sustaining", academicYear: "2025/26" },
    ],
  ] as const)("after %s", (id, at, next) =>
    given(begun(id))
      .when(at, "InviteToNextStage", {})
      .brings({
        type: "NextStageInvited",
        ...next,
        reminders: reminders(`${at.slice(0, 4)}-06-24`, `${at.slice(0, 4)}-07-08`),
      }),
  );

  it("may name the same stage once more, of a later year and the same phase; none is left out", () => {
    const invite = (prospectus: string, past = begun(SECONDARY_DEVELOPMENT)) =>
      given(past).when("2021-06-10T09:00", "InviteToNextStage", { prospectus });
    invite("2021-22/secondary-development").accepted();
    invite("2022-23/secondary-embedding").accepted();
    invite("2021-22/secondary-sustaining").rejects("prior-stage-missing");
    invite("2020-21/secondary-embedding").rejects("not-in-this-state");
    invite("2021-22/primary-embedding").rejects("wrong-phase");
    invite("2021-22/secondary-wonders").rejects("not-found");
    invite("2021-22/primary-embedding", ready).rejects("prior-stage-missing");
  });
  it("is given once, and not once the next stage is settled", () => {
    given(ready.on("2021-07-02T09:00", "InviteToNextStage", {}))
      .when("2021-07-03T09:00", "InviteToNextStage", {})
      .rejects("not-in-this-state");
    given(settled).when("2021-07-04T09:00", "InviteToNextStage", {}).rejects("not-in-this-state");
    given(placed()).when("2020-07-04T09:00", "InviteToNextStage", {}).rejects("not-in-this-state");
    given(begun().on("2021-03-01T09:00", "PauseJourney", because))
      .when("2021-03-02T09:00", "InviteToNextStage", {})
      .rejects("not-in-this-state");
  });
  it("is not chased in a pause: what is left of its reminders counts school days from the return", () => {
    const invited = done(begun(PRIMARY_DEVELOPMENT), "2025-06-09T09:00").on(
      "2025-06-10T09:00",
      "InviteToNextStage",
      {},
    );
    const reminded = (left: string, back: string) =>
      invited
        .until(left)
        .on(left, "PauseJourney", because)
        .on(back, "ReturnToProgramme", {})
        .until("2025-10-31")
        .all("NextStageReminderDue")
        .map((event) => [event.at, ...Object(event).to]);
    expect(reminded("2025-06-11T09:00", "2025-07-22T15:00")).toEqual([
      ["2025-09-15T08:00:00Z", "applicant"],
      ["2025-09-29T08:00:00Z", "headteacher"],
    ]);
    expect(reminded("2025-06-25T09:00", "2025-06-26T15:00")).toEqual([
      ["2025-06-24T08:00:00Z", "applicant"],
      ["2025-07-10T08:00:00Z", "headteacher"],
    ]);
    expect(reminded("2025-07-09T09:00", "2025-07-22T15:00")).toHaveLength(2);
  });
  it("ends with the catalogue: after 2027/28 there is no prospectus", () => {
    given(begun("2027-28/primary-sustaining")).when("2028-06-10T09:00", "InviteToNextStage", {}).rejects("not-found");
  });
  it("that nobody answers keeps the place until 31 October: a yes begins the year that day", () => {
    const held = done(begun(PRIMARY_DEVELOPMENT), "2025-06-09T09:00");
    const invited = held.on("2025-06-10T09:00", "InviteToNextStage", {});
    expect(invited.until("2025-08-31").all("NextStageReminderDue")).toMatchObject([
      { at: "2025-06-24T08:00:00Z", to: ["applicant"] },
      { at: "2025-07-08T08:00:00Z", to: ["headteacher"] },
    ]);
    given(invited.until("2025-08-31T12:00"))
      .whenTimeComes("2025-08-31T23:59:59")
      .brings(
        {
          type: "TaskOpened",
          task: "2024/25/invitation",
          about: "invitation",
          commitment: null,
          dueOn: "2025-10-24",
        },
        {
          type: "StageCompleted",
          stage: "development",
          academicYear: "2024/25",
          outcome: "completed",
          then: "waits",
          waitsUntil: "2025-10-31",
          announces: [{ code: "session-1", on: "2025-10-01", at: "2025-09-24T08:00:00Z" }],
        },
      );
    const waits = invited.until("2025-10-31T23:59:59");
    expect(waits.state).toMatchObject({ status: "participating", year: null, waitsUntil: "2025-10-31" });
    const yes = given(waits).when("2025-10-31T10:00", "ConfirmNextStage", {}).decision;
    expect("events" in yes && yes.events.map(({ type }) => type)).toEqual([
      "NextStageConfirmed",
      "StageStarted",
      "TaskClosed",
    ]);
    given(waits).whenTimeComes("2025-11-01").brings({
      type: "NextStageLapsed",
      into: "2025/26",
      workGroup: null,
      why: "not-answered",
    });
    const over = waits.until("2025-11-01");
    expect(over.state).toMatchObject({ status: "completed", past: [{ outcome: "completed" }] });
    given(over).when("2025-11-02T09:00", "ConfirmNextStage", {}).rejects("not-in-this-state");
    given(over).when("2025-11-02T09:00", "InviteToNextStage", {}).accepted();
    given(begun(PRIMARY_DEVELOPMENT).until("2025-10-01"))
      .when("2026-09-01T00:00", "InviteToNextStage", {})
      .rejects("not-in-this-state");
  });
  it("that its hub has not given by 1 June is its lead's task; once the school is ready, ten school days later", () => {
    const asked = { about: "invitation", commitment: null } as const;
    given(begun(PRIMARY_DEVELOPMENT).until("2025-06-02T08:59"))
      .whenTimeComes("2025-06-02T09:00")
      .brings({ type: "TaskOpened", task: "2024/25/invitation", ...asked, dueOn: "2025-06-09" });
    given(ready.until("2021-07-15T08:59"))
      .whenTimeComes("2021-07-15T09:00")
      .brings({ type: "TaskOpened", task: "2020/21/invitation", ...asked, dueOn: "2021-07-22" });
    const invited = ready.until("2021-07-15T09:00").on("2021-07-16T09:00", "InviteToNextStage", {});
    expect(invited.all("TaskClosed")).toMatchObject([{ task: "2020/21/invitation" }]);
  });
  it("that its hub never gives ends on 31 October, with a letter, and not before", () => {
    const year = done(begun(PRIMARY_DEVELOPMENT), "2025-06-01T09:00");
    expect(year.until("2025-10-31").state.status).toBe("participating");
    expect(year.until("2025-11-01").all("NextStageLapsed")).toMatchObject([{ why: "not-invited" }]);
    given(year.until("2025-10-20"))
      .when("2025-10-20T09:00", "DecideTask", {
        task: "2024/25/invitation",
        decision: "extend",
        ...because,
      })
      .rejects("not-in-this-state");
    const letGo = year.on("2025-10-20T09:00", "DecideTask", {
      task: "2024/25/invitation",
      decision: "let-go",
      ...because,
    });
    expect([letGo.state.status, letGo.all("NextStageLapsed")]).toMatchObject(["completed", [{ why: "let-go" }]]);
  });
  it("that the school declines ends with its year, as the school said", () => {
    const no = done(begun(PRIMARY_DEVELOPMENT), "2025-06-09T09:00")
      .on("2025-06-10T09:00", "InviteToNextStage", {})
      .on("2025-06-12T09:00", "DeclineOffer", {});
    expect(no.until("2025-08-31T23:59:59").events.at(-1)).toMatchObject({ outcome: "completed", then: "ends" });
  });
});

describe("The school confirms that it goes on", () => {
  it("and may say no after all, until that year begins; asked again, it may say yes", () => {
    const no = settled.on("2021-07-20T09:00", "DeclineOffer", {});
    given(settled)
      .when("2021-07-20T09:00", "DeclineOffer", because)
      .brings({ type: "NextStageDeclined", prospectus: development.prospectus, ...kept });
    expect(no.until("2021-08-31T23:59:59").state.status).toBe("completed");
    given(no).when("2021-07-21T09:00", "ConfirmNextStage", {}).rejects("not-in-this-state");
    given(no).when("2021-07-21T09:00", "InviteToNextStage", {}).accepted();
    given(settled.until("2021-09-02T08:00")).when("2021-09-02T09:00", "DeclineOffer", {}).rejects("not-in-this-state");
  });
  it("where it has been invited", () => {
    given(ready.on("2021-07-02T09:00", "InviteToNextStage", {}))
      .when("2021-07-03T09:00", "ConfirmNextStage", {})
      .brings({ type: "NextStageConfirmed", ...development });
    given(ready).when("2021-07-03T09:00", "ConfirmNextStage", {}).rejects("not-in-this-state");
    given(settled).when("2021-07-04T09:00", "ConfirmNextStage", {}).rejects("not-in-this-state");
  });
  it("and the next stage-year begins as the last one ends, with its own grant and promises", () => {
    given(settled.until("2021-08-31T12:00"))
      .whenTimeComes("2021-08-31T23:59:59")
      .brings({ type: "StageCompleted", ...readiness, outcome: "completed", then: "next-stage" });
    const next = settled.until("2021-09-01");
    expect(next.events.slice(-2)).toMatchObject([
      { type: "StageStarted", ...development, startsAt: "2021-08-31T23:00:00Z" },
      { type: "GrantDue", amountPence: 100_000 },
    ]);
  });
});

describe("The stages of a life", () => {
  it("Readiness, Development, Embedding, Sustaining, Sustaining again; one grant", () => {
    const life = done(
      onwards(settled.until("2021-09-01"), 2022, 2023, 2024).until("2024-09-01"),
      "2025-07-01T09:00",
    ).until("2025-11-01");
    expect(life.state).toMatchObject({
      status: "completed",
      past: [
        { ...readiness, outcome: "completed" },
        { stage: "development", academicYear: "2021/22", outcome: "completed" },
        { stage: "embedding", academicYear: "2022/23" },
        { stage: "sustaining", academicYear: "2023/24" },
        { stage: "sustaining", academicYear: "2024/25" },
      ],
    });
    expect(life.all("GrantDue")).toMatchObject([{ amountPence: 100_000, stage: "development" }]);
    expect(life.all("ReminderDue")).toHaveLength(15);
  });
  it("a cohort a year later than any page is given nothing", () => {
    const later = begun("2021-22/primary-readiness").on("2022-06-09T09:00", "ConfirmReadiness", { ready: true });
    expect(onwards(onwards(later, 2022).until("2022-09-01"), 2023).until("2024-08-31").all("GrantDue")).toEqual([]);
  });
  it("the Work Group stays the same unless another is named", () => {
    const told = begun(READINESS).on("2021-06-01T09:00", "ConfirmReadiness", { ready: true });
    expect(onwards(told, 2021).until("2021-09-01").year.workGroup).toBe("group-1");
  });
});

import { describe, expect, it } from "@jest/globals";
import { given } from "../../../test/support/given.ts";
import { because, begun, kept, nominated, nothing, placed, type Past } from "../../../test/support/journey.ts";

const autumn = { term: "autumn", academicYear: "2020/21", dueAt: "2020-09-14T08:00:00Z" } as const;

const ofAutumn = ["meeting-1", "headteacher-first-workshop", "headteacher-meeting-autumn", "gap-task-1"];

const told = begun().until("2020-09-14T09:00");

describe("A school opts out of reminders", () => {
  const until = (past: Past, when: string) => given(past).when(when, "OptOutOfReminders", {});

  it("to the end of the term; between terms, of the one that comes", () => {
    given(begun())
      .when("2020-09-10T09:00", "OptOutOfReminders", because)
      .brings({ type: "RemindersOptedOut", until: "2020-12-18", ...kept });
    until(begun(), "2020-12-18T09:00").brings({ type: "RemindersOptedOut", until: "2020-12-18" });
    until(begun(), "2020-12-27T09:00").brings({ type: "RemindersOptedOut", until: "2021-04-01" });
    until(begun(), "2021-08-10T09:00").brings({ type: "RemindersOptedOut", until: "2021-08-31" });
  });
  it("and that one is held back, the next is not", () => {
    const out = begun().on("2020-09-10T09:00", "OptOutOfReminders", {});
    given(out)
      .whenTimeComes("2020-09-14T09:00")
      .brings({ type: "ReminderHeldBack", ...autumn, why: "opted-out" });
    expect(
      out
        .until("2021-08-31")
        .all("ReminderDue")
        .map((event) => "term" in event && event.term),
    ).toEqual(["spring", "summer"]);
  });
  it("while a stage-year is under way", () => {
    for (const past of [nominated(), placed()]) until(past, "2020-08-10T09:00").rejects("not-participating");
  });
  it("what is missed is still escalated", () => {
    expect(
      begun().on("2020-09-10T09:00", "OptOutOfReminders", {}).until("2020-12-18").all("CommitmentEscalated"),
    ).not.toEqual([]);
  });
});

describe("A reminder is sent again", () => {
  const again = {
    type: "ReminderResent" as const,
    term: "autumn" as const,
    academicYear: "2020/21",
    to: ["maths-lead", "lead-teacher"] as ("maths-lead" | "lead-teacher")[],
  };

  it("as things stand now, the latest or the one named, with a reason", () => {
    const reminder = told.seqOf("ReminderDue");
    given(told)
      .when("2020-10-05T09:00", "ResendReminder", because)
      .brings({ ...again, reminder, outstanding: [], comingUp: ["headteacher-meeting-autumn", "gap-task-1"], ...kept });
    given(told)
      .when("2020-09-15T09:00", "ResendReminder", { ...because, reminder })
      .brings({ ...again, reminder, outstanding: [], comingUp: ofAutumn, ...kept });
    given(told).when("2020-09-15T09:00", "ResendReminder", {}).rejects("reason-required");
  });
  it("if it has gone out in this year", () => {
    given(begun()).when("2020-09-05T09:00", "ResendReminder", because).rejects("not-found");
    given(told)
      .when("2020-09-15T09:00", "ResendReminder", { ...because, reminder: 1 })
      .rejects("not-found");
    given(placed()).when("2020-08-15T09:00", "ResendReminder", because).rejects("not-participating");
  });
});

describe("A letter that comes back", () => {
  const effect = told.seqOf("LettersDue");
  const teacher = { addressee: "p-1", person: "teacher-1", code: "mail-refused" };
  const head = { addressee: "headteacher", person: null, code: "permanent-failure" };
  const bounced = told.on("2020-09-14T09:05", "RecordEffect", {
    effect,
    outcome: "performed",
    messageId: "m1",
    bounced: [teacher],
  });
  const task = {
    type: "TaskOpened",
    task: "letters/p-1",
    about: "bounced-letter",
    commitment: null,
    dueOn: "2020-09-21",
  } as const;
  const open = (past: Past) =>
    past.state.status !== "none" && past.state.tasks.filter(({ status }) => status === "open").map(({ id }) => id);

  it("at once or by a receipt is recorded once, and is a task of the hub for a week", () => {
    given(told)
      .when("2020-09-14T09:05", "RecordEffect", {
        effect,
        outcome: "performed",
        messageId: "m1",
        code: "fell-back",
        bounced: [teacher],
      })
      .brings(
        { type: "EffectPerformed", effect, messageId: "m1", code: "fell-back" },
        { type: "LetterBounced", effect, ...teacher },
        task,
      );
    given(bounced)
      .when("2020-09-14T10:00", "RecordBounce", { effect, ...teacher })
      .brings();
    given(bounced)
      .when("2020-09-14T10:00", "RecordBounce", { effect, ...head })
      .brings({ type: "LetterBounced", effect, ...head }, { ...task, task: "letters/headteacher" });
    given(told)
      .when("2020-09-14T10:00", "RecordBounce", { effect: 999, ...head })
      .rejects("not-found");
  });
  it("of a teacher who takes part no more is nobody's concern", () => {
    const left = told.on("2020-09-14T09:30", "ReleaseParticipant", { participant: "teacher-1" });
    given(left)
      .when("2020-09-14T10:00", "RecordBounce", { effect, ...teacher })
      .brings();
  });
  it("is dealt with once somebody else is named, has left, or a reminder is sent again with a reason", () => {
    const closes = { type: "TaskClosed", task: "letters/p-1" } as const;
    const replaced = given(bounced).when("2020-09-15T09:00", "ReplaceParticipant", {
      participant: "teacher-1",
      by: "teacher-3",
      role: "maths-lead",
      ...because,
    }).decision;
    expect("events" in replaced && replaced.events.at(-1)).toMatchObject(closes);
    expect(open(bounced.on("2020-09-15T09:00", "ReleaseParticipant", { participant: "teacher-1" }))).toEqual([]);
    expect(open(bounced.on("2020-09-15T09:00", "ResendReminder", because))).toEqual([]);
    expect(open(bounced.on("2020-09-15T09:00", "ReleaseParticipant", { participant: "teacher-2" }))).toEqual([
      "letters/p-1",
    ]);
    const noHead = told.on("2020-09-14T10:00", "RecordBounce", { effect, ...head });
    expect([open(noHead), open(noHead.on("2020-09-16T09:00", "NameHeadteacher", { contact: "person-9" }))]).toEqual([
      ["letters/headteacher"],
      [],
    ]);
  });
  it("is nothing to decide", () =>
    given(bounced)
      .when("2020-09-15T09:00", "DecideTask", { task: "letters/p-1", decision: "visit", ...because })
      .rejects("not-in-this-state"));
});

describe("What became of an effect", () => {
  const effect = told.seqOf("LettersDue");
  const report = (past: Past, outcome: "performed" | "stalled", change: object = {}) =>
    given(past).when("2020-09-14T09:05", "RecordEffect", { effect, outcome, ...change });
  const open = (past: Past) => past.state.status !== "none" && past.state.effects.find((one) => one.seq === effect);

  it("is recorded once", () => {
    report(told, "performed", { messageId: "m1" }).brings({ type: "EffectPerformed", effect, messageId: "m1" });
    const done = told.on("2020-09-14T09:05", "RecordEffect", { effect, outcome: "performed" });
    report(done, "performed").brings();
    expect([open(told), open(done)]).toEqual([{ seq: effect, kind: "send-reminder", stalled: false }, undefined]);
  });
  it("one that keeps failing shows, and is still owed", () => {
    report(told, "stalled", { code: "mailbox-away" }).brings({ type: "EffectStalled", effect, code: "mailbox-away" });
    report(told, "stalled").brings({ type: "EffectStalled", effect, code: "unknown" });
    const stalled = told.on("2020-09-14T09:05", "RecordEffect", { effect, outcome: "stalled" });
    expect(open(stalled)).toMatchObject({ stalled: true });
    report(stalled, "stalled").brings();
    report(stalled, "performed").brings({ type: "EffectPerformed", effect, messageId: null });
  });
  it("does not stop the journey, and is still taken after its end", () => {
    const gone = told.on("2020-09-20T09:00", "WithdrawSchool", because);
    given(gone)
      .when("2020-09-21T09:00", "RecordEffect", { effect, outcome: "performed" })
      .brings({ type: "EffectPerformed", effect, messageId: null });
    given(nothing).when("2020-09-21T09:00", "RecordEffect", { effect, outcome: "performed" }).brings();
  });
});

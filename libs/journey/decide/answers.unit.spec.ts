import { describe, expect, it } from "@jest/globals";
import { given } from "../../../test/support/given.ts";
import { because, begun, kept, type Past } from "../../../test/support/journey.ts";

const asked = (past: Past = begun()) =>
  past.on("2020-09-20T09:00", "AskForAnotherDate", { commitment: "gap-task-1", dueOn: "2021-01-15" });
const task = "2020/21/gap-task-1/date";
const statusOf = (past: Past, id: string) =>
  past.state.status === "none" ? null : (past.state.tasks.find((one) => one.id === id)?.status ?? null);
const off = (past: Past, when: string, ...people: string[]): Past =>
  people.reduce((so, person) => so.on(when, "OptOutOfReminders", { person }), past);
const to = (past: Past, type: "ReminderDue" | "ChaserDue" | "CommitmentEscalated") =>
  past.all(type).map((event) => ("to" in event && Array.isArray(event.to) ? event.to.join() : ""));

describe("Another date please", () => {
  it("is asked of the hub, whose task it becomes; nothing moves by that alone", () => {
    given(begun())
      .when("2020-09-20T09:00", "AskForAnotherDate", { commitment: "gap-task-1", dueOn: "2021-01-15", ...because })
      .brings(
        { type: "AnotherDateAsked", commitment: "gap-task-1", academicYear: "2020/21", dueOn: "2021-01-15", ...kept },
        { type: "TaskOpened", task, about: "another-date", commitment: "gap-task-1", dueOn: "2020-09-28" },
      );
  });
  it("is asked once at a time, for what the school does by itself and still owes, within the year", () => {
    given(asked())
      .when("2020-09-21T09:00", "AskForAnotherDate", { commitment: "gap-task-1" })
      .rejects("not-in-this-state");
    const ask = (commitment: string, dueOn?: string) =>
      given(begun()).when("2020-09-20T09:00", "AskForAnotherDate", { commitment, ...(dueOn && { dueOn }) });
    for (const commitment of ["meeting-1", "headteacher-first-workshop", "support-visit-autumn"])
      ask(commitment).rejects("not-in-this-state");
    ask("nothing").rejects("unknown-commitment");
    ask("report", "2020-09-01").rejects("invalid");
    ask("report", "2021-09-01").rejects("invalid");
    for (const commitment of ["action-plan", "report", "gap-task-2"]) ask(commitment).accepted();
  });
  it("is given by the hub lead's choice, refused, or let off; each deals with it", () => {
    const decide = { task, ...because };
    const given = asked().on("2020-09-21T09:00", "DecideTask", { ...decide, decision: "extend", dueOn: "2021-01-15" });
    expect(given.all("CommitmentRescheduled")).toMatchObject([{ commitment: "gap-task-1", dueOn: "2021-01-15" }]);
    const kept = asked().on("2020-09-21T09:00", "DecideTask", { ...decide, decision: "keep-date" });
    expect(kept.all("CommitmentRescheduled")).toEqual([]);
    const let_ = asked().on("2020-09-21T09:00", "DecideTask", { ...decide, decision: "waive" });
    for (const past of [given, kept, let_]) expect(statusOf(past, task)).toBe("decided");
    // Of a new date, or of what is let off, its own event tells.
    const told = (past: Past) => past.all("TaskDecided").map((one) => "to" in one && one.to);
    expect([given, kept, let_].flatMap(told)).toEqual([false, ["maths-lead", "lead-teacher"], false]);
    const letters = kept.until("2020-09-21T10:00").all("LettersDue").at(-1);
    expect(letters).toMatchObject({ letters: [{ to: ["maths-lead", "lead-teacher"], cause: "news" }] });
  });
  it("where it stays, is told to who asked as well: from a letter that is the very person", () => {
    const stays = (by: string) =>
      begun()
        .on("2020-09-20T09:00", "AskForAnotherDate", { commitment: "gap-task-1" }, { by })
        .on("2020-09-21T09:00", "DecideTask", { task, ...because, decision: "keep-date" })
        .all("TaskDecided");
    expect(stays("person-1")).toMatchObject([{ to: ["maths-lead", "lead-teacher", "applicant"] }]);
    expect(stays("teacher-1")).toMatchObject([{ to: ["maths-lead", "lead-teacher"] }]);
    expect(stays("school-contact.100001")).toMatchObject([{ to: ["maths-lead", "lead-teacher"] }]);
  });
  it("can be asked for again once it was refused", () => {
    const kept = asked().on("2020-09-21T09:00", "DecideTask", { task, ...because, decision: "keep-date" });
    kept.on("2020-09-22T09:00", "AskForAnotherDate", { commitment: "gap-task-1" });
  });
  it("is answered by a new date that anybody at the hub sets, and by the thing itself", () => {
    const moved = asked().on("2020-09-21T09:00", "RescheduleCommitment", {
      commitment: "gap-task-1",
      dueOn: "2021-01-15",
      ...because,
    });
    const done = asked().on("2020-09-21T09:00", "CompleteGapTask", { commitment: "gap-task-1", ...because });
    for (const past of [moved, done]) expect(statusOf(past, task)).toBe("closed");
  });
  it("can be taken back by the hub, as a mistake or somebody else's", () => {
    const past = asked();
    const back = past.on("2020-09-21T09:00", "CorrectRecord", { event: past.seqOf("AnotherDateAsked"), ...because });
    expect(statusOf(back, task)).toBe("closed");
  });
});

describe("I am not the contact of this school", () => {
  const stopped = (person: string) => begun().on("2020-09-20T09:00", "StopBeingContact", { person });

  it("opens a task of the hub, once", () => {
    given(begun())
      .when("2020-09-20T09:00", "StopBeingContact", { person: "teacher-1" })
      .brings(
        { type: "ContactStopped", person: "teacher-1" },
        { type: "TaskOpened", task: "contact/teacher-1", about: "contact", commitment: null, dueOn: "2020-09-28" },
      );
    given(stopped("teacher-1")).when("2020-09-21T09:00", "StopBeingContact", { person: "teacher-1" }).brings();
  });
  it("is said of somebody of this school alone", () => {
    const past = begun().on("2020-09-19T09:00", "NameHeadteacher", { contact: "head-1" });
    given(past).when("2020-09-20T09:00", "StopBeingContact", { person: "stranger" }).rejects("unknown-participant");
    past.on("2020-09-20T09:00", "StopBeingContact", { person: "head-1" });
  });
  it("is dealt with once somebody stands in their place, their address is corrected, or it is taken back", () => {
    const past = stopped("teacher-1");
    const contact = { when: "2020-09-21T09:00", id: "contact/teacher-1" };
    const ways = [
      past.on(contact.when, "ReplaceParticipant", {
        participant: "teacher-1",
        by: "teacher-3",
        role: "maths-lead",
        ...because,
      }),
      past.on(contact.when, "ReleaseParticipant", { participant: "teacher-1" }),
      past.on(contact.when, "CorrectPerson", { person: "teacher-1", changed: ["email"], correction: "c-1" }),
      past.on(contact.when, "CorrectRecord", { event: past.seqOf("ContactStopped"), ...because }),
    ];
    for (const way of ways) expect(statusOf(way, contact.id)).toBe("closed");
    expect(statusOf(past.until("2020-11-01"), contact.id)).toBe("open");
  });
  it("of a headteacher is dealt with when another is named", () => {
    const past = begun()
      .on("2020-09-19T09:00", "NameHeadteacher", { contact: "head-1" })
      .on("2020-09-20T09:00", "StopBeingContact", { person: "head-1" });
    expect(statusOf(past, "contact/head-1")).toBe("open");
    expect(statusOf(past.on("2020-09-21T09:00", "NameHeadteacher", { contact: "head-2" }), "contact/head-1")).toBe(
      "closed",
    );
  });
});

describe("No more reminders this term, for one person", () => {
  it("ends with the term, like a school's own", () => {
    given(begun())
      .when("2020-09-10T09:00", "OptOutOfReminders", { person: "teacher-1" })
      .brings({ type: "RemindersOptedOut", until: "2020-12-18", person: "teacher-1" });
  });
  it("leaves the reminder to the other teacher, and to both again the next term", () => {
    const past = off(begun(), "2020-09-10T09:00", "teacher-1").until("2021-01-31");
    expect(to(past, "ReminderDue")).toEqual(["lead-teacher", "maths-lead,lead-teacher"]);
  });
  it("leaves it to the applicant where no teacher wants it, and holds it back where nobody does", () => {
    expect(
      to(off(begun(), "2020-09-10T09:00", "teacher-1", "teacher-2").until("2020-09-14T09:00"), "ReminderDue"),
    ).toEqual(["applicant"]);
    const none = off(begun(), "2020-09-10T09:00", "teacher-1", "teacher-2", "person-1").until("2020-09-14T09:00");
    expect(none.all("ReminderHeldBack")).toMatchObject([{ why: "opted-out" }]);
  });
  it("leaves a level to the other teacher, that of the headteacher to the applicant, and skips none", () => {
    const ladder = (past: Past) =>
      past
        .until("2021-03-10")
        .all("CommitmentEscalated")
        .flatMap((event) => ("nextAt" in event && event.commitment === "gap-task-1" ? [event.to.join()] : []));
    expect(ladder(begun())).toEqual(["maths-lead,lead-teacher", "headteacher", "hub-lead"]);
    const head = begun().on("2020-09-10T09:00", "NameHeadteacher", { contact: "head-1" });
    const all = off(head, "2020-12-01T09:00", "teacher-1").on("2020-12-28T09:00", "OptOutOfReminders", {
      person: "head-1",
    });
    expect(ladder(off(all, "2020-12-28T09:00", "teacher-1"))).toEqual(["lead-teacher", "applicant", "hub-lead"]);
    const none = off(head, "2020-12-28T09:00", "teacher-1", "teacher-2", "person-1", "head-1");
    expect(ladder(none)).toHaveLength(3);
  });
  it("spares nobody a letter about a place, and is taken back by the hub", () => {
    const past = off(begun(), "2020-09-10T09:00", "teacher-1");
    const back = past.on("2020-09-11T09:00", "CorrectRecord", { event: past.seqOf("RemindersOptedOut"), ...because });
    expect(to(back.until("2020-09-14T09:00"), "ReminderDue")).toEqual(["maths-lead,lead-teacher"]);
  });
  it("is no school's: what the school as a whole asked for stands beside it", () => {
    const past = off(begun(), "2020-09-10T09:00", "teacher-1");
    expect(past.state).toMatchObject({ remindersOffUntil: null });
    expect(past.on("2020-09-10T10:00", "OptOutOfReminders", {}).state).toMatchObject({
      remindersOffUntil: "2020-12-18",
    });
  });
});

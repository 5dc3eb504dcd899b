import { describe, expect, it } from "@jest/globals";
import { because, begun, type Past } from "../../../test/support/journey.ts";
import type { Recorded } from "../../journey/events.ts";
import { project } from "./due-reminders.ts";

const told = begun().until("2020-09-14T09:00");
const reminder = told.seqOf("ReminderDue");
const effect = told.seqOf("LettersDue");
const rows = (past: Past) => project({ journey: "100001-primary", events: past.events, state: past.state });
const book = (past: Past) =>
  rows(past).map(({ id, outcome, why }) => `${id.split(":")[1]} ${outcome}${why === null ? "" : ` ${why}`}`);

describe("The account of reminders", () => {
  it("has every one of the year from its first day, each by an id of its own", () => {
    expect(book(begun())).toEqual(["1-autumn planned", "1-spring planned", "1-summer planned"]);
    expect(rows(begun())[0]).toMatchObject({
      id: "100001-primary:1-autumn",
      kind: "termly",
      dueAt: "2020-09-14T08:00:00Z",
      cause: "the autumn term of 2020/21",
      seq: null,
    });
  });
  it("says when it went, in how many letters, and what stood in its way", () => {
    expect(book(told)[0]).toBe("1-autumn pending");
    expect(
      book(told.on("2020-09-14T09:05", "RecordEffect", { effect, outcome: "stalled", code: "mail-unavailable" }))[0],
    ).toBe("1-autumn stalled mail-unavailable");
    const sent = told.on("2020-09-14T09:20", "RecordEffect", {
      effect,
      outcome: "performed",
      messageId: "<a> <b>",
      code: "fell-back",
      bounced: [{ addressee: "p-1", person: "teacher-1", code: "mail-refused" }],
    });
    expect(rows(sent)[0]).toMatchObject({
      outcome: "sent",
      sentAt: "2020-09-14T08:20:00Z",
      letters: 2,
      fellBack: true,
      bounced: 1,
    });
    expect(
      book(told.on("2020-09-14T09:05", "RecordEffect", { effect, outcome: "performed", code: "superseded" }))[0],
    ).toBe("1-autumn superseded no-longer-so");
  });
  it("says why one was held back: opted out, paused, withdrawn; or came too late", () => {
    expect(book(begun().on("2020-09-10T09:00", "OptOutOfReminders", {}).until("2020-09-15"))[0]).toBe(
      "1-autumn held-back opted-out",
    );
    const paused = begun().on("2020-09-10T09:00", "PauseJourney", because);
    expect(book(paused)).toEqual([
      "1-autumn held-back paused",
      "1-spring held-back paused",
      "1-summer held-back paused",
    ]);
    expect(book(paused.on("2020-12-01T09:00", "ReturnToProgramme", {}))).toEqual([
      "1-autumn held-back paused",
      "1-spring planned",
      "1-summer planned",
    ]);
    expect(book(paused.until("2021-09-02"))).toEqual(book(paused));
    expect(book(begun().on("2020-09-10T09:00", "WithdrawSchool", because))[0]).toBe("1-autumn held-back withdrawn");
    const decision = begun().decide("2020-12-21T11:00", "Tick", {});
    expect(book(begun().follow("events" in decision ? decision.events : []))).toEqual(
      expect.arrayContaining(["1-autumn superseded too-late"]),
    );
  });
  it("says what the hub holds back, until it is told all the same", () => {
    const held = begun().on("2020-09-10T09:00", "HoldLetter", { tells: ["2020/21/reminder/autumn"], ...because });
    const due = held.until("2020-09-14T09:00");
    expect(book(due)[0]).toBe("1-autumn held-back held-by-hub");
    const lifted = due.on("2020-09-15T10:00", "LiftHold", { hold: due.seqOf("LetterHeld") }).until("2020-09-16T09:00");
    const sent = lifted.on("2020-09-16T09:05", "RecordEffect", {
      effect: lifted.seqOf("LettersDue"),
      outcome: "performed",
      messageId: "<a>",
    });
    expect(book(sent)[0]).toBe("1-autumn sent");
  });
  it("has the chasers and what was sent again", () => {
    const again = told.on("2020-09-20T09:00", "ResendReminder", because).until("2020-12-05");
    expect(rows(again).slice(3)).toMatchObject([
      { kind: "resent", cause: `event ${reminder} sent again`, dueAt: "2020-09-20T08:00:00Z", outcome: "pending" },
      { kind: "announcement", cause: "announced: session-1", dueAt: "2020-09-23T08:00:00Z", outcome: "pending" },
      // No letter goes that day: it waits for the next.
      { kind: "chaser", cause: "due soon: gap-task-1", outcome: "held-back", why: "no-letter" },
    ]);
  });
  it("has what was announced; to nobody, where it came too late", () => {
    const late = told.decide("2020-10-02T09:00", "Tick", {});
    const past = told.follow("events" in late ? late.events : []);
    expect(rows(past).filter(({ kind }) => kind === "announcement")).toMatchObject([
      { cause: "announced: session-1", outcome: "superseded", why: "too-late" },
    ]);
  });
  it("keeps that one went to somebody, whoever else waits for it, and counts every letter", () => {
    const { journey } = rows(told)[0] ?? { journey: "" };
    const at = "2020-09-14T08:30:00Z";
    const seq = told.events.length;
    const after = (...events: object[]) =>
      project({
        journey,
        events: [...told.events, ...events.map((event, index) => ({ at, seq: seq + index + 1, ...event }) as Recorded)],
        state: told.state,
      })[0];
    const done = (of: number, messageId: string) => ({ type: "EffectPerformed", effect: of, messageId });
    const held = { type: "LettersDue", letters: [], held: [{ who: ["x"], tells: [reminder], why: "one-a-day" }] };
    expect(after(done(effect, "<a>"), held)).toMatchObject({ outcome: "sent", letters: 1 });
    const more = { type: "LettersDue", letters: [{ to: [], cause: "reminder", tells: [reminder] }] };
    expect(after(done(effect, "<a>"), more, done(seq + 2, "<b> <c>"))).toMatchObject({ outcome: "sent", letters: 3 });
  });
  it("has none of before the year began for the school", () => {
    expect(new Set(rows(begun().until("2021-08-31")).map(({ id }) => id)).size).toBe(
      rows(begun().until("2021-08-31")).length,
    );
  });
});

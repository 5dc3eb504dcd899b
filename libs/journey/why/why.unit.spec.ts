import { describe, expect, it } from "@jest/globals";
import { parseWhen } from "../../calendar/instants.ts";
import {
  because,
  begun,
  PRIMARY_DEVELOPMENT,
  register,
  RULES,
  SECONDARY_DEVELOPMENT,
  type Past,
} from "../../../test/support/journey.ts";
import type { EventType } from "../events.ts";
import type { Fact } from "./explanation.ts";
import { whyEscalation } from "./escalation.ts";
import { whyGrant } from "./grant.ts";
import { whyReminder } from "./reminder.ts";

const END = parseWhen("2026-08-31", "end");
const facts = (past: Past): Fact[] =>
  past.events.map((event) => ({ event, by: { who: "somebody", role: "hub-coordinator" } }));
const seqOf = (past: Past, type: EventType, number = 0): number =>
  past.events.filter((event) => event.type === type)[number]?.seq ?? 0;
const steps = (found: { chain: readonly { says: string }[] } | null) => found?.chain.map(({ says }) => says);

const year = begun(SECONDARY_DEVELOPMENT);
const attended = year.on("2020-11-04T16:00", "RecordAttendance", register("session-1", "2020-11-04"));
const grantOf = (past: Past, asOf = END) => whyGrant(facts(past), "2020/21", RULES.catalogue, asOf);

describe("Why a grant", () => {
  it("was given: the page that gives it, the place in it, and what it says there in our words", () => {
    const found = grantOf(year);
    expect(found?.stands).toMatch(/^£2,000 is due, not yet payable/u);
    expect(found?.chain[0]?.rule).toMatchObject({
      source: "page",
      page: "002_6266afd35788493b.txt",
      place: "What are the costs, sentence 3",
      quotes: expect.stringMatching(/£2,?000/u),
    });
  });
  it("became payable: the register of the first session, which is an assumption and marked so", () => {
    expect(steps(grantOf(attended))).toEqual([
      expect.stringContaining("begins"),
      "A grant of £2,000 for development 2020/21 is due.",
      "session-1 is held: teacher-1, teacher-2 and the headteacher from the school are there.",
      "Met: meeting-1.",
      "The grant for development 2020/21 is payable.",
    ]);
    expect(grantOf(attended)?.chain.at(-1)?.rule).toMatchObject({ source: "assumption" });
  });
  it("was released: both who approved it, and that nobody approves twice", () => {
    const stage = { stage: "development", academicYear: "2020/21" } as const;
    const released = attended
      .on("2020-11-09T09:00", "ApproveGrant", stage, { by: "fin-1" })
      .on("2020-11-10T09:00", "ApproveGrant", stage, { by: "fin-2" });
    expect(grantOf(released)?.stands).toBe("£2,000 is released, approved by fin-1 and fin-2; not yet paid.");
    expect(grantOf(released, parseWhen("2020-11-09", "end"))?.stands).toBe(
      "£2,000 is payable; approved by fin-1, one more approval is needed.",
    );
    expect(grantOf(released)?.text).toContain("two people have approved it; nobody approves twice");
  });
  it("waits again: the correction that took back the register is in the chain", () => {
    const corrected = attended.on("2020-11-09T09:00", "CorrectRecord", {
      event: seqOf(attended, "AttendanceRecorded"),
      ...because,
    });
    expect(grantOf(corrected)?.stands).toMatch(/not yet payable/u);
    expect(grantOf(corrected)?.chain.map(({ seq }) => corrected.events[seq - 1]?.type)).toEqual([
      "StageStarted",
      "GrantDue",
      "AttendanceRecorded",
      "CommitmentMet",
      "GrantPayable",
      "RecordCorrected",
      "CommitmentReopened",
      "GrantReopened",
    ]);
  });
  it("is not there: no page, no grant", () => {
    const found = whyGrant(facts(begun()), "2020/21", RULES.catalogue, END);
    expect(found?.stands).toContain("no page states one");
    expect(found?.chain.map(({ rule }) => rule?.source)).toEqual(["service"]);
  });
  it("of a year that had not begun: nothing to explain", () => {
    expect(grantOf(year, parseWhen("2020-08-31", "end"))).toBeNull();
    expect(whyGrant(facts(year), "2021/22", RULES.catalogue, END)).toBeNull();
  });
  it("each step names its event, and who asked", () => {
    expect(grantOf(attended)?.text).toMatch(
      /\n3\. 4 November 2020, 16:00 \(event \d+\)\. session-1 is held: .* By somebody, hub-coordinator\./u,
    );
  });
});

describe("Why an escalation", () => {
  const silent = begun().until("2021-02-28");
  const of = (past: Past, number: number, asOf = END) => {
    const seqs = past.events.flatMap((event) =>
      event.type === "CommitmentEscalated" && event.commitment === "gap-task-1" ? [event.seq] : [],
    );
    return whyEscalation(facts(past), seqs[number] ?? 0, RULES.catalogue, asOf);
  };
  it("the day it was due, that it was missed, each rung and its wait", () => {
    expect(steps(of(silent, 2))).toEqual([
      "readiness 2020/21 begins: gap-task-1 is due from the school on 8 December 2020.",
      "Missed: gap-task-1, which was due on 8 December 2020.",
      "Still not done: gap-task-1. It goes to the maths lead and the lead teacher.",
      "Still not done: gap-task-1. It goes to the headteacher.",
      "Still not done: gap-task-1. It goes to the hub lead.",
      expect.stringContaining("has to decide"),
    ]);
    expect(of(silent, 0)?.chain[1]?.rule?.says).toContain("7 days of grace");
    expect(of(silent, 2)?.stands).toBe("It stands: nothing has come in since.");
    expect(of(silent, 0)?.stands).toBe("It stands, and has gone on to level 2.");
  });
  it("of any date: what came later is not told", () => {
    expect(of(silent, 0, parseWhen("2020-12-20", "end"))?.stands).toBe("It stands: nothing has come in since.");
    expect(of(silent, 2, parseWhen("2020-12-20", "end"))).toBeNull();
  });
  it("and what ended it", () => {
    const done = begun().until("2020-12-16").on("2020-12-16T09:00", "CompleteGapTask", { commitment: "gap-task-1" });
    expect(of(done, 0)?.stands).toBe("It stood until what was missed came in.");
    expect(steps(of(done, 0))).toContain("The school completes gap-task-1.");
    const waived = begun()
      .until("2020-12-16")
      .on("2020-12-16T09:00", "WaiveCommitment", { commitment: "gap-task-1", ...because });
    expect(of(waived, 0)?.stands).toBe("It stood until the commitment was waived.");
    const later = begun()
      .until("2020-12-16")
      .on("2020-12-16T09:00", "RescheduleCommitment", { commitment: "gap-task-1", dueOn: "2021-01-20", ...because });
    expect(of(later, 0)?.stands).toBe("It stood until a new date was agreed: 20 January 2021.");
  });
  it("an event that is no escalation has none", () => {
    expect(whyEscalation(facts(silent), seqOf(silent, "ReminderDue"), RULES.catalogue, END)).toBeNull();
  });
  it("is told of every commitment of every programme, with the rule behind its day", () => {
    for (const id of [PRIMARY_DEVELOPMENT, SECONDARY_DEVELOPMENT]) {
      const past = begun(id).until(`${Number(id.slice(0, 4)) + 1}-08-30`);
      for (const event of past.events.filter(({ type }) => type === "CommitmentEscalated")) {
        const found = whyEscalation(facts(past), event.seq, RULES.catalogue, END);
        expect(found?.chain[0]?.rule?.says).toMatch(/asks for/u);
      }
    }
  });
});

describe("Why a reminder", () => {
  const silent = begun().until("2021-02-28");
  const of = (past: Past, seq: number) => whyReminder(facts(past), seq, END);
  it("its day, what was missed by then, to whom it went", () => {
    expect(steps(of(silent, seqOf(silent, "ReminderDue", 1)))).toEqual([
      "readiness 2020/21 begins: its spring reminder is due on 11 January 2021, 09:00.",
      "Missed: gap-task-1, which was due on 8 December 2020.",
      expect.stringMatching(/^Spring reminder to the maths lead and the lead teacher: outstanding gap-task-1/u),
    ]);
  });
  it("was held back: the opt-out is in the chain", () => {
    const out = begun().on("2020-09-01T09:00", "OptOutOfReminders", {}).until("2021-02-28");
    const held = of(out, seqOf(out, "ReminderHeldBack"));
    expect(steps(held)?.slice(0, 1)).toEqual([expect.stringContaining("its")]);
    expect(held?.stands).toBe("It was not sent: opted-out.");
    expect(held?.chain.some(({ says }) => says.includes("asks for no reminders"))).toBe(true);
  });
  it("has gone when the mail server took it", () => {
    const before = seqOf(silent, "ReminderDue");
    const sent = begun().until("2020-09-15");
    expect(of(sent, seqOf(sent, "ReminderDue"))?.stands).toMatch(/^It is on its way/u);
    expect(before).toBeGreaterThan(0);
    const told = sent.follow([
      {
        type: "EffectPerformed",
        at: "2020-09-15T08:00:00Z",
        effect: seqOf(sent, "ReminderDue"),
        messageId: "<m@example.org>",
      },
    ]);
    expect(of(told, seqOf(told, "ReminderDue"))?.stands).toBe(
      "It was sent to the maths lead and the lead teacher on 15 September 2020, 09:00.",
    );
  });
  it("was sent once more: why it was due, and the word by which it went again", () => {
    const again = begun()
      .until("2020-09-20")
      .on("2020-09-21T09:00", "ResendReminder", {
        reminder: seqOf(begun().until("2020-09-20"), "ReminderDue"),
        ...because,
      });
    const found = of(again, seqOf(again, "ReminderResent"));
    expect(found?.about).toBe("The autumn reminder of 2020/21");
    expect(steps(found)?.at(-1)).toContain("is sent again");
  });
});

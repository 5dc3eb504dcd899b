import { describe, expect, it } from "@jest/globals";
import { parseWhen } from "../calendar/instants.ts";
import type { Begun } from "../journey/state.ts";
import { paragraph } from "./letter.ts";
import { applied, because, begun, offered, register, type Past } from "../../test/support/journey.ts";
import { asksOf, codeOf, partOf, standingOf, thingOf, thingsOf, withAnswers, type Thing } from "./answers.ts";

const of = (past: Past): Begun => {
  if (past.state.status === "none") throw new Error("It has not begun.");
  return past.state;
};
const at = parseWhen("2020-09-20T09:00");
const codes = (past: Past, person: string, asks: Parameters<typeof thingsOf>[2], when = at): string[] =>
  thingsOf(past.state, person, asks, when).map(codeOf);
const task: Thing = { what: "done", academicYear: "2020/21", commitment: "gap-task-1" };
const date: Thing = { ...task, what: "another-date" };
const place: Thing = { what: "place", prospectus: "2020-21/primary-readiness", respondBy: "2020-06-30" };

describe("A letter can be answered", () => {
  it("where it asks for what the school does by itself: done, or another date; then no reminders, and not me", () => {
    const asks = { commitments: ["gap-task-1", "action-plan"], reminds: true };
    expect(codes(begun(), "teacher-1", asks)).toEqual([
      "done|2020/21|gap-task-1",
      "done|2020/21|action-plan",
      "another-date|2020/21|gap-task-1",
      "another-date|2020/21|action-plan",
      "no-reminders|2020-12-18",
      "not-me",
    ]);
  });
  it("never about being somewhere, nor what the hub has promised: money hangs on it", () => {
    const commitments =
      of(begun()).status === "participating" ? ["session-1", "meeting-1", "support-visit-autumn"] : [];
    const more = ["headteacher-first-workshop", "headteacher-meeting-autumn", "nothing"];
    expect(codes(begun(), "teacher-1", { commitments: [...commitments, ...more] })).toEqual(["not-me"]);
  });
  it("about a place to accept or decline, until the last day to answer", () => {
    const june = parseWhen("2020-06-10T09:00");
    expect(codes(offered(), "person-1", { place: true }, june)).toEqual([codeOf(place), "not-me"]);
    expect(codes(offered(), "person-1", { place: true }, parseWhen("2020-07-01T09:00"))).toEqual(["not-me"]);
    expect(codes(applied(), "person-1", { place: true }, june)).toEqual(["not-me"]);
  });
  it("not where there is no journey", () => {
    expect(thingsOf({ status: "none" }, "x", { reminds: true }, at)).toEqual([]);
  });
});

describe("What a link is for", () => {
  it("is read back as it was kept; what a later release keeps is none", () => {
    const things: Thing[] = [
      task,
      date,
      place,
      { what: "next-year", prospectus: "2021-22/primary-development" },
      { what: "not-next-year", prospectus: "2021-22/primary-development" },
      { what: "no-reminders", until: "2020-12-18" },
      { what: "not-me" },
    ];
    expect(things.map((one) => thingOf(codeOf(one)))).toEqual(things);
    expect(thingOf("pay|1000")).toBeNull();
  });
  it("ends once it is settled, by whatever way", () => {
    const done = begun()
      .on("2020-09-30T17:00", "RecordAttendance", register("session-1", "2020-09-30"))
      .on("2020-10-01T09:00", "CompleteGapTask", { commitment: "gap-task-1", ...because });
    for (const thing of [task, date]) expect(standingOf(of(done), "teacher-1", thing, at)).toBe("settled");
    const asked = begun().on("2020-09-20T09:00", "AskForAnotherDate", { commitment: "gap-task-1" });
    expect(standingOf(of(asked), "teacher-1", date, at)).toBe("settled");
    expect(standingOf(of(asked), "teacher-1", task, at)).toBe("open");
    const accepted = offered().on("2020-06-10T09:00", "AcceptOffer", {});
    expect(standingOf(of(accepted), "person-1", place, parseWhen("2020-06-11T09:00"))).toBe("settled");
  });
  it("is over with its year, its term, its last day, and means no other offer", () => {
    const next = { ...task, academicYear: "2021/22" };
    expect(standingOf(of(begun()), "teacher-1", next, at)).toBe("over");
    const spring = parseWhen("2021-01-05T09:00");
    expect(standingOf(of(begun()), "teacher-1", { what: "no-reminders", until: "2020-12-18" }, spring)).toBe("over");
    const other = { ...place, respondBy: "2020-07-03" };
    expect(standingOf(of(offered()), "person-1", other, parseWhen("2020-06-10T09:00"))).toBe("over");
  });
  it("of the next year is a yes or a no, each settled by the other, until no answer is taken", () => {
    const june = parseWhen("2025-06-11T09:00");
    const prospectus = "2025-26/primary-embedding";
    const yes: Thing = { what: "next-year", prospectus };
    const no: Thing = { what: "not-next-year", prospectus };
    const year = begun("2024-25/primary-development").on("2025-06-10T09:00", "ConfirmCompletion", {
      completed: true,
      ...because,
    });
    const invited = year.on("2025-06-10T09:00", "InviteToNextStage", {});
    expect(codes(invited, "person-1", { nextYear: true }, june)).toEqual([codeOf(yes), codeOf(no), "not-me"]);
    const said = invited.on("2025-06-11T09:00", "ConfirmNextStage", {});
    const declined = invited.on("2025-06-11T09:00", "DeclineOffer", {});
    for (const past of [said, declined])
      for (const thing of [yes, no]) expect(standingOf(of(past), "person-1", thing, june)).toBe("settled");
    expect(standingOf(of(declined), "person-1", no, parseWhen("2025-11-01T09:00"))).toBe("over");
    expect(standingOf(of(year), "person-1", yes, june)).toBe("over");
  });
  it("of days of release is the teacher's own", () => {
    const year = begun("2024-25/primary-development");
    const release: Thing = { what: "done", academicYear: "2024/25", commitment: "release-days" };
    const when = parseWhen("2024-10-01T09:00");
    expect(standingOf(of(year), "teacher-1", release, when)).toBe("open");
    expect(standingOf(of(year), "person-1", release, when)).toBe("over");
  });
});

describe("Who answers", () => {
  it("is somebody of this school now, in the part that they have", () => {
    const head = begun().on("2020-09-10T09:00", "NameHeadteacher", { contact: "head-1" });
    const part = (person: string, contact: string[] = []) => partOf(of(head), person, contact);
    expect([part("teacher-1"), part("head-1"), part("person-1")]).toEqual(["maths-lead", "headteacher", "applicant"]);
    expect([part("stranger"), part("head-0", ["headteacher"])]).toEqual([null, null]);
    expect(partOf(of(begun()), "head-0", ["headteacher"])).toBe("headteacher");
  });
  it("is not who has left", () => {
    const left = begun().on("2020-09-10T09:00", "ReleaseParticipant", { participant: "teacher-1" });
    expect(partOf(of(left), "teacher-1", ["maths-lead"])).toBeNull();
  });
});

const letter = { subject: "x", greeting: "Hello,", about: "x", blocks: [paragraph("What it says")], footer: "x" };

describe("The links of a letter", () => {
  it("are for what it, or each of several in one, asks", () => {
    expect(
      asksOf([
        { kind: "missed", about: ["report"], reminds: true },
        { kind: "due-soon", about: ["action-plan"], reminds: true },
        { kind: "place-offered", about: ["2020-21/primary-readiness"] },
      ]),
    ).toEqual({ commitments: ["report", "action-plan"], place: true, nextYear: false, reminds: true });
    expect(asksOf([{ kind: "placed", about: ["meeting-1"] }])).toEqual({
      commitments: [],
      place: false,
      nextYear: false,
      reminds: false,
    });
  });
  it("come first where they answer what it asks, last where they end letters, each with the school", () => {
    const things = thingsOf(begun().state, "teacher-1", { commitments: ["gap-task-1"], reminds: true }, at);
    const urls = new Map(things.map((one, index) => [codeOf(one), `https://example.org/answer/${index}`]));
    const { blocks } = withAnswers(letter, begun().state, things, urls, "Example Primary School");
    expect(blocks.map((block) => "text" in block && block.text)).toEqual([
      "It is done: Task 1 between sessions (Example Primary School)",
      "Ask for another date: Task 1 between sessions (Example Primary School)",
      "What it says",
      "No more reminders to me about Example Primary School this term",
      "I am not the person to write to about Example Primary School",
    ]);
  });
  it("are left out where they have no address", () => {
    const things = thingsOf(begun().state, "teacher-1", { reminds: true }, at);
    expect(withAnswers(letter, begun().state, things, new Map(), "x")).toEqual(letter);
  });
});

// A grant, told as stories: what the rules pay by themselves, and what they leave to a person. The pages: £1,000 for
// primary Development 2021/22, £2,000 for secondary Development 2020/21.

import { describe, expect, it } from "@jest/globals";
import { FORM, happened, refusalsIn, reportWith } from "../../test/support/rehearsing.ts";
import type { Report } from "./report.ts";

const SECONDARY = {
  prospectus: "2020-21/secondary-development",
  school: {
    urn: 910001,
    name: "Edge School",
    phase: "secondary",
    funding: "state",
    headteacher: true,
    history: [] as object[],
  },
  until: "2021-08-31",
};
const year = (changes: object = {}, script = ""): Report => reportWith({ ...SECONDARY, ...changes }, script);
const standing = ({ grants }: Report): string[] =>
  grants.map(({ academicYear, amount, status }) => `${academicYear} ${amount} ${status}`);
/** What somebody was asked about grants: the cause, the day it was opened, the day it closed or `open`. */
const asked = ({ events, tasks }: Report): string[] =>
  events.flatMap((event) => {
    const { grant, task, dueOn } = event as { grant?: { cause: string; paid: boolean }; task?: string; dueOn?: string };
    if (event.type !== "TaskOpened" || grant === undefined) return [];
    const end = events.find(
      (one) =>
        (one.type === "TaskClosed" || one.type === "TaskDecided") &&
        (one as { task?: string }).task === task &&
        one.seq > event.seq,
    );
    expect(tasks.some((one) => one.about === "grant" && one.openedAt === event.at && one.dueOn === dueOn)).toBe(true);
    return [`${grant.cause}${grant.paid ? " (paid)" : ""} ${event.at.slice(0, 10)} ${end?.at.slice(0, 10) ?? "open"}`];
  });
const decides = (at: string, task: string, decision: string, more = ""): string =>
  `- {at: ${at}, command: DecideTask, with: {task: ${task}, decision: ${decision}, reason: x${more}}}`;

describe("An exemplary school with an attentive hub", () => {
  it("has its grant paid, and nobody is asked anything", () => {
    const report = year();
    expect(standing(report)).toEqual(["2020/21 2000 paid"]);
    expect(asked(report)).toEqual([]);
  });
});

describe("Page 002 asks for two advocates, one experienced with authority", () => {
  const script = [
    `- {at: 2020-06-01T10:00, command: SubmitApplication, with: ${JSON.stringify(FORM)}}`,
    "- {at: 2020-06-08T10:00, command: AcceptOffer, with: {}}",
    "- {at: 2020-06-20T09:00, command: NominateParticipant, with: {participant: t1, role: mastery-advocate}}",
    ...["2020-11-04", "2021-01-27", "2021-04-28", "2021-06-16"].map(
      (on, index) =>
        `- {at: ${on}T16:00, command: RecordAttendance, ` +
        `with: {session: meeting-${index + 1}, 'on': '${on}', present: [t1]}}`,
    ),
  ].join("\n");
  it("one novice carries no grant: after two sessions it is a task, and the hub leaves it open (h01)", () => {
    const report = year({ behaviour: "none" }, script);
    expect(standing(report)).toEqual(["2020/21 2000 due"]);
    expect(asked(report)).toEqual(["teachers-missing 2021-01-27 2021-08-31", "not-completed 2021-08-31 open"]);
    const told = report.events.find((event) => event.type === "TaskOpened" && "grant" in event);
    expect(told).toMatchObject({ grant: { missing: 1 } });
  });
  it("unless the hub lead lets it be paid, wholly or in part: two people approve it, and a run pays it", () => {
    const task = "2020/21/development-grant-teachers-missing";
    expect(standing(year({ behaviour: "none" }, `${script}\n${decides("2021-02-01T09:00", task, "release")}`))).toEqual(
      ["2020/21 2000 paid"],
    );
    const part = year(
      { behaviour: "none" },
      `${script}\n${decides("2021-02-01T09:00", task, "part", ", amount: 700")}`,
    );
    expect(standing(part)).toEqual(["2020/21 700 paid"]);
    expect(happened(part, "GrantApproved")).toHaveLength(2);
  });
  it("or withholds it, or puts it off, and it stays a task", () => {
    const task = "2020/21/development-grant-teachers-missing";
    const withheld = year({ behaviour: "none" }, `${script}\n${decides("2021-02-01T09:00", task, "withhold")}`);
    expect(standing(withheld)).toEqual(["2020/21 2000 withheld"]);
    const waits = year(
      { behaviour: "none" },
      `${script}\n${decides("2021-02-01T09:00", task, "wait", ", dueOn: 2021-05-04")}`,
    );
    expect(standing(waits)).toEqual(["2020/21 2000 due"]);
    // Nobody came back to it: at the year's end it is another question.
    expect(asked(waits)).toEqual([
      "teachers-missing 2021-01-27 2021-02-01",
      "teachers-missing 2021-02-01 2021-08-31",
      "not-completed 2021-08-31 open",
    ]);
    expect(waits.tasks.filter(({ about }) => about === "grant").at(1)).toMatchObject({ dueOn: "2021-05-04" });
  });
  it("where nobody says until when, for the days that its hub has set, else four weeks", () => {
    const task = "2020/21/development-grant-teachers-missing";
    const putOff = (policy: object) =>
      year({ behaviour: "none", policy }, `${script}\n${decides("2021-02-01T09:00", task, "wait")}`)
        .tasks.filter(({ about }) => about === "grant")
        .at(1)?.dueOn;
    expect(putOff({})).toBe("2021-03-01");
    expect(putOff({ "2020-21/secondary-development": { grantWaitDays: 7 } })).toBe("2021-02-08");
  });
  it("what is no choice of that task is turned down", () => {
    const task = "2020/21/development-grant-teachers-missing";
    for (const decision of ["keep", "ask-back", "waive", "concern"])
      expect(
        refusalsIn(year({ behaviour: "none" }, `${script}\n${decides("2021-02-01T09:00", task, decision)}`)),
      ).toEqual(["DecideTask not-in-this-state"]);
  });
});

describe("What the hub did not hold costs no school its grant", () => {
  const placed = [
    "- {at: 2020-06-04T10:00, command: OfferPlace, with: {}}",
    "- {at: 2020-06-10T10:00, command: PlaceInWorkGroup, with: {}}",
  ].join("\n");
  it("nothing held: it is due, and the hub lead decides", () => {
    const report = year({ hub: "absent" }, placed);
    expect(standing(report)).toEqual(["2020/21 2000 due"]);
    expect(asked(report)).toEqual(["hub-did-not-hold 2021-01-28 open"]);
  });
  it("called off, and the next one missed: the same; once one is held, it is paid, and the task closes", () => {
    const off = ["2020-10-20", "2020-11-20"]
      .map(
        (on, index) => `- {at: ${on}T09:00, command: CancelSession, with: {session: session-${index + 1}, reason: x}}`,
      )
      .join("\n");
    const report = year({}, off);
    expect(asked(report)).toEqual(["hub-did-not-hold 2021-01-28 2021-04-28"]);
    expect(standing(report)).toEqual(["2020/21 2000 paid"]);
  });
});

describe("A school that is placed late", () => {
  const late = "- {at: 2020-12-01T09:00, command: PlaceInWorkGroup, with: {}}";
  const task = "2020/21/development-grant-placed-late";
  it("has its grant decided by somebody: proposed is what is left of the meetings", () => {
    const report = year({}, late);
    expect(standing(report)).toEqual(["2020/21 2000 due"]);
    expect(asked(report)).toEqual(["placed-late 2020-12-01 open"]);
    expect(report.events.find(({ type }) => type === "GrantDue")).toMatchObject({
      doubts: [{ cause: "placed-late", proposedPence: 150_000 }],
    });
  });
  it("in part, as proposed: payable once its teachers were at a session", () => {
    const report = year({}, `${late}\n${decides("2020-12-03T09:00", task, "part")}`);
    expect(standing(report)).toEqual(["2020/21 1500 paid"]);
    expect(happened(report, "GrantPayable")).toEqual(["GrantPayable 2021-01-27"]);
  });
});

describe("A school that goes, or pauses, before its grant is paid", () => {
  it("withdrawn once it is payable: nobody approves it, and somebody decides", () => {
    const report = year({}, "- {at: 2020-11-06T09:00, command: WithdrawSchool, with: {reason: x}}");
    expect(standing(report)).toEqual(["2020/21 2000 due"]);
    expect(asked(report)).toEqual(["withdrawn 2020-11-06 open"]);
  });
  it("withdrawn once it is released: no run takes it, nor goes on with it", () => {
    const released = [
      "- {at: 2020-11-05T09:00, command: ApproveGrant, with: {}}",
      "- {at: 2020-11-05T10:00, command: ApproveGrant, with: {}}",
    ].join("\n");
    const run = (name: string, at: string): string =>
      `- {at: 2020-11-${at}, command: ${name}, with: {academicYear: 2020/21, run: r1}}`;
    const report = year(
      {},
      [
        released,
        run("PreparePaymentRun", "06T09:00"),
        "- {at: 2020-11-07T09:00, command: WithdrawSchool, with: {reason: x}}",
        run("AuthorisePaymentRun", "08T09:00"),
        run("PreparePaymentRun", "09T09:00"),
      ].join("\n"),
    );
    expect(refusalsIn(report)).toEqual([
      "AuthorisePaymentRun not-in-this-state",
      "PreparePaymentRun not-in-this-state",
    ]);
    expect(standing(report)).toEqual(["2020/21 2000 released"]);
    expect(asked(report)).toEqual(["withdrawn 2020-11-07 open"]);
  });
  it("paused with sessions to come: somebody decides; back again, nobody is asked, and it is paid", () => {
    const report = year(
      {},
      [
        "- {at: 2020-11-06T09:00, command: PauseJourney, with: {reason: x}}",
        "- {at: 2020-11-30T09:00, command: ReturnToProgramme, with: {}}",
      ].join("\n"),
    );
    expect(asked(report)).toEqual(["paused 2020-11-06 2020-11-30"]);
    expect(standing(report)).toEqual(["2020/21 2000 paid"]);
  });
});

describe("What was paid before a school goes", () => {
  const gone = "- {at: 2021-02-01T09:00, command: WithdrawSchool, with: {reason: x}}";
  const task = "2020/21/development-grant-paid-withdrawn";
  it("is kept or asked back by a person, never by itself", () => {
    const report = year({}, gone);
    expect(standing(report)).toEqual(["2020/21 2000 paid"]);
    expect(asked(report)).toEqual(["withdrawn (paid) 2021-02-01 open"]);
    expect(happened(report, "ClawbackRequested", "GrantWithheld")).toEqual([]);
  });
  it.each([
    ["keep", "", []],
    ["part", ", amount: 500", [50_000]],
    ["ask-back", "", [200_000]],
  ])("%s", (decision, more, back) => {
    const report = year({}, `${gone}\n${decides("2021-02-02T09:00", task, decision, more)}`);
    expect(refusalsIn(report)).toEqual([]);
    const wanted = report.events.filter(({ type }) => type === "ClawbackRequested");
    expect(wanted.map((event) => (event as { amountPence?: number }).amountPence)).toEqual(back);
    expect(asked(report)).toEqual(["withdrawn (paid) 2021-02-01 2021-02-02"]);
  });
});

describe("A Development grant is paid once a school and phase", () => {
  const development = (history: object[]) => year({ school: { ...SECONDARY.school, history } }, "");
  it("somebody decides where the school was in such a Work Group before", () => {
    const report = development([{ stage: "development", academicYear: "2015/16" }]);
    expect(standing(report)).toEqual(["2020/21 2000 due"]);
    expect(asked(report)).toEqual(["paid-before 2020-08-31 open"]);
  });
  it("somebody decides where nobody can say what the school has been through", () => {
    const report = development([{ unknown: true }]);
    expect(standing(report)).toEqual(["2020/21 2000 due"]);
    expect(asked(report)).toEqual(["paid-before 2020-08-31 open"]);
  });
  it("of the other phase, or of Readiness, nobody asks", () => {
    for (const past of [
      { stage: "development", academicYear: "2015/16", phase: "primary" },
      { stage: "readiness", academicYear: "2015/16" },
    ])
      expect(standing(development([past]))).toEqual(["2020/21 2000 paid"]);
  });
  it("nor under another URN: the school that follows has what the one before had", () => {
    const report = year({}, "- {at: 2020-08-01T09:00, command: SucceedSchool, with: {urn: 910002, reason: x}}");
    expect(asked(report)).toEqual(["paid-before 2020-08-31 open"]);
  });
});

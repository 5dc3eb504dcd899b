import { describe, expect, it } from "@jest/globals";
import { given } from "../../test/support/given.ts";
import { nothing, PRIMARY_DEVELOPMENT, READINESS, schoolFor, SUSTAINING } from "../../test/support/journey.ts";
import type { CommandData } from "./commands.ts";
import { COMMAND_FIELDS, countWords, isCommandName, seal, type WireName } from "./wire.ts";

const ids = (kind: "text" | "person", field: string) => `${kind}:${field}`;
const sealed = (name: WireName, body: unknown) => seal(name, body, ids);
const pointers = (name: WireName, body: unknown) => {
  const result = sealed(name, body);
  return "rejection" in result
    ? [result.rejection.code, ...(result.rejection.errors ?? []).map((one) => one.pointer)]
    : "fits";
};
const contact = { firstName: " Ada ", lastName: "Canary", email: "ada@school.example" };

describe("A command from outside", () => {
  it("is one of the contract’s", () => {
    expect(["SubmitApplication", "Tick", "PlaceInWorkGroup"].every(isCommandName)).toBe(true);
    expect(["RecordEffect", "toString", "__proto__", "submitApplication", ""].some(isCommandName)).toBe(false);
  });
  it.each(Object.keys(COMMAND_FIELDS) as WireName[])(
    "%s: its own examples fit, its required fields are required",
    (name) => {
      const fields = Object.entries(COMMAND_FIELDS[name]);
      expect(pointers(name, Object.fromEntries(fields.map(([key, field]) => [key, field.example])))).toBe("fits");
      const required = fields.filter(([, field]) => field.required).map(([key]) => `/${key}`);
      expect(pointers(name, {})).toEqual(required.length > 0 ? ["invalid", ...required] : "fits");
    },
  );
  it("names every fault at once by pointer, and ignores what it does not know", () => {
    expect(
      pointers("RecordAttendance", { session: 7, on: "2020-02-30", present: "ada", headteacher: "yes", nonsense: 1 }),
    ).toEqual(["invalid", "/session", "/on", "/present", "/headteacher"]);
    expect(
      sealed("RecordAttendance", { session: "session-1", on: "2020-09-30", present: ["a"], nonsense: 1 }),
    ).toMatchObject({
      data: { session: "session-1", on: "2020-09-30", present: ["a"] },
    });
    expect(pointers("AcceptOffer", [])).toEqual(["invalid", ""]);
    expect(pointers("AcceptOffer", undefined)).toBe("fits");
  });
});

describe("A telephone number that is no more", () => {
  const words = (more: object) => {
    const result = sealed("CorrectPerson", { person: "teacher-1", ...more });
    return "rejection" in result ? result.rejection.code : [result.correction?.words, result.data["changed"]];
  };
  it("is said apart: one that is left empty stays as it is", () => {
    expect(words({ firstName: "Ada", telephone: "" })).toEqual([{ firstName: "Ada" }, ["firstName"]]);
    expect(words({ noTelephone: true, telephone: "" })).toEqual([{ telephone: "" }, ["telephone"]]);
    expect(words({ noTelephone: true, telephone: "01632 960 001" })).toEqual([
      { telephone: "01632 960 001" },
      ["telephone"],
    ]);
  });
});

describe("When and where a session is held", () => {
  const held = (more: object) => pointers("ScheduleSession", { session: "session-1", on: "2020-10-14", ...more });

  it.each(["00:00", "09:05", "23:59"])("%s is a time", (startsAt) => expect(held({ startsAt })).toBe("fits"));
  it.each(["24:00", "9:05", "09:5", "09:60", "09:05:00", "noon", 9, ""])("%j is none", (startsAt) =>
    expect(held({ startsAt })).toEqual(["invalid", "/startsAt"]),
  );
  it.each(["https://meet.example.org/j/12?pwd=a%20b#c", "HTTPS://meet.example.org", " https://[2001:db8::1]/x "])(
    "%s is a link",
    (link) => expect(held({ link })).toBe("fits"),
  );
  it.each([
    "http://meet.example.org",
    "javascript:alert(1)",
    "meet.example.org",
    "https://",
    "https://meet.example.org/a b",
    "https://meet.example.org/\r\nBcc: x",
    'https://meet.example.org/"onclick="x',
    "https://meet.example.org@evil.example",
    `https://meet.example.org/${"x".repeat(2_000)}`,
    7,
  ])("%j is none", (link) => expect(held({ link })).toEqual(["invalid", "/link"]));
  it("place and link are words of people: the command has their ids alone, and nothing of a blank one", () => {
    const result = sealed("MoveSession", {
      session: "session-1",
      place: " Hall of Ada Canary ",
      link: "https://meet.example.org/canary",
    });
    expect(result).toMatchObject({
      data: { session: "session-1", place: { id: "text:place" }, link: { id: "text:link" } },
      texts: [
        { id: "text:place", text: "Hall of Ada Canary" },
        { id: "text:link", text: "https://meet.example.org/canary" },
      ],
    });
    expect("data" in result && JSON.stringify(result.data)).not.toMatch(/Canary|canary/u);
    expect(sealed("MoveSession", { session: "session-1", place: " ", link: "" })).toMatchObject({
      data: { session: "session-1" },
      texts: [],
    });
  });
});

describe("Personal data is parted from a command", () => {
  const application = {
    criteria: ["poor-progress-or-attainment"],
    reasons: "  We want\nto change\thow we teach. ",
    understandsExpectations: true,
    contact,
    group: {
      schools: [
        { urn: 100002, relationship: "Our sister school" },
        { urn: "100003" },
        { urn: "100004", relationship: "  " },
      ],
    },
  };
  const result = sealed("SubmitApplication", application);

  it("the command carries ids, and what a rule needs to know of a text", () => {
    expect(result).toMatchObject({
      data: {
        criteria: ["poor-progress-or-attainment"],
        reasons: { id: "text:reasons", words: 7 },
        understandsExpectations: true,
        contact: "person:contact",
        group: [
          { urn: "100002", relationship: { id: "text:group/0", words: 3 } },
          { urn: "100003" },
          { urn: "100004" },
        ],
      },
    });
  });
  it("the rest goes to the people store", () => {
    expect(result).toMatchObject({
      texts: [
        { id: "text:reasons", text: "We want\nto change\thow we teach." },
        { id: "text:group/0", text: "Our sister school" },
      ],
      contact: { id: "person:contact", firstName: "Ada", lastName: "Canary", email: "ada@school.example" },
    });
    expect("data" in result && JSON.stringify(result.data)).not.toMatch(/Canary|example|sister|teach/u);
  });
  it("words where a code belongs are not kept: they may be a name", () => {
    expect(sealed("SubmitApplication", { criteria: ["Ada Canary says so"] })).toMatchObject({
      data: { criteria: ["unrecognised"] },
    });
    expect(sealed("NominateParticipant", { participant: "p1", role: "Ada Canary" })).toMatchObject({
      data: { role: "unrecognised" },
    });
    expect(pointers("NominateParticipant", { participant: "Ada Canary", role: "maths-lead" })).toEqual([
      "invalid",
      "/participant",
    ]);
  });
  it("a contact has a name and an address", () => {
    expect(
      pointers("SubmitApplication", { contact: { firstName: "\u200b", lastName: " ", email: "nowhere" } }),
    ).toEqual(["invalid", "/contact/firstName", "/contact/lastName", "/contact/email"]);
    expect(pointers("SubmitApplication", { contact: "Ada" })).toEqual([
      "invalid",
      "/contact/firstName",
      "/contact/lastName",
      "/contact/email",
    ]);
    expect(pointers("SubmitApplication", { contact: { ...contact, lastName: "x".repeat(255) } })).toEqual([
      "invalid",
      "/contact/lastName",
    ]);
  });
  it("a group names schools by URN", () => {
    expect(pointers("SubmitApplication", { group: { schools: [{ urn: "12" }] } })).toEqual([
      "invalid",
      "/group/schools/0/urn",
    ]);
    expect(pointers("SubmitApplication", { group: ["100002"] })).toEqual(["invalid", "/group/schools"]);
  });
});

describe("Up to 250 words, counted as a person counts them", () => {
  const apply = (words: number) => {
    const result = sealed("SubmitApplication", {
      criteria: ["poor-progress-or-attainment"],
      reasons: "word ".repeat(words),
      understandsExpectations: true,
      contact,
    });
    const data = {
      ...("data" in result ? result.data : {}),
      school: schoolFor(READINESS),
      hub: "great-north",
      prospectus: READINESS,
    };
    return given(nothing).when("2020-06-02T09:00", "SubmitApplication", data as CommandData["SubmitApplication"]);
  };
  it("250 are accepted, 251 are not, and a blank is none", () => {
    apply(250).accepted();
    apply(251).rejects("reasons-too-long");
    apply(0).rejects("reasons-missing");
  });
  it("runs of characters between white space", () => {
    expect([
      countWords(""),
      countWords(" \n "),
      countWords("one"),
      countWords("well-known “facts” –  and\nmore"),
    ]).toEqual([0, 0, 1, 5]);
  });
  it("a reason that is blank is no reason", () =>
    expect(sealed("WithdrawSchool", { reason: "  \n" })).toEqual({ data: {}, texts: [], contact: null }));
});

describe("Fields by kind", () => {
  it.each([
    [
      "RecordReleaseDays",
      { participant: "a", on: "2024-11-20" },
      "days",
      [0.5, 2.5, 10],
      [0, -1, 0.3, 201, "2", Number.NaN, null],
    ],
    ["RecordSupportVisit", { on: "2024-11-20" }, "halfDays", [1, 8], [0, 1.5, -1, 101, "1"]],
    ["AdjustGrant", {}, "amount", [1, 90_000], [0, 0.5, -5, 100_000_001, "£5"]],
    ["CorrectRecord", {}, "event", [1, 14], [0, 1.5, "7"]],
    ["SucceedSchool", {}, "urn", ["100009", 100009], ["12345", "1234567", "abcdef", {}]],
    ["DecideTask", { task: "t" }, "decision", ["extend", "visit"], ["praise", 7]],
    ["ConfirmReadiness", {}, "ready", [true, false], ["yes", 1]],
    ["ChooseTheme", {}, "theme", ["problem-solving"], [7, []]],
    ["ApproveGrant", {}, "stage", ["development"], ["wonders", 1]],
    ["ApproveGrant", {}, "academicYear", ["2021/22"], ["2021/23", "2021-22", 2021]],
    [
      "RescheduleCommitment",
      { commitment: "report" },
      "dueOn",
      ["2021-02-10"],
      ["10/02/2021", "2021-02-30", "2021-02-10T09:00", 20210210],
    ],
    ["RecordAttendance", { session: "s", on: "2020-09-30" }, "present", [[], ["a", "b"]], [["a", 7], "a", [["a"]]]],
  ] as const)("%s %j %s", (name, rest, key, good, bad) => {
    for (const value of good) expect([value, pointers(name, { ...rest, [key]: value })]).toEqual([value, "fits"]);
    for (const value of bad)
      expect([value, pointers(name, { ...rest, [key]: value })]).toEqual([value, ["invalid", `/${key}`]]);
  });
  it("an amount is kept in pence", () =>
    expect(sealed("AdjustGrant", { amount: 90_000 })).toMatchObject({ data: { amountPence: 90_000 } }));
  it("what a rule judges with its own code may be left out", () => {
    for (const id of [READINESS, PRIMARY_DEVELOPMENT, SUSTAINING])
      expect([id, pointers("SubmitApplication", {})]).toEqual([id, "fits"]);
  });
});

import { inOneLine } from "../../test/support/browser.ts";
import { describe, expect, it } from "@jest/globals";
import { Problem } from "../../libs/http/problem.ts";
import { refusalOf } from "../../libs/service/refusal.ts";
import { blanksIn, faultsOf, together } from "./faults.ts";
import { bodyFrom, withDates, type FormField } from "./form-fields.ts";
import { formOf, newKey, nextKey } from "./form-page.ts";
import { formShown } from "./form-view.ts";
import { reject, type Rejection } from "../../libs/journey/rejection.ts";

const FIELDS: readonly FormField[] = [
  { kind: "line", name: "contact.firstName", label: "First name", required: true },
  { kind: "email", name: "contact.email", label: "E-mail", required: true },
  { kind: "words", name: "reason", label: "Why", required: true },
  { kind: "date", name: "on", label: "Day", required: true },
  { kind: "number", name: "days", label: "Days", required: true, step: 0.5, most: 200 },
  { kind: "pounds", name: "amount", label: "Amount", required: false },
  { kind: "tick", name: "headteacher", label: "The headteacher", required: false },
  { kind: "yes-no", name: "ready", label: "Ready?", required: true },
  {
    kind: "many-of",
    name: "criteria",
    label: "Criteria",
    required: true,
    choices: [
      { value: "a", words: "A" },
      { value: "b", words: "B" },
    ],
  },
  {
    kind: "select",
    name: "event",
    label: "Record",
    required: true,
    numbers: true,
    choices: [{ value: "14", words: "Fourteen" }],
  },
];

const valueOf = (page: string, name: string): string =>
  new RegExp(`name="${name}"[^>]* value="([^"]*)"`, "u").exec(page)?.[1] ?? "";

describe("what is typed into a form", () => {
  it("becomes the body of a request: text trimmed, numbers as numbers, pounds as pence, what is empty left out", () => {
    expect(
      bodyFrom(FIELDS, {
        "contact.firstName": " Ada ",
        "contact.email": "ada@example.org",
        reason: "  ",
        on: "2020-11-18",
        days: "2.5",
        amount: "£1,000.50",
        headteacher: "yes",
        ready: "no",
        criteria: ["a", "b"],
        event: "14",
      }),
    ).toEqual({
      contact: { firstName: "Ada", email: "ada@example.org" },
      on: "2020-11-18",
      days: 2.5,
      amount: 100_050,
      headteacher: true,
      ready: false,
      criteria: ["a", "b"],
      event: 14,
    });
    expect(bodyFrom(FIELDS, {})).toEqual({ criteria: [] });
  });

  it("as a day, a month and a year is one date; as it is known, it stands in three fields again", () => {
    const parts = { "on-day": " 8", "on-month": "3", "on-year": "2021" };
    expect(bodyFrom(FIELDS, withDates(parts))["on"]).toBe("2021-03-08");
    expect(withDates({ "on-day": "", "on-month": " ", "on-year": "" })["on"]).toBe("");
    const shown = (typed: Record<string, string>) =>
      formShown(FIELDS, { action: "/x", token: "t", key: "k", typed, faults: [] }, { button: "Send" }).text;
    for (const typed of [parts, { on: "2021-03-08" }])
      expect(["day", "month", "year"].map((part) => valueOf(shown(typed), `on-${part}`).trim())).toEqual([
        "8",
        "3",
        "2021",
      ]);
  });

  it("that is no date says what is missing of it", () => {
    const problem = new Problem("invalid", "no", { errors: [{ pointer: "/on", detail: "on is a date." }] });
    const said = (day: string, month: string, year: string) =>
      faultsOf(problem, FIELDS, withDates({ "on-day": day, "on-month": month, "on-year": year }))[0]?.text;
    expect(said("8", "", "")).toBe("Day: It must include a month and a year.");
    expect(said("31", "2", "2021")).toBe("Day: Enter a real date, such as 18 11 2026.");
    expect(said("", "", "")).toBe("Enter the day");
  });

  it("that is no number or amount goes on as it is: the service says so", () => {
    expect(bodyFrom(FIELDS, { days: "two", amount: "12.345", criteria: "a" })).toEqual({
      days: "two",
      amount: "12.345",
      criteria: ["a"],
    });
  });
});

describe("a form", () => {
  const typed = {
    reason: "</textarea><script>",
    "contact.email": '"><b>',
    criteria: ["b"],
    headteacher: "yes",
    event: "14",
    ready: "no",
  };
  const shown = inOneLine(
    formShown(
      FIELDS,
      {
        action: "/x",
        token: "t",
        key: "k",
        typed,
        faults: [
          { field: "on", text: "Day: Choose a day." },
          { field: null, text: "The group is full." },
        ],
      },
      { button: "Send" },
    ).text,
  );

  it("has a label or a legend for each field, and keeps what was typed as text", () => {
    for (const { name, label, kind } of FIELDS) {
      const id = `f-${name.replace(".", "-")}`;
      expect(shown).toContain(`id="${id}"`);
      if (kind === "date")
        expect(shown).toMatch(new RegExp(`<legend[^>]*> ${label} <[\\s\\S]*<label [^>]*for="${id}"`, "u"));
      else if (kind !== "tick" && kind !== "yes-no" && kind !== "many-of")
        expect(shown).toMatch(new RegExp(`<label [^>]*for="${id}"[^>]*> ${label}`, "u"));
    }
    expect(shown.match(/<fieldset/gu)).toHaveLength(3);
    expect(shown).not.toContain("<script>");
    expect(shown).toContain('value="&quot;&gt;&lt;b&gt;"');
    for (const chosen of [
      'value="b" checked',
      'name="headteacher" type="checkbox" value="yes" checked',
      'value="no" checked',
      'value="14" selected',
    ])
      expect(shown).toContain(chosen);
  });

  it("says at its top what is wrong, each with the way to its field, which says it too", () => {
    expect(shown).toMatch(
      /role="alert"[\s\S]*<li> <a href="#f-on">Day: Choose a day\.<\/a> <\/li> <li> The group is full\. <\/li>/u,
    );
    expect(shown).toMatch(
      /role="group" aria-describedby="f-on-parts-error"[\s\S]*id="f-on-parts-error"[^>]*> <span [^>]*>Error:<\/span> Day: Choose a day\./u,
    );
  });

  it("that is put right is a new request of the same form", () => {
    const key = newKey();
    expect([formOf(nextKey(key)), nextKey(key) === key, nextKey(nextKey(key)).endsWith(".3")]).toEqual([
      formOf(key),
      false,
      true,
    ]);
  });
});

describe("a problem", () => {
  it("of the shape is said at its field, in words for who filled the form", () => {
    const errors = [
      { pointer: "/contact/email", detail: "email is an address." },
      { pointer: "/on", detail: "on is missing." },
      { pointer: "/criteria/1", detail: "x" },
      { pointer: "/else", detail: "Somewhere else." },
    ];
    expect(
      faultsOf(new Problem("invalid", "no", { errors }), FIELDS, { "contact.email": "nope", criteria: ["a"] }),
    ).toEqual([
      { field: "contact.email", text: "E-mail: Write an address such as name@school.example." },
      { field: "on", text: "Enter the day" },
      { field: "criteria", text: "Criteria: x" },
      { field: null, text: "Somewhere else." },
    ]);
  });

  it("of somebody who is made known first is said at their field, and names what is missing, once", () => {
    const fields: readonly FormField[] = [
      {
        kind: "line",
        name: "contact.firstName",
        label: "First name",
        required: false,
        blank: "Enter one of the names",
      },
      { kind: "line", name: "contact.lastName", label: "Last name", required: false, blank: null },
      { kind: "email", name: "contact.email", label: "The teacher’s e-mail address", required: true },
      { kind: "select", name: "role", label: "Role", required: true, choices: [] },
      { kind: "yes-no", name: "ready", label: "Is the school ready?", required: true },
    ];
    const errors = ["firstName", "lastName", "email"].map((name) => ({
      pointer: `/${name}`,
      detail: `${name} is missing.`,
    }));
    const said = faultsOf(new Problem("invalid", "no", { errors }), fields, {});
    expect(said).toEqual([
      { field: "contact.firstName", text: "Enter one of the names" },
      { field: "contact.email", text: "Enter the teacher’s e-mail address" },
    ]);
    expect(together(fields, said, blanksIn(fields, {})).map(({ text }) => text)).toEqual([
      "Enter one of the names",
      "Enter the teacher’s e-mail address",
      "Choose the role",
      "Answer “Is the school ready?”",
    ]);
  });

  it("of the rules is said at the field it is about, with dates as people write them", () => {
    const said = ({ rejection }: { rejection: Rejection }) => faultsOf(refusalOf(rejection), FIELDS, {});
    expect(said(reject("in-the-future", "record", { on: "2026-12-01" }))).toEqual([
      { field: "on", text: "1 December 2026 is still to come: record it once it has happened." },
    ]);
    expect(said(reject("criteria-missing", "none", { criteria: ["a", "b"] }))).toEqual([
      { field: "criteria", text: "Tick at least one of the criteria." },
    ]);
    const budget = { academicYear: "2026/27", leftPence: 5000, amountPence: 120_000 };
    expect(said(reject("over-budget", "left", budget))).toEqual([
      {
        field: null,
        text: "The budget of 2026/27 has £50 left, and the grant is £1,200: set a larger budget or adjust the grant.",
      },
    ]);
  });

  it("that was recorded in words is shown as it was recorded", () => {
    const told = refusalOf({ code: "not-in-this-state", detail: "There is no offer to accept." });
    expect(faultsOf(told, FIELDS, {})).toEqual([{ field: null, text: "There is no offer to accept." }]);
  });
});

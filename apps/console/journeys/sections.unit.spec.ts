// The parts of a journey's page: teachers, grants, the application.

import { describe, expect, it } from "@jest/globals";
import type { Facts } from "../../../libs/service/journeys/journey-facts.ts";
import { factsOf } from "../../../test/support/journey-facts.ts";
import { applied, begun } from "../../../test/support/journey.ts";
import { inOneLine } from "../../../test/support/browser.ts";
import { strictView } from "../../../test/support/strict-view.ts";
import { filledIn } from "../look/templates.ts";
import { applicationView } from "./application-view.ts";
import { grantsView, teachersView } from "./sections.ts";

const FACTS = factsOf(begun(), "2020-10-01T09:00");
const OWN = "/journeys/100001-primary";
it("teachers are called by name and role, with whether they are there for this year", () => {
  const view = teachersView(FACTS, "hub-lead");
  expect(view.teachers.map(({ name }) => name)).toContain("Ada Example");
  expect(filledIn("journeys/teachers.njk", strictView(view)).text).toContain("Ada Example");
  const none = teachersView({ ...factsOf(applied(), "2020-06-03T09:00"), headteacher: "Hedy Example" }, "auditor");
  expect(filledIn("journeys/teachers.njk", strictView(none)).text).toMatch(
    /Headteacher: Hedy Example[\s\S]*No teacher has been named yet\./u,
  );
});

describe("people with their addresses", () => {
  const at = { journey: "100001-primary", urn: "100001", school: "Hillside School", lettersComeBack: false };
  const ADA = { ...at, person: "teacher-1", firstName: "Ada", lastName: "Example", role: "maths-lead" };
  const PEOPLE = [
    { ...ADA, email: "ada@example.org", telephone: "0191 498 0000" },
    { ...at, person: "p-head", firstName: "Hedy", lastName: "Example", email: "hedy@example.org", role: "headteacher" },
  ];
  const shownTo = (role: "hub-lead" | "hub-coordinator" | "auditor", people: typeof PEOPLE | null) =>
    inOneLine(filledIn("journeys/teachers.njk", strictView(teachersView(FACTS, role, people))).text);

  it("stand in the part of the people, each corrected and replaced from there, and lead back there", () => {
    const page = shownTo("hub-coordinator", PEOPLE);
    expect(page).toMatch(/Ada Example.*Maths lead.*mailto:ada@example\.org.*0191 498 0000/u);
    for (const way of [
      "correct-person?person=teacher-1",
      "replace-participant?participant=teacher-1",
      "correct-person?person=p-head",
      "name-headteacher",
    ])
      expect(page).toContain(`href="${OWN}/${way}"`);
    expect(page.split(`href="${OWN}/people"`)).toHaveLength(2);
    // The other teacher has no address that is known.
    expect(page).toMatch(/Other teachers.*Teacher 2/u);
    expect(page.split("Ada Example<br>")).toHaveLength(2);
  });

  it("are for who may put them right, and for nobody else; one place leads to them", () => {
    const page = shownTo("auditor", null);
    expect([page.includes("mailto:"), page.includes("/people"), page.includes("Ada Example")]).toEqual([
      false,
      false,
      true,
    ]);
    expect(applicationView(FACTS, "hub-coordinator", new Map()).pages.map(({ href }) => href)).not.toContain(
      `${OWN}/people`,
    );
  });
});

it("a grant says how many have approved it, what is asked of it and what was asked back, with why it stands so", () => {
  const grant = { stage: "readiness", academicYear: "2020/21", amountPence: 100_000, approvers: ["a"], asks: null };
  const view = grantsView({
    journey: {
      ...FACTS.journey,
      grants: [
        { ...grant, status: "payable", clawback: "none", clawbackPence: 0 },
        { ...grant, status: "paid", clawback: "requested", clawbackPence: 5_000 },
      ] as unknown as Facts["journey"]["grants"],
    },
  });
  expect(view.grants.map(({ amount, stands, more, why }) => [amount, stands, more, why])).toEqual([
    ["£1,000", "Payable", ["1 of 2 approvals"], `${OWN}/why/grants/2020-21`],
    ["£1,000", "Paid", ["Clawback requested: £50"], `${OWN}/why/grants/2020-21`],
  ]);
  expect(filledIn("journeys/grants.njk", strictView(view)).text).toContain("Why?");
});

it("the application’s reasons are there for who reads them, and the pages beside for whom they are for", () => {
  const facts = factsOf(applied(), "2020-06-03T09:00");
  const sent = facts.events.find((one) => one.type === "ApplicationSubmitted");
  const id = sent?.type === "ApplicationSubmitted" ? (sent.reasonsId ?? "") : "";
  const read = applicationView(facts, "hub-lead", new Map([[id, "Our <b>results fell"]]));
  expect(read.sent?.reasons).toEqual({ words: 3, text: "Our <b>results fell" });
  expect(filledIn("journeys/application.njk", strictView(read)).text).toMatch(
    /Reasons \(3 words\)[\s\S]*Our &lt;b&gt;results fell[\s\S]*Take a name out/u,
  );
  const unread = applicationView(facts, "auditor", new Map());
  expect([unread.sent?.reasons, unread.pages.map(({ words }) => words)]).toEqual([
    null,
    expect.not.arrayContaining(["Take a name out of what was written"]),
  ]);
});

it("an application for a programme that asks for no reasons says that there is nothing more to read", () => {
  const facts = factsOf(applied(), "2020-06-03T09:00");
  const shown = (more: object): string => {
    const events = facts.events.map((one) => (one.type === "ApplicationSubmitted" ? { ...one, ...more } : one));
    const view = applicationView({ ...facts, events }, "auditor", new Map());
    return filledIn("journeys/application.njk", strictView(view)).text;
  };
  const nothing = "This programme asks for no reasons";
  expect(shown({ criteria: [], reasonsId: null, group: [] })).toContain(nothing);
  expect(shown({ criteria: [], group: [] })).not.toContain(nothing);
});

it("the schools with which it would like to be placed stand there by name, so far as they are known", () => {
  const facts = factsOf(applied(), "2020-06-03T09:00");
  const events = facts.events.map((one) =>
    one.type === "ApplicationSubmitted"
      ? { ...one, group: ["100002", "100003"].map((urn) => ({ urn, relationshipId: null })) }
      : one,
  );
  const known = new Map([["100002", { name: "Hill Primary School" }]]);
  const { sent } = applicationView({ ...facts, events }, "hub-lead", new Map(), known);
  expect(sent?.together).toBe("Hill Primary School (URN 100002), URN 100003");
});

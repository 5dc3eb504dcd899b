// The lists that are at hand as a whole: what fits, and in which order.

import { describe, expect, it } from "@jest/globals";
import { inOneLine } from "../../../test/support/browser.ts";
import { strictView } from "../../../test/support/strict-view.ts";
import { codesIn } from "../../../test/support/visible-codes.ts";
import type { ReportedReminder } from "../../../libs/service/hubs/reminder-report.ts";
import type { MoveAsked } from "../../../libs/service/journeys/moves.ts";
import type { LetterSeen } from "../../../libs/service/journeys/letters.ts";
import type { InView } from "../../../libs/service/schools/schools.ts";
import { html, type Html } from "../html.ts";
import { lettersInOrder, lettersList } from "../letters/letters-page.ts";
import { askedIn } from "../lists/list-asked.ts";
import { listPage } from "../lists/list-view.ts";
import { filledIn } from "../look/templates.ts";
import { movesInOrder, movesList } from "./moves-page.ts";
import { quotesView } from "./quotes-page.ts";
import { remindersList, remindersTotals } from "./reminders-page.ts";
import { successorsInOrder, successorsList, successorView } from "./successors-page.ts";

const move = (school: string, waitsFor: "hub" | "operator", askedAt: string) =>
  ({
    ...{ journey: "100001-primary", urn: "100001", school, from: "great-north", to: "far-south" },
    ...{ prospectus: "2020-21/primary-readiness", askedAt, until: "2020-12-01", waitsFor },
  }) as MoveAsked;
const principal = { role: "hub-lead", who: "me", hub: "great-north", urns: [] } as never;

describe("Schools between hubs", () => {
  const all = [move("Beech", "hub", "2020-10-02T08:00:00Z"), move("Ash", "operator", "2020-10-03T08:00:00Z")];
  const spec = movesList({ principal, today: "2020-12-02" });
  const names = (query: object) => movesInOrder(all, askedIn({ ...query }, spec)).map(({ school }) => school);
  it("stand by name, or by when they were asked for; and are narrowed by who answers", () => {
    expect([names({}), names({ sort: "asked" }), names({ sort: "asked", order: "desc" })]).toEqual([
      ...[
        ["Ash", "Beech"],
        ["Beech", "Ash"],
        ["Ash", "Beech"],
      ],
    ]);
    expect(names({ waits: "operator" })).toEqual(["Ash"]);
  });
});

describe("A school’s letters", () => {
  const letter = (id: string, at: string, role: string, outcome: string) =>
    ({ id, at, role, outcome, subject: `Letter ${id}` }) as LetterSeen;
  const all = [
    letter("1", "2020-10-01T08:00:00Z", "headteacher", "sent"),
    letter("2", "2020-10-02T08:00:00Z", "applicant", "bounced"),
  ];
  const about = { journey: "100001-primary", school: "Oak Primary" };
  const spec = lettersList(all, { ...about, opens: true });
  const ids = (query: object) => lettersInOrder(all, askedIn({ ...query }, spec)).map(({ id }) => id);
  it("stand with the latest first, or by their reader; and are narrowed by what became of them", () => {
    expect([ids({}), ids({ sort: "to" }), ids({ outcome: "bounced" }), ids({ to: "headteacher" })]).toEqual([
      ...[["2", "1"], ["2", "1"], ["2"], ["1"]],
    ]);
  });
  it("are links for who may read them alone", () => {
    const page = (opens: boolean): string =>
      listPage(
        { items: [...all], total: 2, page: 1, pages: 1 },
        askedIn({}, spec),
        lettersList(all, { ...about, opens }),
      ).text;
    expect([page(true).includes('/letters/1"'), page(false).includes('/letters/1"')]).toEqual([true, false]);
    expect(page(false)).not.toContain("Letter 1");
  });
});

describe("Successor schools", () => {
  const one = (name: string, why: string, askedAt: string) =>
    ({
      question: { urn: "100001", name, hub: "great-north", why, askedAt, successors: [] },
      ...{ journey: null, successors: [] },
    }) as unknown as InView;
  const all = [one("Beech", "loop", "2020-10-01T08:00:00Z"), one("Ash", "to-be-confirmed", "2020-10-02T08:00:00Z")];
  const spec = successorsList(null);
  const names = (query: object) =>
    successorsInOrder(all, askedIn({ ...query }, spec)).map(({ question: { name } }) => name);
  it("stand by how long they wait, or by name; and are narrowed by why", () => {
    expect([names({}), names({ sort: "school" }), names({ why: "named" }), names({ why: "register" })]).toEqual([
      ...[["Beech", "Ash"], ["Ash", "Beech"], ["Ash"], ["Beech"]],
    ]);
  });
  it("are decided by an operator with both journeys in view; one that a hub has named can be set aside", () => {
    const journey = { id: "100001-primary", status: "in-stage", stage: "readiness", academicYear: "2020/21" };
    const asked = {
      question: {
        urn: "100001",
        name: "Ash",
        hub: "great-north",
        why: "to-be-confirmed",
        askedAt: "2020-10-02T08:00:00Z",
      },
      journey: { ...journey, hub: "great-north" },
      successors: [
        {
          ...{ urn: "100009", school: { name: "Ash <Academy>", open: true, status: null } },
          journey: { ...journey, id: "100009-primary", hub: "far-south" },
        },
      ],
    } as unknown as InView;
    const page = (of: InView, form: Html | null): string =>
      inOneLine(filledIn("hub/successor.njk", strictView(successorView(of, "q0", form))).text);
    const operators = page(asked, html`<input type="hidden" name="key" value="k">`);
    expect(operators).toMatch(/Its hub has named a successor.*Open since 2 October 2020.*Great North<\/span>/u);
    expect(operators).toMatch(/Ash &lt;Academy&gt;<.*URN 100009.*Open<.*Far South, another hub/u);
    expect(operators).toMatch(
      /succeed-school\?urn=100009.*: Ash &lt;Academy&gt;.*\/successors\/100001-primary\/set-aside/u,
    );
    expect(operators).toContain('name="key" value="k"');
    const hubs = page(asked, null);
    expect(hubs).toContain("An operator confirms it");
    expect(hubs).not.toMatch(/succeed-school|set-aside/u);
    const byRegister: InView = { ...asked, question: { ...asked.question, why: "loop" } };
    expect(page(byRegister, html``)).not.toContain("set-aside");
    expect(codesIn(operators)).toEqual([]);
  });
});

it("quotes stand by programme and question, in words; without any the page says how one is made", () => {
  const quote = {
    prospectus: "2020-21/primary-development",
    question: "impact",
    asked: "What came of it?",
    quote: "<Much>",
  };
  const page = filledIn("hub/quotes.njk", strictView(quotesView([quote]))).text;
  expect(inOneLine(page)).toMatch(/Development 2020\/21, primary<.*What came of it\?<.*&lt;Much&gt;</u);
  expect(codesIn(page)).toEqual([]);
  expect(filledIn("hub/quotes.njk", strictView(quotesView([]))).text).toContain("“Make a quote of an answer”");
});

describe("The account of reminders", () => {
  const totals = {
    due: 3,
    sent: 2,
    merged: 0,
    heldBack: 1,
    superseded: 0,
    pending: 0,
    stalled: 0,
    letters: 1,
    bounced: 0,
  };
  const known = { names: new Map([["100001-primary", "Oak Primary"]]), years: ["2020/21"], totals };
  const reminder = {
    ...{ journey: "100001-primary", urn: "100001", seq: 7, kind: "termly", term: "autumn", academicYear: "2020/21" },
    ...{ dueAt: "2020-12-01T08:00:00Z", outcome: "held-back", why: "paused", sentAt: null, letters: 0, bounced: 0 },
    ...{ event: null, fellBack: false },
  } as unknown as ReportedReminder;
  const spec = remindersList(known);
  it("says of each what became of it and why, with the way to its reasons; above it how many letters went out", () => {
    const page = inOneLine(listPage({ items: [reminder], total: 1, page: 1, pages: 1 }, askedIn({}, spec), spec).text);
    expect(page).toMatch(/1 letter went out for those sent, each to one reader; 0 came back\./u);
    expect(page).toMatch(/Oak Primary<\/a>.*Autumn 2020\/21.*Held back.*The school is paused<.*\/why\/7">Why\?/u);
    expect(codesIn(page)).toEqual([]);
    expect(remindersList({ ...known, totals: null }).intro).toBeUndefined();
  });
  it("has the way to those of one outcome alone, with how many there are", () => {
    const { text } = remindersTotals(totals, askedIn({ outcome: "sent" }, spec), spec);
    expect(inOneLine(text)).toMatch(/href="\/reminders">3 were due<.*aria-current="page"[^>]*>2 sent<.*1 held back/u);
  });
});

import { describe, expect, it } from "@jest/globals";
import { strictView } from "../../../test/support/strict-view.ts";
import type { Ahead } from "../../../libs/service/ahead/ahead.ts";
import type { LinkSeen } from "../../../libs/service/ahead/calendar-links.ts";
import type { YearTried } from "../../../libs/service/ahead/try-year.ts";
import type { ToTry } from "../../../libs/service/ahead/what-to-try.ts";
import type { Typed } from "../form-fields.ts";
import { newForm } from "../form-page.ts";
import { filledIn } from "../look/templates.ts";
import { linksView, type LinksLook } from "./calendar-links-page.ts";
import { calendarView, type Shows } from "./calendar-page.ts";
import { fieldOf, supposedIn, supposedInWords, tryFields } from "./try-year-form.ts";
import { resultView, tryYearView } from "./try-year-page.ts";

const [A, B] = ["100001-primary", "100002-primary"] as const;
const called = (id: string): string => (id === "north-1" ? "North Readiness 1" : id);
const TO_TRY: ToTry = {
  schools: [
    { journey: A, urn: "100001", phase: "primary", school: "Ash Primary" },
    { journey: B, urn: "100002", phase: "primary", school: null },
  ],
  sessions: [{ workGroup: "north-1", session: "session-2", on: "2020-11-10" }],
  programmes: [
    { id: "2021-22/primary-readiness", stage: "readiness", phase: "primary", academicYear: "2021/22", title: "Ready" },
  ],
};
const FIELDS = tryFields(TO_TRY, called);
const wordsIn = (page: string): string => page.split(/<[^>]*>/u).join(" ");

describe("What is supposed on the page", () => {
  it("is nothing where nothing was typed", () => {
    expect(supposedIn(FIELDS, {})).toBeNull();
  });
  it("is schools, sessions with their day, and a figure; a grant is typed in pounds", () => {
    const typed: Typed = {
      ...{ "school-2": A, "session-1": "north-1/session-2", "to-session-1": "2020-11-17" },
      ...{ programme: "2021-22/primary-readiness", figure: "grant", value: "1500" },
    };
    expect(supposedIn(FIELDS, typed)).toEqual({
      asked: {
        withdraw: [A],
        move: [{ workGroup: "north-1", session: "session-2", on: "2020-11-17" }],
        figure: { programme: "2021-22/primary-readiness", name: "grant", value: 150_000 },
      },
    });
    expect(supposedInWords(FIELDS, typed)).toEqual([
      "Ash Primary withdraws.",
      "North Readiness 1, session 2: Tuesday 10 November 2020 – is on Tuesday 17 November 2020 instead.",
      "Grant, in pounds: 1500. Readiness 2021/22, primary (Ready).",
    ]);
  });
  it("half said is all its faults at once, each at its field", () => {
    const typed = { "session-1": "north-1/session-2", "to-session-2": "2020-13-40", figure: "graceDays" };
    const found = supposedIn(FIELDS, typed);
    const fields = found !== null && "faults" in found ? found.faults.map(({ field }) => field) : [];
    expect(fields).toEqual(["to-session-1", "session-2", "programme", "value"]);
  });
  it("is named by its field where the rules turn it down", () => {
    expect(fieldOf("/withdraws/1", { "school-1": A, "school-3": B })).toBe("school-3");
    expect(fieldOf("/moves/0", { "session-2": "x" })).toBe("session-2");
    expect(fieldOf("/graceDays", {})).toBe("value");
  });
});

const TRIED: YearTried = {
  ...{ from: "2020-10-01T08:00:00Z", until: "2021-08-31", compared: 2 },
  now: { letters: 10, tasks: 2, promises: 8, grants: 2, grantsPence: 200_000 },
  then: { letters: 7, tasks: 3, promises: 8, grants: 1, grantsPence: 100_000 },
  differences: [
    { journey: A, of: "news", says: "The school is withdrawn.", to: [], now: null, then: "2020-10-01" },
    {
      journey: A,
      of: "letter",
      says: "Due <soon>",
      to: ["lead-teacher", "headteacher"],
      now: "2020-12-01",
      then: null,
    },
  ],
  schools: new Map([[A, "Ash Primary"]]),
  groups: [{ workGroup: "north-1", says: "The place of URN 100001 falls free: it withdrew." }],
};
const triedPage = (tried: YearTried | null): string =>
  filledIn(
    "ahead/try-year.njk",
    strictView(
      tryYearView(FIELDS, { typed: {}, faults: [] }, tried && resultView(tried, ["Ash Primary withdraws."], called)),
    ),
  ).text;

describe("The page of a year tried out", () => {
  it("asks before anything is tried", () => {
    expect(triedPage(null)).toContain("The first school");
    expect(triedPage(null)).not.toContain("What would follow");
  });
  it("says how much there is more or less, and what changes for each school", () => {
    const page = triedPage(TRIED);
    expect(resultView(TRIED, [], called).rows.map(({ more }) => more)).toEqual([
      ...["3 fewer", "1 more", "No change", "1 fewer", "£1,000 less"],
    ]);
    expect(page).toContain("1 thing recorded at once and 1 letter");
    expect(page).toContain("“Due &lt;soon&gt;” to the lead teacher and the headteacher");
    expect(page).toMatch(/href="\/groups\/north-1">North Readiness 1<[\s\S]*The place of Ash Primary falls free/u);
    expect(wordsIn(page)).not.toMatch(/\d{4}-\d\d-\d\d|undefined|null|lead-teacher|session-2/u);
  });
  it("says so where nothing is different", () => {
    expect(triedPage({ ...TRIED, differences: [] })).toContain("Nothing would be different by itself.");
  });
});

const entry = (more: Partial<Ahead>): Ahead => ({
  ...{ kind: "owed", at: "2020-11-10T23:59:59Z", on: "2020-11-10", what: "CommitmentDue", id: "x", version: 1 },
  ...{ commitment: "session-2", by: "hub", says: "Due from the hub: “Session 2”.", unless: "it moves" },
  ...{ startsAt: null, endsAt: null, place: null, link: null, journey: A, urn: "100001", school: "Ash Primary" },
  ...more,
});
const days = (items: Ahead[], shows: Shows = "all"): string =>
  filledIn(
    "ahead/calendar.njk",
    strictView(
      calendarView(
        { from: "2020-11-01T00:00:00Z", until: "2020-11-30", items },
        { whose: "The schools of Great North", address: "/calendar", shows, links: "/calendar-links?of=great-north" },
      ),
    ),
  ).text;

describe("The days ahead", () => {
  it("say the same thing of several schools once, with its schools", () => {
    const page = days([entry({}), entry({ journey: B, urn: "100002", school: null })]);
    expect(page.match(/<strong>|“Session 2”\.\s/gu)?.length).toBe(1);
    expect(page).toContain("2 schools");
    expect(page).toContain("School 100002");
    expect(page).toContain("Tuesday 10 November 2020");
  });
  it("show what falls due, or what the service does by itself, or both; never what was called off", () => {
    const all = [
      entry({}),
      entry({ kind: "by-itself", at: "2020-11-10T09:00:00Z", says: "A reminder goes." }),
      entry({ says: "Called off.", cancelled: true }),
    ];
    expect(days(all)).toMatch(/“Session 2”[\s\S]*09:00[\s\S]*A reminder goes/u);
    expect(days(all, "due")).not.toContain("A reminder goes");
    expect(days(all, "by-itself")).not.toContain("“Session 2”");
    expect(days(all)).not.toContain("Called off.");
  });
  it("with none say so", () => {
    expect(days([])).toContain("Nothing until then.");
  });
});

const LINK: LinkSeen = {
  ...{ id: "1", kind: "work-group", of: "north-1", sees: "hub", madeBy: "me", madeAt: "2020-10-01T08:00:00Z" },
  ...{ expiresAt: "2021-10-01T22:59:59Z", revokedAt: null },
};
const LOOK: LinksLook = {
  ...{ now: "2020-10-02T08:00:00Z", done: null, who: "me", hub: "great-north", hubs: [], names: new Map(), called },
  ...{ choices: [{ value: "great-north", words: "Great North, the whole hub" }], made: null },
};
const links = (all: LinkSeen[], look: Partial<LinksLook> = {}): string =>
  filledIn(
    "ahead/calendar-links.njk",
    strictView(linksView(all, { action: "/calendar-links", ...newForm("t") }, { ...LOOK, ...look })),
  ).text;

describe("Calendar links", () => {
  it("are listed by name, with a button to end each that stands", () => {
    const page = links([LINK, { ...LINK, id: "2", revokedAt: "2020-10-02T07:00:00Z" }]);
    expect(page.match(/\/revoke"/gu)?.length).toBe(1);
    expect(page).toMatch(/North Readiness 1[\s\S]*You[\s\S]*1 October 2020[\s\S]*Revoked on 2 October 2020/u);
    expect(links([{ ...LINK, expiresAt: "2020-10-01T22:59:59Z" }])).toContain("Has ended");
  });
  it("the address of one just made stands in a field to be copied, and no form where nothing can be chosen", () => {
    expect(links([], { made: "https://x.example/calendars/abc.ics" })).toContain(
      'value="https://x.example/calendars/abc.ics"',
    );
    expect(links([], { choices: [] })).not.toContain("Make a link");
    expect(links([], { hub: null })).toMatch(/in the calendar of your phone[\s\S]*You have made no link\./u);
  });
});

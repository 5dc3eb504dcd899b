import { expect, it } from "@jest/globals";
import { strictView } from "../../../test/support/strict-view.ts";
import type { MorningLine } from "../../../libs/letters/morning-lines.ts";
import type { FollowUp, Numbered } from "../../../libs/service/journeys/follow-ups.ts";
import type { HubTodaySeen } from "../../../libs/service/hubs/today.ts";
import { filledIn } from "../look/templates.ts";
import { todayView } from "./today-page.ts";

const line = (change: Partial<MorningLine>): MorningLine => ({
  cause: "decision",
  about: "x",
  what: "Missed: action plan",
  workGroup: null,
  overdue: false,
  dueOn: null,
  count: 1,
  schools: [],
  before: 0,
  choices: [],
  page: "/tasks",
  pence: null,
  promisedFor: null,
  ...change,
});
const NOTHING: HubTodaySeen = {
  on: "2021-03-01",
  called: () => "North Development 1",
  lines: [],
  followUps: null,
  sessions: [],
  visits: [],
  coming: {},
  schools: 0,
};
const shown = (seen: HubTodaySeen): string => filledIn("home/today.njk", strictView(todayView(seen))).text;

it("what is overdue stands first, whatever it is, and is not told again below", () => {
  const late = line({ cause: "application", what: "Applied for Readiness", overdue: true, dueOn: "2021-02-26" });
  const { sections } = todayView({ ...NOTHING, lines: [late, line({})] });
  expect(sections.map(({ id, lines }) => [id, lines.map(({ words }) => words)])).toEqual([
    ["overdue", ["Applied for Readiness"]],
    ["decision", ["Missed: action plan"]],
  ]);
  expect(sections[0]?.lines[0]?.more).toBe("was to be answered by Friday 26 February 2021");
});

it("a line names three schools, and how many more there are", () => {
  const { sections } = todayView({
    ...NOTHING,
    lines: [line({ schools: ["A", "B", "C", "D", "E"], workGroup: "wg-1" })],
  });
  expect(sections[0]?.lines).toEqual([
    {
      words: "Missed: action plan (North Development 1)",
      href: "/tasks",
      more: "A, B, C and 2 more",
    },
  ]);
});

it("six of a kind are shown, and the way to the others", () => {
  const lines = Array.from({ length: 8 }, (_, index) => line({ what: `Task ${index}` }));
  expect(todayView({ ...NOTHING, lines }).sections[0]).toMatchObject({
    lines: lines.slice(0, 6).map(({ what }) => ({ words: what })),
    more: { words: "2 more", href: "/tasks" },
  });
});

const NOTE = {
  ...{ note: "n", journey: "100001-primary", urn: "100001", school: "Example", on: "2021-03-01" },
  ...{ at: "2021-02-01T09:00:00Z", by: { who: "p-1", role: "hub-lead" }, own: false },
} as const;
const found = (...items: FollowUp[]): Numbered<FollowUp> => ({ items, total: items.length, page: 1, pages: 1 });

it("a note to follow up stands once, by its school: among the overdue ones, or those of today", () => {
  const followUps = { late: found({ ...NOTE, on: "2021-02-26" }), today: found(NOTE, { ...NOTE, school: null }) };
  const seen = { ...NOTHING, followUps };
  const href = "/journeys/100001-primary#part-notes";
  const [late, now] = todayView(seen).sections;
  expect(late).toMatchObject({
    title: "Overdue notes",
    late: true,
    lines: [{ words: "Example", href, more: "was to be followed up on Friday 26 February 2021" }],
  });
  const more = "to be followed up on Monday 1 March 2021";
  expect(now).toMatchObject({
    title: "Notes to follow up today",
    late: false,
    lines: [
      { words: "Example", href, more },
      { words: "School 100001", href, more },
    ],
  });
  expect(shown(seen).split(href)).toHaveLength(4);
  expect(todayView({ ...NOTHING, followUps: { late: found(), today: found() } }).sections).toEqual([]);
});

it("of many notes the first are shown, and the way to their list with how many more there are", () => {
  const many = { ...found(...Array.from({ length: 6 }, () => NOTE)), total: 230, pages: 39 };
  const { sections } = todayView({ ...NOTHING, followUps: { late: many, today: many } });
  expect(sections.map(({ lines, more }) => [lines.length, more])).toEqual([
    [6, { words: "224 more", href: "/follow-ups?due=late" }],
    [6, { words: "224 more", href: "/follow-ups?due=today" }],
  ]);
});

it("a page with nothing on it says so, and one with all of it is filled from its view alone", () => {
  expect(shown(NOTHING)).toContain("Nothing waits for anybody at your hub.");
  const all = shown({
    ...NOTHING,
    lines: [line({ pence: 100_000, cause: "money" })],
    sessions: [{ workGroup: "wg-1", code: "session-2", on: "2021-03-03", startsAt: "13:30" }],
    visits: [{ journey: "100001-primary", urn: "100001", school: null, dueOn: "2021-02-20" }],
    coming: { applied: 2, participating: 40 },
    schools: 42,
  });
  for (const words of [
    "Money that waits",
    "£1,000",
    "North Development 1: session 2",
    "Wednesday 3 March 2021, from 1:30pm",
    "School 100001",
    "was due by Saturday 20 February 2021",
    "2 applied",
    "42 schools in all",
  ])
    expect(all).toContain(words);
});

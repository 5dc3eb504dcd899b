// The list of notes to come back to: what it is narrowed by, what stands of each, and that it is never their words.

import { expect, it } from "@jest/globals";
import { inOneLine } from "../../../test/support/browser.ts";
import { strictView } from "../../../test/support/strict-view.ts";
import type { FollowUp } from "../../../libs/service/journeys/follow-ups.ts";
import { askedIn } from "../lists/list-asked.ts";
import { listView } from "../lists/list-view.ts";
import { filledIn } from "../look/templates.ts";
import { followUpsAsked, followUpsList } from "./follow-ups-list.ts";

const LOOK = { today: "2021-03-02", called: () => "Jo Example" } as const;
const note = (change: Partial<FollowUp> = {}): FollowUp => ({
  ...{ note: "n-1", journey: "100001-primary", urn: "100001", school: "Abbey <Hill>", on: "2021-03-02" },
  ...{ at: "2021-02-01T09:00:00Z", by: { who: "p-2", role: "hub-coordinator" }, own: false },
  ...change,
});
function shown(items: FollowUp[], query: Record<string, string> = {}, called: (() => string) | null = LOOK.called) {
  const spec = followUpsList({ ...LOOK, called });
  const view = listView({ items, total: items.length, page: 1, pages: 1 }, askedIn(query, spec), spec);
  return inOneLine(filledIn("lists/list.njk", strictView(view)).text);
}

it("each stands by its school, with its day, whether it is late, and who wrote it when", () => {
  const page = shown([note({ on: "2021-03-01" }), note({ school: null, own: true })]);
  expect(page).toContain('href="/journeys/100001-primary#part-notes">Abbey &lt;Hill&gt;</a>');
  expect(page).toMatch(/Late <\/strong> Monday 1 March 2021.*1 February 2021.*Jo Example/u);
  expect(page).toMatch(/School 100001<\/a>.*Tuesday 2 March 2021.*You/u);
  expect(page.match(/> Late </gu)).toHaveLength(1);
  expect(shown([note()], {}, null)).toContain("Hub coordinator");
});

it("it is narrowed by when they are due and by whose they are, in its address", () => {
  const spec = followUpsList(LOOK);
  expect(followUpsAsked(askedIn({ due: "late", whose: "me" }, spec))).toEqual({ due: "late", whose: "me" });
  expect(followUpsAsked(askedIn({ due: "never", whose: "Jo" }, spec))).toEqual({});
  expect(shown([], { due: "now" })).toMatch(/By today.*No note fits all of this\./u);
  expect(shown([])).toContain("No note waits to be followed up.");
  expect(shown([note()])).not.toContain(".csv");
});

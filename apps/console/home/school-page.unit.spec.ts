import { describe, expect, it } from "@jest/globals";
import { inOneLine } from "../../../test/support/browser.ts";
import { because, begun, offered, RULES, type Past } from "../../../test/support/journey.ts";
import { strictView } from "../../../test/support/strict-view.ts";
import { parseWhen } from "../../../libs/calendar/instants.ts";
import { toDo } from "../../../libs/journey/to-do.ts";
import { schoolDates } from "../../../libs/letters/school-dates.ts";
import type { OwnJourney } from "../../../libs/service/journeys/at-a-glance.ts";
import { filledIn } from "../look/templates.ts";
import { schoolView } from "./school-page.ts";
import { trustView } from "./trust-page.ts";

function own(past: Past, today: string, change: { urn?: string; school?: string | null } = {}): OwnJourney {
  const { urn = "100001", school = "Example Primary School" } = change;
  const { state } = past;
  if (state.status === "none") throw new Error("The journey has not begun.");
  const row = { id: `${urn}-primary`, urn, phase: "primary", hub: "great-north", stage: "readiness" };
  const dates = schoolDates(row.id, state, RULES, parseWhen(today), parseWhen("2021-08-31", "end"));
  return {
    // what the pages read of it
    row: { ...row, academicYear: "2020/21" } as OwnJourney["row"],
    school,
    state,
    toDo: toDo(state, RULES),
    dates: dates.map((date) => ({ ...date, place: date.held.placeId === undefined ? null : "Hall Road", link: null })),
    today,
  };
}
const shown = (journeys: readonly OwnJourney[]): string =>
  inOneLine(filledIn("home/school.njk", strictView(schoolView(journeys, null))).text);

describe("The first page of a school", () => {
  it("begins with what it is to do and by when, with one button; the other answer is a link", () => {
    const page = shown([own(offered(), "2020-06-02")]);
    expect(page).toMatch(
      /<h2[^>]*>Accept or decline the place<.*by [A-Z][a-z]+day \d+ June 2020.*accept-offer"[^>]*> Accept the place <.*decline-offer/u,
    );
    expect(page.match(/class="govuk-button"/gu)).toHaveLength(1);
    expect(page).toContain("Great North Maths Hub offers your school a place in Readiness 2020/21.");
  });

  it("says what is late first and as that, then what comes after it, then when and where the next meeting is", () => {
    const past = begun()
      .until("2020-12-10")
      .on("2020-12-11T09:00", "MoveSession", {
        session: "session-2",
        on: "2021-02-03",
        startsAt: "13:30",
        place: { id: "text-place" },
        ...because,
      });
    const page = shown([own(past, "2020-12-11")]);
    expect(page).toMatch(/Task 1 between sessions<.*Late<\/strong> was due on .* 2020.*After that.*Dates/u);
    expect(page).toMatch(/Wednesday 3 February 2021, from 1:30pm<\/strong><br>Work Group meeting 2, at Hall Road/u);
    expect(page).not.toMatch(/Due today|by today/u);
    expect(page).toMatch(/Work Group meeting 3, your Work Group lead tells you the time and the place</u);
  });

  it("that has nothing to do, or no journey yet, says so with the way on", () => {
    expect(shown([])).toMatch(/does not take part yet.*See what your school may apply for/u);
    const waiting = own(offered(), "2020-06-02");
    expect(shown([{ ...waiting, toDo: [] }])).toContain("There is nothing that your school has to do now.");
  });
});

describe("The first page of a trust", () => {
  it("has what is late first, each school with what it owes and by when; last those with nothing to do", () => {
    const late = own(begun().until("2020-12-10"), "2020-12-11", { urn: "100001", school: "Late School" });
    const busy = own(offered(), "2020-06-02", { urn: "100002", school: "Busy School" });
    const calm = { ...own(offered(), "2020-06-02", { urn: "100003", school: null }), toDo: [] };
    const view = trustView([calm, busy, late], 4);
    expect(view.parts.map(({ id, lines }) => [id, lines.map(({ name }) => name)])).toEqual([
      ["late", ["Late School"]],
      ["to-do", ["Busy School"]],
      ["nothing", ["School 100003 (primary)"]],
    ]);
    const page = inOneLine(filledIn("home/trust.njk", strictView(view)).text);
    expect(page).toContain("4 schools: 1 with something late, 1 with something to do.");
    expect(page).toMatch(/href="\/\?school=100001">Late School<\/a><br>Task 1 between sessions<br>.*\d more/u);
    expect(page).toContain("1 school has not applied yet.");
  });
});

// Notes of a hub in its morning letter: how many have come due and where they stand, and not a word of them.

import { expect, it } from "@jest/globals";
import { addDays } from "../calendar/dates.ts";
import { instantAt } from "../calendar/instants.ts";
import { ENGLAND, isSchoolDay, previousSchoolDay } from "../calendar/terms.ts";
import { groupNameOf } from "../words/group-name.ts";
import { morningOf, ownerOf, type Morning, type Staff } from "./morning-lines.ts";
import { noteThing } from "./morning-things.ts";
import { morningLetter } from "./morning.ts";
import { renderText } from "./render.ts";

/** The morning of a day, after that of the school day before, with notes of these days. */
function morningOn(day: string, ...days: string[]): Morning | null {
  const since = instantAt(previousSchoolDay(ENGLAND, addDays(day, -1)), "07:30");
  return morningOf(days.map(noteThing), { at: instantAt(day, "07:30"), since });
}

it("they are told on the morning of their day and, while they wait, once a month", () => {
  const days = Array.from({ length: 30 }, (_, n) => addDays("2021-01-18", n)).filter(
    (day) => isSchoolDay(ENGLAND, day) && morningOn(day, "2021-01-20") !== null,
  );
  expect(days).toEqual(["2021-01-20", "2021-02-01"]);
});

it("those of a weekend are told on Monday, in one line", () => {
  expect(morningOn("2021-01-25", "2021-01-23", "2021-01-24")?.lines).toMatchObject([
    { cause: "note", count: 2, before: 0, schools: [], workGroup: null },
  ]);
});

it("the letter says how many there are and where, and nothing else of them", () => {
  const morning = morningOn("2021-01-26", "2021-01-20", "2021-01-23", "2021-01-24", "2021-01-26");
  const to = { hub: "great-north", day: "2021-01-26", name: null, console: "https://sj.example.org" } as const;
  const letter = morningLetter({ ...to, called: groupNameOf }, morning as Morning);
  expect(letter.subject).toBe("Tuesday 26 January 2021: 1 note to follow up");
  expect(renderText(letter)).toContain(
    [
      "NOTES OF YOUR HUB",
      "Notes to follow up: https://sj.example.org/follow-ups?due=now",
      "1 note is due. 3 more wait since before.",
    ].join("\n\n"),
  );
});

it("they are the coordinator’s, else the lead’s: whoever pays, and whoever leads a group, is told of none", () => {
  const staff = (role: Staff["roles"][number], ...leads: string[]): Staff => ({ roles: [role], leads });
  const [money, group] = [staff("finance-officer"), staff("work-group-lead", "north-1")];
  const [lead, office] = [staff("hub-lead"), staff("hub-coordinator")];
  expect(ownerOf(noteThing("2021-01-20"), [money, group, lead, office])).toBe(office);
  expect(ownerOf(noteThing("2021-01-20"), [money, group, lead])).toBe(lead);
});

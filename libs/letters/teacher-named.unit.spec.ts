// A teacher who is named once the school has its place: what the others were told then.

import { describe, expect, test } from "@jest/globals";
import { because, begun, nominated, placed, type Past } from "../../test/support/journey.ts";
import { read, told } from "../../test/support/news.ts";
import { asRead, envelope } from "./sample.ts";
import { teacherLeft } from "./teacher-left.ts";

const SEPT = "2020-09-10T09:00";
const fit = { experienced: true, authority: true, role: "lead-teacher" } as const;
const takesOver = (past: Past, when = SEPT): Past =>
  past.on(when, "ReplaceParticipant", { participant: "teacher-2", by: "teacher-3", ...fit, ...because });
/** Who has which letter, of those that go out once a moment has passed. */
const lettersOf = (past: Past, until: string) =>
  past
    .until(until)
    .all("LettersDue")
    .slice(-1)
    .flatMap((one) => ("letters" in one ? one.letters : []));

describe("A teacher", () => {
  test("who takes over in the year has a letter, and nobody else of that role but who leaves", () => {
    const past = takesOver(begun());
    expect(lettersOf(past, "2020-09-10T10:00")).toMatchObject([
      { to: ["lead-teacher"], cause: "news" },
      { to: [], left: ["teacher-2"], cause: "news" },
    ]);
    const text = read(past, "ParticipantReplaced");
    expect(text).toContain("You take part: Mastery Readiness Work Group 2020/21 |");
    expect(text).toContain("has named you: you take part in the Mastery Readiness year 2020/21");
    expect(text).toContain("The first date is Work Group meeting 1, on Wednesday 30 September 2020.");
    expect(text).toMatch(/WHAT IS STILL TO COME THIS YEAR .*Work Group meeting 3/u);
  });
  test("who comes where another of that role stays: it is for the one alone", () => {
    const two = begun("2024-25/primary-development");
    const past = two
      .on("2024-09-10T09:00", "ReleaseParticipant", { participant: "teacher-2", ...because })
      .on("2024-09-10T10:00", "NominateParticipant", { participant: "teacher-3", ...fit });
    const [letter] = lettersOf(past, "2024-09-10T11:00");
    expect(letter).toMatchObject({ to: ["lead-teacher"], not: ["teacher-1"] });
  });
  test("who is named between the place and the year has the dates that it will have", () => {
    const text = read(takesOver(placed(), "2020-07-01T09:00"), "ParticipantReplaced");
    expect(text).toMatch(/THE DATES OF THE YEAR .*Work Group meeting 1/u);
  });
  test("who was named before the place has the letter of the place alone", () => {
    expect(nominated().events.filter((one) => one.type === "ParticipantNominated" && one.tellAt !== undefined)).toEqual(
      [],
    );
    expect(told(nominated(), "ParticipantNominated")).toBeNull();
  });
  test("who has left again before anybody was told, or takes part no more, is told nothing", () => {
    const past = takesOver(begun());
    const left = past.on("2020-09-10T09:05", "ReleaseParticipant", { participant: "teacher-3", ...because });
    const paused = past.on("2020-09-10T09:05", "PauseJourney", because);
    for (const one of [left, paused]) expect(told(one, "ParticipantReplaced")).toBeNull();
  });
  test("who does not take part any more is thanked, and hears whether somebody follows", () => {
    const facts = { stage: "development", academicYear: "2024/25" } as const;
    const text = asRead(teacherLeft(envelope({ programme: null }), { ...facts, replaced: true }));
    expect(text).toContain(
      ">> Example Primary School (URN 100001) has told us that you no longer take part in the Development year " +
        "2024/25. Another teacher takes over from you.",
    );
    expect(text).toContain("You do not have to come to its meetings any more");
    expect(asRead(teacherLeft(envelope(), { ...facts, replaced: false }))).not.toContain("Another teacher");
  });
});

import { describe, expect, it } from "@jest/globals";
import { because, begun, RULES, type Past } from "../../../test/support/journey.ts";
import { strictView } from "../../../test/support/strict-view.ts";
import { parseWhen } from "../../../libs/calendar/instants.ts";
import { aboutOf, type Addressee, type Book } from "../../../libs/letters/messages.ts";
import { nothingBeside } from "../../../libs/letters/told.ts";
import { lettersOfMoment, momentsAhead } from "../../../libs/rehearsal/forward/letters-ahead.ts";
import type { HeldBecause, LetterToCome } from "../../../libs/service/ahead/moments.ts";
import { byName } from "../../../libs/words/naming.ts";
import { filledIn } from "../look/templates.ts";
import { lettersAheadView, type AheadLook } from "./letters-ahead-page.ts";

const FROM = "2020-12-09T10:00";
const publicUrl = "https://journeys.example.org";
const KNOWN = { name: "Example Primary School", inbox: "hub@example.org", signature: null, publicUrl };
const book: Book = {
  for: ({ to }) =>
    to.map((role): Addressee => ({
      ...{ key: role, person: role, id: `id-of-${role}`, address: `${role}@example.org` },
      reader: { name: "Ada Example", role, standsInFor: [] },
    })),
};
const HELD: HeldBecause = { hold: 40, by: "hub-lead", at: "2020-12-09T10:00:00Z", until: null, reason: "He is <ill>." };
const LOOK: AheadLook = {
  ...{ whose: "Example Primary School", address: "/letters-ahead", back: null },
  ...{ several: true, holds: true, done: null },
};

function letters(past: Past, until: string): LetterToCome[] {
  return momentsAhead(past, RULES, { from: parseWhen(FROM), until: parseWhen(until, "end") }).flatMap((moment) =>
    lettersOfMoment(moment, {
      ...{ book, beside: nothingBeside(RULES), catalogue: RULES.catalogue, publicUrl },
      ...{ about: aboutOf("100001-primary", moment.told, KNOWN), namingOf: byName("the") },
    }).map((letter) => ({
      ...letter,
      ...{ journey: "100001-primary", urn: "100001", school: "Example Primary School" },
      held: moment.held.length > 0 ? [HELD] : [],
      holds: moment.held.length > 0 ? [] : letter.tells.flatMap(({ codes }) => codes),
    })),
  );
}
const shown = (past: Past, look: Partial<AheadLook> = {}, until = "2021-08-31"): string =>
  filledIn(
    "letters/letters-ahead.njk",
    strictView(lettersAheadView({ until, items: letters(past, until), next: null }, { ...LOOK, ...look })),
  ).text;
const past = begun().until(FROM);

describe("The page of letters to come", () => {
  it("is in words: no code, no date as machines write it", () => {
    const words = shown(past)
      .split(/<[^>]*>|https?:\S+/u)
      .join(" ");
    expect(words).toContain("Tuesday 15 December 2020");
    expect(words.match(/\d{4}-\d\d-\d\d|gap-task|session-\d|[a-z]+-(?:reminder|lead)\b|undefined|null/gu)).toBeNull();
  });
  it("offers to hold what can be held, to who may; the keys of links are nobody’s here", () => {
    const page = shown(past, {}, "2020-12-18");
    expect(page).toContain("/hold-letter?tells=2020%2F21%2Fmissed%2Fgap-task-1%2F1&amp;then=letters-ahead");
    expect(shown(past, { holds: false }, "2020-12-18")).not.toContain("hold-letter");
    expect(page).toContain("(a link of the reader’s own)");
    expect(page).not.toContain("/answer/");
  });
  it("shows what is held with who holds it and why, and the way to let it go", () => {
    const held = past.on("2020-12-09T10:01", "HoldLetter", { tells: ["2020/21/missed/gap-task-1/1"], ...because });
    const page = shown(held, {}, "2020-12-18");
    expect(page).toMatch(
      /Held back by the hub lead on 9 December 2020, until the hold is lifted\. “He is &lt;ill&gt;\.”/u,
    );
    expect(page).toContain("/lift-hold?hold=40&amp;then=letters-ahead");
    expect(page).not.toContain("/hold-letter?");
  });
  it("with nothing to show says so", () => {
    expect(shown(past, {}, "2020-12-10")).toContain("None goes out until then.");
  });
});

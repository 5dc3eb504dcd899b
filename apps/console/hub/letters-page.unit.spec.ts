import { describe, expect, it } from "@jest/globals";
import { inOneLine } from "../../../test/support/browser.ts";
import { strictView } from "../../../test/support/strict-view.ts";
import { codesIn } from "../../../test/support/visible-codes.ts";
import type { Letter } from "../../../libs/letters/letter.ts";
import type { LetterSeen, PersonOfLetter } from "../../../libs/service/letters/letter-seen.ts";
import { groupNameOf } from "../../../libs/words/group-name.ts";
import { filledIn } from "../look/templates.ts";
import { letterFields, letterForm } from "./letter-form.ts";
import { letterView, lettersView, lookedView } from "./letters-page.ts";

const STATE = {
  action: "/letters/new",
  token: "t",
  key: "k",
  typed: { subject: "Your <plans>", change: "" },
  faults: [],
};
const called = groupNameOf;
const shown = (template: string, view: object): string => inOneLine(filledIn(template, strictView(view)).text);
const person = (more: Partial<PersonOfLetter>): PersonOfLetter => ({
  ...{ role: "headteacher", name: null, standsInFor: [], also: [], became: null },
  ...more,
});
const seen = (people: PersonOfLetter[], more: Partial<LetterSeen> = {}): LetterSeen => ({
  ...{ id: "l-1", hub: "great-north", at: "2021-01-18T12:00:00Z", by: { who: "me", role: "hub-lead" } },
  chosen: { workGroup: "north-readiness-1", owing: true, to: ["headteacher"] },
  ...{ people: people.length, finished: true, subject: "Your plans", schoolCount: 1, text: "Dear all\r\n\r\n- one" },
  schools: [
    {
      ...{
        urn: "100001",
        school: "Oak Primary",
        journey: "100001-primary",
        outcome: "accepted",
        because: null,
        people,
      },
      elsewhere: [{ urn: "100002", school: null, role: "applicant" }],
    },
  ],
  passedOver: [
    { journey: "100003-primary", urn: "100003", school: "Ash Primary", why: "nobody", role: null },
    { journey: "100004-primary", urn: "100004", school: null, why: "opted-out", role: "headteacher" },
  ] as LetterSeen["passedOver"],
  ...more,
});
const letter = {
  ...{ subject: "Your plans", about: "About: Oak Primary", greeting: "Dear Ada,", footer: "Reference: 1" },
  blocks: [{ kind: "paragraph", text: "Bring them." }],
} as unknown as Letter;

describe("A letter to many", () => {
  it("asks which schools, whom of each, and the words; a theme or a session where there is one", () => {
    const none = letterFields({ groups: ["north-readiness-1"], called, themes: [], sessions: [] });
    expect(none.map(({ name }) => name)).toEqual(["workGroup", "owing", "to", "subject", "text"]);
    const session = { workGroup: "north-readiness-1", code: "session-2", on: "2021-02-01" };
    const all = letterFields({ groups: [], called, themes: [{ code: "proof", text: "Proof" }], sessions: [session] });
    expect(all.map(({ name }) => name)).toEqual(["workGroup", "theme", "owing", "to", "subject", "text", "session"]);
    const { body, back } = letterForm(none, STATE);
    expect(body.text).toMatch(/You see who gets it[\s\S]*value="Your &lt;plans&gt;"[\s\S]*Look at it first/u);
    expect(back?.href).toBe("/letters");
    expect(codesIn(body.text)).toEqual([]);
  });

  it("is looked at as one of its readers has it, with who else gets it, before it is sent", () => {
    const view = lookedView({ ...seen([person({ name: "Ada Example" })]), letter, plan: "p" }, STATE, called);
    const page = shown("hub/letter-looked.njk", view);
    expect(page).toMatch(/Nothing has been sent yet.*1 person of 1 school.*value="yes"[^>]*> Send it to 1 person/u);
    expect(page).toMatch(/name="subject" value="Your &lt;plans&gt;".*name="plan" value="p".*Change it first/u);
    expect(page).toMatch(/As Ada Example has it.*Dear Ada,.*Bring them\..*Ada Example, headteacher/u);
    expect(page).toContain("Applicant: with the letter to School 100002");
    expect(page).toMatch(/Ash Primary<\/a>: no e-mail address.*School 100004<\/a>: the headteacher has asked for no/u);
    expect(codesIn(page)).toEqual([]);
  });

  it("that reaches nobody by name has no reader to be shown as", () => {
    const view = lookedView({ ...seen([]), schools: [], letter, plan: "p" }, STATE, called);
    expect(shown("hub/letter-looked.njk", view)).not.toContain("has it. Only the greeting");
  });

  it("says what became of it, school by school: late is what came back", () => {
    const people = [
      person({ became: "sent" }),
      person({ role: "applicant", became: "came-back", standsInFor: ["headteacher"] }),
    ];
    const page = shown("hub/letter.njk", letterView(seen(people), true, called));
    expect(page).toContain("by you, to the headteacher of schools of North Readiness 1 and that owe something.");
    expect(page).toMatch(/<h3 [^>]*>Your plans<\/h3> <p [^>]*>Dear all<\/p> <p [^>]*>- one<\/p>/u);
    expect(page).toMatch(/Headteacher <strong class="govuk-tag"> Sent/u);
    expect(page).toMatch(/Applicant, for the headteacher <strong class="govuk-tag govuk-tag--red"> Came back/u);
    expect(codesIn(page)).toEqual([]);
  });

  it("says that it is still on its way, and that its words are gone, where they are", () => {
    const waiting = seen([person({ became: "on-its-way" })], { finished: false, text: null, subject: null });
    const schools = waiting.schools.map((one) => ({ ...one, outcome: "waiting" as const }));
    const page = shown("hub/letter.njk", letterView({ ...waiting, schools }, false, called));
    expect(page).toMatch(/role="status">1 school still to come.*Its words cannot be read/u);
    expect(page).not.toContain("by you");
  });

  it("stands in a list with the others, the latest first; without any the list says so", () => {
    const page = shown("hub/letters.njk", lettersView([seen([], { finished: false })], called));
    expect(page).toMatch(
      /href="\/letters\/l-1">Your plans<\/a>.*18 January 2021.*0 people of 1 school.*Not all of them yet/u,
    );
    expect(shown("hub/letters.njk", lettersView([seen([], { subject: null })], called))).toContain(
      "words cannot be read",
    );
    expect(shown("hub/letters.njk", lettersView([], called))).toContain("Nobody has written one yet.");
    expect(codesIn(page)).toEqual([]);
  });
});

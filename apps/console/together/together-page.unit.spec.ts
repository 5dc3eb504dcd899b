import { describe, expect, it } from "@jest/globals";
import { inOneLine } from "../../../test/support/browser.ts";
import { strictView } from "../../../test/support/strict-view.ts";
import type { CameOfSchool } from "../../../libs/service/journeys/many-schools.ts";
import type { FormField } from "../form-fields.ts";
import { ROUTED_COMMANDS } from "../../../libs/service/commands/journey-commands.ts";
import { manyCommandsOf } from "../../../libs/service/journeys/many-schools.ts";
import { filledIn } from "../look/templates.ts";
import { manyChoices } from "./many-fields.ts";
import { cameView, carriedOn, fieldsView, lookView } from "./together-page.ts";

const called = (id: string): string => `Group ${id}`;
const state = {
  action: "/together",
  token: "t",
  key: "k.1",
  typed: {
    school: ["100001-primary", "100002-primary"],
    list: "stage=readiness",
    step: "look",
    seen: ["old 1"],
    reason: "Snow",
  },
  faults: [],
};
const HILL = { journey: "100001-primary", name: "Hillside School" };
const ABBEY = { journey: "100002-primary", name: "Abbey School" };
const taken: CameOfSchool = {
  ...HILL,
  version: 7,
  events: [
    {
      type: "CommitmentWaived",
      at: "2021-01-01T00:00:00Z",
      academicYear: "2020/21",
      commitment: "gap-task-1",
      reasonId: null,
    } as never,
  ],
  because: null,
};
const refused: CameOfSchool = {
  ...ABBEY,
  version: null,
  events: [],
  because: { code: "unknown-commitment", why: "code", with: { commitment: "gap-task-1" } } as never,
};
const WHICH: FormField = {
  kind: "select",
  name: "commitment",
  label: "Which",
  required: true,
  choices: [{ value: "a", words: "A" }],
};
const shown = (template: string, view: object): string => inOneLine(filledIn(template, strictView(view)).text);

describe("one thing for many schools", () => {
  it("asks what is alike for all, and says at which school the choices were read", () => {
    const page = shown(
      "together/fields.njk",
      fieldsView([HILL, ABBEY], [WHICH], "Hillside School", { state, carries: carriedOn(state) }),
    );
    expect(page).toMatch(
      /For 2 schools.*<li>Hillside School<\/li><li>Abbey School<\/li>.*as it stands at Hillside School/u,
    );
    expect(page).not.toMatch(/name="step" value="look"[^>]*hidden|name="seen"/u);
    expect(fieldsView([HILL], [], "x", { state, carries: carriedOn(state) })).toMatchObject({
      like: null,
      says: "For one school",
    });
  });

  it("is looked at for each, and confirmed for those that it would go to, at the version that was looked at", () => {
    const view = lookView("WaiveCommitment", [taken, refused], {
      state,
      carries: carriedOn(state),
      called,
      change: true,
    });
    const page = shown("together/look.njk", view);
    expect(page).toMatch(
      /At one school this would happen.*Hillside School.*gap task 1.*At one school it cannot be done.*Abbey School/u,
    );
    expect(page.match(/name="seen" value="([^"]+)"/u)?.[1]).toBe("100001-primary 7");
    expect(page).toMatch(/value="send" name="step"[^>]*govuk-button--warning[^>]*> ?Confirm for one school/u);
    const none = lookView("WaiveCommitment", [refused], { state, carries: carriedOn(state), called, change: false });
    expect([none.button, none.taken]).toEqual([null, []]);
    expect(shown("together/look.njk", none)).not.toContain("Change it first");
  });

  it("says where it went, where it did not and why, and what was left out", () => {
    const third = { journey: "100003-primary", name: "Third School" };
    const moved = { ...refused, because: { code: "version-conflict" } as never };
    const view = cameView([HILL, ABBEY, third], [{ ...taken, events: [] }, moved], {
      called,
      back: "/journeys?stage=readiness",
    });
    const page = shown("together/came.njk", view);
    expect(page).toMatch(
      /recorded for 1 of 3 schools\..*Not recorded.*Abbey School.*look once more.*Left out.*Third School.*Recorded<.*Hillside School/u,
    );
    expect(page).toContain('href="/journeys?stage=readiness"');
    expect(shown("together/came.njk", cameView([ABBEY], [refused], { called, back: "/journeys" }))).not.toContain(
      "success",
    );
  });

  it("is called in words, and offers a role no more than it may do at one school", () => {
    expect(manyChoices(manyCommandsOf("work-group-lead")).map(({ words }) => words)).toEqual([
      "Say that a task between sessions is done",
      "Say that the action plan is agreed",
      "Say that the report was handed in",
      "Say that the evaluation is done",
    ]);
    expect(manyCommandsOf("finance-officer")).toEqual(["ApproveGrant"]);
    expect(manyCommandsOf("auditor")).toEqual([]);
    expect(ROUTED_COMMANDS).toEqual(expect.arrayContaining(manyCommandsOf("hub-lead")));
  });
});

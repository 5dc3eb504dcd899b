// What a school comes for: to apply, to take its place, and what changes at the school.

import type { Answers } from "../walker.ts";
import { NEWCOMER, TAKES_PART, type Journey } from "./journey.ts";

const REASONS = "Our teachers want to plan together, and our results in maths have stood still for two years. ".repeat(
  2,
);

/** What somebody of the school that is new answers. */
export const APPLICATION: Answers = [
  [/Your Maths Hub/u, "Great North"],
  [/^Our school|^We understand/u, true],
  [/Which of these are true/u, true],
  [/senior leadership team/u, [/^Yes/u, /^The headteacher/u]],
  [/considered together/u, "No"],
  [/^Why|reasons/iu, REASONS],
  [/Address of the school/u, "1 Beacon Lane, Newcastle upon Tyne"],
  [/Postcode/u, "ZZ1 1AA"],
  [/first name/iu, "Nina"],
  [/last name/iu, "New"],
  [/headteacher’s e-mail/iu, "head@beacon-hill.example"],
  [/headteacher’s name/iu, "Hanna Head"],
  [/e-mail address/iu, "nina@beacon-hill.example"],
];

export const apply: Journey = {
  does: "apply",
  who: NEWCOMER,
  async walk(walker) {
    await walker.menu("Apply");
    await walker.press(/^Apply for Development 2025\/26/u);
    await walker.answer(
      APPLICATION,
      ["Start now", "Save and continue", "Send the application", "Continue"],
      /^Beacon Hill|application.*(sent|received)|(sent|received).*application/iu,
    );
    await walker.menu("To do");
    await walker.sees(/has your application/iu);
  },
};

export const accept: Journey = {
  does: "accept the place, and name two teachers",
  who: NEWCOMER,
  async walk(walker) {
    await walker.press(/^(Open the journey|Accept the place)/u);
    if (walker.heading !== "Accept the place") await walker.press("Accept the place");
    await walker.answer([], ["Accept the place", "Continue"], /Beacon Hill/u);
    for (const [first, last] of [
      ["Tara", "Teacher"],
      ["Tom", "Tutor"],
    ] as const) {
      await walker.press(/^Name a teacher/u);
      await walker.answer(
        [
          [/first name/iu, first],
          [/last name/iu, last],
          [/e-mail/iu, `${first.toLowerCase()}@beacon-hill.example`],
          [/As what/u, /^Lead teacher/u],
        ],
        ["Name this teacher", "Continue"],
        /Beacon Hill/u,
      );
    }
    await walker.turnTo("People");
    await walker.sees("Tara Teacher");
    await walker.sees("Tom Tutor");
  },
};

export const headChanges: Journey = {
  does: "the headteacher changes",
  who: TAKES_PART,
  async walk(walker) {
    await walker.press(/^(Open the journey|All about)/u);
    await walker.open(/All that you can do now/u);
    await walker.press("Say who the headteacher is");
    await walker.answer(
      [
        [/first name/iu, "Hope"],
        [/last name/iu, "Hart"],
        [/name/iu, "Hope Hart"],
        [/e-mail/iu, "hope.hart@longbridge.example"],
      ],
      [/headteacher/u, "Continue"],
      /Longbridge/u,
    );
    await walker.turnTo("People");
    await walker.sees(/Hope Hart/u);
  },
};

export const calendar: Journey = {
  does: "what lies ahead of a school",
  who: TAKES_PART,
  async walk(walker) {
    await walker.press(/^(Open the journey|All about)/u);
    await walker.open(/What lies ahead/u);
    await walker.sees("12 May 2025");
  },
};

// What a hub comes for: applications, Work Groups, tasks, registers, the year’s turn.

import { HUB_LEAD, type Journey } from "./journey.ts";

/** The group of this year that the demonstration has. */
const GROUP = /2024.25.primary.development|Primary Development.*2024.25/iu;

export const offer: Journey = {
  does: "look at an application, and offer a place",
  who: HUB_LEAD,
  async walk(walker) {
    await walker.menu("Applications");
    await walker.press(/Offer a place/u, walker.part(/Beacon Hill/u));
    await walker.answer(
      [[/Work Group/u, /development/iu]],
      ["Offer the place", "Continue"],
      /Applications|Beacon Hill/u,
    );
    await walker.sees(/Offered/u);
  },
};

export const formGroup: Journey = {
  does: "form a Work Group, and set its first session",
  who: HUB_LEAD,
  async walk(walker) {
    await walker.menu("Work Groups");
    await walker.press("Form a Work Group");
    await walker.knowsFor("Who leads it", "the id under which the lead signs in");
    await walker.answer(
      [
        [/^Programme/u, /^Readiness 2025\/26, primary/u],
        [/Who leads it/u, ["work-group-lead.great-north", /Charlotte Brennan/u]],
        [/As what/u, "Mastery readiness lead"],
        [/second year of the national programme/u, true],
      ],
      ["Form the Work Group", "Continue"],
      /^(?!Form a)/u,
    );
    await walker.open("All that you can do here");
    await walker.press("Set a session’s date, times and place");
    await walker.answer(
      [
        [/Which session/u, /^Session 1/u],
        [/^Date/u, "2025-10-08"],
        [/Starts at/u, "13:00"],
        [/Ends at/u, "15:45"],
        [/Place/u, "Beacon Hill Primary School, the hall"],
        [/Where/u, /^In person/u],
      ],
      ["Set the date", "Continue"],
      /^(?!Set a)/u,
    );
    await walker.sees("8 October 2025");
  },
};

export const tasks: Journey = {
  does: "the morning’s tasks: decide one that waits",
  who: HUB_LEAD,
  async walk(walker) {
    await walker.press(/What becomes of the grant/u);
    await walker.press("decide");
    await walker.answer(
      [
        [/Your decision/u, /^Release/u],
        [/^Why/u, "The second teacher was at each session, as their lead has told us."],
      ],
      ["Continue"],
      /./u,
    );
    await walker.answer([], ["Decide"], /Longcroft|Tasks/u);
    await walker.sees("Decided.");
  },
};

export const mendAddress: Journey = {
  does: "the morning’s tasks: a letter came back",
  who: HUB_LEAD,
  async walk(walker) {
    await walker.menu("Tasks");
    await walker.press(/Correct the address/u);
    await walker.answer(
      [
        [/Whose/u, /headteacher/u],
        [/e-mail/iu, "head@st-hilds.example"],
      ],
      ["Correct it", "Continue"],
      /Tasks/u,
    );
    await walker.press(/Send it again/u);
    await walker.answer([], [/^Send/u], /Tasks|Hild/u);
    await walker.sees(/goes out once more/u);
  },
};

export const turn: Journey = {
  does: "the year’s turn",
  who: HUB_LEAD,
  async walk(walker) {
    await walker.menu("More");
    await walker.press("Year’s turn");
    await walker.answer([[/Last day to answer/u, "2025-05-23"]], ["Form the groups and invite the schools"], /turn/u);
    await walker.looksAgainFor(/5 of 5\s+done/u);
  },
};

export const findSchool: Journey = {
  does: "find one school",
  who: HUB_LEAD,
  async walk(walker) {
    await walker.menu("Schools");
    await walker.press(/^Longcroft Primary School/u);
    await walker.sees("Participating");
  },
};

export const correctAttendance: Journey = {
  does: "correct a wrong attendance",
  who: HUB_LEAD,
  async walk(walker) {
    await walker.menu("Work Groups");
    await walker.press(GROUP);
    await walker.press(/Register again.*session 2/iu);
    await walker.answer(
      [
        [/^Helen Chowdhury/u, /^Away/u],
        [/Why Helen Chowdhury/u, "No cover in school"],
        [/day it was held/iu, "2025-02-24"],
      ],
      ["Record the register"],
      /^(?!Register)/u,
    );
    await walker.sees(/register is recorded/u);
    await walker.press(/Register again.*session 2/iu);
    await walker.seesTicked(/^Away.*Helen Chowdhury/u);
  },
};

export const register: Journey = {
  does: "take a register",
  who: HUB_LEAD,
  at: "2025-05-12T15:30:00Z",
  async walk(walker) {
    await walker.menu("Work Groups");
    await walker.press(GROUP);
    await walker.press(/Take the register.*session 3/iu);
    await walker.answer(
      [
        [/^(?!Why).*, lead teacher/u, /^There/u],
        [/headteacher was there/u, true],
        [/day it was held/iu, "2025-05-12"],
      ],
      ["Record the register"],
      /^(?!Register)/u,
    );
    await walker.sees("Held");
  },
};

// A made-up school for the tests of the letters.

import type { Prospectus } from "../prospectus/prospectus.ts";
import type { CommitmentKind } from "../journey/events.ts";
import type { Block, Envelope, Letter } from "./letter.ts";
import { renderText } from "./render.ts";
import type { Promised } from "../journey/sentences.ts";

/** An envelope to the applicant of a made-up primary school, with what a test wants changed. */
export function envelope(change: Partial<Envelope> = {}): Envelope {
  return {
    reader: { name: "Ada Lovelace", role: "applicant", standsInFor: [] },
    school: { urn: "100001", name: "Example Primary School" },
    hub: "great-north",
    programme: "Mastery Readiness Work Group 2020/21",
    reference: "100001-primary/12",
    inbox: "great-north@hubs.example.org",
    page: "https://journeys.example.org/journeys/100001-primary",
    ...change,
  };
}

/** A commitment of the school's, due on a day. */
export function promised(kind: CommitmentKind, dueOn: string, change: Partial<Promised> = {}): Promised {
  return { code: kind, kind, by: "school", dueOn, target: null, ...change };
}

/** The letter as a reader of plain text sees it, in one line, so that a test can look for its sentences. */
export const asRead = (letter: Letter): string => renderText(letter).replace(/\s+/g, " ");

/** All rows of all tables, as `what | when`. */
export function rows(letter: Letter): string[] {
  return letter.blocks.flatMap((block: Block) =>
    block.kind === "table" ? block.rows.map(({ what, when }) => `${what} | ${when}`) : [],
  );
}

/** As much of a prospectus as a letter reads. */
export const offered: Pick<Prospectus, "texts" | "grant" | "links"> = {
  links: null,
  texts: {
    about: "For schools that want to develop teaching for mastery.",
    involves: ["Two teachers work with the Mastery Readiness Lead in regular workshops."],
    benefits: ["Support for the headteacher in addressing leadership issues"],
    outcomes: ["The school is Mastery Ready by the end of 2020/21."],
    whoCanApply: [],
    expectations: ["The lead teachers will participate in regular workshops and complete gap tasks"],
    cost: "There is no charge to schools.",
    howToApply: "",
    afterwards: "",
    disruption: null,
  },
  grant: null,
};

// Why an application is turned down.

import type { Say } from "../say.ts";
import type { Table } from "./reason.ts";

/** How a school stands in a phase, to a person. */
const STANDS: Readonly<Record<string, string>> = {
  applied: "has already applied",
  "information-requested": "has already applied, and its hub has asked it for more",
  waitlisted: "has already applied, and is on the waiting list",
  offered: "has already been offered a place",
  accepted: "has already accepted a place",
  participating: "takes part already",
  paused: "takes part already, and rests for now",
};

export const INTAKE = {
  "already-active": {
    journey: ({ status }: { status: string }, say: Say) =>
      say.either(
        `The school’s journey in this phase is already ${status}: nothing needs to be sent again.`,
        `The school ${STANDS[status] ?? "is on its way already"}: nothing needs to be sent again.`,
      ),
    elsewhere: () => "The school takes part at another hub, or waits for its answer there: ask the school.",
    moving: () => "A hub has asked for the school already, and waits for an answer.",
    interest: () => "The school has already expressed its interest in this programme.",
    turn: () => "The turn has begun already: see how far it is.",
  },
  "wrong-phase": {
    programme: ({ phase }: { phase: string }) => `This programme is for ${phase} schools.`,
    journey: ({ phase }: { phase: string }) => `The journey is one of a ${phase} school.`,
  },
  "not-state-funded": { "work-group": () => "The Work Group is offered to state-funded schools." },
  "school-closed": {
    register: () => "The register shows the school as closed: apply for its successor.",
    proposed: () => "The register shows the school as proposed to open: it may apply once it is open.",
    "proposed-from": ({ opensOn }: { opensOn: string }, say: Say) =>
      `The register shows the school as proposed to open, on ${say.day(opensOn)}: it may apply once it is open.`,
  },
  "window-closed": {
    "not-yet": ({ opensOn }: { opensOn: string }, say: Say) =>
      `Applications open on ${say.day(opensOn)}: express an interest until then.`,
    over: ({ closesOn }: { closesOn: string }, say: Say) =>
      `Applications closed on ${say.day(closesOn)}: express an interest for the next year.`,
  },
  "prior-stage-missing": {
    development: () => "A school goes through a Development Work Group first.",
    "any-stage-or-specialist": () =>
      "This is for schools that have been in a Work Group of this phase, or in the Mastery Specialist Programme.",
    order: ({ stage, next }: { stage: string; next: string }) => `After ${stage} comes ${next}: no stage is left out.`,
    "not-completed": ({ stage }: { stage: string }, say: Say) =>
      `The ${stage} year was not completed: invite the school to that stage again, or have the hub lead say that it ` +
      say.either("counts (ConfirmCompletion).", "counts."),
    theme: ({ stage }: { stage: string }) => `This theme is for schools that have been through ${stage}.`,
  },
  "another-route": {
    route: ({ route, prospectus }: { route: string; prospectus: string | null }, say: Say) =>
      prospectus === null
        ? `This school goes another way; ask the hub for the ${route}.`
        : say.either(
            `This school goes another way, to ${prospectus}: its hub invites it there, or it asks the hub for ` +
              `the ${route}.`,
            `This school goes another way: its hub invites it there, or it asks the hub for the ${route}.`,
          ),
  },
  "not-eligible": {
    developed: () =>
      "Mastery Readiness is for schools that cannot develop teaching for mastery yet; this one has been through " +
      "Development.",
    "not-on-the-list": () =>
      "This hub offers the programme to the schools on its list alone, and this one is not on it: ask the " +
      "hub, or choose another programme.",
  },
  "criteria-missing": {
    none: ({ criteria }: { criteria: readonly string[] }, say: Say) =>
      say.either(`Name at least one of the criteria: ${criteria.join(", ")}.`, "Tick at least one of the criteria."),
  },
  "criteria-unknown": {
    "not-on-the-list": ({ criteria }: { criteria: readonly string[] }, say: Say) =>
      say.either(
        `A criterion is not on the list: ${criteria.join(", ")}.`,
        "A criterion is not on the form any more: choose again.",
      ),
  },
  "reasons-missing": {
    none: ({ most }: { most: number }) => `Say why the school wishes to take part, in up to ${most} words.`,
  },
  "reasons-too-long": {
    words: ({ words, most }: { words: number; most: number }) =>
      `The reasons have ${words} words: at most ${most} are read.`,
  },
  "expectations-not-accepted": {
    "not-ticked": () => "Tick that the aims and expectations of the programme are understood.",
  },
  "slt-support-required": {
    "not-given": (_given: unknown, say: Say) =>
      say.either(
        "It requires the support of the headteacher or a member of the senior leadership team.",
        "It needs the support of the headteacher or another senior leader: tick it once you have it.",
      ),
  },
} satisfies Table;

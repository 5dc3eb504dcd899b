// The shapes of the year's turn, for the OpenAPI document.

import { TURN_STATUSES } from "../../../libs/turn/state.ts";
import { STAGES } from "../../../libs/prospectus/prospectus.ts";
import {
  flag,
  instant,
  listOf,
  object,
  orNull,
  text,
  whole,
  words,
  type Schema,
} from "../../../libs/service/shape/schema.ts";

const STAGE = words(STAGES);
const into = text("The academic year to come, as in an address: 2027-28");
const count = (description: string): Schema => whole(description);

const school = {
  journey: text(),
  urn: text(),
  now: orNull(
    object({
      stage: STAGE,
      academicYear: text(),
      workGroup: orNull(text()),
      outcome: words(["under-way", "completed", "not-ready", "withdrawn", "interrupted"]),
      completes: { ...flag, description: "As things stand" },
    }),
  ),
  readiness: orNull(words(["ready", "not-ready", "undecided"], "Mastery Ready, in a Readiness year")),
  outstanding: listOf(text("A commitment the school has missed")),
  comingUp: listOf(text("A commitment still to be met")),
  next: orNull(object({ prospectus: text(), stage: STAGE })),
  does: words(
    ["invite", "place", "nothing"],
    "What the turn does for it: an invitation; a place, where it is settled that it goes on",
  ),
  why: orNull(
    text(
      "Why nothing: readiness-undecided, not-ready, settled, invited, paused, left, left-out, " +
        "no-prospectus, or a problem code",
    ),
  ),
  detail: orNull(text()),
  themes: listOf(
    object({
      theme: text(),
      open: flag,
      why: orNull(words(["theme-closed", "prior-stage-missing"])),
      detail: orNull(text()),
    }),
  ),
  workGroup: orNull(text("Its group in the year to come")),
  withoutPlace: orNull(words(["group-full", "no-group"], "Why it has none, where it goes on")),
};
const group = {
  id: text(),
  from: orNull(text("The group of this year whose schools it keeps together")),
  prospectus: text(),
  formed: { ...flag, description: "It is there already" },
  lead: orNull(text("An opaque id")),
  leadRole: orNull(text()),
  secondYearDone: flag,
  why: orNull(words(["lead-not-fit"])),
  detail: orNull(text()),
  places: orNull(object({ least: whole(), most: whole() })),
  holding: count("Schools that have a place in it before the turn"),
  schools: listOf(text("A journey")),
  belowLeast: { ...flag, description: "Fewer schools than the programme asks for" },
};

const outcome = {
  status: words(["waiting", "done", "turned-down", "none"], "`none`: the turn has nothing to do for it"),
  code: orNull(text("Why it was turned down, or why there is nothing to do")),
  detail: orNull(text()),
};

export const TURN_SCHEMAS: Readonly<Record<string, Schema>> = {
  TurnPreview: object({
    hub: text(),
    into,
    plan: text("Names this plan: send it to do what was looked at"),
    totals: object({
      schools: whole(),
      completing: whole(),
      invited: whole(),
      placed: whole(),
      notInvited: whole(),
      withoutPlace: whole(),
      undecided: whole(),
      groups: count("To be formed"),
      groupsWithoutLead: whole(),
    }),
    schools: listOf(object(school)),
    groups: listOf(object(group)),
  }),
  Turn: object({
    hub: text(),
    into,
    status: words(TURN_STATUSES),
    done: whole("Steps that were answered"),
    turnedDown: whole("Of these: turned down by the rules"),
    of: whole("Steps in all"),
    startedBy: text("An opaque id"),
    startedAt: instant,
    endedAt: orNull(instant),
    groups: listOf(
      object({
        id: text(),
        prospectus: text(),
        lead: orNull(text("An opaque id")),
        schools: listOf(text("A journey")),
        ...outcome,
      }),
    ),
    schools: listOf(
      object({
        journey: text(),
        urn: text(),
        does: school.does,
        next: school.next,
        workGroup: school.workGroup,
        withoutPlace: school.withoutPlace,
        ...outcome,
      }),
    ),
  }),
};

export const TURN_EXAMPLES: Readonly<Record<string, unknown>> = {
  TurnPreview: {
    hub: "great-north",
    into: "2027-28",
    plan: "4b1c0f9a7d3e5b2c8f60a1d2e3f40516",
    totals: {
      schools: 1,
      completing: 1,
      invited: 1,
      placed: 0,
      notInvited: 0,
      withoutPlace: 0,
      undecided: 0,
      groups: 1,
      groupsWithoutLead: 1,
    },
    schools: [
      {
        journey: "100001-primary",
        urn: "100001",
        readiness: "ready",
        outstanding: [],
        comingUp: ["evaluation"],
        now: {
          stage: "readiness",
          academicYear: "2026/27",
          workGroup: "north-readiness-1",
          outcome: "under-way",
          completes: true,
        },
        next: { prospectus: "2027-28/primary-development", stage: "development" },
        does: "invite",
        why: null,
        detail: null,
        themes: [],
        workGroup: "great-north-2027-28-primary-development-1",
        withoutPlace: null,
      },
    ],
    groups: [
      {
        id: "great-north-2027-28-primary-development-1",
        from: "north-readiness-1",
        prospectus: "2027-28/primary-development",
        formed: false,
        lead: null,
        leadRole: "mastery-specialist",
        secondYearDone: false,
        why: "lead-not-fit",
        detail: "This stage is led by a Mastery Specialist: name who leads the group, as leadRole mastery-specialist.",
        places: { least: 6, most: 7 },
        holding: 0,
        schools: ["100001-primary"],
        belowLeast: true,
      },
    ],
  },
  Turn: {
    hub: "great-north",
    into: "2027-28",
    status: "interrupted",
    done: 1,
    turnedDown: 0,
    of: 2,
    startedBy: "hub-lead-1",
    startedAt: "2027-04-20T09:00:00Z",
    endedAt: null,
    groups: [
      {
        id: "great-north-2027-28-primary-development-1",
        prospectus: "2027-28/primary-development",
        lead: "lead-2",
        schools: ["100001-primary"],
        status: "done",
        code: null,
        detail: null,
      },
    ],
    schools: [
      {
        journey: "100001-primary",
        urn: "100001",
        does: "invite",
        next: { prospectus: "2027-28/primary-development", stage: "development" },
        workGroup: "great-north-2027-28-primary-development-1",
        withoutPlace: null,
        status: "waiting",
        code: null,
        detail: null,
      },
    ],
  },
};

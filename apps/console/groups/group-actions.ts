// What can be done with a Work Group, and the form of each: the register apart, which has a page of its own.

import type { Role } from "../../../libs/service/access/principal.ts";
import type { Catalogue } from "../../../libs/prospectus/lookup.ts";
import type { Prospectus } from "../../../libs/prospectus/prospectus.ts";
import { GROUP_FIELDS } from "../../../libs/work-group/command-fields.ts";
import { leadRoleOf } from "../../../libs/work-group/decide/form.ts";
import { GROUP_ROUTES, ROUTED_OF_GROUPS } from "../../api/work-groups/work-group-routes.ts";
import type { Choice, FormField } from "../form-fields.ts";
import { day, inWords, programmeInWords } from "../words.ts";
import type { GroupFacts } from "./group-facts.ts";

/** The commands of a group that have a form. */
export type GroupAction = keyof typeof GROUP_WORDS & keyof typeof GROUP_ROUTES;
export interface GroupWords {
  title: string;
  button: string;
  done: string;
  says?: string;
  warns?: true;
}

export const GROUP_WORDS = {
  FormWorkGroup: {
    title: "Form a Work Group",
    button: "Form the Work Group",
    done: "The Work Group is formed, with the dates of its programme; move those that do not fit.",
    says: "Its sessions are on the days of the programme; you can move each of them afterwards.",
  },
  ScheduleSession: {
    title: "Set a session’s date, length and place",
    button: "Set the date",
    done: "The session has its date, for every school.",
  },
  MoveSession: { title: "Move a session", button: "Move the session", done: "The session is moved, for every school." },
  CancelSession: {
    title: "Call a session off",
    button: "Call it off",
    done: "The session is called off: nobody owes anything at it.",
    warns: true,
  },
  TakeRegister: {
    title: "Take the register",
    button: "Record the register",
    done: "The register is recorded for every school at once.",
  },
  OfferTogether: {
    title: "Offer places to schools together",
    button: "Offer all of them a place",
    done: "A place is offered to all of them; where there is no room for all, they wait together, in their order.",
    says:
      "All of them are offered a place, or none by halves: where there is no room for all, they go on the " +
      "waitlist, bound together.",
  },
  BookSupportVisit: { title: "Book a support visit", button: "Book the visit", done: "The support visit is booked." },
  AdaptDelivery: {
    title: "Go online, come back, or extend",
    button: "Change how the group meets",
    done: "The group meets in the new way, every school of it.",
  },
  ChangeLead: { title: "Name another lead", button: "Change the lead", done: "The Work Group has its new lead." },
} satisfies Readonly<Record<string, GroupWords>>;

/** Those commands, in the order of the routes. */
export const GROUP_ACTIONS = ROUTED_OF_GROUPS.filter((name): name is GroupAction => Object.hasOwn(GROUP_WORDS, name));

/** What this role may do with the group now. */
export function groupActionsNow(facts: GroupFacts, role: Role): GroupAction[] {
  const { group } = facts;
  if (group.status !== "formed") return [];
  const meets = group.schools.some(({ status }) => status === "taken");
  return GROUP_ACTIONS.filter(
    (name) =>
      (GROUP_ROUTES[name].roles as readonly Role[]).includes(role) &&
      (meets || (name !== "TakeRegister" && name !== "BookSupportVisit")) &&
      (name !== "OfferTogether" || together(facts).length > 1),
  );
}

/** The schools that may be offered places together: those that applied, and those that wait here. */
function together({ group, applications }: GroupFacts): string[] {
  return [
    ...new Set([
      ...group.schools.filter(({ position }) => position !== null).map(({ journey }) => journey),
      ...applications,
    ]),
  ];
}

const choices = (words: readonly string[] = []): Choice[] => words.map((value) => ({ value, words: inWords(value) }));
const REASON: FormField = { kind: "words", name: "reason", label: "Why", required: true };
const ON: FormField = { kind: "date", name: "on", label: "Date", required: true };
/** As what a programme is led: as its page names it, else as it is taken to be. */
export function ledBy(prospectus: Prospectus): string {
  return leadRoleOf(prospectus) ?? prospectus.lead.value.toLowerCase().replaceAll(/[^a-z]+/gu, "-");
}

const led = (catalogue: Catalogue): FormField[] => [
  {
    kind: "line",
    name: "lead",
    label: "Who leads it",
    hint: "The id under which they sign in, such as work-group-lead.great-north; never a name.",
    required: true,
  },
  {
    kind: "select",
    name: "leadRole",
    label: "As what",
    required: true,
    choices: choices([...new Set(catalogue.all().map(ledBy))]),
  },
  {
    kind: "tick",
    name: "secondYearDone",
    label: "They have completed the second year of the national programme",
    hint: "Where the programme asks for it.",
    required: false,
  },
];

/** The fields of a command's form. */
export function groupFields(
  name: Exclude<GroupAction, "TakeRegister">,
  facts: GroupFacts,
  catalogue: Catalogue,
): FormField[] {
  const { group, schools } = facts;
  const session: FormField = {
    kind: "select",
    name: "session",
    label: "Which session",
    required: true,
    choices: group.sessions
      .filter(({ status }) => status !== "held")
      .map((one) => ({
        value: one.code,
        words: `${inWords(one.code)}, ${day(one.on)}${one.status === "cancelled" ? " (called off)" : ""}`,
      })),
  };
  switch (name) {
    case "MoveSession":
      return [session, { ...ON, label: "New date" }, REASON];
    case "CancelSession":
      return [session, REASON];
    case "ScheduleSession":
      return [
        session,
        ON,
        {
          kind: "one-of",
          name: "length",
          label: "How long",
          required: false,
          choices: choices(GROUP_FIELDS.ScheduleSession["length"]?.words),
        },
        {
          kind: "one-of",
          name: "where",
          label: "Where",
          required: false,
          choices: choices(GROUP_FIELDS.ScheduleSession["where"]?.words),
        },
      ];
    case "BookSupportVisit":
      return [
        {
          kind: "select",
          name: "journey",
          label: "Which school",
          required: true,
          choices: group.schools
            .filter(({ status }) => status === "taken")
            .map(({ journey }) => ({ value: journey, words: schools.get(journey) ?? journey })),
        },
        ON,
        {
          kind: "one-of",
          name: "term",
          label: "The visit of which term",
          hint: "Else the next visit that is owed.",
          required: false,
          choices: choices(GROUP_FIELDS.BookSupportVisit["term"]?.words),
        },
      ];
    case "OfferTogether":
      return [
        {
          kind: "many-of",
          name: "schools",
          label: "Which schools, two at least",
          required: true,
          choices: together(facts).map((journey) => ({ value: journey, words: schools.get(journey) ?? journey })),
        },
        {
          kind: "date",
          name: "respondBy",
          label: "Last day to answer",
          hint: "If you leave it empty, as long as the programme says.",
          required: false,
        },
      ];
    case "AdaptDelivery":
      return [
        {
          kind: "one-of",
          name: "delivery",
          label: "How does it go on?",
          required: true,
          choices: choices(GROUP_FIELDS.AdaptDelivery["delivery"]?.words),
        },
        {
          kind: "number",
          name: "weeks",
          label: "For extended: by how many weeks do the sessions to come move",
          required: false,
          step: 1,
          most: 52,
        },
        REASON,
      ];
    case "ChangeLead":
      return [...led(catalogue), REASON];
    default:
      return never(name);
  }
}

/** The form of a new group: programmes of the year under way and later. */
export function formingFields(catalogue: Catalogue, academicYear: string): FormField[] {
  const programmes = catalogue
    .all()
    .filter((one) => one.academicYear >= academicYear)
    .map((one) => ({ value: one.id, words: programmeInWords(one) }));
  return [
    { kind: "select", name: "prospectus", label: "Programme", required: true, choices: programmes },
    {
      kind: "line",
      name: "name",
      label: "What the hub calls it",
      hint: "Becomes part of its id, so no person’s name: north-1",
      required: false,
    },
    ...led(catalogue),
    {
      kind: "number",
      name: "places",
      label: "How many schools at most",
      hint: "If you leave it empty, as many as the programme says.",
      required: false,
      step: 1,
      most: 100,
    },
  ];
}

function never(name: never): never {
  throw new Error(`${String(name)} has no form.`);
}

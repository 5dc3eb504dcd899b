// The staff of a hub: the list from which leads and whoever decides are chosen, and the forms by which it changes.

import type { StaffEntry } from "../../../libs/service/hubs/staff.ts";
import { nameOf } from "../../../libs/journey/contact.ts";
import { roleInWords } from "../words.ts";
import type { FormField } from "../form-fields.ts";

/** What template staff.njk is filled with. `lead`: who looks may change it. */
export interface StaffView {
  done: string | null;
  lead: boolean;
  /** Work Groups that nobody on the list leads. */
  leaderless: readonly Led[];
  people: readonly { name: string; role: string; email: string; signedIn: boolean; leaves: string }[];
}

const DONE: Readonly<Record<string, string>> = {
  entered: "They are on the list: choose them by name wherever somebody leads a group or decides a task.",
  left: "They are off the list. What they had in hand went to whom you chose.",
};

/** The view model. `done`: a word of the address; `leaderless`: Work Groups that nobody on the list leads. */
export function staffView(
  list: readonly StaffEntry[],
  lead: boolean,
  done: unknown,
  leaderless: readonly Led[],
): StaffView {
  const people = list.map((one) => ({
    name: nameOf(one),
    role: roleInWords(one.role),
    email: one.email,
    signedIn: one.signedIn,
    leaves: `/staff/${encodeURIComponent(one.id)}/leave`,
  }));
  return { done: typeof done === "string" ? (DONE[done] ?? null) : null, lead, leaderless, people };
}

/** What is asked of somebody who is entered. */
export const ENTER_FIELDS: readonly FormField[] = [
  { kind: "line", name: "firstName", label: "First name", required: true },
  { kind: "line", name: "lastName", label: "Last name", required: true },
  {
    kind: "email",
    name: "email",
    label: "E-mail address",
    hint: "The one with which they sign in: by it we know them the first time.",
    required: true,
  },
  {
    kind: "one-of",
    name: "role",
    label: "What they do",
    hint: "What they may do here comes with their sign-in; this is how others find them.",
    required: true,
    choices: (["work-group-lead", "hub-coordinator", "hub-lead", "finance-officer"] as const).map((value) => ({
      value,
      words: roleInWords(value),
    })),
  },
];

/** What somebody has in hand; `secondYear`: one of their groups asks of its lead the second year for specialists. */
export interface Holds {
  tasks: number;
  leads: readonly string[];
  secondYear: boolean;
}

/** Nobody yet: the groups then stand on the page of the staff until each has its lead. */
export const LATER = "later";

/** Who takes what somebody who leaves has in hand: their open tasks, and the Work Groups that they lead. */
export function leavingFields(list: readonly StaffEntry[], person: string, holds: Holds): FormField[] {
  const { tasks, leads, secondYear } = holds;
  const others = list
    .filter(({ id }) => id !== person)
    .map((one) => ({ value: one.id, words: `${nameOf(one)}, ${roleInWords(one.role)}` }));
  const ofTasks: FormField = {
    kind: "select",
    name: "handTo",
    label: tasks === 1 ? "Who takes on their open task" : `Who takes on their ${tasks} open tasks`,
    required: true,
    choices: others,
  };
  const ofGroups: FormField = {
    kind: "select",
    name: "leadTo",
    label:
      leads.length === 1 ? "Who leads their Work Group from now on" : `Who leads their ${leads.length} Work Groups`,
    required: true,
    choices: [...others, { value: LATER, words: "I choose later" }],
  };
  const done: FormField = {
    kind: "tick",
    name: "secondYearDone",
    label: "They have completed the second year of the national programme",
    hint: "The programme of one of these groups asks for it.",
    required: false,
  };
  return [
    ...(tasks > 0 ? [ofTasks] : []),
    ...(leads.length > 0 ? [ofGroups] : []),
    ...(leads.length > 0 && secondYear ? [done] : []),
  ];
}

/** A Work Group, and the way to name its lead. */
export interface Led {
  words: string;
  href: string;
}

/** What template leaving.njk is filled with; `leads`: the Work Groups that they lead. */
export interface LeavingView {
  name: string;
  leads: readonly Led[];
  tasks: number;
}

// The staff of a hub: the list from which leads and whoever decides are chosen, and the forms by which it changes.

import type { StaffEntry } from "../../../libs/service/hubs/staff.ts";
import { nameOf } from "../../../libs/journey/contact.ts";
import { roleInWords } from "../words.ts";
import type { FormField } from "../form-fields.ts";

/** What template staff.njk is filled with. `lead`: who looks may change it. */
export interface StaffView {
  done: string | null;
  lead: boolean;
  people: readonly { name: string; role: string; email: string; signedIn: boolean; leaves: string }[];
}

const DONE: Readonly<Record<string, string>> = {
  entered: "They are on the list: choose them by name wherever somebody leads a group or decides a task.",
  left: "They are off the list. Their open tasks went to the one whom you chose.",
};

/** The view model. `done`: a word of the address. */
export function staffView(list: readonly StaffEntry[], lead: boolean, done: unknown): StaffView {
  const people = list.map((one) => ({
    name: nameOf(one),
    role: roleInWords(one.role),
    email: one.email,
    signedIn: one.signedIn,
    leaves: `/staff/${encodeURIComponent(one.id)}/leave`,
  }));
  return { done: typeof done === "string" ? (DONE[done] ?? null) : null, lead, people };
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

/** Who takes the open tasks of somebody who leaves, where there are some. */
export function leavingFields(list: readonly StaffEntry[], person: string, tasks: number): FormField[] {
  if (tasks === 0) return [];
  return [
    {
      kind: "select",
      name: "handTo",
      label: tasks === 1 ? "Who takes on their open task" : `Who takes on their ${tasks} open tasks`,
      required: true,
      choices: list
        .filter(({ id }) => id !== person)
        .map((one) => ({ value: one.id, words: `${nameOf(one)}, ${roleInWords(one.role)}` })),
    },
  ];
}

/** What template leaving.njk is filled with; `leads`: Work Groups that need another lead, each with the way to it. */
export interface LeavingView {
  name: string;
  leads: readonly { words: string; href: string }[];
  tasks: number;
}

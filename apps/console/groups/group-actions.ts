// What can be done with a Work Group, and in which words.

import type { Role } from "../../../libs/service/access/principal.ts";
import { GROUP_COMMANDS, ROUTED_OF_GROUPS } from "../../../libs/service/work-groups/group-commands.ts";
import type { GroupFacts } from "../../../libs/service/work-groups/group-facts.ts";

/** The commands of a group that have a form. */
export type GroupAction = keyof typeof GROUP_WORDS & keyof typeof GROUP_COMMANDS;
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
    title: "Set a session’s date, times and place",
    button: "Set the date",
    done: "The session has its date, for every school.",
  },
  MoveSession: {
    title: "Move a session, or say when and where it is",
    button: "Change the session",
    done: "The session is changed, for every school.",
    says: "What you leave empty stays as it is.",
  },
  CancelSession: {
    title: "Call a session off",
    button: "Call it off",
    done: "The session is called off: no school owes anything at it.",
    says: "Where fewer are left than the programme has at least, holding it stays the hub’s own promise.",
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
  DecideGroup: {
    title: "Decide what becomes of the group",
    button: "Decide",
    done: "Decided, and recorded.",
    says:
      "The group has fewer schools than it is to have. To join another, take each school there from its own page: " +
      "what it has done goes with it.",
  },
  AssignTask: {
    title: "Say whose task of the group it is",
    button: "Give the task",
    done: "The task has been given.",
    says: "It stands in their letter of the next morning, where the service knows their address.",
  },
  AdaptDelivery: {
    title: "Go online, come back, or extend",
    button: "Change how the group meets",
    done: "The group meets in the new way, every school of it.",
  },
  ChangeLead: { title: "Name another lead", button: "Change the lead", done: "The Work Group has its new lead." },
} satisfies Readonly<Record<string, GroupWords>>;

/** Those commands, in the order of the routes. */
export const GROUP_ACTIONS = ROUTED_OF_GROUPS.filter((name): name is GroupAction => Object.hasOwn(GROUP_WORDS, name));

/** Whether it is for this role. */
export function mayDo(name: GroupAction, role: Role): boolean {
  return GROUP_COMMANDS[name].roles.includes(role);
}

/** What this role may do with the group now; `today` in London. */
export function groupActionsNow(facts: GroupFacts, role: Role, today: string): GroupAction[] {
  const { group } = facts;
  if (group.status !== "formed") return [];
  const meets = group.schools.some(({ status }) => status === "taken");
  return GROUP_ACTIONS.filter(
    (name) =>
      mayDo(name, role) &&
      (name !== "DecideGroup" || group.below !== null) &&
      (name !== "AssignTask" || group.below !== null || untaken(facts, today).length > 0) &&
      (meets || (name !== "TakeRegister" && name !== "BookSupportVisit")) &&
      (name !== "OfferTogether" || together(facts).length > 1),
  );
}

/** The sessions whose register nobody took. */
export function untaken({ group }: GroupFacts, today: string): GroupFacts["group"]["sessions"] {
  const meets = group.schools.some(({ status }) => status === "taken");
  return meets ? group.sessions.filter(({ status, on }) => status === "scheduled" && on < today) : [];
}

/** The schools that may be offered places together: those that applied, and those that wait here. */
export function together({ group, applications }: GroupFacts): string[] {
  return [...new Set([...group.waitlist.map(({ journey }) => journey), ...applications])];
}

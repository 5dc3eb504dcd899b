// Which commands of a Work Group have a route, who may send them, and in which words they are documented. Their bodies
// are in libs/work-group/command-fields.ts.

import type { GroupWireName } from "../../work-group/command-fields.ts";
import type { Roles } from "../access/roles.ts";

interface GroupCommand {
  roles: Roles;
  summary: string;
  description?: string;
}

/** Who forms Work Groups, and says who leads them. */
export const FORMERS: Roles = ["hub-coordinator", "hub-lead"];
const LEAD: Roles = ["work-group-lead", "hub-coordinator", "hub-lead"];

/** All but FormWorkGroup, which has a route of its own. */
export const GROUP_COMMANDS: Readonly<Record<Exclude<GroupWireName, "FormWorkGroup">, GroupCommand>> = {
  ScheduleSession: {
    roles: LEAD,
    summary:
      "Set the date of a session, also of one beyond the programme’s; what every school owes at it falls due with it",
  },
  MoveSession: { roles: LEAD, summary: "Move a session to another date, for every school" },
  CancelSession: {
    roles: LEAD,
    summary: "Call a session off: no school owes anything at it; where the page has more, it stays the hub’s",
  },
  TakeRegister: {
    roles: LEAD,
    summary: "Say who was at a session, for all schools at once",
    description:
      "Each school’s journey records who was there, all in one transaction. Taken again for the same day it " +
      "stands in place of what was recorded; of another day " +
      "it is a repeat and adds. A school that is not named, or whose rules turn it down, is in `skipped`.",
  },
  OfferTogether: {
    roles: FORMERS,
    summary: "Offer places to schools that are to be placed together: to all of them, or to none",
    description:
      "One transaction. Where there is no room for all, none is offered a place by halves: all go on the " +
      "waitlist in the order in which they applied, bound " +
      "together, each is told why, and they are in `skipped`. Their turn comes when there are places for " +
      "all at once; a single place goes to the first after them.",
  },
  BookSupportVisit: { roles: LEAD, summary: "Agree the day of a support visit with one school" },
  AdaptDelivery: { roles: LEAD, summary: "Take the whole group online, back, or extend it: one step for every school" },
  DecideGroup: {
    roles: ["hub-lead"],
    summary: "Decide what becomes of a group that has too few schools: it waits for more, joins another, or goes on",
    description:
      "Its schools go to another group one by one (place-in-work-group of each, with a reason): each keeps what it " +
      "has done.",
  },
  AssignTask: {
    roles: FORMERS,
    summary: "Say whose a task of the group is, and by when it is to be settled",
    description: "Those that `GET hubs/{hub}/group-tasks` lists.",
  },
  ChangeLead: { roles: FORMERS, summary: "Name another lead, fit for the programme" },
};

export const ROUTED_OF_GROUPS = Object.keys(GROUP_COMMANDS) as readonly (keyof typeof GROUP_COMMANDS)[];

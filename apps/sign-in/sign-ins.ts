// The made-up people who may sign in at the embedded sign-in: one for each role, and a second hub's to see what is
// theirs alone. Tokens for scripts go by the same ids.

import type { Principal, Role } from "../../libs/service/access/principal.ts";

export interface SignIn {
  principal: Principal;
  /** What the console calls them. */
  name: string;
  /** What they are, and where: said beside their name where one of them is chosen. */
  title: string;
  /** Their address, verified; not there where nothing is said of it. */
  email?: string;
}

const MADE_UP_SCHOOL = "100001";

export const SIGN_INS: readonly SignIn[] = [
  ofHub("Nadia Rahman", "Hub coordinator", "hub-coordinator", "great-north"),
  ofHub("Tom Whitaker", "Hub lead", "hub-lead", "great-north"),
  ofHub("Grace Osei", "Work Group lead", "work-group-lead", "great-north", ["north-readiness-1"]),
  ofHub("Ian Fletcher", "Finance officer", "finance-officer", "great-north"),
  {
    name: "Lucy Marsh",
    title: `School contact, school ${MADE_UP_SCHOOL}`,
    principal: { ...nothing("school-contact", MADE_UP_SCHOOL), urns: [MADE_UP_SCHOOL] },
  },
  { name: "Oliver Park", title: "Operator", principal: nothing("operator") },
  { name: "Ann Doyle", title: "Auditor", principal: nothing("auditor") },
  ofHub("Sunil Mehta", "Hub coordinator", "hub-coordinator", "east-midlands-south"),
  ofHub("Joan Clarke", "Hub lead", "hub-lead", "east-midlands-south"),
];

/** Who it is and what they are, for whoever chooses one. */
export const chosenAs = ({ name, title }: SignIn): string => `${name}, ${title}`;

/** The id of someone in a role, of a hub or a school: opaque, and the same wherever it is made. */
export function idOf(role: Role, of?: string): string {
  return of === undefined ? role : `${role}.${of}`;
}

function nothing(role: Role, of?: string): Principal {
  return { who: idOf(role, of), role, hub: null, urns: [], workGroups: [] };
}

function ofHub(name: string, title: string, role: Role, hub: string, workGroups: readonly string[] = []): SignIn {
  const place = hub
    .split("-")
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(" ");
  const principal = { ...nothing(role, hub), hub, workGroups };
  return { name, title: `${title}, ${place}`, principal, email: `${role}@${hub}.hub.example` };
}

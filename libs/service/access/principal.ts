// Who may sign in, in which roles, and what a sign-in says of them: the same for the API, the console, the embedded
// sign-in and `npm run token`. Pure.

/** The roles of people who sign in; a token and a configuration name them so. */
export const ROLES = [
  "hub-coordinator",
  "hub-lead",
  "work-group-lead",
  "finance-officer",
  "school-contact",
  "operator",
  "auditor",
] as const;

export type Role = (typeof ROLES)[number];

/** Someone who has signed in: an opaque id, in one role, with what the role is held for. */
export interface Principal {
  who: string;
  role: Role;
  /** The hub whose schools they see; null for a school's contact, operators and auditors. */
  hub: string | null;
  /** The schools a school's contact speaks for. */
  urns: readonly string[];
  /** The Work Groups (of their hub) that a Work Group lead leads. */
  workGroups: readonly string[];
}

/** The audience of every token for the API. */
export const AUDIENCE = "school-journeys";

/** The claims of a token of ours; another sign-in's are mapped (dfe-sign-in.ts). */
export interface PrincipalClaims {
  sub: string;
  role: Role;
  hub?: string;
  urns?: readonly string[];
  work_groups?: readonly string[];
}

// No @: an e-mail address would end in events, which never hold one.
const OPAQUE = /^[\w.:|-]{1,128}$/u;
const HUB = /^[a-z0-9]+(-[a-z0-9]+)*$/u;
const URN = /^\d{6}$/u;
const GROUP = /^[\w./:-]{1,100}$/u;

/** Why a sign-in gives no access: a sentence without personal data. */
export class NoAccess extends Error {
  override readonly name = "NoAccess";
}

/** Whether a role is held for one hub. */
export function isOfHub(role: Role): boolean {
  return role === "hub-coordinator" || role === "hub-lead" || role === "work-group-lead" || role === "finance-officer";
}

/** The role of that name, or undefined. */
export function roleNamed(name: unknown): Role | undefined {
  return ROLES.find((role) => role === name);
}

/** What is missing for this role to see anything at all, as a sentence; null where nothing is. */
export function whatIsMissing({ role, hub, urns }: Principal): string | null {
  if (isOfHub(role) && hub === null) return "This sign-in names no hub, so it sees none.";
  if (role === "school-contact" && urns.length === 0) return "This sign-in names no school, so it sees none.";
  return null;
}

/**
 * Who signs in, from the claims of a token of ours. What the role is not held for is left out.
 * @throws NoAccess for an unknown role, an id that is not opaque, or a claim of the wrong shape
 */
export function principalFromClaims(claims: Readonly<Record<string, unknown>>): Principal {
  const role = roleNamed(claims["role"]);
  if (role === undefined) throw new NoAccess("This sign-in holds no role of this service.");
  return {
    who: opaque(claims["sub"]),
    role,
    hub: isOfHub(role) ? one(claims["hub"], HUB, "hub") : null,
    urns: role === "school-contact" ? many(claims["urns"], URN, "urns") : [],
    workGroups: role === "work-group-lead" ? many(claims["work_groups"], GROUP, "work_groups") : [],
  };
}

/** The claims that say this of someone: the other way round. */
export function claimsOf({ who, role, hub, urns, workGroups }: Principal): PrincipalClaims {
  return {
    sub: who,
    role,
    ...(hub === null ? {} : { hub }),
    ...(urns.length > 0 ? { urns } : {}),
    ...(workGroups.length > 0 ? { work_groups: workGroups } : {}),
  };
}

/** An id as it may stand in events. @throws NoAccess */
export function opaque(id: unknown): string {
  if (typeof id === "string" && OPAQUE.test(id)) return id;
  throw new NoAccess(
    "The subject of this sign-in is no opaque id of up to 128 letters, digits and - . : _ |; an e-mail " +
      "address is never taken.",
  );
}

function one(claim: unknown, shape: RegExp, name: string): string | null {
  if (claim === undefined || claim === null) return null;
  if (typeof claim === "string" && shape.test(claim)) return claim;
  throw new NoAccess(`The claim ${name} of this sign-in does not have the right shape.`);
}

function many(claim: unknown, shape: RegExp, name: string): readonly string[] {
  if (claim === undefined || claim === null) return [];
  if (Array.isArray(claim) && claim.every((each): each is string => typeof each === "string" && shape.test(each)))
    return [...new Set(claim)];
  throw new NoAccess(`The claim ${name} of this sign-in does not have the right shape.`);
}

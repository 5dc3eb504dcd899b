// DfE Sign-in's shape of a sign-in, mapped to ours. DfE Sign-in tells the organisation a person acts for (claim
// `organisation`, scope `organisation`); the roles that their approver gave them are in its public API
// (GET /services/{service}/organisations/{organisation}/users/{sub} → roles: [{code}]), and are handed in beside it as
// `roles`. The codes are this service's own roles. Which organisation is which hub, DfE Sign-in does not know: a hub is
// led by a school or a trust, so a file says it. A role that the organisation cannot hold gives nothing.

import type { DfeOrganisations } from "../../config/dfe-organisations.ts";
import { isOfHub, NoAccess, opaque, ROLES, type Principal, type Role } from "./principal.ts";

/** DfE's category of an organisation that is one school. */
const ESTABLISHMENT = "001";
/** Of several roles the first of these counts: one acts in one role at a time. */
const BY_WEIGHT: readonly Role[] = [
  "hub-lead",
  "hub-coordinator",
  "finance-officer",
  "work-group-lead",
  "school-contact",
  "operator",
  "auditor",
];

interface Organisation {
  ids: string[];
  category: string | null;
  urn: string | null;
}

/**
 * Who signs in, from DfE Sign-in's claims: `sub`, `organisation` and `roles`.
 * @throws NoAccess where no role was given, or the organisation is not one that can hold it
 */
export function principalFromDfe(
  claims: Readonly<Record<string, unknown>>,
  organisations: DfeOrganisations,
): Principal {
  const organisation = organisationIn(claims["organisation"]);
  const codes = codesIn(claims["roles"]);
  const role = BY_WEIGHT.find((each) => codes.includes(each));
  if (role === undefined)
    throw new NoAccess("DfE Sign-in gives this person no role of this service; an approver of their organisation can.");
  const who = opaque(claims["sub"]);
  if (role === "school-contact") {
    if (organisation.category !== ESTABLISHMENT || organisation.urn === null)
      throw new NoAccess("The organisation is no school with a URN.");
    return { who, role, hub: null, urns: [organisation.urn], workGroups: [] };
  }
  if (isOfHub(role)) {
    const known =
      role === "work-group-lead" ? [organisations.hubs, organisations.workGroupLeads] : [organisations.hubs];
    const hub = known.flatMap((hubs) => organisation.ids.map((id) => hubs.get(id))).find((each) => each !== undefined);
    if (hub === undefined) throw new NoAccess("The organisation leads no Maths Hub that this service knows.");
    // Which groups a lead leads, the Work Groups know: those whose lead is this `sub` (scope.ts).
    return { who, role, hub, urns: [], workGroups: [] };
  }
  if (!organisation.ids.some((id) => organisations.national.has(id)))
    throw new NoAccess("The organisation is not one that runs or audits this service.");
  return { who, role, hub: null, urns: [], workGroups: [] };
}

function organisationIn(claim: unknown): Organisation {
  const { id, urn, ukprn, uid, category } = record(claim);
  const given = (value: unknown): value is string => typeof value === "string" && value !== "";
  const categoryId = record(category)["id"];
  return {
    // Numbers of different registers may be alike: each is looked for under its own name.
    ids: [
      ["id", id],
      ["urn", urn],
      ["ukprn", ukprn],
      ["uid", uid],
    ].flatMap(([name, value]) => (given(value) ? [`${String(name)}:${value}`] : [])),
    category: given(categoryId) ? categoryId : null,
    urn: given(urn) && /^\d{6}$/u.test(urn) ? urn : null,
  };
}

function codesIn(roles: unknown): Role[] {
  const codes = Array.isArray(roles)
    ? roles.map((role: unknown) => (typeof role === "string" ? role : record(role)["code"]))
    : [];
  return ROLES.filter((role) => codes.includes(role));
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}

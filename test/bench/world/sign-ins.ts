// Who signs in to look at pages: of each hub those who run it, one of its schools and a trust; and who sees all hubs.

import type { SignIn } from "../../../apps/sign-in/sign-ins.ts";
import type { Principal, Role } from "../../../libs/service/access/principal.ts";
import type { CountryDatabase } from "./database.ts";

/** So many schools a large trust has in one hub. */
const OF_A_TRUST = 20;

/** Who looks at all hubs. */
export const OPERATOR = "operator";
export const AUDITOR = "auditor";
export const leadAt = (hub: string): string => `hub-lead.${hub}`;
export const financeAt = (hub: string): string => `finance-officer.${hub}`;
export const schoolAt = (hub: string): string => `school-contact.${hub}`;
export const trustAt = (hub: string): string => `trust.${hub}`;

/** All of them. Rejects where the database does not answer. */
export async function signInsOf({ dataSource }: CountryDatabase): Promise<SignIn[]> {
  const hubs = await dataSource.query<{ hub: string; urns: string[] }[]>(
    `select hub, array_agg(urn order by (status = 'participating') desc, urn) as urns from journeys group by hub`,
  );
  return [
    ...hubs.flatMap(({ hub, urns }) => [
      signIn(leadAt(hub), "hub-lead", { hub }),
      signIn(financeAt(hub), "finance-officer", { hub }),
      signIn(schoolAt(hub), "school-contact", { urns: urns.slice(0, 1) }),
      signIn(trustAt(hub), "school-contact", { urns: urns.slice(0, OF_A_TRUST) }),
    ]),
    signIn(OPERATOR, "operator"),
    signIn(AUDITOR, "auditor"),
  ];
}

function signIn(who: string, role: Role, more: Partial<Principal> = {}): SignIn {
  const principal = { who, role, hub: null, urns: [], workGroups: [], ...more };
  return { name: "Hilda Example", title: role, principal };
}

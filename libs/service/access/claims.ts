import type { DfeOrganisations } from "../../config/dfe-organisations.ts";
import { principalFromDfe } from "./dfe-sign-in.ts";
import { NoAccess, principalFromClaims, type Principal } from "./principal.ts";

/** Who signed in, from the claims of our own sign-in or of DfE Sign-in. @throws NoAccess */
export function principalOf(claims: Readonly<Record<string, unknown>>, organisations: DfeOrganisations): Principal {
  if (claims["role"] !== undefined) return principalFromClaims(claims);
  if (claims["organisation"] !== undefined) return principalFromDfe(claims, organisations);
  throw new NoAccess("This sign-in holds no role of this service.");
}

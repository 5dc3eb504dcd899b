import { importJWK, SignJWT } from "jose";
import { AUDIENCE, claimsOf, type Principal } from "../../libs/service/access/principal.ts";
import { SIGNING_ALGORITHM, type SignInSecrets } from "./secrets.ts";

/** Seconds for which a token for scripts is good. */
export const TOKEN_SECONDS = 8 * 60 * 60;

/** A bearer token for the API, as the embedded sign-in at `issuer` gives it. */
export async function tokenFor(principal: Principal, { key }: SignInSecrets, issuer: string): Promise<string> {
  const { sub, ...claims } = claimsOf(principal);
  return new SignJWT({ ...claims })
    .setProtectedHeader({ alg: SIGNING_ALGORITHM, kid: key.kid ?? "", typ: "at+jwt" })
    .setIssuer(issuer)
    .setAudience(AUDIENCE)
    .setSubject(sub)
    .setIssuedAt()
    .setExpirationTime(`${TOKEN_SECONDS}s`)
    .sign(await importJWK(key, SIGNING_ALGORITHM));
}

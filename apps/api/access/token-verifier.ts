// Bearer tokens: JWTs that the sign-in we trust has signed for this API, and nobody else.

import { createRemoteJWKSet, errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from "jose";
import { discoveryOf } from "../../../libs/config/environment.ts";
import type { DfeOrganisations } from "../../../libs/config/dfe-organisations.ts";
import { AUDIENCE, type Principal } from "../../../libs/service/access/principal.ts";
import { principalOf } from "../../../libs/service/access/claims.ts";

const ALGORITHMS = ["RS256", "ES256"];
const CLOCK_TOLERANCE_SECONDS = 5;
const PATIENCE_MS = 5_000;
/**
 * What jose says of a token that is no good; all else (no answer, no key set) is the sign-in's fault, not the caller's.
 */
const BAD_TOKEN =
  /^ERR_(JWT_|JWS_|JOSE_ALG_NOT_ALLOWED|JOSE_NOT_SUPPORTED|JWKS_NO_MATCHING_KEY|JWKS_MULTIPLE_MATCHING_KEYS)/u;

/** The token is not one of ours, or no longer: 401. `expired` says so to the caller, all else stays unsaid. */
export class BadToken extends Error {
  override readonly name = "BadToken";
  constructor(readonly expired: boolean) {
    super(expired ? "The token has expired." : "The token is not valid here.");
  }
}

/** The sign-in cannot be asked for its keys: 503. */
export class SignInAway extends Error {
  override readonly name = "SignInAway";
}

export class TokenVerifier {
  private keys: Promise<JWTVerifyGetKey> | null = null;

  constructor(
    private readonly issuer: string,
    private readonly organisations: DfeOrganisations,
  ) {}

  /**
   * Who a bearer token is of. Tokens are judged by the machine's clock, never by a test's.
   * @throws BadToken, NoAccess (a good token that gives nothing here), SignInAway
   */
  async principal(token: string): Promise<Principal> {
    return principalOf(await this.verified(token), this.organisations);
  }

  private async verified(token: string): Promise<JWTPayload> {
    try {
      const { payload } = await jwtVerify(token, await this.keySet(), {
        issuer: this.issuer,
        audience: AUDIENCE,
        algorithms: ALGORITHMS,
        clockTolerance: CLOCK_TOLERANCE_SECONDS,
        requiredClaims: ["sub", "exp"],
      });
      return payload;
    } catch (error) {
      if (error instanceof SignInAway) throw error;
      if (error instanceof errors.JOSEError && BAD_TOKEN.test(error.code))
        throw new BadToken(error instanceof errors.JWTExpired);
      throw new SignInAway("The sign-in does not give its keys.", { cause: error });
    }
  }

  /**
   * The sign-in's keys, found when they are first wanted: the API starts while the sign-in is away. Fetched anew for a
   * key that is new.
   */
  private keySet(): Promise<JWTVerifyGetKey> {
    this.keys ??= this.discover().catch((error: unknown) => {
      this.keys = null;
      throw error;
    });
    return this.keys;
  }

  private async discover(): Promise<JWTVerifyGetKey> {
    try {
      const response = await fetch(discoveryOf(this.issuer), {
        signal: AbortSignal.timeout(PATIENCE_MS),
        redirect: "error",
      });
      const { issuer, jwks_uri: keys } = (await response.json()) as { issuer?: unknown; jwks_uri?: unknown };
      if (!response.ok || issuer !== this.issuer || typeof keys !== "string")
        throw new Error("This is not the discovery document of the issuer.");
      return createRemoteJWKSet(new URL(keys), { timeoutDuration: PATIENCE_MS });
    } catch (cause) {
      throw new SignInAway("The sign-in does not answer.", { cause });
    }
  }
}

// Bearer tokens: JWTs that the sign-in we trust has signed for this API, and nobody else.

import { hash } from "node:crypto";
import { createRemoteJWKSet, errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from "jose";
import { discoveryOf } from "../../../libs/config/environment.ts";
import type { DfeOrganisations } from "../../../libs/config/dfe-organisations.ts";
import { RECENT_SECONDS } from "../../../libs/service/access/recent.ts";
import { AUDIENCE, type Principal } from "../../../libs/service/access/principal.ts";
import { principalOf } from "../../../libs/service/access/claims.ts";

const ALGORITHMS = ["RS256", "ES256"];
const CLOCK_TOLERANCE_SECONDS = 5;
/** A token for the API says that it is one (RFC 9068): an ID token, or one for something else, is not taken for it. */
const TYPE = "at+jwt";
/** Seconds from a token's making to its end, at most: what was taken away at the sign-in is not good for days. */
const LONGEST_SECONDS = 12 * 60 * 60;
const PATIENCE_MS = 5_000;
/** So long a token that was found good is remembered, if it does not end before. */
const REMEMBERED_MS = 60_000;
const MOST_REMEMBERED = 2_000;
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
  /** By the token's SHA-256: whoever reads this memory finds no token. */
  private readonly good = new Map<string, { claims: JWTPayload; until: number }>();

  constructor(
    private readonly issuer: string,
    private readonly organisations: DfeOrganisations,
    /** Milliseconds: this machine's clock, but for a test of this class. */
    private readonly clock: () => number = Date.now,
  ) {}

  /**
   * Who a bearer token is of. Tokens are judged by the machine's clock, never by a test's.
   * @throws BadToken, NoAccess (a good token that gives nothing here), SignInAway
   */
  async principal(token: string): Promise<Principal> {
    const claims = await this.verified(token);
    const { auth_time: signedInAt } = claims;
    const recent = typeof signedInAt === "number" && this.clock() / 1_000 - signedInAt <= RECENT_SECONDS;
    return {
      ...principalOf(claims, this.organisations),
      ...(typeof signedInAt === "number" && { recent }),
    };
  }

  private async verified(token: string): Promise<JWTPayload> {
    const digest = hash("sha256", token, "base64");
    const known = this.good.get(digest);
    if (known !== undefined && this.clock() < known.until) return known.claims;
    this.good.delete(digest);
    const claims = await this.verifiedAnew(token);
    if (this.good.size >= MOST_REMEMBERED) this.good.clear();
    this.good.set(digest, { claims, until: Math.min(this.clock() + REMEMBERED_MS, (claims.exp ?? 0) * 1_000) });
    return claims;
  }

  private async verifiedAnew(token: string): Promise<JWTPayload> {
    try {
      const { payload } = await jwtVerify(token, await this.keySet(), {
        issuer: this.issuer,
        audience: AUDIENCE,
        algorithms: ALGORITHMS,
        clockTolerance: CLOCK_TOLERANCE_SECONDS,
        requiredClaims: ["sub", "exp", "iat"],
        typ: TYPE,
        currentDate: new Date(this.clock()),
        maxTokenAge: LONGEST_SECONDS, // and not made in the future
      });
      const { iat = 0, exp = Number.POSITIVE_INFINITY } = payload;
      if (exp - iat > LONGEST_SECONDS) throw new BadToken(false);
      return payload;
    } catch (error) {
      if (error instanceof SignInAway || error instanceof BadToken) throw error;
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

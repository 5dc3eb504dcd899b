// The console at the sign-in: OpenID Connect, authorization code with PKCE; and the same sign-in asked anew, later, who
// somebody is.

import { Injectable } from "@nestjs/common";
import * as openid from "openid-client";
import { principalOf } from "../../../libs/service/access/claims.ts";
import { NoAccess, type Principal } from "../../../libs/service/access/principal.ts";
import { WebSettings } from "../../../libs/http/web-settings.ts";
import { Problem } from "../../../libs/http/problem.ts";
import type { Person } from "../visitor.ts";

/** What must come back from the sign-in unchanged. */
export interface Errand {
  state: string;
  nonce: string;
  verifier: string;
}

/** By which the sign-in is asked anew; null: it gave none. */
export interface Tokens {
  refresh: string | null;
  access: string | null;
}

/** `authTime`: when the person signed in, in seconds since 1970; null: the sign-in does not tell. */
export interface SignedIn {
  person: Person;
  tokens: Tokens;
  authTime: number | null;
  /** Their address, where the sign-in says that it has verified it. */
  address: string | null;
}

/**
 * What the sign-in says of somebody now. `taken-back`: they are no longer signed in there, or hold no role here.
 * `cannot`: it gives no way to be asked.
 */
export type Said = { principal: Principal; tokens: Tokens } | "taken-back" | "cannot";

type Claims = Readonly<Record<string, unknown>>;

const PATIENCE_SECONDS = 5;

@Injectable()
export class SignInClient {
  private found: Promise<openid.Configuration> | null = null;

  constructor(private readonly settings: WebSettings) {}

  /** Where to send a browser, and what must come back. @throws Problem `unavailable` */
  async begin(): Promise<{ url: string; errand: Errand }> {
    const configuration = await this.configuration();
    const errand = {
      state: openid.randomState(),
      nonce: openid.randomNonce(),
      verifier: openid.randomPKCECodeVerifier(),
    };
    const url = openid.buildAuthorizationUrl(configuration, {
      redirect_uri: `${this.settings.publicUrl}/signed-in`,
      scope: this.settings.signIn.scope,
      state: errand.state,
      nonce: errand.nonce,
      code_challenge: await openid.calculatePKCECodeChallenge(errand.verifier),
      code_challenge_method: "S256",
      prompt: "login", // who has signed out here is not signed in again by a session elsewhere
      max_age: "0", // and it is told when that was
    });
    return { url: url.href, errand };
  }

  /**
   * Who came back, with `address` as the browser was sent.
   * @throws NoAccess for someone whom the sign-in knows and this service does not; an error of openid-client for an
   * answer that is none
   */
  async end(address: string, errand: Errand): Promise<SignedIn> {
    const configuration = await this.configuration();
    const tokens = await openid.authorizationCodeGrant(configuration, new URL(address, this.settings.publicUrl), {
      expectedState: errand.state,
      expectedNonce: errand.nonce,
      pkceCodeVerifier: errand.verifier,
      idTokenExpected: true,
    });
    const claims = await this.claimsIn(configuration, { ...tokens.claims() }, tokens.access_token);
    const principal = principalOf(claims, this.settings.dfeOrganisations);
    const authTime = claims["auth_time"];
    return {
      person: { principal, name: nameIn(claims) ?? principal.who },
      tokens: { refresh: tokens.refresh_token ?? null, access: tokens.access_token },
      authTime: typeof authTime === "number" ? authTime : null,
      address: addressIn(claims),
    };
  }

  /** What the sign-in says of somebody now. @throws whatever befell the way to it, when it is away */
  async again(who: string, tokens: Tokens): Promise<Said> {
    const configuration = await this.configuration();
    try {
      const { claims, ...now } = await this.asked(configuration, who, tokens);
      if (claims === null) return "cannot";
      const principal = principalOf(claims, this.settings.dfeOrganisations);
      return principal.who === who ? { principal, tokens: now } : "taken-back";
    } catch (error) {
      if (error instanceof NoAccess || isRefusal(error)) return "taken-back";
      throw error;
    }
  }

  private async asked(
    configuration: openid.Configuration,
    who: string,
    { refresh, access }: Tokens,
  ): Promise<Tokens & { claims: Claims | null }> {
    if (refresh !== null) {
      const fresh = await openid.refreshTokenGrant(configuration, refresh);
      const told = { ...fresh.claims() };
      const claims = await this.claimsIn(configuration, { ...told, sub: told.sub ?? who }, fresh.access_token);
      return { claims, refresh: fresh.refresh_token ?? refresh, access: fresh.access_token };
    }
    if (access === null || configuration.serverMetadata().userinfo_endpoint === undefined)
      return { claims: null, refresh, access };
    return { claims: await openid.fetchUserInfo(configuration, access, who), refresh, access };
  }

  /** Claims that say in which role somebody is; where the ID token has none, the sign-in's userinfo does. */
  private async claimsIn(configuration: openid.Configuration, claims: Claims, access: string): Promise<Claims> {
    const told = claims["role"] !== undefined || claims["organisation"] !== undefined;
    if (told || configuration.serverMetadata().userinfo_endpoint === undefined) return claims;
    return { ...(await openid.fetchUserInfo(configuration, access, String(claims["sub"]))), ...claims };
  }

  /** The sign-in as it describes itself, asked when it is first wanted. */
  private configuration(): Promise<openid.Configuration> {
    this.found ??= this.discover().catch(() => {
      this.found = null;
      throw new Problem("unavailable", "The sign-in does not answer. Try again soon.");
    });
    return this.found;
  }

  private discover(): Promise<openid.Configuration> {
    const { issuer, clientId, clientSecret } = this.settings.signIn;
    return openid.discovery(
      new URL(issuer),
      clientId,
      {},
      clientSecret === null ? openid.None() : bySecret(clientSecret),
      {
        // http:// is let through for this machine alone (libs/config/environment.ts).
        execute: issuer.startsWith("http:") ? [openid.allowInsecureRequests] : [],
        timeout: PATIENCE_SECONDS,
      },
    );
  }
}

/** Does the sign-in say no, rather than not answer? */
function isRefusal(error: unknown): boolean {
  if (error instanceof openid.WWWAuthenticateChallengeError) return error.status === 401;
  return error instanceof openid.ResponseBodyError && error.error === "invalid_grant";
}

/** The client's secret in the way the sign-in takes it: in the header as a rule, else in the body. */
function bySecret(secret: string): openid.ClientAuth {
  const [basic, post] = [openid.ClientSecretBasic(secret), openid.ClientSecretPost(secret)];
  return (server, client, body, headers) => {
    const ways = server.token_endpoint_auth_methods_supported;
    return ways === undefined || ways.includes("client_secret_basic")
      ? basic(server, client, body, headers)
      : post(server, client, body, headers);
  };
}

/** Never kept with the session: by it the list of a hub's staff knows who this is. */
function addressIn({ email, email_verified: verified }: Claims): string | null {
  return typeof email === "string" && verified === true ? email : null;
}

function nameIn({ name, given_name: given, family_name: family }: Claims): string | null {
  if (typeof name === "string" && name !== "") return name;
  const words = [given, family].filter((word): word is string => typeof word === "string" && word !== "");
  return words.length > 0 ? words.join(" ") : null;
}

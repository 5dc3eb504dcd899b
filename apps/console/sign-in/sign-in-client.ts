// The console at the sign-in: OpenID Connect, authorization code with PKCE.

import { Injectable } from "@nestjs/common";
import * as openid from "openid-client";
import { principalOf } from "../../../libs/service/access/claims.ts";
import { WebSettings } from "../../../libs/http/web-settings.ts";
import { Problem } from "../../../libs/http/problem.ts";
import type { Errand, Person } from "../session.ts";

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
    });
    return { url: url.href, errand };
  }

  /**
   * Who came back, with `address` as the browser was sent.
   * @throws NoAccess for someone whom the sign-in knows and this service does not; an error of openid-client for an
   * answer that is none
   */
  async end(address: string, errand: Errand): Promise<Person> {
    const configuration = await this.configuration();
    const tokens = await openid.authorizationCodeGrant(configuration, new URL(address, this.settings.publicUrl), {
      expectedState: errand.state,
      expectedNonce: errand.nonce,
      pkceCodeVerifier: errand.verifier,
      idTokenExpected: true,
    });
    let claims: Record<string, unknown> = { ...tokens.claims() };
    if (
      claims["role"] === undefined &&
      claims["organisation"] === undefined &&
      configuration.serverMetadata().userinfo_endpoint !== undefined
    ) {
      claims = {
        ...(await openid.fetchUserInfo(configuration, tokens.access_token, String(claims["sub"]))),
        ...claims,
      };
    }
    const principal = principalOf(claims, this.settings.dfeOrganisations);
    return { principal, name: nameIn(claims) ?? principal.who };
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
      },
    );
  }
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

function nameIn({ name, given_name: given, family_name: family }: Readonly<Record<string, unknown>>): string | null {
  if (typeof name === "string" && name !== "") return name;
  const words = [given, family].filter((word): word is string => typeof word === "string" && word !== "");
  return words.length > 0 ? words.join(" ") : null;
}

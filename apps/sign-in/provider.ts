// The OpenID provider of a clone: real in all but that nobody has a password.

import Provider, { type Adapter, type Configuration } from "oidc-provider";
import { AUDIENCE, claimsOf } from "../../libs/service/access/principal.ts";
import { SIGNING_ALGORITHM, type SignInSecrets } from "./secrets.ts";
import type { SignIn } from "./sign-ins.ts";

/** The console as the provider knows it. */
export interface ConsoleClient {
  id: string;
  /** Where it is reached: an origin. */
  url: string;
}

/** Who may sign in, asked each time, and what the provider remembers of them. */
export interface Kept {
  people: readonly SignIn[];
  memory: new (kind: string) => Adapter;
  /** Whether a sign-in can be asked anew without the person who signed in; else who they are can be. */
  refreshes: boolean;
}

const API = `urn:${AUDIENCE}`;
const HOUR = 60 * 60;

const FEATURES: Configuration["features"] = {
  devInteractions: { enabled: false },
  resourceIndicators: {
    enabled: true,
    // An access token is for the sign-in itself (who is this, still?); with `resource`, one for the API.
    defaultResource: () => API,
    useGrantedResource: () => false,
    getResourceServerInfo: () => ({
      scope: "",
      audience: AUDIENCE,
      accessTokenFormat: "jwt",
      accessTokenTTL: HOUR,
      jwt: { sign: { alg: SIGNING_ALGORITHM } },
    }),
  },
};

/** It is our own console: nobody is asked whether it may know who they are. */
const loadExistingGrant: Configuration["loadExistingGrant"] = async ({ oidc }) => {
  const { session, client: known, provider } = oidc;
  if (!session?.accountId || !known) return undefined;
  const grantId = oidc.result?.consent?.grantId ?? session.grantIdFor(known.clientId);
  const before = grantId === undefined ? undefined : await provider.Grant.find(grantId);
  if (before?.accountId === session.accountId) return before;
  const grant = new provider.Grant({ clientId: known.clientId, accountId: session.accountId });
  grant.addOIDCScope("openid");
  await grant.save();
  return grant;
};

/** The provider at `issuer`; where its login pages are is its caller's affair (/interaction/{uid}). */
export function makeProvider(
  issuer: string,
  secrets: SignInSecrets,
  client: ConsoleClient,
  { people, memory, refreshes }: Kept,
): Provider {
  const claimsFor = (id: string | undefined): Record<string, unknown> => {
    const found = people.find(({ principal }) => principal.who === id);
    if (found === undefined) return {};
    const { principal, name, email } = found;
    return { ...claimsOf(principal), name, ...(email !== undefined && { email, email_verified: true }) };
  };
  const configuration: Configuration = {
    adapter: memory,
    clients: [
      {
        client_id: client.id,
        client_secret: secrets.client,
        redirect_uris: [`${client.url}/signed-in`],
        response_types: ["code"],
        grant_types: ["authorization_code", ...(refreshes ? ["refresh_token"] : [])],
        id_token_signed_response_alg: SIGNING_ALGORITHM,
      },
    ],
    jwks: { keys: [{ ...secrets.key }] },
    cookies: { keys: [secrets.cookies] },
    claims: { openid: ["sub", "name", "email", "email_verified", "role", "hub", "urns", "work_groups"] },
    scopes: ["openid"],
    conformIdTokenClaims: false, // the console reads who someone is from the ID token alone
    pkce: { required: () => true },
    issueRefreshToken: async (_context, known) => known.grantTypeAllowed("refresh_token"),
    ttl: {
      AccessToken: HOUR,
      AuthorizationCode: 60,
      IdToken: HOUR,
      Interaction: HOUR,
      Session: 8 * HOUR,
      Grant: 8 * HOUR,
      RefreshToken: 8 * HOUR,
    },
    findAccount: (_context, id) => {
      const known = people.some(({ principal }) => principal.who === id);
      return known ? { accountId: id, claims: async () => ({ sub: id, ...claimsFor(id) }) } : undefined;
    },
    extraTokenClaims: (_context, token) => {
      const {
        sub: _,
        name: _name,
        email: _email,
        email_verified: _verified,
        ...claims
      } = claimsFor("accountId" in token ? token.accountId : undefined);
      return claims;
    },
    interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
    loadExistingGrant,
    features: FEATURES,
    renderError: (context, { error }) => {
      context.type = "text/plain";
      context.body = `The sign-in could not go on (${error}). Begin again at ${client.url}/.`;
    },
  };
  return new Provider(issuer, configuration);
}
